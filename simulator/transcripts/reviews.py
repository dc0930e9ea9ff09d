"""The list of reviews, and finding one by the first letters of its id.

Rows are derived from a review's events in the transaction that appends them; here they are read.
"""

from dataclasses import fields
from datetime import datetime
from typing import Any, cast

from sqlite_utils import Database

from simulator.errors import NotFound, UsageError
from simulator.transcripts.chain import stamp
from simulator.transcripts.ids import as_written
from simulator.transcripts.rows import ReviewRow
from simulator.transcripts.sessions import SHOWN, beginning
from simulator.transcripts.store import Store

COLUMNS = tuple(one.name for one in fields(ReviewRow))
_LISTED = ", ".join(COLUMNS)
_SAVE = (
    f"INSERT INTO reviews ({_LISTED}) VALUES ({', '.join('?' * len(COLUMNS))}) "  # noqa: S608
    "ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "id")
)
_NEWEST = "ORDER BY opened_at DESC, number DESC"


class Reviews:
    """The reviews kept in `store`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[ReviewRow, ...]:
        """Every review, newest first."""
        with self._store.reading() as database:
            found = database.execute(f"SELECT {_LISTED} FROM reviews {_NEWEST}")  # noqa: S608
            return tuple(_row(one) for one in found)

    def of(self, session: str) -> tuple[ReviewRow, ...]:
        """The reviews of the session of that id, newest first."""
        with self._store.reading() as database:
            return reviews_of(database, session)

    def find(self, ref: str) -> ReviewRow:
        """The one review whose id begins with `ref`.

        Raises `NotFound` if there is none, `UsageError` with the code `review-ambiguous` if there
        are several.
        """
        with self._store.reading() as database:
            ids = beginning(database, "reviews", "id", as_written(ref))
            row = load_review(database, ids[0]) if len(ids) == 1 else None
        if len(ids) > 1:
            raise UsageError("review-ambiguous", ref=ref, matches=", ".join(ids[:SHOWN]))
        if row is None:
            raise NotFound("no-such-review", review=ref)
        return row


def reviews_of(database: Database, session: str) -> tuple[ReviewRow, ...]:
    """The rows of the reviews of `session`, newest first."""
    found = database.execute(
        f"SELECT {_LISTED} FROM reviews WHERE session = ? {_NEWEST}",  # noqa: S608
        (session,),
    )
    return tuple(_row(one) for one in found)


def load_review(database: Database, review: str) -> ReviewRow | None:
    """The row of `review`, if there is one."""
    values = stored_review(database, review)
    return None if values is None else _row(values)


def stored_review(database: Database, review: str) -> tuple[object, ...] | None:
    """The values of the row of `review` as they are stored, in the order of `COLUMNS`."""
    found = database.execute(f"SELECT {_LISTED} FROM reviews WHERE id = ?", (review,))  # noqa: S608
    values: tuple[object, ...] | None = found.fetchone()
    return values


def save_review(database: Database, row: ReviewRow) -> None:
    """Write `row` in the place of what was there for its review."""
    database.execute(_SAVE, as_stored(row))


def as_stored(row: ReviewRow) -> tuple[object, ...]:
    """The values of `row` in the order of `COLUMNS`."""
    values = (getattr(row, name) for name in COLUMNS)
    return tuple(stamp(one) if isinstance(one, datetime) else one for one in values)


def _row(values: tuple[object, ...]) -> ReviewRow:
    named = cast("dict[str, Any]", dict(zip(COLUMNS, values, strict=True)))
    for name in ("opened_at", "last_at"):
        named[name] = datetime.fromisoformat(named[name])
    named["is_amended"] = bool(named["is_amended"])
    return ReviewRow(**named)
