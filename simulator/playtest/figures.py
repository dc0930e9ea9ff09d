"""Figures over runs: the chance that skill wins, and the turn from which it shows.

AUC is the chance that a skilled run ends better than an unskilled one (Mann–Whitney U over both
counts, ties counted half).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

LEAST_AUC = 0.9


def auc(better: Sequence[float], worse: Sequence[float]) -> float | None:
    """Chance that one of `better` is above one of `worse`; ties count half; None without both."""
    if not better or not worse:
        return None
    low = sorted(worse)
    wins = sum((bisect_left(low, one) + bisect_right(low, one)) / 2 for one in better)
    return wins / (len(better) * len(worse))


def decided_at(
    better: Sequence[Sequence[float]], worse: Sequence[Sequence[float]], least: float = LEAST_AUC
) -> int | None:
    """The turn from which the stance alone tells `better` from `worse`, and does so to the end.

    A course holds trust less tension after each of the mentee's turns; one that ended keeps its
    last value. None where the two kinds are never told apart with an AUC of `least`, or one is
    missing.
    """
    longest = max((len(course) for course in (*better, *worse)), default=0)
    decided: int | None = None
    for turn in range(longest, 0, -1):
        apart = auc(_at(better, turn), _at(worse, turn))
        if apart is None or apart < least:
            break
        decided = turn
    return decided


def _at(courses: Sequence[Sequence[float]], turn: int) -> list[float]:
    return [course[min(turn, len(course)) - 1] for course in courses if course]
