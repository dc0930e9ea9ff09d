"""What was agreed beside the mentee's own limits, and what was given way on for nothing."""

import pytest

from simulator.debrief.course import Course
from simulator.debrief.deal import shortfalls
from simulator.debrief.findings import findings
from simulator.debrief.gaps import Gap
from simulator.debrief.keeping import to_keep
from simulator.debrief.select import to_try
from simulator.debrief.settling import settling
from simulator.director.state import Package, Table
from simulator.practice.stage import Stage
from simulator.reading.moves import Move
from tests.debrief.talks import SCENARIO_DATA, Said, run, scenario, stage, talk

HEARS = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""})
HOURS = {"full": 1.0, "half": 0.5, "none": 0.0}


def bargained() -> Stage:
    brief = SCENARIO_DATA["brief"]
    assert isinstance(brief, dict)
    aims = {
        "pay": {"target": 46_000, "limit": 43_500, "weight": 5},
        "hours": {"target": "none", "limit": "half", "weight": 5},
    }
    pay = {"id": "pay", "topic": "pay", "unit": "EUR", "opens": 42_000, "limit": 46_500}
    hours = {
        "id": "hours",
        "topic": "remote",
        "options": [{"id": name, "value": value} for name, value in HOURS.items()],
    }
    return stage(scenario(brief={**brief, "issues": aims}, negotiation={"issues": [pay, hours]}))


def asks(text: str, pay: float, offered: float | None = None, agreed: float | None = None) -> Said:
    return Said(
        text,
        moves={Move.OFFER: ""},
        trust=0.5,
        table=Table(
            asked=Package(values={"pay": pay}),
            offered=None if offered is None else Package(values={"pay": offered}),
            agreed=None if agreed is None else Package(values={"pay": agreed}),
        ),
    )


def settled(values: dict[str, float | str]) -> Said:
    agreed = Package(values=values)
    return Said(
        "All right, I take it.", moves={Move.OFFER: ""}, trust=1, table=Table(agreed=agreed)
    )


def course(*lines: Said) -> Course:
    played = bargained()
    return Course.of(*talk(*lines, on=played))


def gaps(*lines: Said) -> list[Gap]:
    return [one.gap for one in settling(course(*lines))]


@pytest.mark.parametrize(("pay", "is_less"), [(42_000, True), (43_500, False), (45_000, False)])
def test_less_than_the_own_limit_is_told_at_the_turn_that_took_it(
    pay: float, *, is_less: bool
) -> None:
    found = shortfalls(course(HEARS, settled({"pay": pay}), HEARS))

    assert [one.step.turn for one in found] == ([4] if is_less else [])


@pytest.mark.parametrize(("option", "is_less"), [("none", False), ("half", False), ("full", True)])
def test_options_are_compared_by_what_they_are_worth(option: str, *, is_less: bool) -> None:
    assert bool(shortfalls(course(HEARS, settled({"hours": option})))) is is_less


def test_a_deal_below_the_limit_is_a_thing_to_try_and_nothing_to_keep() -> None:
    found = course(HEARS, HEARS, settled({"pay": 42_000}), HEARS)

    tried = to_try(found, findings(found))
    kept = to_keep(found, findings(found))

    assert (Gap.BELOW_LIMIT, 6) in [(one.gap, one.step.turn) for one in tried]
    assert all(one.step.turn != 6 for one in kept)


def test_a_figure_that_comes_down_for_nothing_is_told_with_both_sentences() -> None:
    found = course(asks("I want 46,000.", 46_000), HEARS, asks("Then 45,000.", 45_000))

    (slip,) = settling(found)

    assert slip.gap is Gap.BIDDING_DOWN
    assert [quote.quote for quote in slip.quotes] == ["I want 46,000.", "Then 45,000."]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("Then 45,000, because I see your point.", None),
        ("45,000 if you give me the training.", None),
        ("Then 45,000.", 45_000),
    ],
)
def test_a_figure_that_comes_down_for_a_reason_or_for_something_is_bargaining(
    text: str, offered: float | None
) -> None:
    first = asks("I want 46,000.", 46_000, offered=offered)

    assert gaps(first, asks(text, 45_000, offered=offered)) == []


def test_a_figure_that_comes_down_after_the_other_moved_is_bargaining() -> None:
    moved = Said("And?", table=Table(asked=Package(values={"pay": 46_000}), offered=_of(43_000)))

    assert gaps(asks("I want 46,000.", 46_000), moved, asks("Then 45,000.", 45_000)) == []


def test_to_ask_for_less_than_was_offered_is_giving_way() -> None:
    moved = Said("And?", table=Table(asked=Package(values={"pay": 46_000}), offered=_of(45_500)))

    lines = (asks("I want 46,000.", 46_000), moved, asks("Then 45,000.", 45_000))

    assert gaps(*lines) == [Gap.BIDDING_DOWN]


def _of(pay: float) -> Package:
    return Package(values={"pay": pay})


@pytest.mark.parametrize("name", ["pay-and-presence", "scope-and-price", "two-teams-one-bench"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_who_bargains_well_gives_nothing_away(name: str, language: str) -> None:
    played, on = run(name, "skilled", "fr" if language == "fr" else "en")

    assert not list(settling(Course.of(played.session, on)))
