"""Bids against oneself are told only where nothing was wanted in return."""

import pytest

from simulator.debrief.gaps import Gap
from tests.debrief.talks import recorded

TALK = """
Ana: What would you take for the bike?
Ben: I had thought of something. It was my brother's.
Ana: {first}
Ben: Hm.
Ana: {second}
Ben: Hm, hm.
Ana: {third}
Ben: All right.
"""


def gaps(first: str, second: str, third: str) -> set[Gap]:
    debrief = recorded(TALK.format(first=first, second=second, third=third), "Ana", "en")
    return {one.gap for one in (*debrief.tries, *debrief.further)}


@pytest.mark.parametrize(
    "lines",
    [
        ("I can offer 200 euros.", "I could do 230 euros.", "I'd go to 260 euros."),
        ("It looks well kept.", "I'd give 200 euros. Or even 230 euros.", "What do you say?"),
    ],
)
def test_figures_given_way_on_for_nothing_are_bids_against_oneself(
    lines: tuple[str, str, str],
) -> None:
    assert Gap.BIDDING_DOWN in gaps(*lines)


@pytest.mark.parametrize(
    "lines",
    [
        ("I can offer 200 euros.", "I could do 230 euros.", "With the lock, 260 euros."),
        ("It looks well kept.", "I'd give between 200 and 230 euros.", "What do you say?"),
        ("I can offer 200 euros.", "I could do 230 euros.", "I'd go to 210 euros."),
    ],
)
def test_whoever_trades_names_a_range_or_turns_back_bids_against_nobody(
    lines: tuple[str, str, str],
) -> None:
    assert Gap.BIDDING_DOWN not in gaps(*lines)
