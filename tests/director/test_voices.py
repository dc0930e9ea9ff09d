from simulator.director.voices import addressed
from simulator.library.persona import Persona
from simulator.reading.moves import Move
from simulator.text import fold
from tests.director.scene import CAST, PERSONA, PERSONA_FILE, SCENARIO, Talk, scenario

PEER = Persona.model_validate(PERSONA_FILE | {"id": "peer", "name": "Omar Haddad"})
PAIR = scenario(cast=[{"persona": "manager"}, {"persona": "peer"}], negotiation=None)
BOTH = {"manager": PERSONA, "peer": PEER}


def test_alone_the_one_answers() -> None:
    assert Talk().hears(Move.OPEN_QUESTION).voice == "manager"
    assert addressed(SCENARIO, CAST, "nobody here") is None


def test_whoever_is_named_first_answers() -> None:
    talk = Talk(scenario=PAIR, personas=BOTH)

    assert addressed(PAIR, BOTH, fold("What do you say, Omar? And Claire?")) == "peer"
    assert talk.hears(Move.OPEN_QUESTION, line="What do you say, Omar?").voice == "peer"


def test_a_name_inside_a_word_is_no_address() -> None:
    assert addressed(PAIR, BOTH, "that clairevoyant idea") is None


def test_without_a_name_they_take_turns() -> None:
    talk = Talk(scenario=PAIR, personas=BOTH)
    voices = [talk.hears(Move.STATING_FACTS).voice for _ in range(4)]

    assert voices == ["manager", "peer", "manager", "peer"]


def test_a_follow_up_question_stays_for_two_replies() -> None:
    talk = Talk(scenario=PAIR, personas=BOTH)
    voices = [talk.hears(Move.OPEN_QUESTION).voice for _ in range(3)]

    assert voices == ["manager", "manager", "peer"]


def test_each_keeps_a_stance_of_their_own() -> None:
    talk = Talk(scenario=PAIR, personas=BOTH)
    talk.hears(Move.BLAME, line="Omar, it is your fault.")

    assert talk.state.stance["peer"].trust < talk.state.stance["manager"].trust < 4
