"""Forgetting: the one deletion there is, and the tombstone it leaves.

The tombstone holds the session's id, when it was forgotten, how many entries there were and the
hash of the last: nothing that was said, nobody's name. The reviews of a session go with it, each
behind a tombstone of its own; a review can be forgotten alone. The text is overwritten on disk,
in the events, in the search index and in the file's free space. Copies elsewhere (backups,
exports, retries that began with the same lines) are not touched; the retries are named.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from simulator.errors import NotFound
from simulator.practice.ports import Clock
from simulator.transcripts.chain import stamp
from simulator.transcripts.forks import Fork, fork_of, heads_of
from simulator.transcripts.reviews import reviews_of
from simulator.transcripts.sessions import retries
from simulator.transcripts.store import Store
from simulator.transcripts.streams import is_forgotten, opening_of


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten and what is left of it."""

    session: str
    entries: int
    retries: tuple[str, ...]
    """Sessions that still hold the lines they share with it."""
    is_compacted: bool
    """False where another program was using the file: its free space is given back later."""
    reviews: tuple[str, ...] = ()
    """Reviews of it, which went with it."""


def forget(store: Store, session: str, clock: Clock) -> Forgotten:
    """Delete everything that `session`, or a review of that id, holds; leave its tombstone.

    Raises `NotFound` if there is no such session (`session-forgotten` if there was).
    """
    with store.writing() as database:
        fork = fork_of(database, session)
        entries = _bury(database, session, clock)
        reviews = _reviews_of(database, session, fork)
        for review in reviews:
            _bury(database, review, clock)
        _loosen(database, session)
        database.execute("INSERT INTO spoken_fts (spoken_fts) VALUES ('rebuild')")
        left = retries(database, session)
    return Forgotten(session, entries, left, is_compacted=store.compact(), reviews=reviews)


def _reviews_of(database: Database, session: str, fork: Fork | None) -> tuple[str, ...]:
    """Reviews of the forgotten `session`; where it was a fork, those of it under its own id too."""
    found = [row.id for row in reviews_of(database, session)]
    if fork is not None:
        known = heads_of(database, fork.of)
        found.extend(
            row.id
            for row in reviews_of(database, fork.of)
            if opening_of(database, row.id)["session_head"] not in known
        )
    return tuple(found)


def _bury(database: Database, stream: str, clock: Clock) -> int:
    """Delete the links and rows of `stream` behind its tombstone; how many links there were."""
    entries, head = _extent(database, stream)
    database.execute(
        "INSERT INTO tombstones VALUES (?, ?, ?, ?)", (stream, stamp(clock.now()), entries, head)
    )
    for statement in _DELETIONS:
        database.execute(statement, (stream,))
    return entries


_DELETIONS = (
    "DELETE FROM events WHERE session = ?",
    "DELETE FROM spoken WHERE session = ?",
    "DELETE FROM sessions WHERE id = ?",
    "DELETE FROM reviews WHERE id = ?",
    "DELETE FROM forks WHERE id = ?",
)


def _loosen(database: Database, session: str) -> None:
    """Let go of the session's definitions, and delete those that no other session needs."""
    found = database.execute("DELETE FROM pins WHERE session = ? RETURNING definition", (session,))
    for (definition,) in found.fetchall():
        database.execute(
            "DELETE FROM definitions WHERE hash = :hash "
            "AND NOT EXISTS (SELECT 1 FROM pins WHERE definition = :hash)",
            {"hash": definition},
        )


def _extent(database: Database, session: str) -> tuple[int, str]:
    found = database.execute(
        "SELECT seq, hash FROM events WHERE session = ? ORDER BY seq DESC LIMIT 1", (session,)
    ).fetchone()
    if found is None:
        code = "session-forgotten" if is_forgotten(database, session) else "no-such-session"
        raise NotFound(code, session=session)
    return int(found[0]), str(found[1])
