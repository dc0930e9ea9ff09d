"""The stored links of any stream, a session's or a review's, read and put as they are.

One table holds both kinds under ids that never clash; what a stream is, its first event says. It
refuses to interpret anything else, and to write what the guards of the file refuse.
"""

import json
from typing import Any, Literal

from sqlite_utils import Database

from simulator.transcripts.chain import Link
from simulator.transcripts.schema import GENESIS

Kind = Literal["session", "review"]
REVIEW_OPENING = "review-opened"
"""The kind of event that makes a stream a review."""


def links_of(database: Database, stream: str, after: int = 0) -> list[Link]:
    """The stored links of `stream` with `seq > after`, in order."""
    found = database.execute(
        "SELECT session, seq, at, event, prev, hash FROM events "
        "WHERE session = ? AND seq > ? ORDER BY seq",
        (stream, after),
    )
    return [Link(*one) for one in found]


def head_of(database: Database, stream: str) -> tuple[int, str]:
    """How many links `stream` has, and the hash of the last."""
    found = database.execute(
        "SELECT seq, hash FROM events WHERE session = ? ORDER BY seq DESC LIMIT 1", (stream,)
    )
    row = found.fetchone()
    return (0, GENESIS) if row is None else (int(row[0]), str(row[1]))


def put(database: Database, link: Link) -> None:
    """Store `link`; the file's own guards see that it follows."""
    database.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", link)


def kind_of(database: Database, stream: str) -> Kind:
    """What `stream` is, by its first event, or by the list it stands in if that is gone."""
    found = database.execute("SELECT event FROM events WHERE session = ? AND seq = 1", (stream,))
    row = found.fetchone()
    if row is None or kind_in(str(row[0])) is None:
        listed = database.execute("SELECT 1 FROM reviews WHERE id = ?", (stream,)).fetchone()
        return "session" if listed is None else "review"
    return "review" if kind_in(str(row[0])) == REVIEW_OPENING else "session"


def kind_in(event: str) -> str | None:
    """The kind that the text of an event says it is; None where it says none."""
    try:
        data = json.loads(event)
    except (ValueError, RecursionError):
        return None
    kind = data.get("kind") if isinstance(data, dict) else None
    return kind if isinstance(kind, str) else None


def opening_of(database: Database, stream: str) -> dict[str, Any]:
    """What the first event of `stream` says, as JSON."""
    found = database.execute("SELECT event FROM events WHERE session = ? AND seq = 1", (stream,))
    (event,) = found.fetchone()
    opening: dict[str, Any] = json.loads(event)
    return opening


def is_forgotten(database: Database, stream: str) -> bool:
    """Whether a tombstone stands for `stream`."""
    found = database.execute("SELECT 1 FROM tombstones WHERE session = ?", (stream,))
    return found.fetchone() is not None
