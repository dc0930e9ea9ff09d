"""What practice needs from the outside: an actor, a reader, a meter, a journal, a clock, ids.

Adapters stand in `actors`, `llm` and `transcripts`; `wiring` joins them. Practice never knows
which one it talks to.
"""

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime
from typing import Protocol

from simulator.director.direction import Direction
from simulator.practice.events import Entry, Event, LlmUsed, ReadingRefined
from simulator.practice.refining import Look


class Actor(Protocol):
    """Words a direction. Yields the reply in pieces that join to the whole line."""

    @property
    def name(self) -> str:
        """`offline`, or the name by which litellm knows the LLM."""
        ...

    def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        """The reply to one direction, in pieces; raises `ActorError` when it cannot.

        A direction with a `correction` asks a second time, and says by its code what was wrong.
        """
        ...


class Reader(Protocol):
    """Reads the latest line of one session once more, after it was answered; nobody waits for it."""

    def begin(self, look: Look) -> None:
        """Begin to look, beside everything else; a look under way is left."""
        ...

    def taken(self) -> ReadingRefined | None:
        """What came of the look; None while there is nothing, and again once it was taken."""
        ...

    def drop(self) -> None:
        """Leave the look under way: nothing comes of it any more."""
        ...


class Meter(Protocol):
    """Counts what LLMs use for a session."""

    def due(self) -> tuple[LlmUsed, ...]:
        """What was used since this was last asked, one for each LLM."""
        ...


class Journal(Protocol):
    """One session's events, append-only."""

    def append(self, events: Sequence[Event], expected_seq: int) -> tuple[Entry, ...]:
        """Store `events` after `expected_seq` entries, durably, all or none.

        Raises `StorageError` with the code `journal-conflict` when another writer came first.
        """
        ...

    def read(self, after: int = 0) -> tuple[Entry, ...]:
        """The entries with `seq > after`, in order."""
        ...


class Clock(Protocol):
    def now(self) -> datetime:
        """The time, in UTC."""
        ...


class Ids(Protocol):
    def session(self) -> str:
        """A new session's id: short enough to type, unique in the store."""
        ...
