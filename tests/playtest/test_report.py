"""The figures of a play-test are what their definitions say."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.playtest.report import auc
from simulator.playtest.runs import play
from simulator.playtest.variation import varied
from tests.playtest.shelf import staged

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


@given(st.lists(st.text(min_size=1), max_size=12), st.integers(0, 99))
def test_a_variation_says_nothing_of_its_own(lines: list[str], seed: int) -> None:
    said = varied(lines, seed)

    assert sorted(said) == sorted(varied(lines, seed))
    assert all(line in lines for line in said)
    assert said[:1] == tuple(lines[:1])


def test_a_script_that_runs_out_counts_for_the_ending_that_had_begun() -> None:
    stage = staged("pay-and-presence", "en")
    lines = stage.scenario.playtest["skilled"]
    whole = play(stage, lines, mentee="skilled", seed=0)
    cut = play(stage, lines[: whole.turns - 1], mentee="skilled", seed=0)

    assert cut.session.ended is None
    assert (cut.ending, cut.score) == (whole.ending, whole.score) == ("deal", 1.0)
