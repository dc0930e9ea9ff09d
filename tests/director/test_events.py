from simulator.director.state import BeatKind
from simulator.reading.moves import Move, Signal
from tests.director.scene import Talk, codes, kinds, scenario


def test_a_twist_comes_once_and_opens_the_reply() -> None:
    early = scenario(
        twists=[{"id": "freeze", "says": "A freeze.", "when": {"turn": 2}, "tension": 1}]
    )
    talk = Talk(scenario=early)
    talk.hears(Move.STATING_FACTS)
    came = talk.hears(Move.STATING_FACTS, topics=["pay"])

    assert came.twists == ("freeze",)
    assert kinds(came)[0] is BeatKind.TWIST
    assert talk.tension == 5
    assert talk.hears(Move.STATING_FACTS).twists == ()


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
