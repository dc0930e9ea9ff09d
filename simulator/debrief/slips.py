"""Slips: where in a talk a named gap shows, turn by turn, each with its evidence.

Precision comes first: only sure finds count, a gap is told once per turn, and what cost nothing
and was asked for by nobody is left to the selection to keep silent about. Gaps that only show
over several turns are found in `simulator.debrief.threads`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.debrief.course import Course, Step
from simulator.debrief.cues import cue_courses
from simulator.debrief.findings import evidence
from simulator.debrief.gaps import CATALOGUE, Gap
from simulator.debrief.measures import HEARING
from simulator.debrief.quotes import Quote, distinct, excerpt, found_in, span_of
from simulator.director.conduct import conduct_of
from simulator.director.patterns import is_early
from simulator.director.topics import topics_of_fact
from simulator.library.scenario import Fact
from simulator.reading.moves import Found, Language, Move, Signal
from simulator.text import fold, sentences, words

LONG_TURN = 90
"""Words in one breath."""
UNSURE = 0.5
"""Confidence above which a doubtful reflection is still given the benefit."""
_SECOND_PERSON: Mapping[Language, frozenset[str]] = {
    "en": frozenset({"you", "your", "you're", "you've", "yours", "yourself"}),
    "fr": frozenset({"tu", "te", "t'", "toi", "ton", "ta", "tes", "vous", "votre", "vos"}),
}
_STEM = 6
"""Letters by which a word is known again, whatever its ending."""
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
        return max(0.0, -self.step.trust) + max(0.0, self.step.tension)


_DONE: tuple[tuple[Gap, tuple[Move, ...]], ...] = tuple(
    (gap, CATALOGUE[gap].moves)
    for gap in (
        *(Gap.THREAT, Gap.BELITTLING, Gap.BLAME, Gap.ABSOLUTES),
        *(Gap.DISMISSAL, Gap.ARGUING, Gap.RIGHTS, Gap.JARGON),
    )
)
_HARMFUL = (*(move for _, moves in _DONE for move in moves), Move.ADVICE)
_WEIGHT = {Gap.THREAT: 1.0, Gap.BELITTLING: 1.0, Gap.BLAME: 0.8, Gap.DISMISSAL: 0.8}
_PRESSING = ((Gap.PLEADING, Signal.PLEADING), (Gap.FLATTERY, Signal.FLATTERY))


def slips(course: Course) -> Iterator[Slip]:
    """Every slip that one turn shows by itself, or against what it answers."""
    for step in course.steps:
        if step.is_readable:
            yield from _done(step)
            yield from _pressed(step)
            yield from _too_much(step)
            yield from _advised(step)
            yield from _early(step)
            yield from _passed_over(course, step)
    yield from _missed_cues(course)


def _done(step: Step) -> Iterator[Slip]:
    for gap, moves in _DONE:
        if found := step.found(*moves):
            yield Slip(gap, step, evidence(step, _surest(found)), _WEIGHT.get(gap, 0.3))
    abuse = [one for one in step.reading.signals if one.signal is Signal.ABUSE and one.is_sure]
    if abuse and not step.found(Move.UNDERMINING):
        quote = span_of(step.line, abuse[0].start, abuse[0].end)
        yield Slip(Gap.BELITTLING, step, distinct((quote,)), 1.0)


def _pressed(step: Step) -> Iterator[Slip]:
    for gap, signal in _PRESSING:
        for one in step.reading.signals:
            if one.signal is signal and one.is_sure:
                yield Slip(gap, step, distinct((span_of(step.line, one.start, one.end),)), 0.4)


def _too_much(step: Step) -> Iterator[Slip]:
    text = step.line.text
    asked = [span for span in sentences(text) if span.of(text).rstrip(' »”"').endswith("?")]
    if len(asked) >= PILE and step.reading.has(Move.OPEN_QUESTION, Move.CLOSED_QUESTION):
        quote = span_of(step.line, asked[0].start, asked[-1].end)
        yield Slip(Gap.QUESTION_STACKING, step, distinct((quote,)), 0.4)
    if len(words(step.line.text)) >= LONG_TURN:
        yield Slip(Gap.MONOLOGUE, step, distinct((excerpt(step.line),)), 0.5)


def _advised(step: Step) -> Iterator[Slip]:
    """Advice unasked: nothing was asked or heard in the same breath."""
    found = step.found(Move.ADVICE)
    if found and not step.found(*HEARING, Move.SEEKING_COLLABORATION, Move.OPEN_QUESTION):
        quotes = distinct((excerpt(step.heard), *evidence(step, _surest(found))))
        yield Slip(Gap.RIGHTING_REFLEX, step, quotes, 0.5)


def _early(step: Step) -> Iterator[Slip]:
    conduct = conduct_of(step.reading, names_topic=bool(step.decision.record.topics))
    found = step.found(Move.OFFER) or step.found(Move.PROPOSAL)
    if found and is_early(conduct, step.before.history):
        yield Slip(Gap.EARLY_SOLUTION, step, evidence(step, _surest(found)), 0.6)


def _passed_over(course: Course, step: Step) -> Iterator[Slip]:
    """The persona has just told something of their own, and nothing shows that it was heard."""
    earlier = course.at(step.number - 1)
    if earlier is None or not earlier.told or step.heard is None or not step.line.text.strip():
        return
    if step.found(*HEARING, Move.APOLOGY, Move.AFFIRMATION, Move.CHECKING_UNDERSTANDING):
        return
    if any(one.move in HEARING and one.confidence > UNSURE for one in step.reading.moves):
        return
    if step.found(*_HARMFUL) or _presses(step) or _speaks_to_them(course, step):
        return
    told = next((fact for fact in course.scenario.facts if fact.id in earlier.told), None)
    if _builds_on(course, step, told):
        return
    spoken = next(
        (quote for line in (told.says if told else ()) if (quote := found_in(step.heard, line))),
        excerpt(step.heard),
    )
    yield Slip(Gap.PASSED_OVER, step, distinct((spoken, excerpt(step.line))), 0.8)


def _presses(step: Step) -> bool:
    return step.reading.signalled(*(signal for _, signal in _PRESSING), Signal.ABUSE)


def _speaks_to_them(course: Course, step: Step) -> bool:
    """Whether the line is about the other person: it may well give back what they told."""
    plain = fold(step.line.text)
    said = {plain[start:end] for start, end in words(plain)}
    return not said.isdisjoint(_SECOND_PERSON[course.scenario.language])


def _builds_on(course: Course, step: Step, told: Fact | None) -> bool:
    """Whether the line takes up what was told in another way: asks, proposes, or speaks of it."""
    asks_or_offers = (Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.INTERESTS)
    if step.found(*asks_or_offers, Move.PROPOSAL, Move.OFFER, Move.CONCEDING, Move.HANDING_OVER):
        return True
    if told is None or step.heard is None:
        return told is None
    if set(step.decision.record.topics).intersection(topics_of_fact(course.scenario, told.id)):
        return True
    return bool(_telling(step.heard.text) & _telling(step.line.text))


def _telling(text: str) -> frozenset[str]:
    """The beginnings of the long words of a text: what it speaks of."""
    plain = fold(text)
    return frozenset(
        plain[start : start + _STEM] for start, end in words(plain) if end - start >= _STEM
    )


def _missed_cues(course: Course) -> Iterator[Slip]:
    """A cue that passed, at the turn that shows it best."""
    for one in cue_courses(course):
        step, answer = one.settling, one.offering.answer
        if one.outcome != "missed" or step is None or answer is None or not step.is_readable:
            continue
        heard = (found_in(answer, line) for line in one.cue.says)
        said = next((quote for quote in heard if quote), None) or excerpt(answer)
        never_told = one.cue.points_to is not None and one.cue.points_to not in course.end.spoken
        quotes = distinct((said, excerpt(step.line)))
        yield Slip(Gap.MISSED_CUE, step, quotes, 1.2 if never_told else 0.5)


def _surest(found: tuple[Found, ...]) -> tuple[Found, ...]:
    return (max(found, key=lambda one: one.confidence),)
