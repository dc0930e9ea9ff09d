"""What practice needs from the outside: an actor, a journal, a clock, a source of ids.

Adapters stand in `actors`, `llm` and `transcripts`; `wiring` joins them. Practice never knows
which one it talks to.
"""

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime
from typing import Protocol

from simulator.director.direction import Direction
from simulator.practice.events import Entry, Event


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
