"""Agreement between draft and mentors, item by item, over the reviews there are.

Cohen's κ (Cohen 1960: A Coefficient of Agreement for Nominal Scales) over the verdicts that were
given before the draft's was shown, and over no others: whoever has seen a verdict is led by it.
Only the first ruling on a point that was to be ruled on so can be one of them, whatever it claims.
Beside it stands the share of all rulings that let the draft stand. Both come with the number that
they rest on. It speaks of items, never of people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.debrief.review.points import blind
from simulator.debrief.review.records import Drafted, Ruled, Verdict
from simulator.debrief.review.review import Review

ENOUGH = 5
"""Rulings from which a low figure is worth a flag."""
LOW_KAPPA = 0.4
"""Below it agreement beyond chance is poor (Fleiss 1981: Statistical Methods for Rates and
Proportions) or at best fair (Landis & Koch 1977)."""
LOW_SHARE = 0.6
"""Share of rulings below which an item is flagged whatever its κ: of two verdicts as frequent as
each other, chance alone agrees on half, and .6 is a κ of .2, slight at best (Landis & Koch 1977).
"""

Pair = tuple[Verdict, Verdict]
"""The draft's verdict and the mentor's own, given blind."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often one item's draft was let stand, and how far blind verdicts agreed with it."""

    scenario: str
    """Empty over all scenarios."""
    item: str
    """Empty over all items. A thing to keep or to try goes by its name without its turn."""
    n: int
    """Rulings."""
    accepted: int
    blind: int
    """Verdicts given before the draft's was shown."""
    matched: int
    """Those of them that were the draft's."""
    kappa: float | None
    """Over the blind ones; None where it is not defined: none, or one verdict throughout."""

    @property
    def share(self) -> float | None:
        """Observed agreement over all rulings, 0 to 1; None where there are none."""
        return self.accepted / self.n if self.n else None

    @property
    def is_low(self) -> bool:
        """Few agree with the draft here, on rulings enough to say so."""
        few = self.share is not None and self.n >= ENOUGH and self.share < LOW_SHARE
        poor = self.kappa is not None and self.blind >= ENOUGH and self.kappa < LOW_KAPPA
        return few or poor


def agreement(reviews: Iterable[Review]) -> tuple[Agreement, ...]:
    """Over everything; items met in several scenarios; then each scenario and its items."""
    rulings: dict[tuple[str, str], list[tuple[Ruled, Pair | None]]] = defaultdict(list)
    for review in reviews:
        scenario = review.opened.scenario
        for item, ruled, pair in _ruled(review):
            for key in (("", ""), ("", item), (scenario, ""), (scenario, item)):
                rulings[key].append((ruled, pair))
    held = Counter(item for scenario, item in rulings if scenario)
    return tuple(
        _row(scenario, item, rulings[scenario, item])
        for scenario, item in sorted(rulings)
        if scenario or not item or held[item] > 1
    )


def kappa(pairs: Sequence[Pair]) -> float | None:
    """Cohen's κ of two readers' verdicts: (observed − expected) ÷ (1 − expected), −1 to 1.

    None where there is nothing to reckon with, and where both gave one and the same verdict
    throughout: agreement by chance is then certain.
    """
    if not pairs:
        return None
    n = len(pairs)
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = sum(one == other for one, other in pairs) * n
    expected = sum(count * theirs[verdict] for verdict, count in ours.items())
    whole = n * n
    return None if expected == whole else (observed - expected) / (whole - expected)


def name_of(point: str) -> str:
    """The point's name over several sessions: without its turn."""
    return point.partition("@")[0]


def own_verdict(drafted: Drafted, ruled: Ruled) -> Verdict | None:
    """What the mentor holds; None where they rejected the point."""
    if ruled.ruling == "rejected":
        return None
    return ruled.verdict or drafted.verdict


def _ruled(review: Review) -> Iterator[tuple[str, Ruled, Pair | None]]:
    """Each point with its latest ruling, and the verdicts where the first was given blind."""
    first: dict[str, Ruled] = {}
    for _, one in review.history:
        first.setdefault(one.point, one)
    hidden = blind(review.session, review.opened.draft)
    for drafted in review.opened.draft:
        ruled = review.rulings.get(drafted.id)
        if ruled is None:
            continue
        own = first[drafted.id]
        is_blind = own.is_blind and drafted.id in hidden
        pair = (drafted.verdict, own.verdict) if is_blind and own.verdict else None
        yield name_of(drafted.id), ruled, pair


def _row(scenario: str, item: str, rulings: Sequence[tuple[Ruled, Pair | None]]) -> Agreement:
    pairs = [pair for _, pair in rulings if pair is not None]
    return Agreement(
        scenario=scenario,
        item=item,
        n=len(rulings),
        accepted=sum(ruled.ruling == "accepted" for ruled, _ in rulings),
        blind=len(pairs),
        matched=sum(one == other for one, other in pairs),
        kappa=kappa(pairs),
    )
