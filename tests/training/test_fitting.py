"""What the weights may add, found on lines that the fit has not seen."""

import pytest

pytest.importorskip("sklearn")
import numpy as np
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

from training.fitting import NAMES, NEVER, Seen, trust

LINES = 400
LIKELY = 100
"""Lines that look as if they did it."""


def added_from(name: str, right: int) -> float:
    """The probability from which a label is added, if `right` of the likely lines do it."""
    label = NAMES.index(name)
    truth = np.zeros((2 * LINES, len(NAMES)), dtype=bool)
    truth[np.linspace(0, LIKELY - 1, right).astype(int), label] = True
    raw = np.zeros((2 * LINES, len(NAMES)))
    raw[:LIKELY, label] = np.linspace(3.0, 5.0, LIKELY)
    sure = np.zeros_like(truth)
    seen = Seen([], csr_matrix((2 * LINES, 0)), truth, sure, frozenset())
    return trust(seen, raw, label).add


@pytest.mark.parametrize("name", ["reflection", "acknowledgement", "summary", "affirmation"])
def test_what_earns_trust_is_added_only_where_most_of_it_is_right(name: str) -> None:
    assert added_from(name, right=70) == NEVER
    assert added_from(name, right=90) < NEVER


def test_what_earns_nothing_is_added_more_readily_and_harm_less_so() -> None:
    assert added_from("procedural", right=70) < NEVER
    assert added_from("blame", right=82) == NEVER
