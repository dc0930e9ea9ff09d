"""Repair: what hurt the other person, and whether the mentee came back to it.

A blow is a turn that left the persona closed up, that hurt in so many words, or that the other
protested against. After one blow, hearing the other in the next turns mends it. After two in a row
to hear them on the matter is to go on as if nothing had been: it takes a word on what was said,
and a sorry that does not say what for is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.debrief.concerns import HEARD, is_bare_sorry
from simulator.debrief.course import Course, Step
from simulator.debrief.wording import Kind, Wording
from simulator.reading.moves import Move, Signal

MENDS = HEARD
"""Moves that mend."""
HURT = 1.0
"""Points of tension gained on a turn from which there is something to mend."""
MENDING = 2
"""The mentee's turns in which a break is mended, or it is left open."""
_HARM = (Move.BLAME, Move.UNDERMINING, Move.THREAT, Move.POWER, Move.DISMISSAL, Move.ABSOLUTES)
_HARD = (Move.BLAME, Move.UNDERMINING, Move.THREAT, Move.POWER, Move.DISMISSAL)
_WORDED: tuple[Kind, ...] = ("threatens", "blames", "belittles")


@dataclass(frozen=True, slots=True)
class Blow:
    """A turn that hurt, or the second of two, and what became of it."""

    step: Step
    window: tuple[Step, ...]
    """The turns in which it could be mended."""
    mended: Step | None
    is_double: bool

    @property
    def is_left(self) -> bool:
        """There were turns enough, and none of them mended it."""
        enough = 1 if self.is_double else MENDING
        return self.mended is None and len(self.window) >= enough


def blows(course: Course) -> Iterator[Blow]:
    """Every blow, in order; of two in a row the second."""
    for step in course.steps:
        following = course.at(step.number + 1)
        if following is not None and is_blow(course, step) and is_blow(course, following):
            continue
        earlier = course.at(step.number - 1)
        is_double = is_blow(course, step) and earlier is not None and is_blow(course, earlier)
        if is_double or _is_break(course, step):
            window = course.after(step, MENDING + 1)[1:]
            mended = (one for one in window if _mends(course, one, is_double=is_double))
            yield Blow(step, window, next(mended, None), is_double)


def is_blow(course: Course, step: Step) -> bool:
    """Whether the line hurts: blames, belittles, threatens or waves away."""
    if step.found(*_HARD):
        return True
    if any(one.signal is Signal.ABUSE and one.is_sure for one in step.reading.signals):
        return True
    wording = Wording.of(course.scenario.language)
    return not step.found(*HEARD) and any(wording.has(one, step.line.text) for one in _WORDED)


def _is_break(course: Course, step: Step) -> bool:
    """Whether the turn left the persona closed up, hurt, or protesting."""
    earlier = course.at(step.number - 1)
    is_new = step.is_ruptured and not (earlier is not None and earlier.is_ruptured)
    is_harm = bool(step.found(*_HARM))
    return is_new or (is_harm and (step.tension >= HURT or _is_protested(course, step)))


def _is_protested(course: Course, step: Step) -> bool:
    wording = Wording.of(course.scenario.language)
    answer = step.answer.text if course.is_recorded and step.answer else ""
    return wording.has("protests", answer) or wording.has("objects", answer)


def _mends(course: Course, step: Step, *, is_double: bool) -> bool:
    """Whether the line comes back to what hurt."""
    if step.found(Move.APOLOGY):
        return True
    if is_bare_sorry(step):
        return not is_double
    wording = Wording.of(course.scenario.language)
    if wording.has("mends", step.line.text):
        return True
    return not is_double and bool(step.found(*MENDS))
