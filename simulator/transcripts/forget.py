"""Forgetting: the one deletion there is, and the tombstone it leaves.

The tombstone holds the session's id, when it was forgotten, how many entries there were and the
hash of the last: nothing that was said, nobody's name. The text itself is overwritten on disk,
in the events, in the search index and in the file's free space. Copies elsewhere (backups,
exports, retries that began with the same lines) are not touched; the retries are named.
"""

from dataclasses import dataclass

from sqlite_utils import Database

from simulator.errors import NotFound
from simulator.practice.ports import Clock
from simulator.transcripts.chain import stamp
from simulator.transcripts.sessions import is_forgotten, retries
from simulator.transcripts.store import Store


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten and what is left of it."""

    session: str
    entries: int
    retries: tuple[str, ...]
    """Sessions that still hold the lines they share with it."""
    is_compacted: bool
    """False where another program was using the file: its free space is given back later."""


def forget(store: Store, session: str, clock: Clock) -> Forgotten:
    """Delete everything that `session` holds, for good, and leave its tombstone.

    Raises `NotFound` if there is no such session (`session-forgotten` if there was).
    """
    with store.writing() as database:
        entries, head = _extent(database, session)
        database.execute(
            "INSERT INTO tombstones VALUES (?, ?, ?, ?)",
            (session, stamp(clock.now()), entries, head),
        )
        for statement in _DELETIONS:
            database.execute(statement, (session,))
        _loosen(database, session)
        database.execute("INSERT INTO spoken_fts (spoken_fts) VALUES ('rebuild')")
        left = retries(database, session)
    return Forgotten(session, entries, left, is_compacted=store.compact())


_DELETIONS = (
    "DELETE FROM events WHERE session = ?",
    "DELETE FROM spoken WHERE session = ?",
    "DELETE FROM sessions WHERE id = ?",
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
