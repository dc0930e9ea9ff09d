from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.director.packages import Sheet
from simulator.director.state import BeatKind, Package
from simulator.reading.moves import Found, Move, Reading, Signal
from tests.director.scene import SCENARIO, Talk, codes, days, euros, kinds, reading, scenario
from tests.director.strategies import readings

assert SCENARIO.negotiation is not None
SHEET = Sheet(SCENARIO.negotiation)
BOTH = ("pay", "remote")


def offer(talk: Talk, pay: float, remote: float, *more: Move | Signal) -> list[BeatKind]:
    return kinds(talk.hears(Move.OFFER, *more, topics=BOTH, quantities=[euros(pay), days(remote)]))


def test_a_package_worth_enough_is_taken() -> None:
    talk = Talk()

    assert BeatKind.DEAL in offer(talk, 42500, 1)
    assert talk.state.table.agreed == Package(values={"pay": 42500.0, "remote": 1.0})
    assert talk.state.table.value is not None
    assert talk.state.table.value > 0.9
    assert "deal.made" in codes(talk.decisions[0])


def test_a_first_demand_without_a_ground_is_asked_for_one() -> None:
    talk = Talk()

    assert BeatKind.PROBE in offer(talk, 46000, 2)
    assert "offer.questioned" in codes(talk.decisions[0])
    assert talk.state.table.offered is None


def test_a_demand_with_a_ground_meets_figures() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])

    assert BeatKind.COUNTER in offer(talk, 46000, 2)
    assert talk.state.table.offered is not None


def test_an_anchor_past_the_limits_is_met_as_the_author_wrote() -> None:
    for rule, kind in (
        ("ask-reason", BeatKind.PROBE),
        ("counter", BeatKind.COUNTER),
        ("close", BeatKind.REFUSE),
    ):
        negotiation = SHEET.negotiation.model_copy(update={"on_anchor": rule})
        talk = Talk(scenario=SCENARIO.model_copy(update={"negotiation": negotiation}))
        talk.hears(Move.STATING_FACTS, topics=["lever:results"])
        assert kind in offer(talk, 60000, 2)


def test_repeating_a_demand_moves_nothing() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    offer(talk, 46000, 2)
    standing = talk.state.table.offered
    for _ in range(4):
        beats = offer(talk, 46000, 2)
        assert BeatKind.DEAL not in beats

    assert talk.state.table.offered == standing


def test_giving_way_is_answered_in_kind() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    offer(talk, 46500, 3)
    first = talk.state.table.offered
    assert BeatKind.COUNTER in offer(talk, 46000, 2, Move.CONCEDING)
    second = talk.state.table.offered

    assert first is not None
    assert second is not None
    assert SHEET.value(second.values) < SHEET.value(first.values)


def test_a_yes_to_the_personas_figures_is_a_deal() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    offer(talk, 46000, 2)
    standing = talk.state.table.offered
    talk.hears(Signal.AGREEMENT)

    assert talk.state.table.agreed == standing


def test_a_yes_to_nothing_in_particular_is_no_deal() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    offer(talk, 46000, 2)
    talk.hears(Move.OPEN_QUESTION)
    talk.hears(Signal.AGREEMENT)

    assert talk.state.table.agreed is None


def test_an_issue_that_was_only_spoken_of_is_not_settled_behind_the_mentees_back() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    half = talk.hears(Move.OFFER, topics=["pay"], quantities=[euros(42500)])

    assert BeatKind.COUNTER in kinds(half)
    assert talk.state.table.offered == Package(values={"pay": 42500.0, "remote": 1.0})


def test_under_a_threat_or_in_a_rupture_demands_are_heard_and_not_answered() -> None:
    threatened, torn = Talk(), Talk().stands(tension=8)
    offer(threatened, 42000, 1, Move.THREAT)
    offer(torn, 42000, 1)

    for talk in (threatened, torn):
        assert talk.state.table.agreed is None
        assert talk.state.table.offered is None
        assert talk.state.table.asked is not None


def test_a_granted_concession_counts_at_the_table() -> None:
    talk = Talk().stands(trust=7)
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    granted = talk.hears(Move.PROPOSAL, Move.OFFER, topics=["remote"], quantities=[days(3)])

    assert granted.granted == ("trial",)
    assert BeatKind.COUNTER not in kinds(granted)
    assert talk.state.table.offered == Package(values={"remote": 2.0})


def test_a_concession_settles_no_issue_but_its_own() -> None:
    talk = Talk().stands(trust=7)
    talk.hears(Move.STATING_FACTS, topics=["pay"])
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    talk.hears(Move.PROPOSAL, topics=["remote"])
    assert talk.state.granted == ("trial",)
    talk.hears(Move.OFFER, topics=["remote"], quantities=[days(2)])

    assert talk.state.table.agreed is None


def test_after_a_deal_the_table_is_closed() -> None:
    talk = Talk()
    offer(talk, 42500, 1)
    agreed = talk.state.table
    offer(talk, 46000, 3)

    assert talk.state.table == agreed


def test_without_figures_of_its_own_a_scenario_negotiates_nothing() -> None:
    plain = scenario(negotiation=None, concessions=[])
    decision = Talk(scenario=plain).hears(Move.OFFER, quantities=[euros(42000)])

    assert decision.table is None


def countered() -> Talk:
    """A talk in which the persona has just put figures forward."""
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["pay"])
    assert BeatKind.COUNTER in offer(talk, 46000, 2)
    return talk


def test_a_yes_to_the_figures_makes_the_deal() -> None:
    talk = countered()
    offered = talk.state.table.offered

    talk.hears(Signal.AGREEMENT, Move.MINIMAL_ANSWER, words=1)
    assert talk.state.table.agreed == offered


@pytest.mark.parametrize(
    "done",
    [
        (Signal.AGREEMENT, Move.OPEN_QUESTION),
        (Signal.AGREEMENT, Move.CLOSED_QUESTION),
        (Signal.AGREEMENT, Signal.REFUSAL),
    ],
)
def test_a_yes_that_asks_or_refuses_makes_none(done: tuple[Move | Signal, ...]) -> None:
    talk = countered()
    talk.hears(*done)

    assert talk.state.table.agreed is None


def test_who_takes_up_a_part_of_the_figures_hears_them_again() -> None:
    talk = countered()
    offered = talk.state.table.offered
    assert offered is not None
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    remote = offered.values["remote"]
    assert isinstance(remote, float | int)
    again = talk.hears(Move.OFFER, topics=["remote"], quantities=[days(remote)])

    assert BeatKind.COUNTER in kinds(again)
    assert talk.state.table.offered == offered


def test_the_personas_own_figures_said_again_make_the_deal() -> None:
    talk = countered()
    offered = talk.state.table.offered
    assert offered is not None
    pay, remote = offered.values["pay"], offered.values["remote"]
    assert isinstance(pay, float | int)
    assert isinstance(remote, float | int)
    offer(talk, pay, remote)

    assert talk.state.table.agreed == offered


@given(st.lists(readings, min_size=1, max_size=12))
def test_whatever_is_said_limits_floor_and_given_word_hold(lines: list[Reading]) -> None:
    talk = Talk()
    last: Package | None = None
    for line in lines:
        if talk.state.ended:
            break
        talk.hears(read=line)
        table = talk.state.table
        for package in (table.offered, table.agreed):
            if package is not None:
                assert SHEET.is_within_limits(package.values)
        if table.agreed is not None:
            assert SHEET.value(table.agreed.values) >= 0.35 - 1e-9
        if last is not None and table.offered is not None and table.agreed is None:
            _assert_not_taken_back(last, table.offered, table.asked)
        last = table.offered


def _assert_not_taken_back(before: Package, now: Package, asked: Package | None) -> None:
    """Each issue is as good for the mentee as before, or as little as they ask for now."""
    demands = asked.values if asked is not None else {}
    for name, value in now.values.items():
        worth = SHEET.scales[name].worth
        earlier = before.values.get(name, SHEET.opening[name])
        assert worth(value) <= worth(earlier) + 1e-9 or demands.get(name) == value


def test_a_reading_without_figures_leaves_the_table_alone() -> None:
    assert Talk().hears(read=reading(Move.PROPOSAL, topics=["pay"])).table is None


def test_figures_put_forward_are_answered_before_a_concession_that_is_not_about_them() -> None:
    aside = scenario(
        concessions=[
            {"id": "page", "topic": "team", "says": ["x"], "when": {"move": "proposal"}},
            {"id": "trial", "topic": "remote", "says": ["y"], "when": {"move": "offer"}},
        ]
    )
    package = (
        Talk(scenario=aside)
        .stands()
        .hears(Move.PROPOSAL, topics=["team", "pay"], quantities=[euros(46000)])
    )
    single = (
        Talk(scenario=aside).stands().hears(Move.OFFER, topics=["remote"], quantities=[days(3)])
    )

    assert package.granted == ()
    assert package.table is not None
    assert single.granted == ("trial",)


def test_no_deal_on_something_nobody_spoke_of() -> None:
    countered = Talk().hears(Move.OFFER, topics=["remote"], quantities=[days(1)])

    assert kinds(countered)[-1] is BeatKind.COUNTER
    assert countered.table is not None
    assert countered.table.agreed is None


def test_figures_told_in_passing_make_no_deal() -> None:
    passing = Talk().hears(
        Move.STATING_FACTS, topics=["pay", "remote"], quantities=[euros(42000), days(1)]
    )

    assert passing.table is None or passing.table.agreed is None


def test_a_question_beside_the_figures_is_answered_before_a_deal() -> None:
    line = "I could take 42,000 and one day. How would it work?"
    read = reading(topics=["pay", "remote"], quantities=[euros(42000), days(1)])
    offering, asking = Found(Move.OFFER, 0, 32, 0.9), Found(Move.OPEN_QUESTION, 33, 51, 0.9)
    plain = Talk().hears(line=line, read=replace(read, moves=(offering,)))
    asked = Talk().hears(line=line, read=replace(read, moves=(offering, asking)))

    assert BeatKind.DEAL in kinds(plain)
    assert BeatKind.COUNTER in kinds(asked)


def test_after_a_deal_what_was_agreed_is_said_again() -> None:
    talk = Talk()
    talk.hears(Move.OFFER, topics=["pay", "remote"], quantities=[euros(42000), days(1)])
    agreed = talk.state.table.agreed
    reopened = talk.hears(Move.OFFER, topics=["pay"], quantities=[euros(46000)])

    assert agreed is not None
    assert talk.state.table.agreed == agreed
    assert reopened.granted == ()


def test_after_a_deal_a_concession_on_one_of_its_issues_is_stale() -> None:
    late = scenario(
        concessions=[{"id": "trial", "topic": "remote", "says": ["x"], "when": {"deal": True}}],
        endings=[
            {"id": "deal", "when": {"deal": True}, "grace": 3, "says": ["Agreed."], "score": 1},
            {"id": "time", "when": {"turn": 12}, "says": ["I have to go."], "score": 0.2},
        ],
    )
    talk = Talk(scenario=late)
    talk.hears(Move.OFFER, topics=["pay", "remote"], quantities=[euros(42000), days(1)])

    assert talk.hears(Move.PROPOSAL, topics=["remote"]).granted == ()


def test_a_refusal_comes_with_the_figures_that_stand() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    offer(talk, 46000, 2)

    assert offer(talk, 46000, 3)[-1] is BeatKind.COUNTER


DENIALS = [
    "No, Claire, I haven't agreed to anything.",
    "We don't have a deal.",
    "I never agreed to that.",
    "Non, je n'ai rien accepté.",
    "On n'est pas d'accord, nous n'avons pas d'accord.",
]


@pytest.mark.parametrize("line", DENIALS)
def test_who_says_that_nothing_was_agreed_opens_a_deal_just_made(line: str) -> None:
    talk = Talk()
    offer(talk, 42500, 1)
    assert talk.state.closing == "deal"
    assert talk.state.table.agreed is not None
    denied = talk.hears(line=line)
    table = denied.table

    assert kinds(denied)[0] is BeatKind.REOPEN
    assert table is not None
    assert table.agreed is None
    assert (denied.closing, denied.ended) == (None, None)


@pytest.mark.parametrize("line", DENIALS)
def test_a_denial_never_closes_a_deal(line: str) -> None:
    talk = countered()
    talk.hears(Signal.AGREEMENT, Move.OFFER, line=line)
    talk.hears(
        Move.OFFER, topics=BOTH, quantities=[euros(42500), days(1)], line=f"{line} 42,500, 1 day."
    )

    assert talk.state.table.agreed is None


def test_a_refusal_right_after_a_deal_opens_it_too() -> None:
    talk = Talk()
    offer(talk, 42500, 1)

    assert BeatKind.REOPEN in kinds(talk.hears(Signal.REFUSAL, line="No, no, no."))


def test_no_deal_holds_another_figure_than_the_line_that_made_it() -> None:
    talk = countered()
    offered = talk.state.table.offered
    assert offered is not None
    read = reading(Signal.AGREEMENT, topics=BOTH, quantities=[days(3)])
    taken = replace(read, moves=(Found(Move.STATING_FACTS, 0, 200, 0.9),))
    talk.hears(read=taken)

    assert talk.state.table.agreed is None


def test_a_figure_better_than_the_opening_is_never_said() -> None:
    talk = Talk()
    offer(talk, 41000, 1)

    package = talk.state.table.agreed or talk.state.table.offered
    assert package is not None
    assert package.values["pay"] == 42000.0


def test_what_is_granted_piece_by_piece_is_agreed_once_nothing_is_open() -> None:
    pieces = scenario(
        concessions=[
            {
                "id": name,
                "topic": name,
                "says": ["x"],
                "gives": {name: value},
                "when": {"move": "proposal", "topic": name},
            }
            for name, value in (("pay", 44000), ("remote", 2))
        ],
        cues=[],
    )
    talk = Talk(scenario=pieces).stands(trust=7, tension=3)
    first = talk.hears(Move.PROPOSAL, topics=["pay"])
    assert (first.granted, first.table and first.table.agreed) == (("pay",), None)
    last = talk.hears(Move.PROPOSAL, topics=["remote"])

    assert last.granted == ("remote",)
    assert talk.state.table.agreed == Package(values={"pay": 44000.0, "remote": 2.0})
    assert talk.state.closing == "deal"
    assert BeatKind.DEAL not in kinds(last)


def test_what_was_granted_is_not_reckoned_against_the_rest() -> None:
    costly = scenario(
        concessions=[
            {
                "id": "pay",
                "topic": "pay",
                "says": ["x"],
                "gives": {"pay": 46500},
                "when": {"move": "proposal", "topic": "pay"},
            }
        ],
        cues=[],
    )
    talk = Talk(scenario=costly).stands(trust=7, tension=3)
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    assert talk.hears(Move.PROPOSAL, topics=["pay"]).granted == ("pay",)
    talk.hears(Move.OFFER, topics=BOTH, quantities=[euros(46500), days(1)])

    assert talk.state.table.agreed == Package(values={"pay": 46500.0, "remote": 1.0})


def test_who_has_granted_something_meets_the_rest_with_figures() -> None:
    talk = Talk().stands(trust=7)
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    talk.hears(Move.PROPOSAL, topics=["remote"])
    assert talk.state.granted == ("trial",)

    assert BeatKind.COUNTER in offer(talk, 46500, 2, Move.SUMMARY)
