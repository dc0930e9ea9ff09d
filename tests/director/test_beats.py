from itertools import pairwise

import pytest

from simulator.director.state import Beat, BeatKind
from simulator.reading.moves import Move, Signal
from tests.director.scene import Talk, days, euros, kinds, scenario


@pytest.mark.parametrize(
    ("done", "topics", "first"),
    [
        ((Signal.GREETING,), (), BeatKind.GREET),
        ((Signal.THANKS,), (), BeatKind.THANKED),
        ((Move.ACKNOWLEDGEMENT,), (), BeatKind.HEARD),
        ((Move.REFLECTION,), (), BeatKind.HEARD),
        ((Move.OPEN_QUESTION,), (), BeatKind.ANSWER),
        ((Move.CLOSED_QUESTION,), ("pay",), BeatKind.POSITION),
        ((Move.UNEXPLAINED_TERM,), (), BeatKind.PROBE),
        ((Move.ADVICE, Move.OPEN_QUESTION), (), BeatKind.ANSWER),
        ((Signal.ASKS_TO_CLARIFY,), ("pay",), BeatKind.POSITION),
        ((), (), BeatKind.VAGUE),
        ((), ("pay",), BeatKind.POSITION),
    ],
)
def test_what_was_said_decides_how_the_reply_begins(
    done: tuple[Move | Signal, ...], topics: tuple[str, ...], first: BeatKind
) -> None:
    assert kinds(Talk(seed=1).hears(*done, topics=topics))[0] is first


def test_a_position_is_stated_no_oftener_than_it_has_lines() -> None:
    talk = Talk()
    replies = [talk.hears(Move.CLOSED_QUESTION, topics=["pay"]) for _ in range(4)]

    assert sum(BeatKind.POSITION in kinds(one) for one in replies) == 1


def test_a_missed_cue_shows() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    assert talk.state.cues
    replies = [talk.hears(Move.STATING_FACTS) for _ in range(2)]

    assert any(BeatKind.UNHEARD in kinds(one) for one in replies)


def test_the_same_kind_is_not_given_twice_running_where_there_is_another() -> None:
    talk = Talk()
    cycle: list[tuple[Move | Signal, ...]] = [
        (Move.STATING_FACTS,),
        (),
        (Move.OPEN_QUESTION,),
        (Move.BLAME,),
        (Signal.FLATTERY,),
        (Move.ACKNOWLEDGEMENT,),
    ]
    for done in (*cycle, *cycle)[:8]:
        talk.hears(*done)
    for one, next_one in pairwise(talk.decisions):
        assert kinds(one) != kinds(next_one)


def test_a_fact_follows_the_sign_that_one_was_heard() -> None:
    told = Talk().stands(trust=6).hears(Move.REFLECTION, topics=["team"])

    assert kinds(told) == [BeatKind.HEARD, BeatKind.FACT]


def test_in_a_rupture_a_question_meets_resistance() -> None:
    torn = Talk().stands(tension=8).hears(Move.OPEN_QUESTION, topics=["pay"])

    assert kinds(torn)[0] in {BeatKind.SHARPEN, BeatKind.DEFLECT, BeatKind.REFUSE}


def test_the_position_on_what_was_granted_is_not_stated_again() -> None:
    talk = Talk().stands(trust=7)
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    talk.hears(Move.PROPOSAL, topics=["remote"])
    assert talk.state.granted == ("trial",)

    for done in (Move.STATING_FACTS, Move.PROPOSAL, Move.ADVICE, Move.OPEN_QUESTION):
        beats = talk.hears(done, topics=["remote"]).beats
        assert Beat(kind=BeatKind.POSITION, ref="remote") not in beats


def test_asked_whether_what_was_granted_stands_it_says_yes() -> None:
    talk = Talk().stands(trust=7)
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    talk.hears(Move.PROPOSAL, topics=["remote"])
    assert talk.state.granted == ("trial",)

    assert BeatKind.SETTLED in kinds(talk.hears(Move.CLOSED_QUESTION, words=1))
    summed_up = talk.hears(Move.CHECKING_UNDERSTANDING, topics=["remote"])
    assert kinds(summed_up)[0] is BeatKind.SOFTEN
    assert BeatKind.SETTLED not in kinds(talk.hears(Move.CLOSED_QUESTION, topics=["pay"]))


def test_nothing_granted_is_nothing_to_say_yes_to() -> None:
    talk = Talk().stands(trust=7)
    talk.hears(Move.STATING_FACTS, topics=["remote"])

    assert BeatKind.SETTLED not in kinds(talk.hears(Move.CLOSED_QUESTION, words=1))


def test_a_yes_to_what_was_granted_is_not_taken_for_a_slight() -> None:
    talk = Talk().stands(trust=7)
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    talk.hears(Move.PROPOSAL, topics=["remote"])
    glad = talk.hears(Signal.AGREEMENT, words=4)

    assert kinds(glad)[0] is BeatKind.SETTLED


def test_a_question_is_answered_even_when_a_cue_was_missed() -> None:
    talk = Talk().stands()
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    talk.hears(Move.STATING_FACTS)
    asked = talk.hears(Move.CLOSED_QUESTION)

    assert asked.cues_missed
    assert BeatKind.UNHEARD not in kinds(asked)


@pytest.mark.parametrize(
    "done",
    [
        (Move.OPEN_QUESTION,),
        (Move.CLOSED_QUESTION,),
        (Move.PROPOSAL,),
        (Move.I_STATEMENT,),
        (Move.APOLOGY,),
        (Move.SUMMARY, Move.PROPOSAL),
    ],
)
@pytest.mark.parametrize("seed", range(4))
def test_news_on_a_turn_that_wants_an_answer_comes_after_the_answer(
    done: tuple[Move, ...], seed: int
) -> None:
    late = scenario(twists=[{"id": "freeze", "says": "A freeze.", "when": {"turn": 1}}], cues=[])
    late = late.model_copy(update={"turns": late.turns.model_copy(update={"soft": 2, "hard": 9})})
    talk = Talk(scenario=late, seed=seed).stands(trust=5, tension=3)
    told = kinds(talk.hears(*done, topics=["team"], words=12))

    assert told[-1] is BeatKind.TWIST
    assert len(told) > 1


def test_news_on_a_turn_that_wants_none_comes_first() -> None:
    early = scenario(twists=[{"id": "freeze", "says": "A freeze.", "when": {"turn": 1}}], cues=[])
    early = early.model_copy(update={"turns": early.turns.model_copy(update={"soft": 2})})
    told = kinds(Talk(scenario=early).stands().hears(Move.STATING_FACTS, topics=["team"]))

    assert told[0] is BeatKind.TWIST


def test_a_deal_is_made_before_the_news_breaks_in() -> None:
    late = scenario(
        twists=[
            {"id": "freeze", "says": "A freeze.", "when": {"signal": "agreement", "within": 1}}
        ],
        cues=[],
    )
    late = late.model_copy(update={"turns": late.turns.model_copy(update={"soft": 1})})
    talk = Talk(scenario=late)
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    figures = [euros(46000), days(2)]
    assert BeatKind.COUNTER in kinds(
        talk.hears(Move.OFFER, topics=["pay", "remote"], quantities=figures)
    )
    closed = kinds(talk.hears(Signal.AGREEMENT, words=2))

    assert closed.index(BeatKind.DEAL) < closed.index(BeatKind.TWIST)
