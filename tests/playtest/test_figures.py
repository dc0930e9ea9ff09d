"""The figures of a play-test are what their definitions say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.playtest.figures import auc, decided_at

SCORES = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=1, max_size=12)


def test_all_above_is_one() -> None:
    assert auc([1, 0.9], [0.2, 0.1]) == 1


def test_equal_is_a_half() -> None:
    assert auc([0.5, 0.5], [0.5]) == 0.5


def test_without_both_kinds_there_is_no_figure() -> None:
    assert auc([], [0.5]) is None


@given(SCORES, SCORES)
def test_the_chance_of_winning_and_of_losing_make_one(one: list[float], other: list[float]) -> None:
    there, back = auc(one, other), auc(other, one)

    assert there is not None
    assert back is not None
    assert abs(there + back - 1) < 1e-9


@given(SCORES, SCORES)
def test_the_chance_is_the_share_of_pairs_won(better: list[float], worse: list[float]) -> None:
    pairs = [(high > low) + 0.5 * (high == low) for high in better for low in worse]

    assert auc(better, worse) == pytest.approx(sum(pairs) / len(pairs))


def test_a_talk_is_decided_where_the_stances_part_for_good() -> None:
    able = [(0.0, 1.0, 2.0, 3.0), (0.0, 0.5, 2.0, 2.5)]
    unable = [(0.0, 1.0, -1.0, -2.0), (0.0, 0.7, 0.0)]

    assert decided_at(able, unable) == 3


def test_a_lead_that_is_lost_again_decides_nothing() -> None:
    assert decided_at([(1.0, 0.0)], [(0.0, 0.0)]) is None


def test_one_kind_alone_decides_nothing() -> None:
    assert decided_at([(1.0,)], []) is None
