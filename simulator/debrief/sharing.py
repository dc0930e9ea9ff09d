"""Sharing out: which words are quoted for which criterion, so that none is quoted for two.

Every criterion starts with its best free proof, those with the fewest first; then pairs are changed
as long as both together are better shown. A criterion that can be shown in one way only keeps it,
even where another is shown by the same words.
"""

from collections.abc import Mapping, Sequence
from itertools import combinations, product

from simulator.debrief.proof import Proof, overlap

FEW = 5
"""Proofs of one criterion, the best first, that are tried against those of another."""
TWICE = 10.0
"""Points lost by quoting the same words for two criteria."""
ROUNDS = 3


def shared_out(shown: Mapping[str, Sequence[Proof]]) -> dict[str, Proof]:
    """One proof for every criterion that has any, by its id."""
    chosen: dict[str, Proof] = {}
    for name in sorted(shown, key=lambda one: len(shown[one])):
        free = (one for one in shown[name] if not _is_taken(one, chosen, ()))
        best = next(free, None) or next(iter(shown[name]), None)
        if best is not None:
            chosen[name] = best
    for _ in range(ROUNDS):
        changes = [_bettered(shown, chosen, pair) for pair in combinations(sorted(chosen), 2)]
        if not any(changes):
            break
    return chosen


def _bettered(
    shown: Mapping[str, Sequence[Proof]], chosen: dict[str, Proof], pair: tuple[str, str]
) -> bool:
    """Whether the two are better shown by other proofs, which they then have."""
    now = (chosen[pair[0]], chosen[pair[1]])
    ways = product(shown[pair[0]][:FEW], shown[pair[1]][:FEW])
    best = max(ways, key=lambda way: _worth(way, chosen, pair))
    if _worth(best, chosen, pair) <= _worth(now, chosen, pair):
        return False
    chosen.update(zip(pair, best, strict=True))
    return True


def _worth(way: tuple[Proof, Proof], chosen: Mapping[str, Proof], pair: tuple[str, str]) -> float:
    doubles = sum(_is_taken(one, chosen, pair) for one in way)
    doubles += overlap(way[0].quotes, way[1].quotes)
    return way[0].points + way[1].points - TWICE * doubles


def _is_taken(proof: Proof, chosen: Mapping[str, Proof], but: Sequence[str]) -> bool:
    return any(
        overlap(proof.quotes, other.quotes) for name, other in chosen.items() if name not in but
    )
