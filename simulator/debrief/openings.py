"""Cues and hidden facts: what the persona hinted at, what became of it, what was never told.

For the mentee what stayed hidden stays hidden: they learn how much there was, and which of the
persona's own words pointed there. Only the mentor's copy says what it was.
"""

from dataclasses import dataclass
from typing import Literal

from simulator.debrief.course import Course
from simulator.debrief.cues import cue_courses
from simulator.debrief.movers import said_by
from simulator.debrief.quotes import Quote, distinct, excerpt
from simulator.library.scenario import Cue

Audience = Literal["mentee", "mentor"]


@dataclass(frozen=True, slots=True)
class CueStory:
    """One cue that was offered, in the persona's words, and the mentee's turn that settled it."""

    id: str
    outcome: Literal["open", "taken", "missed"]
    offered: Quote | None
    answered: Quote | None
    """What the mentee said next."""
    is_pointing_on: bool
    """It hints at something that was never told."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something that was never told. `id`, `note` and `says` are empty in the mentee's copy."""

    pointers: tuple[Quote, ...]
    """The persona's words that pointed there."""
    id: str = ""
    note: str = ""
    says: str = ""


def cue_stories(course: Course) -> tuple[CueStory, ...]:
    """Every cue that was offered, in order."""
    return tuple(
        CueStory(
            id=one.cue.id,
            outcome=one.outcome,
            offered=said_by(one.offering.answer, one.cue.says),
            answered=excerpt(one.settling.line) if one.settling else None,
            is_pointing_on=_points_on(course, one.cue),
        )
        for one in cue_courses(course)
    )


def _points_on(course: Course, cue: Cue) -> bool:
    return cue.points_to is not None and cue.points_to not in course.end.spoken


def hidden(course: Course, audience: Audience) -> tuple[Hidden, ...]:
    """The facts that were never told, as far as `audience` may know of them."""
    stories = {story.id: story for story in cue_stories(course)}
    found = []
    for fact in course.scenario.facts:
        if fact.id in course.end.spoken:
            continue
        pointers = distinct(
            stories[cue.id].offered
            for cue in course.scenario.cues
            if cue.points_to == fact.id and cue.id in stories
        )
        if audience == "mentor":
            found.append(Hidden(pointers, fact.id, fact.note.strip(), fact.says[0]))
        else:
            found.append(Hidden(pointers))
    return tuple(found)
