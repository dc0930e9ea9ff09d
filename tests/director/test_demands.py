import pytest

from simulator.director import vocabulary
from simulator.director.demands import demanded
from simulator.director.packages import Value
from simulator.library.scenario import Scenario
from simulator.reading.moves import Move, Quantity
from simulator.reading.recogniser import Recogniser
from tests.director.scene import SCENARIO, days, euros, reading, scenario

assert SCENARIO.negotiation is not None
NEGOTIATION = SCENARIO.negotiation


def asked(line: str, *, table: tuple[str, ...] = (), prev: str = "") -> dict[str, Value]:
    """What is demanded in a line that was really read."""
    read = Recogniser.of("en").read(line, prev, vocabulary(SCENARIO))
    return demanded(NEGOTIATION, read, line=line, table=table)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("I would like 46,000 euros a year.", {"pay": 46000}),
        ("I'm asking for 46k and two days a week at home.", {"pay": 46000, "remote": 2}),
        ("What about two days at home?", {"remote": 2}),
        ("How about 3,700 euros a month?", {"pay": 44400}),
        ("46,000 and two days.", {"pay": 46000, "remote": 2}),
    ],
)
def test_what_is_put_forward_is_a_demand(line: str, values: dict[str, Value]) -> None:
    assert asked(line) == pytest.approx(values)


@pytest.mark.parametrize(
    "line",
    [
        "I have worked here for three years and the error went from 11 to 6 per cent.",
        "What is behind the rule on days at home?",
        "I trained two newcomers for four hours a week since November.",
    ],
)
def test_a_figure_told_as_a_fact_is_no_demand(line: str) -> None:
    assert asked(line) == {}


def test_a_bare_figure_counts_where_the_topic_is_clear() -> None:
    three = Quantity("count", 3, "count", None, 0, 1, "3")
    read = reading(Move.OFFER, quantities=[three])

    assert demanded(NEGOTIATION, read, line="3", table=("remote",)) == {"remote": 3}
    assert demanded(NEGOTIATION, read, line="3", table=("team",)) == {}


def test_a_figure_in_thousands_is_understood() -> None:
    read = reading(Move.OFFER, topics=["pay"], quantities=[euros(46)])

    assert demanded(NEGOTIATION, read, line="46", table=()) == {"pay": 46000}


@pytest.mark.parametrize("wild", [9_000_000, 120, 0])
def test_a_figure_that_nobody_can_mean_is_left_alone(wild: float) -> None:
    read = reading(Move.OFFER, topics=["pay"], quantities=[euros(wild)])

    assert demanded(NEGOTIATION, read, line="so much", table=()) == {}


def test_giving_way_counts_the_smaller_demand() -> None:
    figures = [euros(44000), euros(46000)]
    giving = reading(Move.OFFER, Move.CONCEDING, quantities=figures)
    asking = reading(Move.OFFER, quantities=figures)

    assert demanded(NEGOTIATION, giving, line="x", table=()) == {"pay": 44000}
    assert demanded(NEGOTIATION, asking, line="x", table=()) == {"pay": 46000}


def test_a_fact_beside_an_offer_is_told_apart_by_its_unit() -> None:
    read = reading(
        Move.OFFER, quantities=[days(2), Quantity("percent", 6, "percent", None, 0, 1, "6 %")]
    )

    assert demanded(NEGOTIATION, read, line="x", table=()) == {"remote": 2}


def test_an_option_is_demanded_by_its_words() -> None:
    chosen = scenario(
        negotiation={
            "issues": [{"id": "start", "topic": "pay", "options": [{"id": "now", "value": 0}]}]
        }
    )
    assert chosen.negotiation is not None
    read = reading(Move.PROPOSAL, topics=["option:start/now"])

    assert demanded(chosen.negotiation, read, line="now", table=()) == {"start": "now"}


def test_a_raise_in_per_cent_is_reckoned_from_what_holds_today() -> None:
    today = scenario(
        negotiation={
            "issues": [
                {
                    "id": "pay", "topic": "pay", "unit": "EUR", "per": "year", "prefers": "low",
                    "now": 41000, "opens": 42000, "target": 43000, "limit": 46500,
                }
            ]
        }
    )  # fmt: skip
    assert today.negotiation is not None
    ten = Quantity("percent", 10, "percent", None, 0, 3, "10%")
    read = reading(Move.OFFER, topics=["pay"], quantities=[ten])

    assert demanded(today.negotiation, read, line="10%", table=()) == {"pay": 45100}
    assert demanded(NEGOTIATION, read, line="10%", table=()) == {}


def test_a_list_goes_on_after_its_first_figure() -> None:
    line = "I would like 46,000 euros a year, Fridays as they are, and two days a week at home."

    assert asked(line) == {"pay": 46000, "remote": 2}


def test_a_period_is_turned_into_the_issues_own() -> None:
    support = scenario(
        negotiation={
            "issues": [
                {
                    "id": "support", "topic": "team", "unit": "month", "prefers": "low",
                    "opens": 3, "target": 4, "limit": 12,
                }
            ]
        }
    )  # fmt: skip
    assert support.negotiation is not None
    year = Quantity("duration", 1, "year", None, 0, 6, "a year")
    read = reading(Move.OFFER, topics=["team"], quantities=[year])

    assert demanded(support.negotiation, read, line="a year", table=()) == {"support": 12}


def test_the_personas_own_opening_called_too_much_is_no_demand() -> None:
    assert asked("42,000 euros is too low for me, honestly.") == {}


def support() -> Scenario:
    """A talk about months of support, in which fifteen unpaid days come to light."""
    return scenario(
        negotiation={
            "issues": [
                {
                    "id": "support", "topic": "team", "unit": "month", "prefers": "low",
                    "opens": 3, "target": 4, "limit": 12,
                }
            ]
        },
        concessions=[],
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "Nineteen days unpaid, I didn't know. And nobody asked on our side. Who's doing that work?",
        "Nineteen days. How did your people manage the support?",
        "So nineteen days of support that nobody paid for. What did that cost you?",
    ],
)
def test_a_period_of_a_story_is_no_demand_on_another_scale(line: str) -> None:
    negotiation = support().negotiation
    assert negotiation is not None
    read = Recogniser.of("en").read(line, "", vocabulary(support()))

    assert demanded(negotiation, read, line=line, table=("team",)) == {}


@pytest.mark.parametrize(("count", "unit"), [(19, "day"), (4, "week"), (10, "day"), (45, "day")])
def test_a_period_between_two_steps_is_no_demand_even_in_an_offer(count: float, unit: str) -> None:
    negotiation = support().negotiation
    assert negotiation is not None
    period = Quantity("duration", count, unit, None, 0, 6, "it")
    read = reading(Move.OFFER, topics=["team"], quantities=[period])

    assert demanded(negotiation, read, line="it", table=()) == {}


@pytest.mark.parametrize(
    "move",
    [
        Move.OPEN_QUESTION,
        Move.REFLECTION,
        Move.ACKNOWLEDGEMENT,
        Move.STATING_FACTS,
    ],
)
def test_what_is_asked_about_or_given_back_puts_no_figure_forward(move: Move) -> None:
    read = reading(move, topics=["remote"], quantities=[days(2)])

    assert demanded(NEGOTIATION, read, line="two days", table=("remote",)) == {}


def test_a_figure_out_of_the_personas_story_is_a_demand_only_in_an_offer() -> None:
    told = frozenset({"2"})
    alone = reading(topics=["remote"], quantities=[days(2)])
    summed_up = reading(Move.SUMMARY, topics=["remote"], quantities=[days(2)])
    offered = reading(Move.OFFER, topics=["remote"], quantities=[days(2)])
    figures = [
        demanded(NEGOTIATION, read, line="2 days", table=(), told=told)
        for read in (alone, summed_up, offered)
    ]

    assert figures == [{}, {}, {"remote": 2}]


def test_the_personas_own_option_asked_about_is_no_demand() -> None:
    dated = scenario(
        negotiation={
            "issues": [
                {
                    "id": "start", "topic": "pay",
                    "options": [{"id": "june", "value": 1}, {"id": "may", "value": 0}],
                }
            ]
        },
        concessions=[],
    )  # fmt: skip
    assert dated.negotiation is not None
    asking = reading(Move.CLOSED_QUESTION, Move.PROPOSAL, topics=["option:start/june"])
    other = reading(Move.CLOSED_QUESTION, Move.PROPOSAL, topics=["option:start/may"])

    assert demanded(dated.negotiation, asking, line="?", table=()) == {}
    assert demanded(dated.negotiation, other, line="?", table=()) == {"start": "may"}
