"""Reasons: whether the mentee ever asked what stands behind a no, where two people talked.

In a rehearsal the scenario says what there was to ask for; in a recorded talk a refusal does. It
is left alone where anything at all was asked openly from then on, or might have been.
"""

from simulator.debrief.course import Course, Step
from simulator.debrief.findings import UNSURE
from simulator.debrief.wording import Wording
from simulator.reading.moves import Move

FEWEST = 4
"""The mentee's turns from which a talk had room for the question."""
_ASKS = (Move.OPEN_QUESTION, Move.ELICITING_PREFERENCE)


def unasked(course: Course) -> Step | None:
    """The turn that met a refusal and did not ask behind it, nor did any later one."""
    if not course.is_recorded or len(course.steps) < FEWEST:
        return None
    wording = Wording.of(course.scenario.language)
    asked = [step.number for step in course.steps if _may_ask(step)]
    for step in course.steps[: len(course.steps) // 2 + 1]:
        is_refused = next(wording.said("refuses", step.heard), None) is not None
        if is_refused and not any(number >= step.number for number in asked):
            return step
    return None


def _may_ask(step: Step) -> bool:
    """Whether the line asks openly, or in one sentence for what lies behind; or may do so."""
    moves = step.reading.moves
    if any(one.move in _ASKS and one.confidence >= UNSURE for one in moves):
        return True
    asked = [one for one in moves if one.move is Move.CLOSED_QUESTION]
    wished = [one for one in moves if one.move is Move.INTERESTS]
    return any(one.start < other.end and other.start < one.end for one in asked for other in wished)
