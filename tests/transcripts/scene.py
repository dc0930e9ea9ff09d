"""A clock that ticks, a definition, a short talk: what the tests of transcripts store."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.director.state import Decision, Stance, TurnRecord
from simulator.practice.events import (
    Decided,
    Entry,
    Event,
    LineRead,
    MenteeSpoke,
    ReplyDone,
    ReplyPart,
    ReplyStarted,
    SessionEnded,
    SessionOpened,
)
from simulator.reading.moves import Reading
from simulator.transcripts.chain import digest
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.store import Store

SCENARIO = '{"id":"presence","title":"The rule on presence"}'
PERSONA = '{"id":"manager","name":"Claire"}'


class Ticking:
    """One second later each time it is asked."""

    def __init__(self, start: datetime = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)) -> None:
        self._now = start

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def opened(session: str, **changes: object) -> SessionOpened:
    """The opening of a session of the one scenario there is."""
    plain = SessionOpened(
        session=session,
        scenario="presence",
        scenario_hash=digest(SCENARIO),
        personas={"manager": digest(PERSONA)},
        language="en",
        level=2,
        seed=7,
        actor="offline",
        program_version="1",
        mentee="Camille",
    )
    return plain.model_copy(update=changes)


def greeting(text: str = "You wanted to see me?") -> tuple[Event, ...]:
    """The persona's first words."""
    return (
        ReplyStarted(turn=1, voice="manager", actor="offline"),
        ReplyDone(turn=1, text=text),
    )


def exchange(turn: int, line: str, reply: str) -> tuple[Event, ...]:
    """A line at `turn`, everything that follows it, and the reply."""
    decision = Decision(
        turn=turn // 2,
        voice="manager",
        record=TurnRecord(turn=turn // 2),
        stance={"manager": Stance(trust=4, tension=4)},
        beats=(),
    )
    return (
        MenteeSpoke(turn=turn, text=line),
        LineRead(turn=turn, reading=Reading(words=len(line.split()))),
        Decided(turn=turn, decision=decision),
        ReplyStarted(turn=turn + 1, voice="manager", actor="offline"),
        ReplyPart(turn=turn + 1, text=reply),
        ReplyDone(turn=turn + 1, text=reply),
    )


def talk(session: str, *lines: tuple[str, str], **changes: object) -> tuple[Event, ...]:
    """A whole session in which each of `lines` is said and answered."""
    events = [opened(session, **changes), *greeting()]
    for number, (line, reply) in enumerate(lines or (LINES,), start=1):
        events.extend(exchange(2 * number, line, reply))
    return (*events, SessionEnded(cause="ending", ending="told", score=1.0))


LINES = ("What is behind the rule?", "My director counts the badges.")


def define(store: Store) -> None:
    """Keep the scenario and the persona of every session here."""
    definitions = Definitions(store)
    definitions.put(SCENARIO)
    definitions.put(PERSONA)


def play(
    store: Store, session: str, *lines: tuple[str, str], **changes: object
) -> tuple[Entry, ...]:
    """Store a whole session in one append."""
    define(store)
    journal = StoreJournal(store, session, Ticking())
    return journal.append(talk(session, *lines, **changes), 0)


@contextmanager
def raw(path: Path) -> Iterator[sqlite3.Connection]:
    """The file as any other program opens it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def tamper(path: Path, statement: str, *values: object) -> None:
    """Change the file behind the back of its guards, and put the guards back."""
    with raw(path) as connection:
        guards = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("BEGIN")
        for name, _ in guards:
            connection.execute(f"DROP TRIGGER {name}")
        assert connection.execute(statement, values).rowcount, "nothing was changed"
        for _, sql in guards:
            connection.execute(sql)
        connection.execute("COMMIT")
