"""A mediation: two people, a stance for each, one voice at a time."""

import pytest

from simulator.director import direct
from simulator.director.state import BeatKind
from simulator.director.voices import addressed
from simulator.library.persona import Pattern, Persona
from simulator.reading.moves import Move, Signal
from simulator.text import fold
from tests.director.scene import PERSONA_FILE, Talk, kinds, reading, scenario

TEMPER = PERSONA_FILE["temperament"]
assert isinstance(TEMPER, dict)
MINDS = {"trust": {**TEMPER["trust"], "side-taken": -1, "left-out": -0.6}}
NADIA = Persona.model_validate(
    PERSONA_FILE | {"id": "nights", "name": "Nadia Roux", "temperament": TEMPER | MINDS}
)
MARC = Persona.model_validate(
    PERSONA_FILE | {"id": "days", "name": "Marc Petit", "temperament": TEMPER | MINDS}
)
BOTH = {"nights": NADIA, "days": MARC}
SHIFTS = scenario(
    negotiation=None,
    cast=[{"persona": "nights"}, {"persona": "days"}],
    **{"opening-by": "days"},
    opening="I am {persona}, and I am on time.",
    topics=[
        {"id": "late", "by": "days", "about": ["handover"], "says": ["Ten past."], "behind": "alone"},
        {"id": "store", "by": "nights", "about": ["handover"], "says": ["Empty."], "behind": "ill"},
        {"id": "list", "about": ["list"], "says": ["A list, then."]},
    ],
    facts=[
        {"id": "alone", "by": "days", "says": ["I was alone."], "when": {"move": "reflection"}},
        {"id": "ill", "by": "nights", "says": ["My son is ill."], "when": {"move": "reflection"}},
    ],
    levers=[],
    concessions=[
        {"id": "call", "by": "nights", "says": ["I call."], "when": {"move": "proposal"}},
        {"id": "wait", "by": "days", "says": ["I wait."], "when": {"move": "proposal"}},
    ],
    cues=[
        {"id": "tired", "by": "nights", "says": "Long nights.", "calls-for": "acknowledgement"},
        {"id": "bus", "by": "days", "says": ["The bus."], "calls-for": "acknowledgement"},
    ],
    twists=[{"id": "phone", "by": "days", "says": "My phone.", "when": {"turn": 2}, "tension": 1}],
    reactions=[
        {
            "id": "unfair",
            "by": "days",
            "when": {"move": "affirmation", "to": "nights"},
            "trust": -1,
            "says": ["And me?"],
        }
    ],
    endings=[
        {"id": "agreed", "when": {"trust": 6}, "says": ["Fine."], "score": 1, "by": "nights"},
        {"id": "over", "when": {"tension": 9}, "says": ["No."], "score": 0},
    ],
    rubric=[{"id": "ask", "skill": "open-questions", "ask": "?"}],
)  # fmt: skip


def talk() -> Talk:
    return Talk(scenario=SHIFTS, personas=BOTH)


def trust(under_way: Talk, name: str) -> float:
    return under_way.state.stance[name].trust


@pytest.mark.parametrize(
    ("line", "spoken_to"),
    [
        ("Marc, what did Nadia tell you?", "days"),
        ("What would you need from Nadia, Marc?", "days"),
        ("Nadia what do you think?", "nights"),
        ("So you feel that Nadia does not listen.", "days"),
        ("Thanks Nadia. And how about the list?", "nights"),
        ("What does Nadia need?", "nights"),
        ("Nadia, Marc, thank you both for coming.", None),
        ("Nadia Roux, your turn.", "nights"),
        ("How did we get here?", None),
        ("Et toi, Marc ?", "days"),
        ("Et toi Marc, ça va ?", "days"),
        ("And you Nadia, how was it?", "nights"),
        ("Thank you, Marc. Nadia, how is it for you?", "nights"),
        ("Merci Marc. Et vous trouvez que Nadia exagère ?", "days"),
    ],
)
def test_a_name_calls_or_is_spoken_of(line: str, spoken_to: str | None) -> None:
    assert addressed(SHIFTS, BOTH, fold(line)) == spoken_to


def test_a_name_called_goes_before_both_of_you() -> None:
    line = "I want to hear each of you. Nadia, would you begin?"

    assert talk().hears(Move.CLOSED_QUESTION, line=line).voice == "nights"


def test_whoever_opens_answers_first_then_whoever_spoke_less() -> None:
    under_way = talk()
    voices = [under_way.hears(Move.STATING_FACTS).voice for _ in range(4)]

    assert voices == ["days", "nights", "days", "nights"]


def test_a_topic_of_one_is_answered_by_them_and_a_shared_word_by_either() -> None:
    under_way = talk()
    under_way.hears(Move.STATING_FACTS)
    asked = under_way.hears(Move.CLOSED_QUESTION, topics=["store"])
    both = under_way.hears(Move.CLOSED_QUESTION, topics=["late", "store"], line="Marc, and you?")

    assert asked.voice == "nights"
    assert [beat.ref for beat in asked.beats if beat.kind is BeatKind.POSITION] == ["store"]
    assert both.voice == "days"
    assert "store" not in [beat.ref for beat in both.beats]


def test_each_tells_and_grants_their_own() -> None:
    under_way = talk()
    under_way.hears(Move.STATING_FACTS)
    told = under_way.hears(Move.REFLECTION, topics=["store"], line="Nadia, so you are tired.")
    granted = under_way.hears(Move.PROPOSAL, line="Marc, could you wait?")

    assert (told.voice, told.spoken) == ("nights", ("ill",))
    assert (granted.voice, granted.granted) == ("days", ("wait",))


def test_what_is_said_to_one_moves_the_other_half_as_much() -> None:
    under_way = talk().stands(trust=3)
    under_way.hears(Move.ACKNOWLEDGEMENT, line="Nadia, that must be hard.")

    assert trust(under_way, "nights") == 4
    assert trust(under_way, "days") == 3.5


def test_doing_the_same_for_the_other_is_no_repetition() -> None:
    under_way = talk().stands(trust=3)
    under_way.hears(Move.ACKNOWLEDGEMENT, line="Nadia, that must be hard.")
    before = trust(under_way, "days")
    under_way.hears(Move.ACKNOWLEDGEMENT, line="Marc, for you it must be hard too.")

    assert trust(under_way, "days") == before + 1


def test_taking_a_side_costs_with_the_other() -> None:
    under_way = talk()
    taken = under_way.hears(Signal.AGREEMENT, line="Nadia, you are right about Marc.")

    whose = {one.persona for one in taken.changes if one.reason.values["move"] == "side-taken"}
    assert whose == {"days"}
    assert trust(under_way, "days") < trust(under_way, "nights")


def test_three_turns_to_one_leave_the_other_out() -> None:
    under_way = talk()
    minded = [
        any(one.reason.values["move"] == Pattern.LEFT_OUT for one in decision.changes)
        for decision in (
            under_way.hears(Move.STATING_FACTS, line=f"Nadia, this is number{n} spoken{n}.")
            for n in range(4)
        )
    ]

    assert minded == [False, False, True, False]


def test_a_reaction_of_the_other_takes_the_word_and_moves_them_alone() -> None:
    under_way = talk()
    reacted = under_way.hears(Move.AFFIRMATION, line="Nadia, your reports are the clearest.")

    assert reacted.voice == "days"
    assert kinds(reacted)[0] is BeatKind.REACTION
    assert trust(under_way, "days") == 3
    assert trust(under_way, "nights") == 4


def test_a_twist_waits_until_the_one_it_happens_to_answers() -> None:
    under_way = talk()
    to_nadia = [
        under_way.hears(Move.STATING_FACTS, line=f"Nadia, fact{n} number{n}.") for n in range(5)
    ]
    to_marc = under_way.hears(Move.STATING_FACTS, line="Marc, your side of it now.")

    assert not any(one.twists for one in to_nadia)
    assert to_marc.twists == ("phone",)


def test_a_cue_is_offered_by_its_owner_and_not_taken_up_by_a_word_to_the_other() -> None:
    under_way = talk()
    under_way.hears(Move.STATING_FACTS, line="Nadia, it is about the list.")
    hinted = under_way.hears(Move.STATING_FACTS, line="Nadia, it is about us here.")
    to_marc = under_way.hears(Move.ACKNOWLEDGEMENT, line="Marc, that must be hard on you.")
    to_nadia = under_way.hears(Move.ACKNOWLEDGEMENT, line="Nadia, that must be hard on you too.")

    assert (hinted.voice, hinted.cues_offered) == ("nights", ("tired",))
    assert to_marc.cues_taken == ()
    assert to_nadia.cues_taken == ("tired",)


def test_an_ending_sees_both_and_the_last_word_may_be_one_persons() -> None:
    under_way = talk().stands(trust=6.5)
    stances = under_way.state.stance
    low = stances["days"].model_copy(update={"trust": 4.0})
    uneven = talk().stands(trust=6.5)
    uneven.state = uneven.state.model_copy(update={"stance": {**stances, "days": low}})

    ended = under_way.hears(Move.STATING_FACTS, line="Marc, that is all I wanted.")
    assert (ended.ended, ended.voice) == ("agreed", "nights")
    assert uneven.hears(Move.STATING_FACTS, line="Marc, that is all I wanted.").ended is None


def test_the_order_for_a_reply_is_for_the_one_who_answers() -> None:
    under_way = talk()
    line = "Nadia, what happened?"
    decision = under_way.hears(Move.OPEN_QUESTION, line=line)
    order = direct(
        SHIFTS, BOTH, decision, under_way.state, reading=reading(), line=line, mentee="Sam"
    )

    assert order.name == "Nadia Roux"


def test_what_is_given_back_stays_with_whoever_said_it() -> None:
    under_way = talk()
    under_way.hears(Move.STATING_FACTS, line="Nadia, let us begin.")
    voices = [under_way.hears(Move.REFLECTION).voice for _ in range(3)]

    assert voices == ["nights"] * 3


def test_a_cue_is_taken_up_with_whoever_offered_it() -> None:
    under_way = talk()
    under_way.hears(Move.STATING_FACTS, line="Nadia, it is about the list.")
    under_way.hears(Move.STATING_FACTS, line="Nadia, it is about us here.")
    taken = under_way.hears(Move.ACKNOWLEDGEMENT)

    assert (taken.voice, taken.cues_taken) == ("nights", ("tired",))
