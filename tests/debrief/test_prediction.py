"""What was expected beside what was found."""

import pytest

from simulator.debrief.prediction import Met, compared
from simulator.debrief.tally import Tally
from simulator.practice.events import Expected, PredictionMade


def met(tally: Tally, expected: Expected | None) -> Met:
    given = {tally.skill: expected} if expected else {}
    (one,) = compared(PredictionMade(expected=given), [tally])
    return one.state


def of(wanted: int, chances: int, unjudged: int = 0) -> Tally:
    return Tally("proposing", wanted, chances, unjudged)


@pytest.mark.parametrize(
    ("wanted", "expected", "state"),
    [
        (3, "yes", "as-expected"),
        (2, "yes", "as-expected"),
        (1, "yes", "less"),
        (0, "no", "as-expected"),
        (1, "no", "as-expected"),
        (2, "no", "more"),
    ],
)
def test_half_of_four_is_found_and_less_is_not(wanted: int, expected: Expected, state: Met) -> None:
    assert met(of(wanted, 4), expected) == state


def test_who_was_unsure_expected_nothing() -> None:
    assert met(of(1, 1), "unsure") == "unsure"
    assert met(of(1, 1), None) == "unsaid"


def test_without_a_chance_nothing_is_compared() -> None:
    assert met(of(0, 0), "yes") == "no-chance"


def test_a_verdict_that_is_wanting_is_no_missed_expectation() -> None:
    assert met(of(0, 0, unjudged=2), "yes") == "could-not-judge"


def test_without_a_prediction_there_is_nothing_to_compare() -> None:
    assert compared(None, [of(1, 1)]) == ()
