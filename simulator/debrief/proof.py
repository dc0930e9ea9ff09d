"""Proof: which of the mentee's words show a criterion best, of all that do.

Every sure find in every chance is weighed: on the subject, certain, in the sentence that does it,
near to what called for it, met by the persona, and what a mentor would point at for a move of its
kind. What only looks like it (a question about oneself, a demand where a way for both was looked
for, thanks where a talk was to be gathered) proves nothing and is no candidate. The points rank
the candidates of one item; they mean nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.debrief.course import Course, Step
from simulator.debrief.items import Item
from simulator.debrief.occasions import Occasion, Sighting, sighted, subjects
from simulator.debrief.quotes import Quote, span_of, telling
from simulator.debrief.weighing import HEARING, LONG, SHORT, Words, common, is_beside, of_its_kind
from simulator.debrief.wording import Kind, Wording
from simulator.reading.moves import SURE, Found, Move, Signal
from simulator.text import sentences, words

_KIND = (*HEARING, Move.OPEN_QUESTION, Move.I_STATEMENT)
_OUTRIGHT: Mapping[Move, Kind] = {
    Move.THREAT: "threatens",
    Move.POWER: "threatens",
    Move.BLAME: "blames",
    Move.UNDERMINING: "belittles",
    Move.RIGHTS: "rights",
}


@dataclass(frozen=True, slots=True)
class Proof:
    """Words that show an item, and how well they do."""

    step: Step
    found: Found
    quotes: tuple[Quote, ...]
    points: float


def proofs(course: Course, item: Item, chances: Iterable[Occasion]) -> tuple[Proof, ...]:
    """Everything in the mentee's words that shows `item`, the most telling first."""
    if item.seen is None:
        return ()
    topics = subjects(item, course.scenario)
    best: dict[tuple[int, Found], Proof] = {}
    for chance in chances:
        for seen in sighted(item.seen, chance):
            for one in _weighed(course, item, chance, seen, topics):
                key = (one.step.number, one.found)
                if key not in best or best[key].points < one.points:
                    best[key] = one
        for said in outright(course, item, chance):
            if not said.step.found(*item.moves):
                best[said.step.number, said.found] = said
    return tuple(sorted(best.values(), key=lambda one: -one.points))


def merit(course: Course, step: Step, found: Found) -> Proof | None:
    """How good an example of its move the find is, in points; None where it is none."""
    quote = _quoted(step, found)
    if quote is None:
        return None
    said = Words(course, (found.move,), "", step, found, quote)
    if is_beside(said):
        return None
    points = found.confidence + 0.02 * min(LONG, said.length) + of_its_kind(said)
    return Proof(step, found, (quote,), round(points, 3))


def outright(course: Course, item: Item, chance: Occasion) -> Iterator[Proof]:
    """What is to be avoided, done in so many words where nothing kind stands beside it."""
    for step, found in worded(course, item, chance):
        is_free = step.is_readable and not step.found(*_KIND)
        is_to_machine = any(one.signal is Signal.META for one in step.reading.signals)
        quote = span_of(step.line, found.start, found.end)
        if quote is not None and is_free and not is_to_machine:
            yield Proof(step, found, (quote,), found.confidence)


def worded(course: Course, item: Item, chance: Occasion) -> Iterator[tuple[Step, Found]]:
    """The sentences that do in so many words what is to be avoided, whatever they were read as."""
    wording = Wording.of(course.scenario.language)
    kinds = {kind: move for move, kind in _OUTRIGHT.items() if item.avoid and move in item.moves}
    for step in chance.window:
        for kind, move in kinds.items():
            for quote in wording.said(kind, step.line):
                yield step, Found(move, quote.start, quote.end, SURE)


def _weighed(
    course: Course, item: Item, chance: Occasion, seen: Sighting, topics: frozenset[str]
) -> Iterator[Proof]:
    for found in seen.found:
        quote = _quoted(seen.step, found)
        if quote is None:
            continue
        said = Words(course, item.moves, item.ask, seen.step, found, quote)
        if item.avoid:
            cost = max(0.0, -seen.step.trust) + max(0.0, seen.step.tension)
            yield Proof(seen.step, found, (quote,), 1.5 * found.confidence + 0.25 * min(2, cost))
        elif not is_beside(said):
            points = common(said, chance, topics) + of_its_kind(said)
            yield Proof(seen.step, found, (quote,), round(points, 3))


def _quoted(step: Step, found: Found) -> Quote | None:
    """The sentence; a bare "have I got that right?" with the one that it asks about."""
    quote = telling(step.line, found.start, found.end)
    is_check = found.move is Move.CHECKING_UNDERSTANDING
    if quote is None or not is_check or len(words(quote.quote)) >= SHORT:
        return quote
    for before, span in pairwise(sentences(step.line.text)):
        if span.start <= quote.start < span.end:
            return span_of(step.line, before.start, quote.end)
    return quote


def overlap(quotes: Sequence[Quote], others: Iterable[Quote]) -> bool:
    """Whether some of the same words are quoted in both."""
    return any(
        one.utterance == other.utterance and one.start < other.end and other.start < one.end
        for other in others
        for one in quotes
    )
