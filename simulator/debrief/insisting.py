"""Insisting: the same demand in turn after turn, in whatever words.

Two turns may ask for the same by chance, or because the first was not understood; from three
running, with no question between and nobody heard, it is told.
"""

from collections.abc import Iterator

from simulator.debrief.course import Course, Step
from simulator.debrief.measures import HEARING
from simulator.debrief.positions import INSISTS, Shift, content
from simulator.debrief.quotes import distinct, excerpt
from simulator.debrief.wording import Wording
from simulator.reading.moves import Move
from simulator.text import Span

RUN = 3
"""Turns that ask for the same, one after the other."""
COMMON = 2
"""Words of meaning that all of them share; a figure is worth as many."""
_HEARS = tuple(one for one in HEARING if one is not Move.SUMMARY)


def insisted(course: Course) -> Iterator[Shift]:
    """Every third turn running that asks for the same."""
    asked = [_demanded(course, step) for step in course.steps]
    for at in range(RUN - 1, len(course.steps)):
        run = course.steps[at - RUN + 1 : at + 1]
        common = frozenset.intersection(*asked[at - RUN + 1 : at + 1])
        weight = sum(COMMON if one.isdigit() else 1 for one in common)
        if weight >= COMMON and not any(_is_open(course, step) for step in run[1:]):
            yield Shift(run[-1], distinct(excerpt(step.line) for step in run))


def _is_open(course: Course, step: Step) -> bool:
    """Whether the line asks, hears or gathers: then it does more than insist."""
    wording = Wording.of(course.scenario.language)
    is_asking = "?" in step.line.text or wording.has("gathers", step.line.text)
    return is_asking or bool(step.found(*_HEARS, Move.CHECKING_UNDERSTANDING))


def _demanded(course: Course, step: Step) -> frozenset[str]:
    """The words of meaning and the figures of what the line asks for; none if it does not."""
    wording = Wording.of(course.scenario.language)
    spans = [Span(one.start, one.end) for one in wording.said("demands", step.line)]
    spans += [Span(one.start, one.end) for one in step.found(*INSISTS)]
    none: frozenset[str] = frozenset()
    return none.union(*(content(course, step.line.text[one.start : one.end]) for one in spans))
