"""The archive: every session kept in one workspace.

A session is found by the first letters of its id, and it is what its events tell; nothing here
reads a line again or changes what was said.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.practice.afterwards import Afterwards
from simulator.practice.events import Event, SessionOpened
from simulator.practice.session import Session, fold
from simulator.transcripts.backup import backup
from simulator.transcripts.forget import Forgotten, forget
from simulator.transcripts.ids import SessionIds
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.notes import for_others
from simulator.transcripts.proof import Problem
from simulator.transcripts.search import Hit, search
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.streams import links_of
from simulator.transcripts.verify import verify

if TYPE_CHECKING:
    from simulator.wiring.house import House


class Archive:
    """The sessions of one workspace."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def journal(self, session: str) -> StoreJournal:
        """The events of the session of that id."""
        return StoreJournal(self._house.store, session, self._house.clock)

    def session(self, ref: str) -> Session:
        """The session whose id begins with `ref`, as its events tell it."""
        return fold(self.journal(self.find(ref)).read())

    def afterwards(self, ref: str) -> Afterwards:
        """What may be added to the session whose id begins with `ref`, beside the talk."""
        return Afterwards(self.journal(self.find(ref)))

    def keep(self, events: Sequence[Event]) -> str:
        """Store the events of a whole session that was not played here; its id."""
        opened = events[0]
        if not isinstance(opened, SessionOpened):
            raise TypeError(opened.kind)
        self.journal(opened.session).append(events, 0)
        return opened.session

    def search(self, words: str) -> tuple[Hit, ...]:
        """Where `words` were said."""
        return search(self._house.store, words)

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the transcripts; nothing, if they are whole and untouched."""
        return verify(self._house.store)

    def find(self, ref: str) -> str:
        """The whole id of the session that begins with `ref`; raises `NotFound`."""
        return Sessions(self._house.store).find(ref).id

    def head_of(self, session: str) -> str:
        """Hash of the latest entry of the session of that id, as others may have it."""
        with self._house.store.reading() as database:
            return for_others(links_of(database, session))[-1].hash

    def new_id(self) -> str:
        """An id that no session and no review has or had."""
        return SessionIds(self._house.bits, Sessions(self._house.store).is_taken).session()

    def backup(self, target: Path) -> Path:
        """Copy the transcripts into the new file `target`."""
        return backup(self._house.store, target)

    def forget(self, session: str) -> Forgotten:
        """Delete a session for good, with what was still being written; a tombstone stays."""
        gone = forget(self._house.store, session, self._house.clock)
        self._house.notebook.drop(session)
        return gone
