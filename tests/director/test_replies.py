"""An author's answer meets the question that was asked, and listening draws out more."""

from simulator.director.direct import direct
from simulator.director.state import Beat, BeatKind, Decision
from simulator.reading.moves import Move
from tests.director.scene import CAST, Talk, kinds, reading, scenario

REPLIES = (
    {"id": "need", "asked": "want", "says": ["Something I can repeat."]},
    {"id": "feel-pay", "asked": ["feel", "think"], "topic": "pay", "says": ["Torn.", "Tired."]},
    {"id": "yann", "about": ["yann"], "says": ["He writes now and then."]},
    {"id": "who-counts", "asked": "who", "when": {"fact": "badges"}, "says": ["Two people."]},
)
FACTS = scenario().facts
SCENARIO = scenario(
    replies=REPLIES,
    facts=[
        FACTS[0].model_dump(by_alias=True, exclude_none=True)
        | {"more": ["It was in May, in front of nine.", "Nobody said a word."]},
        FACTS[1].model_dump(by_alias=True, exclude_none=True),
    ],
)


def talk() -> Talk:
    return Talk(scenario=SCENARIO).stands(trust=4, tension=3)


def refs(decision: Decision, kind: BeatKind = BeatKind.REPLY) -> list[str]:
    return [beat.ref for beat in decision.beats if beat.kind is kind]


def told() -> Talk:
    """A talk in which the fact about the badges has just been told."""
    one = talk().stands(trust=6, tension=2)
    decision = one.hears(Move.OPEN_QUESTION, topics=["remote"])
    assert decision.spoken == ("badges",)
    return one


def test_a_question_of_a_kind_gets_the_answer_written_for_it() -> None:
    assert refs(talk().hears(Move.OPEN_QUESTION, line="What do you need from me?")) == ["need"]


def test_no_answer_is_given_twice() -> None:
    one = talk()
    one.hears(Move.OPEN_QUESTION, line="What do you need from me?")

    assert refs(one.hears(Move.OPEN_QUESTION, line="And what would you need?")) == []


def test_an_answer_on_a_topic_waits_for_the_topic() -> None:
    line = "How do you feel about it?"

    assert refs(talk().hears(Move.OPEN_QUESTION, line=line)) == []
    assert refs(talk().hears(Move.OPEN_QUESTION, line=line, topics=["pay"])) == ["feel-pay"]


def test_an_answer_about_a_word_beats_one_for_the_kind_alone() -> None:
    heard = reading(Move.OPEN_QUESTION, topics=["reply:yann"])

    assert refs(talk().hears(line="What do you need from Yann?", read=heard)) == ["yann"]


def test_an_answer_that_leans_on_a_fact_waits_until_it_is_known() -> None:
    line = "Who decided that?"

    assert refs(talk().hears(Move.OPEN_QUESTION, line=line)) == []
    assert refs(told().hears(Move.OPEN_QUESTION, line=line)) == ["who-counts"]


def test_listening_to_what_was_told_draws_out_more_and_then_no_more() -> None:
    one = told()
    replies = [one.hears(Move.REFLECTION) for _ in range(3)]

    assert [refs(reply, BeatKind.MORE) for reply in replies] == [["badges"], ["badges"], []]


def test_talk_of_something_else_draws_out_nothing() -> None:
    assert BeatKind.MORE not in kinds(told().hears(Move.REFLECTION, topics=["pay"]))
    assert BeatKind.MORE not in kinds(told().hears(Move.PROPOSAL))


def test_pressure_draws_out_nothing() -> None:
    assert BeatKind.MORE not in kinds(told().hears(Move.REFLECTION, Move.THREAT))


def test_more_of_a_locked_fact_is_in_no_direction() -> None:
    one = talk()
    decision = one.hears(Move.OPEN_QUESTION, topics=["pay"])
    forged = decision.model_copy(update={"beats": (Beat(kind=BeatKind.MORE, ref="badges"),)})
    order = direct(SCENARIO, CAST, forged, one.state, reading=reading(), line="Why?", mentee="Sam")

    assert order.beats[0].lines == ()
