"""Whoever attends a talk without speaking in it: a reader of its lines, a meter of what is used.

Neither is ever waited for, and a talk goes on the same without them. What they come to is an event,
kept at the next moment at which the talk stores something anyway.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.library.persona import Persona
from simulator.practice.events import LlmUsed, ReadingRefined
from simulator.practice.ports import Meter, Reader
from simulator.practice.refining import look_at
from simulator.practice.session import Session


@dataclass(frozen=True, slots=True)
class Attending:
    """The two of one talk; None for one who is not there."""

    reader: Reader | None = None
    meter: Meter | None = None

    def come_to(self, session: Session) -> Iterator[ReadingRefined | LlmUsed]:
        """What they have by now; nothing of a line that nobody answered."""
        refined = self.reader.taken() if self.reader is not None else None
        if refined is not None and refined.turn in session.decisions:
            yield refined
        if self.meter is not None:
            yield from self.meter.due()

    def overlook(self) -> None:
        """Leave the line that is being looked at: the talk goes on."""
        if self.reader is not None:
            self.reader.drop()

    def look(self, session: Session, turn: int, personas: Mapping[str, Persona]) -> None:
        """Begin to look at the line at `turn`, which was answered."""
        if self.reader is None:
            return
        names = tuple(one.name for one in personas.values())
        if (look := look_at(session, turn, names)) is not None:
            self.reader.begin(look)
