"""How long the mentee took to answer: from the end of the other's line to their own.

Seconds, where they are known. In a rehearsal they hold reading and typing as well as thinking, so
they say nothing of how quick anybody is; in an imported conversation they are known from subtitles
alone. The invariant: what is not known is absent, and never a nought.
"""

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from simulator.config import HUMAN
from simulator.debrief.course import Course
from simulator.practice.recorded import PAUSE


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds before the mentee spoke."""

    median: float
    longest: float
    longest_turn: int
    """Utterance before which it was longest."""
    turns: int
    """Turns of which it is known."""


def latency(course: Course) -> Latency | None:
    """The mentee's latencies; None where none is known."""
    known = _imported(course) if course.session.opened.actor == HUMAN else _practised(course)
    if not known:
        return None
    turn = max(known, key=lambda one: (known[one], -one))
    seconds = known.values()
    return Latency(round(median(seconds), 1), round(known[turn], 1), turn, len(known))


def _imported(course: Course) -> dict[int, float]:
    given = course.session.opened.parameters
    known = ((step.turn, given.get(f"{PAUSE}{step.turn}")) for step in course.steps)
    return {turn: one for turn, one in known if isinstance(one, int | float)}


def _practised(course: Course) -> dict[int, float]:
    counted = {step.turn for step in course.steps}
    return {
        line.turn: max(0.0, (line.at - before.ended_at).total_seconds())
        for before, line in pairwise(course.session.utterances)
        if line.turn in counted and before.speaker == "persona" and before.ended_at is not None
    }
