"""Both verdicts on every point: the draft's, and beside it what each mentor ruled.

The mentee is shown what was signed, as it was signed last; what a mentor has written since counts
for them once it is signed in its turn. Neither verdict ever hides the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from simulator.debrief.openings import Audience
from simulator.debrief.review.agreement import own_verdict
from simulator.debrief.review.records import Drafted, PointAdded, Ruled, Ruling, Verdict
from simulator.debrief.review.review import Review


@dataclass(frozen=True, slots=True)
class Given:
    """One mentor's ruling, with its time and the first version that holds it."""

    reviewer: str
    drafted: Verdict
    """The draft's verdict as that mentor's review holds it."""
    ruling: Ruling
    verdict: Verdict | None
    """What the mentor holds; None where they rejected the point."""
    reason: str
    at: datetime
    is_blind: bool
    version: int | None
    """None where it is not signed."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One point of the draft, and what was ruled on it."""

    point: Drafted
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Addition:
    """A point that a mentor added."""

    reviewer: str
    point: PointAdded
    version: int | None
    """The first version that holds it; None where it is not signed."""


def verdicts(reviews: Iterable[Review], audience: Audience = "mentee") -> tuple[Verdicts, ...]:
    """Every point of the drafts, in their order, each once, with the rulings `audience` may see."""
    points: dict[str, Drafted] = {}
    given: dict[str, list[Given]] = {}
    for review in reviews:
        if audience == "mentee" and not review.is_signed:
            continue
        rulings = review.rulings if audience == "mentor" else review.signatures[-1].rulings
        for point in review.opened.draft:
            points.setdefault(point.id, point)
            ruled = rulings.get(point.id)
            if ruled is not None:
                given.setdefault(point.id, []).append(_given(review, point, ruled))
    return tuple(Verdicts(point, tuple(given.get(name, ()))) for name, point in points.items())


def additions(reviews: Iterable[Review], audience: Audience = "mentee") -> tuple[Addition, ...]:
    """The points that mentors added, as far as `audience` may see them."""
    found = []
    for review in reviews:
        if audience == "mentor":
            shown = review.added
        else:
            shown = review.signatures[-1].added if review.is_signed else ()
        for one in shown:
            held = (signed.version for signed in review.signatures if one in signed.added)
            found.append(Addition(review.reviewer, one, next(held, None)))
    return tuple(found)


def _given(review: Review, point: Drafted, ruled: Ruled) -> Given:
    held = (one.version for one in review.signatures if one.rulings.get(point.id) is ruled)
    at = next(at for at, one in reversed(review.history) if one is ruled)
    return Given(
        reviewer=review.reviewer,
        drafted=point.verdict,
        ruling=ruled.ruling,
        verdict=own_verdict(point, ruled),
        reason=ruled.reason,
        at=at,
        is_blind=ruled.is_blind,
        version=next(held, None),
    )
