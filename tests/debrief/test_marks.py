"""Marks: who reads which of them."""

from simulator.debrief.course import Course
from simulator.debrief.marks import marks
from simulator.debrief.openings import Audience
from simulator.practice.events import TurnMarked
from tests.debrief.talks import Said, talk

MADE = (
    TurnMarked(turn=3, by="mentor", author="Ana", note="Slow."),
    TurnMarked(turn=2, by="mentee", note="Look at this."),
    TurnMarked(turn=2, by="mentee", note="I was afraid.", private=True),
)


def notes(audience: Audience) -> list[str]:
    session, stage = talk(Said("Why?"), marks=MADE)
    course = Course.of(session, stage)
    return [one.note for one in marks(course, audience)]


def test_mentees_read_what_they_set_themselves() -> None:
    assert notes("mentee") == ["Look at this.", "I was afraid."]


def test_mentors_read_all_but_what_was_noted_for_oneself() -> None:
    assert notes("mentor") == ["Look at this.", "Slow."]
