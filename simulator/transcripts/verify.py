"""Whether a store is whole, proved from what is in the file.

It reads every event again, computes every hash again, folds every stream again and compares all
that is derived with what it found. It changes nothing, repairs nothing and prints nothing: what
is wrong comes back as records, the most general first.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sqlite_utils import Database

from simulator.errors import StorageError
from simulator.text import clean
from simulator.transcripts import place
from simulator.transcripts.chain import digest
from simulator.transcripts.faults import reason_of
from simulator.transcripts.proof import Flaw, Problem, session_problems
from simulator.transcripts.review_proof import fork_problems, review_problems
from simulator.transcripts.schema import GUARDS, INDEX_KEEPERS
from simulator.transcripts.store import Store
from simulator.transcripts.streams import kind_of

_EVERY_STREAM = """
    SELECT session FROM events UNION SELECT id FROM sessions UNION SELECT session FROM spoken
    UNION SELECT session FROM pins UNION SELECT id FROM reviews UNION SELECT id FROM forks
    ORDER BY 1
"""


def verify(store: Store) -> tuple[Problem, ...]:
    """Everything that is wrong with `store`; nothing if it is whole.

    Waits for writers, and holds them off while it reads. Raises `StorageError` only where the
    store cannot be examined at all: it is in use, or the disk fails.
    """
    problems = [Problem(Flaw.EXPOSED, detail=path) for path in _exposed(store)]
    try:
        with store.writing() as database, _any_bytes(database):
            problems.extend(_problems(database))
    except StorageError as error:
        if error.code != "storage-damaged":
            raise
        problems.append(Problem(Flaw.DAMAGED, detail=str(error.values.get("reason", ""))))
    return tuple(map(_shown, problems))


def _shown(problem: Problem) -> Problem:
    """`problem` with what it quotes from the file made fit to be shown."""
    session = None if problem.session is None else _readable(problem.session)
    return replace(problem, session=session, detail=_readable(problem.detail))


def _readable(text: str) -> str:
    return clean(text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))


def _exposed(store: Store) -> Iterator[str]:
    for path in (store.path.parent, store.path):
        if place.is_open_to_others(path):
            yield str(path)


@contextmanager
def _any_bytes(database: Database) -> Iterator[None]:
    """Read text even where its bytes are no longer UTF-8: a flipped bit is a finding."""
    usual = database.conn.text_factory
    database.conn.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        database.conn.text_factory = usual


def _problems(database: Database) -> Iterator[Problem]:
    for (found,) in database.execute("PRAGMA integrity_check").fetchall():
        if found != "ok":
            yield Problem(Flaw.DAMAGED, detail=found)
    yield from _guard_problems(database)
    for name, text in database.execute("SELECT hash, text FROM definitions ORDER BY 1").fetchall():
        if digest(text) != name:
            yield Problem(Flaw.DEFINITION_ALTERED, detail=name)
    forgotten = {one[0] for one in database.execute("SELECT session FROM tombstones")}
    for (session,) in database.execute(_EVERY_STREAM).fetchall():
        if not _is_text(session):
            yield Problem(Flaw.CHAIN_BROKEN, session)
            continue
        if session in forgotten:
            yield Problem(Flaw.HALF_FORGOTTEN, session)
        if kind_of(database, session) == "review":
            yield from review_problems(database, session)
        else:
            yield from session_problems(database, session)
        yield from fork_problems(database, session)
    yield from _index_problems(database)


def _is_text(stored: str) -> bool:
    """Whether the bytes of `stored` were UTF-8, and so can name a session at all."""
    return stored.isascii() or not any("\udc80" <= char <= "\udcff" for char in stored)


def _guard_problems(database: Database) -> Iterator[Problem]:
    stored = dict(database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"))
    for name, statement in GUARDS.items():
        if _flat(stored.get(name, "")) != _flat(statement):
            yield Problem(Flaw.GUARD_MISSING, detail=name)
    for name in sorted(INDEX_KEEPERS - stored.keys()):
        yield Problem(Flaw.GUARD_MISSING, detail=name)
    for name in sorted(stored.keys() - GUARDS.keys() - INDEX_KEEPERS):
        yield Problem(Flaw.GUARD_MISSING, detail=name)


def _flat(statement: str) -> str:
    return " ".join(statement.split())


def _index_problems(database: Database) -> Iterator[Problem]:
    """FTS5 compares its index with the table only where it is told to: rank 1."""
    try:
        database.execute("INSERT INTO spoken_fts (spoken_fts, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        yield Problem(Flaw.SEARCH_DIFFERS, detail=reason_of(error))
