"""Threads: gaps that no single turn shows, found by looking across the talk.

Each rule says from how many turns on it may speak; on a shorter talk it is silent.
"""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise

from simulator.debrief.bidding import given_alone
from simulator.debrief.course import Course, Step
from simulator.debrief.findings import SHORTEST, evidence
from simulator.debrief.gaps import Gap
from simulator.debrief.measures import HEARING, asks_why, measures
from simulator.debrief.positions import proposed
from simulator.debrief.quotes import Quote, distinct, excerpt
from simulator.debrief.settling import settling
from simulator.debrief.slips import Slip
from simulator.debrief.wording import Wording
from simulator.director.patterns import is_repeated
from simulator.reading.moves import Move, Signal

RUN = 3
"""Closed questions, or minimal answers, one turn after the other."""
TALKS_MOST = 0.72
"""Share of the words from which somebody holds the floor, if they ask nothing."""
ASKED_LITTLE = 5
"""Turns from which a talk without any question about reasons is worth a word."""
SINGLE = 3
"""Offers on one issue alone, where there were several to trade."""
SUPPORT = frozenset({Move.STATING_FACTS, Move.INTERESTS, Move.VOUCHING_FAIRNESS})


def threads(course: Course) -> Iterator[Slip]:
    """Every slip that shows across turns."""
    if len(course.steps) < SHORTEST:
        return
    for find in (_closed_run, _minimal_run, _repeated, _self_focus, _unrepaired):
        yield from find(course)
    yield from _bargaining(course)
    yield from settling(course)
    yield from _left_open(course)


def _closed_run(course: Course) -> Iterator[Slip]:
    run: list[Step] = []
    for step in course.steps:
        is_closed = step.found(Move.CLOSED_QUESTION) and not asks_why(step)
        run = [*run, step] if is_closed and not _gives(course, step) else []
        if len(run) == RUN:
            found = tuple(step.found(Move.CLOSED_QUESTION)[0] for step in run)
            pairs = zip(run, found, strict=True)
            quotes = distinct(quote for one, f in pairs for quote in evidence(one, (f,)))
            yield Slip(Gap.CLOSED_RUN, step, quotes, 0.6)
            return


def _gives(course: Course, step: Step) -> bool:
    """Whether the line hears, checks or proposes, and only asks for a yes to that."""
    is_offered = step.found(*HEARING, Move.CHECKING_UNDERSTANDING, Move.PROPOSAL, Move.OFFER)
    return bool(is_offered or proposed(course, step))


def _minimal_run(course: Course) -> Iterator[Slip]:
    run: list[Step] = []
    for step in course.steps:
        is_minimal = step.found(Move.MINIMAL_ANSWER) or not step.reading.words
        run = [*run, step] if is_minimal else []
        if len(run) == RUN:
            quotes = distinct((excerpt(step.heard), *(excerpt(one.line) for one in run)))
            yield Slip(Gap.MINIMAL, step, quotes, 1.0)
            return


def _repeated(course: Course) -> Iterator[Slip]:
    """The same ask again, nearly word for word, with no question between the two."""
    for step in course.steps:
        is_asking = step.found(Move.PROPOSAL, Move.OFFER, Move.CONFRONT, Move.RIGHTS, Move.POWER)
        if is_asking and is_repeated(step.decision.record, step.before.history):
            yield Slip(Gap.POSITION_REPEATED, step, distinct((excerpt(step.line),)), 0.6)
            return


def _self_focus(course: Course) -> Iterator[Slip]:
    figures = measures(course)
    asks = any(asks_why(step) for step in course.steps)
    if asks or len(course.steps) < ASKED_LITTLE:
        return
    if figures.talk_share is None or figures.talk_share < TALKS_MOST:
        return
    step = max(course.steps, key=lambda one: one.reading.words)
    yield Slip(Gap.SELF_FOCUS, step, distinct((excerpt(step.heard), excerpt(step.line))), 0.6)


def _unrepaired(course: Course) -> Iterator[Slip]:
    """The persona closed up, and in the next two turns nothing was done about it."""
    for before, step in pairwise(course.steps):
        earlier = course.at(before.number - 1)
        if not before.is_ruptured or (earlier is not None and earlier.is_ruptured):
            continue
        window = course.after(step, 2)
        if len(window) < 2 or any(one.found(*HEARING, Move.APOLOGY) for one in window):
            continue
        yield Slip(Gap.UNREPAIRED, step, distinct((excerpt(step.heard), excerpt(step.line))), 1.0)
        return


def _bargaining(course: Course) -> Iterator[Slip]:
    negotiation = course.scenario.negotiation
    for shift in islice(given_alone(course), 1):
        yield Slip(Gap.BIDDING_DOWN, shift.step, shift.quotes, 1.0)
    if negotiation is None:
        return
    offers = [step for step in course.steps if step.found(Move.OFFER)]
    if offers and not _is_supported(course, offers[0]) and course.end.table.agreed is None:
        found = offers[0].found(Move.OFFER)
        yield Slip(Gap.UNSUPPORTED, offers[0], evidence(offers[0], found[:1]), 0.4)
    sizes = [len(_asked(step)) for step in course.steps if _asked(step)]
    bids = [step for step in course.steps if step in offers or _names(course, step)]
    if len(negotiation.issues) > 1 and len(bids) >= SINGLE and max(sizes, default=0) == 1:
        quotes = distinct(excerpt(step.line) for step in bids[:SINGLE])
        yield Slip(Gap.SINGLE_ISSUE, bids[SINGLE - 1], quotes, 0.6)
    for one, other in pairwise(offers):
        if _has_given_alone(course, one, other):
            yield Slip(Gap.BIDDING_DOWN, other, _offer_quotes([one, other]), 0.6)
            return


def _names(course: Course, step: Step) -> bool:
    """Whether the line names a figure of what is negotiated, after something had been asked."""
    issues = course.scenario.negotiation.issues if course.scenario.negotiation else ()
    units = {issue.unit for issue in issues}
    return bool(_asked(step)) and any(one.unit in units for one in step.reading.quantities)


def _is_supported(course: Course, offer: Step) -> bool:
    """Whether a fact or a reason was given up to that turn, or in the one after."""
    steps = [step for step in course.steps if step.number <= offer.number + 1]
    return any(step.found(*SUPPORT) or step.decision.levers for step in steps)


def _has_given_alone(course: Course, one: Step, other: Step) -> bool:
    """The mentee lowered a demand, for nothing, while the other side had not moved since."""
    wording = Wording.of(course.scenario.language)
    if wording.has("reason", other.line.text) or other.found(*SUPPORT):
        return False
    if other.reading.has(Move.SUMMARY, Move.CHECKING_UNDERSTANDING):
        return False
    is_moved = one.before.table.offered != other.before.table.offered
    return not is_moved and _lowered(course, _asked(one), _asked(other))


def _lowered(
    course: Course, first: Mapping[str, float | str], second: Mapping[str, float | str]
) -> bool:
    issues = course.scenario.negotiation.issues if course.scenario.negotiation else ()
    for issue in issues:
        old, new = first.get(issue.id), second.get(issue.id)
        if isinstance(old, str) or isinstance(new, str) or old is None or new is None:
            continue
        if (new < old) if issue.prefers == "low" else (new > old):
            return True
    return False


def _asked(step: Step) -> Mapping[str, float | str]:
    asked = step.after.table.asked
    return asked.values if asked is not None else {}


def _offer_quotes(offers: list[Step]) -> tuple[Quote, ...]:
    return distinct(
        quote for step in offers for quote in evidence(step, step.found(Move.OFFER)[:1])
    )


def _left_open(course: Course) -> Iterator[Slip]:
    """Something was agreed, and the mentee took their leave without gathering it."""
    last = course.steps[-1]
    if not (course.end.granted or course.end.table.agreed):
        return
    if not last.reading.signalled(Signal.FAREWELL, Signal.THANKS):
        return
    gathering = (Move.SUMMARY, Move.CHECKING_UNDERSTANDING, Move.PROCEDURAL)
    if any(step.found(*gathering) for step in course.steps[-3:]):
        return
    yield Slip(Gap.NO_SUMMARY, last, distinct((excerpt(last.heard), excerpt(last.line))), 0.4)
