"""What became of each cue that was offered, told once for the whole debrief.

A cue is taken up where the record says so, and also where a criterion was seen by one of the cue's
own moves within its time: no section may call missed what another one shows as done.
"""

from dataclasses import dataclass
from typing import Literal

from simulator.debrief.course import Course, Step
from simulator.debrief.findings import findings
from simulator.library.scenario import Cue

WENT_WELL = 0.5
"""Points won on a turn from which nothing in it is held against the mentee."""


@dataclass(frozen=True, slots=True)
class CueCourse:
    """One cue: the turn whose reply offered it, what became of it, the turn that settled it."""

    cue: Cue
    offering: Step
    outcome: Literal["open", "taken", "missed"]
    settling: Step | None
    """The mentee's turn that took it up, or that shows best how it passed; None before any."""


def cue_courses(course: Course) -> tuple[CueCourse, ...]:
    """Every cue that was offered, in order."""
    return course.once(_courses)


def _courses(course: Course) -> tuple[CueCourse, ...]:
    cues = {cue.id: cue for cue in course.scenario.cues}
    seen = [one for one in findings(course) if one.is_good and one.item.seen is not None]
    found = []
    for one in course.end.cues:
        offering, cue = course.at(one.offered), cues.get(one.id)
        if offering is None or cue is None:
            continue
        window = _window(course, one.offered, cue)
        taking = next((step for step in course.steps if cue.id in step.decision.cues_taken), None)
        for finding in seen:
            is_same = finding.item.seen is not None and any(
                move in cue.takers for move in finding.item.seen.moves
            )
            if taking is None and is_same and finding.step in window:
                taking = finding.step
        outcome = "taken" if taking is not None else one.outcome
        found.append(CueCourse(cue, offering, outcome, taking or _passing(window)))
    return tuple(found)


def _window(course: Course, offered: int, cue: Cue) -> tuple[Step, ...]:
    following = course.at(offered + 1)
    return course.after(following, cue.within) if following is not None else ()


def _passing(window: tuple[Step, ...]) -> Step | None:
    """The first turn after it, or the next if that one went well."""
    readable = [step for step in window if step.is_readable] or list(window)
    first = next(iter(readable), None)
    return next((step for step in readable if step.trust - step.tension < WENT_WELL), first)
