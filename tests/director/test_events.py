import pytest

from simulator.director.chance import LATEST, delay
from simulator.director.state import BeatKind
from simulator.reading.moves import Move, Signal
from tests.director.scene import Talk, codes, kinds, scenario


def seed_of(later: int) -> int:
    """A seed by which the twist `freeze` comes so many turns later."""
    return next(seed for seed in range(100) if delay(seed, "freeze") == later)


def test_a_twist_comes_once_and_opens_the_reply() -> None:
    early = scenario(
        twists=[{"id": "freeze", "says": "A freeze.", "when": {"turn": 2}, "tension": 1}]
    )
    talk = Talk(scenario=early, seed=seed_of(0))
    talk.hears(Move.STATING_FACTS)
    came = talk.hears(Move.STATING_FACTS, topics=["pay"])

    assert came.twists == ("freeze",)
    assert kinds(came)[0] is BeatKind.TWIST
    assert talk.tension == 5
    assert talk.hears(Move.STATING_FACTS).twists == ()


@pytest.mark.parametrize("later", range(LATEST + 1))
def test_a_twist_told_by_the_turn_comes_up_to_two_turns_later_by_the_seed(later: int) -> None:
    early = scenario(twists=[{"id": "freeze", "says": ["A freeze.", "No."], "when": {"turn": 3}}])
    talk = Talk(scenario=early, seed=seed_of(later))
    came = [bool(talk.hears(Move.STATING_FACTS).twists) for _ in range(6)]

    assert came.index(True) + 1 == 3 + later


def test_a_delay_never_goes_past_the_turn_from_which_time_is_short() -> None:
    late = scenario(twists=[{"id": "freeze", "says": "A freeze.", "when": {"turn": 11}}])
    talk = Talk(scenario=late, seed=seed_of(2))
    came = [bool(talk.hears(Move.STATING_FACTS).twists) for _ in range(11)]

    assert came.index(True) + 1 == 11


def test_a_reaction_cannot_make_force_pay() -> None:
    talk = Talk()
    reacted = talk.hears(Move.POWER)

    assert reacted.reactions == ("bidding",)
    assert kinds(reacted)[0] is BeatKind.REACTION
    assert talk.trust == 4
    assert talk.tension == 4.5


def test_a_reaction_comes_once_unless_it_may_come_again() -> None:
    again = scenario(
        reactions=[
            {"id": "sigh", "when": {"move": "advice"}, "tension": 0.5, "once": False},
        ]
    )
    once, often = Talk(), Talk(scenario=again)
    reactions = [once.hears(Move.POWER).reactions for _ in range(2)]
    sighs = [often.hears(Move.ADVICE).reactions for _ in range(3)]

    assert reactions == [("bidding",), ()]
    assert sighs == [("sigh",), (), ("sigh",)]


def test_a_lever_earns_trust_the_first_time_it_is_named() -> None:
    talk = Talk()
    named = talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])

    assert named.levers == ("results",)
    assert "lever.named" in codes(named)
    assert kinds(named)[0] is BeatKind.LEVER
    assert talk.trust == 4.6


def test_an_argument_beside_flattery_or_a_threat_is_not_heard() -> None:
    for pressure in (Signal.FLATTERY, Move.THREAT):
        talk = Talk()
        talk.hears(pressure, topics=["lever:results"])
        assert talk.state.levers == ()


def test_a_twist_leaves_a_proposal_its_answer() -> None:
    early = scenario(twists=[{"id": "freeze", "says": "A freeze.", "when": {"turn": 2}}])
    talk = Talk(scenario=early, seed=seed_of(0))
    talk.hears(Move.STATING_FACTS)

    assert talk.hears(Move.PROPOSAL, topics=["remote"]).twists == ()
    assert talk.hears(Move.STATING_FACTS).twists == ("freeze",)
