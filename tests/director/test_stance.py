import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.library.persona import Persona
from simulator.reading.moves import Move, Signal
from tests.director.scene import PERSONA, PERSONA_FILE, Talk, scenario, tempered


def talk(persona: Persona = PERSONA, **stance: float) -> Talk:
    return Talk(personas={"manager": persona}).stands(**stance)


def test_a_move_is_worth_what_the_table_says() -> None:
    one = talk()
    one.hears(Move.OPEN_QUESTION)

    assert one.trust == 5.0


def test_doing_the_same_again_gains_less_each_time() -> None:
    one = Talk(scenario=scenario(cues=[])).stands(trust=2)
    gains = []
    for _ in range(3):
        before = one.trust
        one.hears(Move.OPEN_QUESTION)
        gains.append(round(one.trust - before, 2))

    assert gains == [1.0, 0.5, 0.25]


def test_after_four_other_turns_it_is_worth_as_much_again() -> None:
    one = Talk(scenario=scenario(cues=[])).stands(trust=2)
    one.hears(Move.OPEN_QUESTION)
    for _ in range(4):
        one.hears(Move.STATING_FACTS)
    before = one.trust
    one.hears(Move.OPEN_QUESTION)

    assert one.trust - before == pytest.approx(1.0)


def test_losses_do_not_wear_off() -> None:
    one = talk(trust=9, tension=0)
    for _ in range(2):
        one.hears(Move.BLAME)

    assert one.trust == 6.0


@given(st.lists(st.sampled_from(Move), min_size=1, max_size=8))
def test_a_shotgun_of_moves_earns_no_more_than_its_best_two(moves: list[Move]) -> None:
    one = talk()
    one.hears(*moves)
    table = PERSONA.temperament
    worth = sorted(
        (max(0, table.trust.get(move, 0)) + max(0, -table.tension.get(move, 0)) for move in Move),
        reverse=True,
    )

    gained = sum(
        max(0, change.trust) + max(0, -change.tension) for change in one.decisions[0].changes
    )
    assert gained <= sum(worth[:2]) + 0.01


@pytest.mark.parametrize(
    "pressure",
    [Signal.FLATTERY, Signal.PLEADING, Signal.ABUSE, Signal.META, Move.POWER, Move.RIGHTS],
)
def test_a_table_cannot_make_pressure_gain(pressure: Move | Signal) -> None:
    one = talk()
    one.hears(pressure)

    assert one.trust <= 4
    assert one.tension >= 4


def test_beside_a_threat_nothing_else_gains() -> None:
    one = talk(trust=5, tension=0)
    one.hears(Move.THREAT, Move.OPEN_QUESTION, Move.ACKNOWLEDGEMENT)

    assert one.trust == 3.0
    assert one.tension == 3.0


def test_beside_blame_or_flattery_the_rest_is_worth_half() -> None:
    flattered = talk()
    flattered.hears(Signal.FLATTERY, Move.OPEN_QUESTION)

    assert flattered.trust == 4.5


def test_a_change_against_the_last_one_is_held_back() -> None:
    one = talk(trust=5, tension=0)
    one.hears(Move.BLAME)
    one.hears(Move.OPEN_QUESTION)

    assert one.trust == pytest.approx(5 - 1.5 + 0.8)


def test_a_harder_level_gains_less_and_loses_more() -> None:
    easy, hard = Talk(level=1).stands(trust=4), Talk(level=3).stands(trust=4)
    for one in (easy, hard):
        one.hears(Move.OPEN_QUESTION)

    assert (easy.trust, hard.trust) == (5.25, 4.85)
    for one in (easy, hard):
        one.stands(trust=5).hears(Move.BLAME)
    assert easy.trust > hard.trust


def test_one_turn_costs_three_points_unless_one_thing_costs_more() -> None:
    piled = talk(tempered(tension={"abuse": 2, "undermining": 2, "dismissal": 2}), tension=0)
    piled.hears(Signal.ABUSE, Move.UNDERMINING, Move.DISMISSAL)
    struck = talk(tempered(tension={"threat": 4, "blame": 1}), tension=0)
    struck.hears(Move.THREAT, Move.BLAME)

    assert piled.tension == pytest.approx(3, abs=0.02)
    assert struck.tension == pytest.approx(4, abs=0.02)


def test_in_a_rupture_only_repair_gains() -> None:
    one = talk(trust=4, tension=8)
    one.hears(Move.OPEN_QUESTION, Move.INTERESTS)

    assert (one.trust, one.tension) == (4, 8)
    one.hears(Move.ACKNOWLEDGEMENT)
    assert one.tension == 7.0


def test_an_apology_counts_more_in_a_rupture() -> None:
    calm, torn = talk(tension=6), talk(tension=8)
    for one in (calm, torn):
        one.hears(Move.APOLOGY)

    assert 6 - calm.tension < 8 - torn.tension
    assert 8 - torn.tension == pytest.approx(2)


def test_waiting_does_not_mend_a_rupture() -> None:
    one = talk(tension=7.5)
    for _ in range(6):
        one.hears(Move.STATING_FACTS)

    assert one.tension == 7.5


def test_a_turn_of_substance_calms_no_further_than_where_it_began() -> None:
    one = talk(tension=4.4)
    for _ in range(3):
        one.hears(Move.STATING_FACTS)

    assert one.tension == 4.0
    assert one.decisions[0].changes[0].reason.values["source"] == "calm"


def test_silence_calms_nobody() -> None:
    one = talk(tension=6)
    one.hears(words=0)
    one.hears(Move.MINIMAL_ANSWER, words=1)

    assert one.tension == 6


def test_what_a_table_does_not_name_leaves_them_cold() -> None:
    one = talk()
    one.hears(Move.PROCEDURAL, Signal.THANKS)

    assert one.decisions[0].changes == ()


def test_whoever_was_not_spoken_to_is_moved_half_as_far() -> None:
    second = Persona.model_validate(PERSONA_FILE | {"id": "peer", "name": "Omar Haddad"})
    cast = [{"persona": "manager"}, {"persona": "peer"}]
    one = Talk(
        scenario=scenario(cast=cast, negotiation=None, endings=scenario().endings),
        personas={"manager": PERSONA, "peer": second},
    )
    one.hears(Move.OPEN_QUESTION, line="Omar, what matters to you?")

    assert one.state.stance["peer"].trust == 5.0
    assert one.state.stance["manager"].trust == 4.5


def test_the_last_points_of_trust_are_the_hardest_to_win() -> None:
    low, high = talk(trust=5), talk(trust=9)
    low.hears(Move.OPEN_QUESTION)
    high.hears(Move.OPEN_QUESTION)

    assert low.trust == 6.0
    assert high.trust == 9.3


def test_a_clumsy_turn_raises_tension_by_a_point_and_a_half_at_most() -> None:
    one = talk(tension=4)
    one.hears(Move.BLAME, Move.RIGHTS, Move.PROPOSAL)

    assert one.tension == 5.5


def test_a_threat_raises_it_by_all_that_it_is_worth() -> None:
    one = talk(tension=4)
    one.hears(Move.THREAT)

    assert one.tension == 7


@pytest.mark.parametrize("repair", [Move.ACKNOWLEDGEMENT, Move.REFLECTION])
def test_each_repair_takes_a_point_off_a_rupture(repair: Move) -> None:
    mild = tempered(tension={"acknowledgement": -0.1, "reflection": -0.1, "blame": 1})
    one = talk(mild, tension=8)
    one.hears(Move.BLAME)
    before = one.tension
    one.hears(repair)

    assert before - one.tension == pytest.approx(1)


def test_a_clumsy_turn_costs_two_points_of_trust_at_most() -> None:
    one = talk(tempered(trust={"blame": -2, "rights": -2, "early-proposal": -2}), trust=6)
    one.hears(Move.BLAME, Move.RIGHTS, Move.PROPOSAL)

    assert one.trust == pytest.approx(4, abs=0.02)
