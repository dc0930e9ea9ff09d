"""What to keep: at most three things, each of another move and turn, none invented.

A line is kept that a mentor would praise: a good example of its move, for what it won, took up or
opened, in a hard moment more than in an easy one, and the best of its kind in the talk. Nothing is
kept from a breath that hurt, from a story of one's own where the other's matter was on the table,
or from the turn that took less than the mentee's own limit. Where two people talked nobody was
moved: there the moves speak alone, and only sure ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.debrief.course import Course, Step
from simulator.debrief.deal import shortfalls
from simulator.debrief.findings import MAYBE, Finding
from simulator.debrief.gaps import CATALOGUE, Gap
from simulator.debrief.proof import Proof, merit, overlap
from simulator.debrief.quotes import Quote
from simulator.debrief.weighing import ASKING, HEARING, PUTTING
from simulator.debrief.wording import Kind, Wording
from simulator.reading.moves import Move, Signal

MOST = 3
LEAST_WON = 0.3
"""Points won on a turn from which what was done there is worth keeping."""
CLEAR = 0.7
"""Confidence from which a move of a recorded conversation is held up as an example."""
HARSH = 0.35
"""Confidence from which harm in a line forbids to hold it up."""
CALM = 4.0
"""Tension above which a moment is a hard one."""
KEEPABLE = (
    *(Move.REFLECTION, Move.ACKNOWLEDGEMENT, Move.SUMMARY, Move.APOLOGY, Move.I_STATEMENT),
    *(Move.OPEN_QUESTION, Move.INTERESTS, Move.ELICITING_PREFERENCE, Move.HANDING_OVER),
    *(Move.SEEKING_COLLABORATION, Move.AFFIRMATION, Move.CHECKING_UNDERSTANDING),
    *(Move.STATING_FACTS, Move.PROPOSAL, Move.OFFER, Move.CONCEDING),
)
"""Moves that are worth naming where they won something, the rarest first."""
_TALKED = (
    *(Move.REFLECTION, Move.ACKNOWLEDGEMENT, Move.SUMMARY, Move.APOLOGY),
    *(Move.OPEN_QUESTION, Move.PROPOSAL, Move.OFFER),
)
"""Moves that are worth naming whatever became of them."""
_YIELDING = frozenset({Move.PROPOSAL, Move.OFFER, Move.CONCEDING})
_HARMS = tuple(
    move
    for gap in (Gap.BLAME, Gap.BELITTLING, Gap.THREAT, Gap.DISMISSAL, Gap.ABSOLUTES)
    for move in CATALOGUE[gap].moves
)
_OUTRIGHT: tuple[Kind, ...] = ("threatens", "blames", "belittles")


@dataclass(frozen=True, slots=True)
class Kept:
    """Something to keep: the move, the mentee's words, what followed."""

    move: Move
    step: Step
    quotes: tuple[Quote, ...]
    skill: str
    item: str = ""
    """The rubric item that looked for it, if one did."""


def to_keep(course: Course, found: Sequence[Finding]) -> tuple[Kept, ...]:
    """Up to three things to keep, the most worth first, shown in the order of the talk."""
    if course.is_stopped:
        return ()
    every = _talked(course) if course.is_recorded else (*_asked_for(course, found), *_won(course))
    ranked = [one for _, one in sorted(every, key=lambda pair: -pair[0])]
    chosen: list[Kept] = []
    for is_like in (_is_of_a_kind, _is_alike):
        for one in ranked:
            if len(chosen) < MOST and not any(is_like(one, other) for other in chosen):
                chosen.append(one)
    return tuple(sorted(chosen, key=lambda one: one.step.turn))


def _is_alike(one: Kept, other: Kept) -> bool:
    return one.move is other.move or one.step.turn == other.step.turn


def _is_of_a_kind(one: Kept, other: Kept) -> bool:
    """Whether both ask, both hear, or both put a way forward."""
    is_one = any(one.move in kind and other.move in kind for kind in (ASKING, HEARING, PUTTING))
    return is_one or _is_alike(one, other)


def _asked_for(course: Course, found: Sequence[Finding]) -> Iterator[tuple[float, Kept]]:
    """What the rubric looked for and found, in the words that show it."""
    for finding in found:
        step = finding.step
        if (
            not finding.is_good
            or step is None
            or finding.item.seen is None
            or _spoilt(course, step)
        ):
            continue
        for proof in _examples(course, step, finding.item.seen.moves):
            if overlap(proof.quotes, finding.quotes) and proof.found.move in KEEPABLE:
                kept = Kept(proof.found.move, step, finding.quotes, finding.skill, finding.id)
                yield _worth(proof) + 0.6, kept


def _won(course: Course) -> Iterator[tuple[float, Kept]]:
    """What visibly won the persona, whoever looked for it."""
    for step in course.steps:
        is_won = _gain(step) >= LEAST_WON or step.told or step.granted
        if is_won and not _spoilt(course, step):
            for proof in _examples(course, step, KEEPABLE):
                yield _worth(proof), Kept(proof.found.move, step, proof.quotes, "")


def _examples(course: Course, step: Step, moves: Sequence[Move]) -> Iterator[Proof]:
    """The turn's good examples of `moves`."""
    took_less = {one.step.number for one in shortfalls(course)}
    for found in step.found(*moves):
        is_putting = found.move in PUTTING
        if is_putting and (step.number in took_less or step.found(Move.STATING_FACTS)):
            continue
        proof = merit(course, step, found)
        if proof is None or proof.points < found.confidence or _is_sharp(proof):
            continue
        if found.move is not Move.CONCEDING or _is_traded(course, proof):
            yield proof


def _is_sharp(proof: Proof) -> bool:
    """Whether the very words may hurt, or tell the other what to do, or ask for a plain yes."""
    move, sure = proof.found.move, proof.found.confidence
    if move is Move.CHECKING_UNDERSTANDING and sure < CLEAR:
        return True
    return any(
        (one.move in _HARMS and one.confidence >= MAYBE)
        or (one.move is Move.ADVICE and one.is_sure)
        for one in proof.step.reading.moves
        if any(one.start < quote.end and quote.start < one.end for quote in proof.quotes)
    )


def _is_traded(course: Course, proof: Proof) -> bool:
    """Whether something is wanted in return for what is given up."""
    return Wording.of(course.scenario.language).has("trades", proof.quotes[0].quote)


def _worth(proof: Proof) -> float:
    """What it won, what it opened, how hard the moment was, and how good an example it is."""
    step = proof.step
    given = len(step.told) + len(step.granted) + len(step.decision.cues_taken)
    return _gain(step) + 0.8 * given + 0.15 * max(0, step.stood.tension - CALM) + proof.points


def _talked(course: Course) -> Iterator[tuple[float, Kept]]:
    """Good examples in a conversation that two people held."""
    wording = Wording.of(course.scenario.language)
    for step in course.steps:
        answer = step.answer.text if step.answer else ""
        is_refused = wording.has("protests", answer)
        if _spoilt(course, step) or is_refused or not step.is_readable:
            continue
        for found in step.found(*_TALKED):
            proof = merit(course, step, found) if found.confidence >= CLEAR else None
            if proof is not None and not _is_sharp(proof) and _is_to_the_point(course, proof):
                yield proof.points, Kept(found.move, step, proof.quotes, "")


def _is_to_the_point(course: Course, proof: Proof) -> bool:
    """Whether a question goes into what was said, and a way forward says who does what, or when."""
    step, move, text = proof.step, proof.found.move, proof.quotes[0].quote
    if proof.points < proof.found.confidence:
        return False
    if move is Move.OPEN_QUESTION:
        heard = course.recogniser.heard
        said = heard(step.heard.text).content if step.heard else frozenset()
        return bool(said & heard(text).content) or proof.step.number > 1
    if move in _YIELDING:
        is_dated = any(
            proof.quotes[0].start <= one.start < proof.quotes[0].end
            for one in step.reading.quantities
        )
        return is_dated or Wording.of(course.scenario.language).has("next", text)
    return True


def _gain(step: Step) -> float:
    return step.trust - step.tension


def _cost(step: Step) -> float:
    return max(0.0, -step.trust) + max(0.0, step.tension)


def _spoilt(course: Course, step: Step) -> bool:
    """Whether the same breath hurt, or may have: then it is no example."""
    if _cost(step) > LEAST_WON or step.is_ruptured:
        return True
    if any(one.signal is Signal.ABUSE for one in step.reading.signals):
        return True
    wording = Wording.of(course.scenario.language)
    if any(wording.has(kind, step.line.text) for kind in _OUTRIGHT):
        return not step.found(*HEARING)
    return any(one.move in _HARMS and one.confidence >= HARSH for one in step.reading.moves)
