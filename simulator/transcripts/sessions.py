"""The list of sessions, and finding one by the first letters of its id.

Rows are derived from events in the transaction that appends them; here they are read. An id is
looked up as it is typed: case, a hyphen, and the letters that look like digits do not matter.
"""

import json
from dataclasses import fields
from datetime import datetime
from typing import Any, cast

from sqlite_utils import Database

from simulator.errors import NotFound, UsageError
from simulator.transcripts.chain import canonical, stamp
from simulator.transcripts.ids import as_written
from simulator.transcripts.rows import SessionRow
from simulator.transcripts.store import Store

_TOLD = ("reviewed", "fork_of")
"""Fields that other tables tell."""
COLUMNS = tuple(one.name for one in fields(SessionRow) if one.name not in _TOLD)
_REVIEWED = """
    CASE WHEN EXISTS (SELECT 1 FROM reviews WHERE session = sessions.id AND signed > 0) THEN 'signed'
        WHEN EXISTS (SELECT 1 FROM reviews WHERE session = sessions.id) THEN 'begun'
        WHEN shared_with <> '[]' THEN 'awaiting' ELSE '' END
"""
_STORED = ", ".join(COLUMNS)
_FORKED = "(SELECT of FROM forks WHERE forks.id = sessions.id)"
_LISTED = f"{_STORED}, {_REVIEWED}, {_FORKED}"
_SAVE = (
    f"INSERT INTO sessions ({_STORED}) VALUES ({', '.join('?' * len(COLUMNS))}) "  # noqa: S608
    "ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "id")
)


class Sessions:
    """The sessions kept in `store`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[SessionRow, ...]:
        """Every session, newest first; of those opened at one instant, the last opened."""
        with self._store.reading() as database:
            found = database.execute(
                f"SELECT {_LISTED} FROM sessions ORDER BY opened_at DESC, number DESC"  # noqa: S608
            )
            return tuple(_row(one) for one in found)

    def find(self, ref: str) -> SessionRow:
        """The one session whose id begins with `ref`.

        Raises `NotFound` if there is none (`session-forgotten` if there was), `UsageError` with
        the code `session-ambiguous` if there are several.
        """
        prefix = as_written(ref)
        with self._store.reading() as database:
            ids = beginning(database, "sessions", "id", prefix)
            gone = beginning(database, "tombstones", "session", prefix)
            row = load_row(database, ids[0]) if len(ids) == 1 else None
        if len(ids) > 1:
            raise UsageError("session-ambiguous", ref=ref, matches=", ".join(ids[:SHOWN]))
        if row is None:
            raise NotFound(
                "session-forgotten" if len(gone) == 1 else "no-such-session", session=ref
            )
        return row

    def is_taken(self, session: str) -> bool:
        """Whether a session has or had this id."""
        with self._store.reading() as database:
            found = database.execute(
                "SELECT 1 FROM events WHERE session = :id "
                "UNION ALL SELECT 1 FROM tombstones WHERE session = :id",
                {"id": session},
            )
            return found.fetchone() is not None

    def consents(self, *kinds: str) -> frozenset[str]:
        """The names of the LLMs that somebody agreed to, in any session, by events of `kinds`."""
        with self._store.reading() as database:
            found = database.execute(
                "SELECT json_extract(event, '$.to') FROM events, json_each(?) AS kinds "
                "WHERE json_extract(event, '$.kind') = kinds.value",
                (json.dumps(kinds),),
            )
            return frozenset(str(one[0]) for one in found)

    def retries_of(self, session: str) -> tuple[str, ...]:
        """Ids of the sessions that took `session` up again, oldest first."""
        with self._store.reading() as database:
            return retries(database, session)


SHOWN = 5
"""Ids named when several begin alike."""


def retries(database: Database, session: str) -> tuple[str, ...]:
    """Ids of the sessions whose parent is `session`, oldest first."""
    found = database.execute("SELECT id FROM sessions WHERE parent = ? ORDER BY number", (session,))
    return tuple(str(one[0]) for one in found)


def load_row(database: Database, session: str) -> SessionRow | None:
    """The row of `session`, if there is one."""
    found = database.execute(f"SELECT {_LISTED} FROM sessions WHERE id = ?", (session,))  # noqa: S608
    values = found.fetchone()
    return None if values is None else _row(values)


def stored_row(database: Database, session: str) -> tuple[object, ...] | None:
    """The values of the row of `session` as they are stored, in the order of `COLUMNS`."""
    found = database.execute(f"SELECT {_STORED} FROM sessions WHERE id = ?", (session,))  # noqa: S608
    values: tuple[object, ...] | None = found.fetchone()
    return values


def save_row(database: Database, row: SessionRow) -> None:
    """Write `row` in the place of what was there for its session."""
    database.execute(_SAVE, as_stored(row))


def as_stored(row: SessionRow) -> tuple[object, ...]:
    """The values of `row` in the order of `COLUMNS`."""
    return tuple(_stored(getattr(row, name)) for name in COLUMNS)


def _stored(value: object) -> object:
    match value:
        case datetime():
            return stamp(value)
        case tuple():
            return canonical(value)
        case _:
            return value


def _row(values: tuple[object, ...]) -> SessionRow:
    named = cast("dict[str, Any]", dict(zip((*COLUMNS, *_TOLD), values, strict=True)))
    for name in ("opened_at", "last_at"):
        named[name] = datetime.fromisoformat(named[name])
    named["shared_with"] = tuple(json.loads(named["shared_with"]))
    return SessionRow(**named)


def beginning(database: Database, table: str, column: str, prefix: str) -> list[str]:
    """Ids that begin with `prefix`, in order; an empty prefix names nothing."""
    if not prefix:
        return []
    found = database.execute(
        f"SELECT {column} FROM {table} "  # noqa: S608
        f"WHERE substr({column}, 1, length(:prefix)) = :prefix ORDER BY {column} LIMIT :shown",
        {"prefix": prefix, "shown": SHOWN + 1},
    )
    return [str(one[0]) for one in found]
