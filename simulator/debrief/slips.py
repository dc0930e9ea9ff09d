"""Slips: where in a talk a named gap shows, turn by turn, each with its evidence.

Precision comes first: only sure finds count, a gap is told once per turn, and what cost nothing
and was asked for by nobody is left to the selection to keep silent about. Gaps that only show
over several turns are found in `simulator.debrief.threads`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from simulator.debrief.concerns import (
    HEARD,
    concerns,
    is_about_self,
    is_elsewhere,
    is_to_machine,
)
from simulator.debrief.course import Course, Step
from simulator.debrief.cues import cue_courses
from simulator.debrief.findings import evidence
from simulator.debrief.gaps import CATALOGUE, Gap
from simulator.debrief.measures import HEARING
from simulator.debrief.positions import listened, proposed
from simulator.debrief.quotes import Quote, distinct, excerpt, found_in, span_of
from simulator.debrief.wording import Kind, Wording
from simulator.reading.moves import Found, Move, Signal
from simulator.text import sentences, words

LONG_TURN = 90
"""Words in one breath."""
SELF_AT_LENGTH = 5
"""Words for oneself in a line that stays with oneself."""
PILE = 3
"""Questions in one breath."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A gap at a turn; `quotes` are what was said to the mentee, if it matters, and by them."""

    gap: Gap
    step: Step
    quotes: tuple[Quote, ...]
    weight: float = 0.0
    """What it weighs beyond what it did to the stance."""

    @property
    def cost(self) -> float:
        """Points of trust lost and tension gained on that turn."""
        return _cost(self.step)


_DONE: tuple[tuple[Gap, tuple[Move, ...]], ...] = tuple(
    (gap, CATALOGUE[gap].moves)
    for gap in (
        *(Gap.THREAT, Gap.BELITTLING, Gap.BLAME, Gap.ABSOLUTES),
        *(Gap.DISMISSAL, Gap.ARGUING, Gap.RIGHTS, Gap.JARGON),
    )
)
_HARMFUL = (*(move for _, moves in _DONE for move in moves), Move.ADVICE)
_WEIGHT = {Gap.THREAT: 1.0, Gap.BELITTLING: 1.0, Gap.BLAME: 0.8, Gap.DISMISSAL: 0.8}
_WORDED: tuple[tuple[Gap, Kind], ...] = (
    (Gap.THREAT, "threatens"),
    (Gap.BLAME, "blames"),
    (Gap.BELITTLING, "belittles"),
    (Gap.RIGHTS, "rights"),
)
_SOFTENED = frozenset({Gap.RIGHTS, Gap.ARGUING, Gap.DISMISSAL, Gap.JARGON, Gap.FLATTERY})
"""Gaps that are none in a breath that also listens, as long as it cost nothing."""
_KIND = (*HEARING, Move.OPEN_QUESTION, Move.I_STATEMENT, Move.APOLOGY, Move.AFFIRMATION)
HURT = 0.5
"""Points lost on a turn from which nothing in it was meant well enough."""
_PRESSING = ((Gap.PLEADING, Signal.PLEADING), (Gap.FLATTERY, Signal.FLATTERY))


def slips(course: Course) -> Iterator[Slip]:
    """Every slip that one turn shows by itself, or against what it answers."""
    for step in course.steps:
        if step.is_readable:
            yield from _done(course, step)
            if not is_to_machine(step):
                yield from _worded(course, step)
                yield from _pressed(step)
                yield from _advised(course, step)
            yield from _too_much(step)
            yield from _early(course, step)
    yield from _passed_over(course)
    yield from _self_focused(course)
    yield from _missed_cues(course)


def _done(course: Course, step: Step) -> Iterator[Slip]:
    for gap, moves in _DONE:
        if gap in _SOFTENED and is_to_machine(step):
            continue
        if (found := step.found(*moves)) and not _is_meant_well(course, step, gap, found):
            yield Slip(gap, step, evidence(step, _surest(found)), _WEIGHT.get(gap, 0.3))
    abuse = [one for one in step.reading.signals if one.signal is Signal.ABUSE and one.is_sure]
    if abuse and not step.found(Move.UNDERMINING):
        quote = span_of(step.line, abuse[0].start, abuse[0].end)
        yield Slip(Gap.BELITTLING, step, distinct((quote,)), 1.0)


def _worded(course: Course, step: Step) -> Iterator[Slip]:
    """Harm in so many words, which the reading was not sure of."""
    wording = Wording.of(course.scenario.language)
    for gap, kind in _WORDED:
        if step.found(*CATALOGUE[gap].moves) or step.found(*_KIND):
            continue
        if quote := next(wording.said(kind, step.line), None):
            yield Slip(gap, step, (quote,), _WEIGHT.get(gap, 0.3))


def _is_meant_well(course: Course, step: Step, gap: Gap, found: tuple[Found, ...]) -> bool:
    """Whether an "always" was drawn from what was told, or a rule was named while listening."""
    if gap is Gap.ABSOLUTES and not step.found(Move.BLAME, Move.UNDERMINING):
        wording = Wording.of(course.scenario.language)
        return all(wording.opens("concludes", quote.quote) for quote in evidence(step, found))
    if gap in _SOFTENED and _cost(step) < HURT:
        return bool(step.found(*_KIND))
    return False


def _pressed(step: Step) -> Iterator[Slip]:
    for gap, signal in _PRESSING:
        for one in step.reading.signals:
            if one.signal is signal and one.is_sure and not _is_grounded(step, gap):
                yield Slip(gap, step, distinct((span_of(step.line, one.start, one.end),)), 0.4)


def _is_grounded(step: Step, gap: Gap) -> bool:
    """Whether praise came with what it is for, or beside something that listens."""
    return gap is Gap.FLATTERY and _cost(step) < HURT and bool(step.found(*_KIND))


def _cost(step: Step) -> float:
    return max(0.0, -step.trust) + max(0.0, step.tension)


def _too_much(step: Step) -> Iterator[Slip]:
    text = step.line.text
    asked = [span for span in sentences(text) if span.of(text).rstrip(' »”"').endswith("?")]
    if len(asked) >= PILE and step.reading.has(Move.OPEN_QUESTION, Move.CLOSED_QUESTION):
        quote = span_of(step.line, asked[0].start, asked[-1].end)
        yield Slip(Gap.QUESTION_STACKING, step, distinct((quote,)), 0.4)
    if len(words(step.line.text)) >= LONG_TURN:
        yield Slip(Gap.MONOLOGUE, step, distinct((excerpt(step.line),)), 0.5)


def _advised(course: Course, step: Step) -> Iterator[Slip]:
    """Advice unasked: nothing was asked or heard in the same breath."""
    if step.found(*HEARING, Move.SEEKING_COLLABORATION, Move.OPEN_QUESTION, Move.APOLOGY):
        return
    wording = Wording.of(course.scenario.language)
    if found := step.found(Move.ADVICE):
        advised = evidence(step, _surest(found))
    elif step.heard is None or wording.has("warms", step.line.text):
        return
    else:
        advised = tuple(islice(wording.said("advises", step.line), 1))
    if advised:
        yield Slip(Gap.RIGHTING_REFLEX, step, distinct((excerpt(step.heard), *advised)), 0.5)


def _early(course: Course, step: Step) -> Iterator[Slip]:
    found = proposed(course, step)
    if found and next(listened(course, step), None) is None:
        yield Slip(Gap.EARLY_SOLUTION, step, evidence(step, _surest(found)), 0.6)


def _passed_over(course: Course) -> Iterator[Slip]:
    """Something of the other's own was told, and nothing shows that it was heard."""
    for one in concerns(course):
        step = one.met
        if one.kind == "cue" or one.taking is step or not step.line.text.strip():
            continue
        if step.found(*_HARMFUL) or _presses(step):
            continue
        if one.taking is not None and not one.is_late and _is_heard(one.kind, one.taking):
            continue
        gap = Gap.MINIMAL if step.found(Move.MINIMAL_ANSWER) else Gap.PASSED_OVER
        gap = Gap.SELF_FOCUS if is_about_self(course, step) else gap
        yield Slip(gap, step, distinct((one.said, excerpt(step.line))), 0.8)


def _is_heard(kind: str, taking: Step) -> bool:
    """Whether the turn after the next makes up for it: a fact that was told wants to be heard."""
    return kind == "voiced" or bool(taking.found(*HEARD))


def _self_focused(course: Course) -> Iterator[Slip]:
    """The mentee speaks of themselves at length where something of the other's is being told."""
    met = {one.met.number for one in concerns(course)}
    for step in course.steps:
        is_underway = step.number - 1 in met and step.number not in met
        is_own = step.found(Move.I_STATEMENT) and step.decision.record.topics
        if not is_underway or step.heard is None or is_own or not is_elsewhere(course, step):
            continue
        if is_about_self(course, step, SELF_AT_LENGTH):
            yield Slip(
                Gap.SELF_FOCUS, step, distinct((excerpt(step.heard), excerpt(step.line))), 0.6
            )


def _presses(step: Step) -> bool:
    return step.reading.signalled(*(signal for _, signal in _PRESSING), Signal.ABUSE)


def _missed_cues(course: Course) -> Iterator[Slip]:
    """A cue that passed, at the turn that shows it best."""
    taken = {one.met.number for one in concerns(course) if one.kind == "cue" and one.is_met}
    for one in cue_courses(course):
        step, answer = one.settling, one.offering.answer
        if one.offering.number + 1 in taken:
            continue
        if one.outcome != "missed" or step is None or answer is None or not step.is_readable:
            continue
        heard = (found_in(answer, line) for line in one.cue.says)
        said = next((quote for quote in heard if quote), None) or excerpt(answer)
        never_told = one.cue.points_to is not None and one.cue.points_to not in course.end.spoken
        quotes = distinct((said, excerpt(step.line)))
        yield Slip(Gap.MISSED_CUE, step, quotes, 1.2 if never_told else 0.5)


def _surest(found: tuple[Found, ...]) -> tuple[Found, ...]:
    return (max(found, key=lambda one: one.confidence),)
