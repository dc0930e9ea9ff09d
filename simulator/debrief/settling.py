"""Settling: what the deal itself gives to speak of, told once each.

Less than the mentee's own limit was taken (the reservation value of Raiffa 1982: below it, no deal
is better than the deal), or a figure came down for nothing and with no word why. A reason, a fact,
something wanted in return, or a move of the other side's beside it, and nothing is said.
"""

from collections.abc import Iterator

from simulator.debrief.course import Course, Step
from simulator.debrief.deal import Lowered, lowered, shortfalls
from simulator.debrief.gaps import Gap
from simulator.debrief.quotes import Quote, distinct, excerpt
from simulator.debrief.slips import Slip
from simulator.debrief.wording import Wording, spoken
from simulator.reading.moves import Move

_SUPPORT = (
    *(Move.STATING_FACTS, Move.INTERESTS, Move.VOUCHING_FAIRNESS),
    *(Move.SUMMARY, Move.CHECKING_UNDERSTANDING),
)


def settling(course: Course) -> Iterator[Slip]:
    """What was taken below a limit, then what was given way on alone: at most one of each."""
    for short in shortfalls(course)[:1]:
        step = short.step
        yield Slip(Gap.BELOW_LIMIT, step, distinct((excerpt(step.heard), excerpt(step.line))), 1.5)
    for one in lowered(course):
        if not _is_explained(course, one.step):
            yield Slip(Gap.BIDDING_DOWN, one.step, _figures(one), 0.8)
            return


def _is_explained(course: Course, step: Step) -> bool:
    wording = Wording.of(course.scenario.language)
    text = step.line.text
    if step.found(*_SUPPORT) or step.decision.levers:
        return True
    return wording.has("reason", text) or wording.has("trades", text)


def _figures(one: Lowered) -> tuple[Quote, ...]:
    """The sentence that asked for more, and the one that asks for less."""
    return distinct((_figure(one.before), _figure(one.step)))


def _figure(step: Step) -> Quote | None:
    """The sentence with a figure in it."""
    for said in spoken(step.line):
        if any(said.start <= one.start < said.end for one in step.reading.quantities):
            return said
    return excerpt(step.line)
