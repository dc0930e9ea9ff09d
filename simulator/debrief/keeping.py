"""What to keep: at most three things, each of another move and turn, none invented.

They are what the rubric looked for and what visibly won the persona; nothing is kept from a breath
that hurt.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.debrief.course import Course, Step
from simulator.debrief.findings import Finding, evidence
from simulator.debrief.gaps import CATALOGUE, Gap
from simulator.debrief.quotes import Quote
from simulator.reading.moves import Move

MOST = 3
LEAST_WON = 0.3
"""Points won on a turn from which what was done there is worth keeping."""
KEEPABLE = (
    *(Move.REFLECTION, Move.ACKNOWLEDGEMENT, Move.SUMMARY, Move.APOLOGY, Move.I_STATEMENT),
    *(Move.OPEN_QUESTION, Move.INTERESTS, Move.ELICITING_PREFERENCE, Move.HANDING_OVER),
    *(Move.SEEKING_COLLABORATION, Move.AFFIRMATION, Move.CHECKING_UNDERSTANDING),
    *(Move.STATING_FACTS, Move.PROPOSAL, Move.OFFER, Move.CONCEDING),
)
"""Moves that are worth naming where they won something, the rarest first."""


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
    """Up to three things to keep: what the rubric looked for first, then what won the persona."""
    if course.is_stopped:
        return ()
    candidates = [*_asked_for(found), *_won(course)]
    candidates.sort(key=lambda one: -_worth(one))
    chosen: list[Kept] = []
    for one in candidates:
        is_new = all(
            one.move is not other.move and one.step.turn != other.step.turn for other in chosen
        )
        if len(chosen) < MOST and is_new and not _spoilt(one.step):
            chosen.append(one)
    return tuple(sorted(chosen, key=lambda one: one.step.turn))


def _asked_for(found: Sequence[Finding]) -> Iterable[Kept]:
    for finding in found:
        if finding.is_good and finding.step is not None and finding.item.seen is not None:
            sure = finding.step.found(*finding.item.seen.moves)
            if sure:
                move = max(sure, key=lambda one: one.confidence).move
                yield Kept(move, finding.step, finding.quotes, finding.skill, finding.id)


def _won(course: Course) -> Iterable[Kept]:
    for step in course.steps:
        if _gain(step) < LEAST_WON and not step.told and not step.granted:
            continue
        for move in KEEPABLE:
            if sure := step.found(move):
                best = max(sure, key=lambda one: one.confidence)
                yield Kept(move, step, evidence(step, (best,)), "")
                break


def _worth(one: Kept) -> float:
    given = len(one.step.told) + len(one.step.granted) + len(one.step.decision.cues_taken)
    return _gain(one.step) + 0.8 * given + (0.6 if one.item else 0)


def _gain(step: Step) -> float:
    return step.trust - step.tension


def _cost(step: Step) -> float:
    return max(0.0, -step.trust) + max(0.0, step.tension)


def _spoilt(step: Step) -> bool:
    """Whether the same breath hurt: then it is no example."""
    harms = tuple(
        move for gap in (Gap.BLAME, Gap.BELITTLING, Gap.THREAT) for move in CATALOGUE[gap].moves
    )
    return bool(step.found(*harms)) or _cost(step) > LEAST_WON or step.is_ruptured
