import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.director.packages import Scale, Sheet, Value, counter_offer
from simulator.library.scenario import NegotiatedIssue, Negotiation
from tests.director.scene import SCENARIO

assert SCENARIO.negotiation is not None
SHEET = Sheet(SCENARIO.negotiation)
PAY, REMOTE = (Scale(issue) for issue in SCENARIO.negotiation.issues)
CHOICE = NegotiatedIssue.model_validate(
    {
        "id": "start",
        "topic": "pay",
        "options": [
            {"id": "spring", "value": 1},
            {"id": "now", "value": 0.4},
            {"id": "never", "value": 0},
        ],
    }
)

asked = st.fixed_dictionaries(
    {"pay": st.integers(60, 120).map(lambda half: half * 500.0)},
    optional={"remote": st.integers(0, 6).map(float)},
)
weights = st.fixed_dictionaries({"pay": st.floats(0.5, 3), "remote": st.floats(0.5, 3)})


def test_worth_runs_from_limit_to_opening() -> None:
    assert PAY.worth(46500) == 0
    assert PAY.worth(42000) == 1
    assert PAY.worth(44250) == pytest.approx(0.5)
    assert PAY.worth(41000) == 1
    assert PAY.worth(47000) < 0


def test_options_are_worth_what_their_author_says() -> None:
    scale = Scale(CHOICE)

    assert scale.opening == "spring"
    assert scale.worth("now") == 0.4
    assert scale.worth("unheard-of") < 0
    assert list(scale.steps("spring", "now")) == ["now"]


def test_a_persona_may_want_more_rather_than_less() -> None:
    hours = Scale(
        NegotiatedIssue(id="hours", topic="pay", prefers="high", opens=40, limit=30, step=5)
    )

    assert hours.worth(35) == 0.5
    assert list(hours.steps(40.0, 20.0)) == [35.0, 30.0]


def test_a_package_counts_by_weight_and_what_is_left_out_is_at_the_opening() -> None:
    assert SHEET.value({}) == 1
    assert SHEET.value({"pay": 46500.0}) == pytest.approx(0.4)
    assert SHEET.value({"pay": 46500.0, "remote": 3.0}) == 0


def test_an_anchor_past_the_limit_earns_nothing_when_it_is_given_up() -> None:
    assert SHEET.given_up({"pay": 90000.0}, {"pay": 46500.0}) == 0
    assert SHEET.given_up({"pay": 46500.0}, {"pay": 44250.0}) == pytest.approx(0.3)


@given(asked, st.floats(0, 1), weights)
def test_a_counter_offer_keeps_every_limit_and_the_least(
    wanted: dict[str, Value], least: float, guess: dict[str, float]
) -> None:
    package = counter_offer(SHEET, {}, wanted, least, guess)

    assert SHEET.is_within_limits(package)
    assert SHEET.value(package) >= least - 1e-6 or package == SHEET.opening


@given(asked, st.floats(0, 1), weights)
def test_a_counter_offer_never_gives_more_than_was_asked(
    wanted: dict[str, Value], least: float, guess: dict[str, float]
) -> None:
    package = counter_offer(SHEET, {}, wanted, least, guess)

    for name, value in wanted.items():
        assert SHEET.scales[name].worth(package[name]) >= min(1, SHEET.scales[name].worth(value))


@given(asked, st.floats(0, 1), st.floats(0, 1), weights)
def test_nothing_offered_is_taken_back(
    wanted: dict[str, Value], one: float, other: float, guess: dict[str, float]
) -> None:
    first = counter_offer(SHEET, {}, wanted, one, guess)
    second = counter_offer(SHEET, first, wanted, other, guess)

    for name, value in second.items():
        assert SHEET.scales[name].worth(value) <= SHEET.scales[name].worth(first[name]) + 1e-9


@given(asked, st.floats(0, 1), weights)
def test_a_counter_offer_lies_on_the_grid(
    wanted: dict[str, Value], least: float, guess: dict[str, float]
) -> None:
    package = counter_offer(SHEET, {}, wanted, least, guess)

    assert float(package["pay"]) % 500 == 0
    assert float(package["remote"]) % 1 == 0


def test_it_gives_first_where_it_costs_little_and_means_much() -> None:
    costly = Negotiation.model_validate(
        {
            "issues": [
                {"id": "pay", "topic": "pay", "opens": 0, "limit": 4, "weight": 9},
                {"id": "remote", "topic": "remote", "opens": 0, "limit": 4, "weight": 1},
            ]
        }
    )
    package = counter_offer(
        Sheet(costly), {}, {"pay": 4.0, "remote": 4.0}, 0.85, {"pay": 1, "remote": 1}
    )

    assert package == {"pay": 0.0, "remote": 4.0}


def test_a_concession_settles_a_value_and_never_past_the_limit() -> None:
    assert SHEET.giving({"remote": 1.0}, {"remote": 2.0}) == {"remote": 2.0}
    assert SHEET.giving({"remote": 2.0}, {"remote": 1.0}) == {"remote": 2.0}
    assert SHEET.giving({"remote": 1.0}, {"remote": 5.0, "moon": 1.0}) == {"remote": 1.0}
