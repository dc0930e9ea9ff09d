"""Counting by skill: of the items that had a chance in a talk, how many went as wanted.

What a mentor signed counts in place of the draft's own verdict; what they rejected counts for
nothing, what they added counts. A count is never turned into a mark: it stays two small whole
numbers, and an item without a chance, or without a verdict, is in neither of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.debrief.findings import Finding, Verdict
from simulator.debrief.review.agreement import own_verdict
from simulator.debrief.review.review import Review, Signature


@dataclass(frozen=True, slots=True)
class Point:
    """One item of one skill, with the verdict that counts."""

    id: str
    skill: str
    verdict: Verdict
    is_to_avoid: bool = False
    turn: int | None = None
    """The utterance it is about, where it is about one."""

    @property
    def had_chance(self) -> bool:
        """Whether the talk called for it and it could be judged."""
        return self.verdict in {"observed", "not-observed"}

    @property
    def is_as_wanted(self) -> bool:
        """Done where it was wanted, or left out where it should be."""
        return self.verdict == ("not-observed" if self.is_to_avoid else "observed")


@dataclass(frozen=True, slots=True)
class Tally:
    """One skill in one talk. Counts are of items."""

    skill: str
    wanted: int
    """As wanted, of those that had a chance."""
    chances: int
    unjudged: int
    """That nobody could judge."""

    @property
    def missed(self) -> int:
        """Items that had a chance and did not go as wanted."""
        return self.chances - self.wanted


def points(findings: Iterable[Finding], reviews: Sequence[Review] = ()) -> tuple[Point, ...]:
    """The items that belong to a skill, each with the verdict that was signed last, or its own."""
    found = {
        one.id: Point(
            one.id, one.skill, one.verdict, one.is_to_avoid, one.step.turn if one.step else None
        )
        for one in findings
        if one.skill
    }
    signed = signed_last(reviews)
    if signed is None:
        return tuple(found.values())
    review, signature = signed
    for drafted in review.opened.draft:
        ruled, mine = signature.rulings.get(drafted.id), found.get(drafted.id)
        if ruled is None or mine is None:
            continue
        verdict = own_verdict(drafted, ruled)
        if verdict is None:
            del found[drafted.id]
        else:
            found[mine.id] = Point(mine.id, mine.skill, verdict, mine.is_to_avoid, mine.turn)
    added = (
        Point(one.point, one.skill, one.verdict, turn=next((at.turn for at in one.spots), None))
        for one in signature.added
        if one.skill
    )
    return (*found.values(), *added)


def signed_last(reviews: Iterable[Review]) -> tuple[Review, Signature] | None:
    """The review that was signed last, with its latest signature; None where nobody signed."""
    signed = [(one, one.signatures[-1]) for one in reviews if one.is_signed]
    return max(signed, key=lambda pair: pair[1].at, default=None)


def tallies(counted: Iterable[Point], skills: Iterable[str] = ()) -> tuple[Tally, ...]:
    """One tally a skill: those of `skills` in their order, then any other that occurs."""
    every = tuple(counted)
    names = dict.fromkeys((*skills, *(one.skill for one in every)))
    return tuple(_tally(name, [one for one in every if one.skill == name]) for name in names)


def _tally(skill: str, mine: list[Point]) -> Tally:
    chances = [one for one in mine if one.had_chance]
    return Tally(
        skill=skill,
        wanted=sum(one.is_as_wanted for one in chances),
        chances=len(chances),
        unjudged=sum(one.verdict == "could-not-judge" for one in mine),
    )
