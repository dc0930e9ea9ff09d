"""Where people rule differently: per scenario and item, who ruled what and why.

An item on which the draft and its readers part, or two readers of the same session, is an item to
rewrite: the report says so of the item, and says nothing of anybody who ruled.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from simulator.debrief.review.agreement import ENOUGH, LOW_SHARE, name_of, own_verdict
from simulator.debrief.review.records import Ruling, Verdict
from simulator.debrief.review.review import Review


@dataclass(frozen=True, slots=True)
class Opinion:
    """One mentor's ruling on one point of one session."""

    session: str
    reviewer: str
    drafted: Verdict
    ruling: Ruling
    verdict: Verdict | None
    """What the mentor holds; None where the point was rejected."""
    reason: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """One item of one scenario, with every ruling on it, by session."""

    scenario: str
    item: str
    opinions: tuple[Opinion, ...]

    def count(self, ruling: Ruling) -> int:
        """How often it was ruled so."""
        return sum(one.ruling == ruling for one in self.opinions)

    @property
    def split(self) -> tuple[str, ...]:
        """The sessions on which two mentors hold different verdicts."""
        held: dict[str, dict[str, Verdict | None]] = defaultdict(dict)
        for one in self.opinions:
            held[one.session][one.reviewer] = one.verdict
        return tuple(name for name, said in held.items() if len(set(said.values())) > 1)

    @property
    def is_to_rewrite(self) -> bool:
        """Two mentors part on the same session, or too many rulings leave the draft."""
        n = len(self.opinions)
        return bool(self.split) or (n >= ENOUGH and self.count("accepted") / n < LOW_SHARE)


def disputes(reviews: Iterable[Review]) -> tuple[Dispute, ...]:
    """Every item that somebody adjusted or rejected, or two mentors part on, the most so first."""
    by_item: dict[tuple[str, str], list[Opinion]] = defaultdict(list)
    for review in reviews:
        for drafted in review.opened.draft:
            ruled = review.rulings.get(drafted.id)
            if ruled is not None:
                by_item[review.opened.scenario, name_of(drafted.id)].append(
                    Opinion(
                        session=review.session,
                        reviewer=review.reviewer,
                        drafted=drafted.verdict,
                        ruling=ruled.ruling,
                        verdict=own_verdict(drafted, ruled),
                        reason=ruled.reason,
                    )
                )
    found = [
        Dispute(scenario, item, tuple(opinions)) for (scenario, item), opinions in by_item.items()
    ]
    found = [one for one in found if one.split or one.count("accepted") < len(one.opinions)]
    return tuple(sorted(found, key=_rank))


def _rank(one: Dispute) -> tuple[str, bool, float, str]:
    share = one.count("accepted") / len(one.opinions)
    return one.scenario, not one.is_to_rewrite, share, one.item
