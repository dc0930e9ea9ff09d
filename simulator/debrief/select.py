"""What to try: at most three things, none invented, each with its evidence.

They are weighed by what they did to the stance, by whether the scenario asks for them,
and by its skills; at most one per named gap, one per turn, and two of one skill. Where a talk went
well, a small miss that cost nothing stays unsaid: silence where things were fine.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from simulator.debrief.course import Course, Step
from simulator.debrief.findings import Finding
from simulator.debrief.gaps import Gap
from simulator.debrief.quotes import Quote
from simulator.debrief.slips import Slip, slips
from simulator.debrief.threads import threads

MOST = 3
GOOD_SCORE = 0.8
"""Outcome from which only what cost something, or a cue that led somewhere, is worth a word."""
LEAST = 0.5
"""Weight under which a slip that no rubric item asks about stays unsaid."""
ASKED = 1.0
"""Weight of being what the rubric asks."""
ACROSS = 0.9
"""Weight of being what every talk is asked across its turns."""

DONE = frozenset(
    {
        *(Gap.BLAME, Gap.ABSOLUTES, Gap.BELITTLING, Gap.THREAT, Gap.DISMISSAL, Gap.ARGUING),
        *(Gap.RIGHTING_REFLEX, Gap.QUESTION_STACKING, Gap.PLEADING, Gap.FLATTERY),
        *(Gap.PASSED_OVER, Gap.MONOLOGUE, Gap.RIGHTS, Gap.JARGON, Gap.POSITION_CHANGED),
        *(Gap.POSITION_REPEATED, Gap.LEFT_HANGING, Gap.UNREPAIRED),
        *(Gap.CLOSED_RUN, Gap.MINIMAL, Gap.BIDDING_DOWN, Gap.SELF_FOCUS, Gap.EARLY_SOLUTION),
        Gap.BELOW_LIMIT,
    }
)
"""Gaps that are something done or passed by in plain sight: never too small for a word."""


@dataclass(frozen=True, slots=True)
class Tried:
    """Something to try: the gap, the evidence, what followed."""

    gap: Gap
    step: Step
    quotes: tuple[Quote, ...]
    skill: str
    weight: float
    item: str = ""
    is_across: bool = False
    """It is what every talk is asked across its turns."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The things to try that matter, and what else was found: each the weightiest first."""

    tries: tuple[Tried, ...] = ()
    further: tuple[Tried, ...] = ()


def to_try(course: Course, found: Sequence[Finding]) -> tuple[Tried, ...]:
    """Up to three things to try, the weightiest first."""
    return picked(course, found).tries


def picked(course: Course, found: Sequence[Finding]) -> Chosen:
    """Up to three things to try, and what they leave unsaid that a mentor may still want."""
    if course.is_stopped:
        return Chosen()
    weighed = sorted(_merged(_weighed(course, found)), key=lambda one: (-one.weight, one.step.turn))
    worth = [one for one in weighed if not _is_fine(course, one)]
    chosen: list[Tried] = []
    for one in worth:
        if len(chosen) < MOST and not _is_double(one, chosen):
            chosen.append(one)
    left = (one for one in weighed if one not in chosen and (one in worth or one.item))
    return Chosen(tuple(chosen), tuple(left))


def _weighed(course: Course, found: Sequence[Finding]) -> Iterable[Tried]:
    skills = {gap: finding.skill for finding in found for gap in finding.gaps}
    for slip in (*slips(course), *threads(course)):
        yield _of_slip(slip, skills.get(slip.gap, ""))
    for finding in found:
        gap, step = finding.gap, finding.step
        if gap is not None and step is not None:
            is_across = finding.source == "across"
            weight = (ACROSS if is_across else ASKED) + _cost(step)
            yield Tried(gap, step, finding.quotes, finding.skill, weight, finding.id, is_across)


def _of_slip(slip: Slip, skill: str) -> Tried:
    asked = ASKED / 2 if skill else 0
    return Tried(slip.gap, slip.step, slip.quotes, skill, slip.cost + slip.weight + asked)


def _merged(tried: Iterable[Tried]) -> Iterable[Tried]:
    """One per gap: where it weighs most; asked for by the rubric if it is so anywhere."""
    by_gap: dict[Gap, Tried] = {}
    for one in tried:
        other = by_gap.get(one.gap)
        if other is None:
            by_gap[one.gap] = one
            continue
        best = max(one, other, key=lambda each: each.weight)
        by_gap[one.gap] = replace(
            best,
            item=one.item or other.item,
            skill=best.skill or one.skill or other.skill,
            is_across=one.is_across or other.is_across,
        )
    return by_gap.values()


def _is_double(one: Tried, chosen: Sequence[Tried]) -> bool:
    """Whether the same turn, the same lack or the same skill was already spoken of enough."""
    if any(one.step.turn == other.step.turn or _same_lack(one.gap, other.gap) for other in chosen):
        return True
    return bool(one.skill) and sum(one.skill == other.skill for other in chosen) >= MOST - 1


_KIN: tuple[frozenset[Gap], ...] = (
    frozenset({Gap.NOT_HEARD, Gap.PASSED_OVER}),
    frozenset({Gap.REASONS_NOT_ASKED, Gap.CLOSED_RUN, Gap.SELF_FOCUS}),
    frozenset({Gap.BLAME, Gap.ABSOLUTES, Gap.BELITTLING}),
    frozenset({Gap.UNSUPPORTED, Gap.EARLY_SOLUTION}),
)


def _same_lack(one: Gap, other: Gap) -> bool:
    return any(one in kin and other in kin for kin in _KIN)


def _is_fine(course: Course, one: Tried) -> bool:
    """Whether it is not worth a word: light, or left undone in a talk that went well without it."""
    if one.gap in DONE or one.is_across:
        return False
    if one.weight < LEAST or (one.weight <= LEAST and not one.item and _cost(one.step) <= 0):
        return True
    is_good = course.score is not None and course.score >= GOOD_SCORE
    return is_good and _cost(one.step) < LEAST and one.weight < ASKED + LEAST


def _cost(step: Step) -> float:
    return max(0.0, -step.trust) + max(0.0, step.tension)
