"""Bidding against oneself: figures given way on, one after the other, and nothing had for them.

Three ways are told: several figures in one breath, each for want of the one before; three turns
whose figure moves the same way while the other side names none, or the same; and two steps towards
what the other side stands on. Whoever wants something in return is bargaining.
"""

from collections.abc import Iterator
from itertools import pairwise

from simulator.debrief.course import Course, Step
from simulator.debrief.positions import Shift, asked_figures, measure, named, sentence_of
from simulator.debrief.quotes import distinct, excerpt
from simulator.debrief.wording import Wording
from simulator.reading.moves import Move, Quantity

NEAR = 3
"""Turns over which three figures are a run."""
_SUPPORT = (Move.STATING_FACTS, Move.VOUCHING_FAIRNESS)
_GATHERS = (Move.SUMMARY, Move.CHECKING_UNDERSTANDING)


def given_alone(course: Course) -> Iterator[Shift]:
    """Every bid of the mentee's against their own, in each of the three ways."""
    yield from _in_one_breath(course)
    yield from _falling(course)
    yield from _towards(course)


def _in_one_breath(course: Course) -> Iterator[Shift]:
    wording = Wording.of(course.scenario.language)
    for step in course.steps:
        text = step.line.text
        figures = [one for one in step.reading.quantities if one.kind != "date"]
        if wording.has("trades", text) or (not wording.has("self", text) and "?" not in text):
            continue
        for one, other in pairwise(figures):
            between = text[one.end : other.start]
            is_same = measure(one) == measure(other) and one.per in {other.per, None}
            is_lower = wording.has("lowers", between) and one.value != other.value
            if is_same and is_lower and not step.found(*_GATHERS):
                quotes = (sentence_of(step, one), sentence_of(step, other))
                yield Shift(step, distinct(quotes) or distinct((excerpt(step.line),)))
                break


def _falling(course: Course) -> Iterator[Shift]:
    """Three turns that name one figure each, always further the same way."""
    bids = [(step, one) for step in course.steps for one in _bid(course, step)]
    for (a, first), (b, old), (c, new) in zip(bids, bids[1:], bids[2:], strict=False):
        is_one = len({measure(one) for one in (first, old, new)}) == 1
        is_down = (first.value - old.value) * (old.value - new.value) > 0
        if not is_one or not is_down or c.number - a.number > NEAR or c.found(*_GATHERS):
            continue
        theirs = {*named(course, b, new)[-1:], *named(course, c, new)[-1:]}
        is_nearer = all(abs(new.value - one) < abs(first.value - one) for one in theirs)
        if len(theirs) <= 1 and is_nearer:
            yield Shift(c, distinct((sentence_of(b, old), sentence_of(c, new))))


def _bid(course: Course, step: Step) -> tuple[Quantity, ...]:
    """The figure a line asks for, however it is worded: the only one of its measure there."""
    wording = Wording.of(course.scenario.language)
    if wording.has("trades", step.line.text) or step.found(*_SUPPORT):
        return ()
    figures = [one for one in step.reading.quantities if one.kind != "date"]
    measures = [measure(one) for one in figures]
    return tuple(one for one in figures[:1] if measures.count(measure(one)) == 1)


def _towards(course: Course) -> Iterator[Shift]:
    """Every second step towards the other side, for nothing, while their figure stood still."""
    offers = [(step, one) for step in course.steps for one in asked_figures(step)]
    for (_, first), (before, old), (step, new) in zip(offers, offers[1:], offers[2:], strict=False):
        if len({measure(first), measure(old), measure(new)}) > 1:
            continue
        stood = {*named(course, before, new)[-1:], *named(course, step, new)[-1:]}
        gaps = [abs(one.value - value) for value in stood for one in (first, old, new)]
        if len(stood) == 1 and gaps[0] > gaps[1] > gaps[2]:
            quotes = (sentence_of(before, old), sentence_of(step, new))
            yield Shift(step, distinct(quotes))
