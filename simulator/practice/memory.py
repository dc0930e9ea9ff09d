"""A journal that lives in memory: for play-tests, and for anything that is not to be kept."""

from collections.abc import Sequence

from simulator.errors import StorageError
from simulator.practice.events import Entry, Event
from simulator.practice.ports import Clock


class MemoryJournal:
    """One session's events, kept as long as this object; same laws as a stored journal."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._entries: list[Entry] = []

    def append(self, events: Sequence[Event], expected_seq: int) -> tuple[Entry, ...]:
        """Add `events`; raises `StorageError` if `expected_seq` is not the latest."""
        if expected_seq != len(self._entries):
            raise StorageError("journal-conflict", expected=expected_seq, found=len(self._entries))
        added = tuple(
            Entry(seq=seq, at=self._clock.now(), event=event)
            for seq, event in enumerate(events, start=expected_seq + 1)
        )
        self._entries.extend(added)
        return added

    def read(self, after: int = 0) -> tuple[Entry, ...]:
        """The entries with `seq > after`."""
        return tuple(self._entries[after:])
