"""Marks: what the mentee or a mentor pinned to a turn while the talk went on, with its note.

The mentee's copy holds only the mentee's own, the mentor's copy holds all but what the mentee noted
for themselves. The words at the turn are quoted; a mark on a turn without words has no quote.
"""

from dataclasses import dataclass, replace
from typing import Literal

from simulator.debrief.course import Course
from simulator.debrief.openings import Audience
from simulator.debrief.quotes import Quote, excerpt
from simulator.practice.events import TurnMarked
from simulator.practice.session import Session


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark: who made it, on which turn, and what they noted."""

    turn: int
    by: Literal["mentee", "mentor"]
    author: str
    note: str
    quote: Quote | None
    """What was said at that turn."""
    is_private: bool = False
    """Nobody but whoever made it reads it."""


def marks(course: Course, audience: Audience) -> tuple[Mark, ...]:
    """The marks that `audience` may read, by turn and then as they were made."""
    said = {one.turn: one for one in course.session.utterances}
    read = [one for one in course.session.marks if is_read_by(audience, one)]
    return tuple(
        Mark(one.turn, one.by, one.author, one.note, excerpt(said.get(one.turn)), one.private)
        for one in sorted(read, key=lambda one: one.turn)
    )


def is_read_by(audience: Audience, mark: TurnMarked) -> bool:
    """Whether `audience` may read `mark`."""
    return mark.by == audience or (audience == "mentor" and not mark.private)


def for_others(session: Session) -> Session:
    """`session` without the notes that are for nobody but whoever made them."""
    return replace(session, marks=tuple(one for one in session.marks if not one.private))
