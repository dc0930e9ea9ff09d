"""Positions: what the mentee asks for over the talk, and where it changes or comes again.

A position has changed where a figure moves away from the other side, where what was said is taken
back, or where the same thing is wanted and then not wanted; and nothing beside it says why. To come
down towards the other is bargaining and no change. A position comes again where the same is asked
in nearly the same words, with nothing new.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.debrief.course import Course, Step
from simulator.debrief.findings import UNSURE, evidence
from simulator.debrief.measures import HEARING
from simulator.debrief.quotes import Quote, distinct, excerpt, span_of
from simulator.debrief.wording import Wording, spoken
from simulator.director.patterns import is_repeated
from simulator.reading.moves import SURE, Found, Move, Quantity
from simulator.text import fold, words

ASKS = (Move.PROPOSAL, Move.OFFER)
INSISTS = (*ASKS, Move.CONFRONT, Move.RIGHTS, Move.POWER, Move.I_STATEMENT)
GROUNDS = (
    *(Move.STATING_FACTS, Move.VOUCHING_FAIRNESS, Move.CONCEDING, Move.SUMMARY),
    *(Move.CHECKING_UNDERSTANDING, Move.ACKNOWLEDGEMENT, Move.REFLECTION, Move.APOLOGY),
)
"""Moves beside which a change speaks for itself, or is none."""
LISTENS = (
    *HEARING,
    *(Move.OPEN_QUESTION, Move.ELICITING_PREFERENCE, Move.CHECKING_UNDERSTANDING),
    *(Move.CLOSED_QUESTION, Move.SEEKING_COLLABORATION, Move.AFFIRMATION),
)
"""Moves that ask or listen, before which a proposal comes too soon."""
SAME = 0.6
"""Share of words of meaning in common from which two sentences are about the same."""
THOUSANDS = 1000
"""From here a bare number beside sums of money is one."""
MAYBE = 0.25
"""Confidence from which it may be that something was asked for."""
_STANDS = frozenset({*ASKS, Move.CONCEDING, Move.I_STATEMENT, Move.ADVICE})
WHOLE = 6
"""Words from which a line that is said again is a repetition, whatever it does."""
MANY = 5
"""Words of meaning from which a line can be told to say another again."""
AGAIN = 0.85
"""Share of a line's words of meaning that had stood in the other."""
LEAST = 3
"""Words of meaning below which nothing is compared."""


@dataclass(frozen=True, slots=True)
class Shift:
    """What was asked first, and what was asked then: both in the mentee's words."""

    step: Step
    quotes: tuple[Quote, ...]


def asking_steps(course: Course) -> tuple[Step, ...]:
    """The turns that ask for something, surely."""
    return tuple(step for step in course.steps if step.is_readable and step.found(*ASKS))


def asks_for_something(course: Course) -> bool:
    """Whether the mentee has a position at all, as far as can be told: however it is worded."""
    found = (one for step in course.steps for one in step.reading.moves)
    return any(one.move in _STANDS and one.confidence >= MAYBE for one in found)


def proposed(course: Course, step: Step) -> tuple[Found, ...]:
    """What the line surely puts forward as its own: said of oneself, or asked."""
    wording = Wording.of(course.scenario.language)
    found = []
    for one in step.found(*ASKS):
        said = next(iter(evidence(step, (one,))), None)
        if said is None or wording.has("arranges", said.quote):
            continue
        if said.quote.rstrip(' »”"').endswith("?") or wording.has("self", said.quote):
            found.append(one)
    if found or step.found(Move.SUMMARY, Move.CHECKING_UNDERSTANDING, Move.PROCEDURAL):
        return tuple(found)
    worded = wording.said("proposes", step.line)
    said = next((one for one in worded if not wording.has("arranges", one.quote)), None)
    return () if said is None else (Found(Move.PROPOSAL, said.start, said.end, SURE),)


def listened(course: Course, step: Step) -> Iterator[tuple[Step, Found]]:
    """What was asked or heard before the proposal of `step`, sure or nearly so, in order."""
    first = min((one.start for one in proposed(course, step)), default=0)
    for earlier in course.steps:
        for one in earlier.reading.moves:
            is_before = earlier.number < step.number
            is_before = is_before or (earlier is step and one.start <= first)
            if is_before and one.move in LISTENS and one.confidence >= UNSURE:
                yield earlier, one


def shifts(course: Course) -> Iterator[Shift]:
    """Every change of position without a word on why."""
    for step in course.steps:
        if step.is_readable and not _is_grounded(course, step):
            found = _retracted(course, step) or _figures(course, step) or _reversed(course, step)
            if found:
                yield Shift(step, found)


def repeats(course: Course) -> Iterator[Shift]:
    """Every time the same was asked again, with nothing new beside it."""
    for step in course.steps:
        is_insisting = bool(step.found(*INSISTS)) and not step.found(Move.STATING_FACTS)
        if not step.is_readable or not (is_insisting or step.reading.words >= WHOLE):
            continue
        if step.found(Move.SUMMARY, Move.CHECKING_UNDERSTANDING):
            continue
        first = next((one for one in course.steps if _is_like(course, one, step)), None)
        if first is not None:
            yield Shift(step, distinct((excerpt(first.line), excerpt(step.line))))


def _is_like(course: Course, one: Step, step: Step) -> bool:
    """Whether `step` says again what `one` had said, or the most of it."""
    if one.number >= step.number:
        return False
    own = content(course, step.line.text)
    is_in = len(own) >= MANY and len(own & content(course, one.line.text)) >= AGAIN * len(own)
    return is_in or is_repeated(step.decision.record, [one.decision.record])


def _is_grounded(course: Course, step: Step) -> bool:
    if step.found(*GROUNDS) or step.decision.levers:
        return True
    return Wording.of(course.scenario.language).has("reason", step.line.text)


def _retracted(course: Course, step: Step) -> tuple[Quote, ...]:
    """What was asked before is taken back in so many words."""
    wording = Wording.of(course.scenario.language)
    quote = next(wording.said("retracts", step.line), None)
    if quote is None:
        return ()
    about = content(course, quote.quote)
    old = [
        one
        for earlier in course.steps
        if earlier.number < step.number
        for one in spoken(earlier.line)
        if about & content(course, one.quote)
    ]
    asked = [one for one in asking_steps(course) if one.number < step.number]
    if not old and asked:
        old = list(evidence(asked[-1], asked[-1].found(*ASKS)[:1]))
    return (old[-1], quote) if old else ()


def _figures(course: Course, step: Step) -> tuple[Quote, ...]:
    """A figure that moves away from the other side's."""
    for one in asked_figures(step):
        before = [
            (earlier, old)
            for earlier in course.steps
            if earlier.number < step.number
            for old in asked_figures(earlier)
            if measure(old) == measure(one) and old.per in {one.per, None}
        ]
        if not before or before[-1][1].value == one.value:
            continue
        earlier, old = before[-1]
        if _is_away(course, step, old, one):
            return distinct(
                (
                    sentence_of(earlier, old) or span_of(earlier.line, old.start, old.end),
                    sentence_of(step, one) or span_of(step.line, one.start, one.end),
                )
            )
    return ()


def asked_figures(step: Step) -> tuple[Quantity, ...]:
    """The figures a line asks for: one of each unit, or the line asks for none of it."""
    offers = step.found(Move.OFFER)
    inside = [
        one
        for one in step.reading.quantities
        if one.kind != "date" and any(f.start <= one.start and one.end <= f.end for f in offers)
    ]
    units = [(one.unit, one.per) for one in inside]
    return tuple(one for one in inside if units.count((one.unit, one.per)) == 1)


def measure(figure: Quantity) -> str:
    """What a figure is a figure of; money is money, whether or not its currency was said."""
    is_sum = figure.unit == "count" and figure.value >= THOUSANDS
    return "money" if figure.kind == "money" or is_sum else f"{figure.kind} {figure.unit}"


def named(course: Course, step: Step, figure: Quantity) -> list[float]:
    """What the other side had named in that measure before the turn, in order."""
    return [
        one.value
        for utterance in course.session.said_by("persona")
        if utterance.turn < step.turn
        for one in course.recogniser.read(utterance.text).quantities
        if measure(one) == measure(figure)
    ]


def _is_away(course: Course, step: Step, old: Quantity, new: Quantity) -> bool:
    """Whether the new figure lies further from what the other side last named, or may."""
    issues = course.scenario.negotiation.issues if course.scenario.negotiation else ()
    prefers = next((one.prefers for one in issues if one.unit == new.unit), None)
    if prefers is not None:
        return (new.value > old.value) == (prefers == "low")
    theirs = named(course, step, new)
    return bool(theirs) and abs(new.value - theirs[-1]) > abs(old.value - theirs[-1])


def _reversed(course: Course, step: Step) -> tuple[Quote, ...]:
    """The same is wanted and then not, or the other way round."""
    wording = Wording.of(course.scenario.language)
    for said in spoken(step.line):
        if not _is_own(wording, said):
            continue
        own = content(course, said.quote)
        for earlier in course.steps:
            if earlier.number >= step.number or len(own) < LEAST:
                continue
            for old in spoken(earlier.line):
                other = content(course, old.quote)
                is_same = len(own & other) >= max(LEAST, SAME * len(own | other))
                is_turned = wording.has("negates", old.quote) != wording.has("negates", said.quote)
                if is_same and is_turned and _is_own(wording, old):
                    return distinct((old, said))
    return ()


def _is_own(wording: Wording, said: Quote) -> bool:
    """Whether the sentence states something of oneself."""
    return not said.quote.rstrip(' »”"').endswith("?") and wording.has("self", said.quote)


def content(course: Course, text: str) -> frozenset[str]:
    """The stems of the words that carry meaning, and the figures, in `text`."""
    heard = course.recogniser.heard(text)
    plain = fold(text)
    figures = {plain[one.start : one.end] for one in words(plain)}
    return heard.content | {word for word in figures if word.isdigit()}


def sentence_of(step: Step, figure: Quantity) -> Quote | None:
    return next(
        (one for one in spoken(step.line) if one.start <= figure.start and figure.end <= one.end),
        None,
    )
