import pytest

from simulator.director.conditions import View, earned_now, holds, is_on_table, topics_now
from simulator.director.state import Stance, TurnRecord
from simulator.library.conditions import Condition
from simulator.reading.moves import Move, Signal


def when(**parts: object) -> Condition:
    return Condition.model_validate(parts)


HISTORY = (
    TurnRecord(turn=1, moves=(Move.OPEN_QUESTION,), topics=("pay",), persona_topics=("pay",)),
    TurnRecord(
        turn=2,
        moves=(Move.REFLECTION, Move.REFLECTION),
        signals=(Signal.THANKS,),
        persona_topics=("remote",),
    ),
    TurnRecord(turn=3, moves=(Move.OPEN_QUESTION,)),
)
VIEW = View(
    stance=Stance(trust=5, tension=4),
    history=HISTORY,
    spoken=("badges",),
    granted=("trial",),
    cues_taken=("long-day",),
    cues_offered=("long-day", "not-mine"),
    stances={"nights": Stance(trust=8, tension=1)},
    levers=("results",),
)


@pytest.mark.parametrize(
    "parts",
    [
        {"move": "open-question"},
        {"move": "open-question", "topic": "remote"},
        {"move": "reflection", "within": 2},
        {"move": "reflection", "within": 2, "times": 2},
        {"signal": "thanks", "within": 2},
        {"move": "reflection", "topic": "pay", "within": 2},
        {"topic": "remote"},
        {"topic": "pay", "within": 3},
        {"trust": 5},
        {"trust-below": 5.1},
        {"tension": 4},
        {"tension-below": 4.1},
        {"turn": 3},
        {"fact": "badges"},
        {"concession": "trial"},
        {"cue": "long-day"},
        {"cue-offered": "not-mine"},
        {"trust": 8, "of": "nights"},
        {"tension-below": 2, "of": "nights"},
        {"move": "open-question", "to": "nights"},
        {"lever": "results"},
        {"deal": False},
        {"all": [{"trust": 5}, {"turn": 3}]},
        {"any": [{"trust": 9}, {"turn": 3}]},
        {"none": [{"trust": 9}, {"turn": 4}]},
    ],
)
def test_it_holds(parts: dict[str, object]) -> None:
    assert holds(when(**parts), VIEW)


@pytest.mark.parametrize(
    "parts",
    [
        {"move": "reflection"},
        {"move": "reflection", "within": 2, "times": 3},
        {"move": "open-question", "topic": "pay"},
        {"signal": "thanks"},
        {"topic": "pay"},
        {"trust": 5.1},
        {"trust-below": 5},
        {"tension": 4.1},
        {"tension-below": 4},
        {"turn": 4},
        {"fact": "leaving"},
        {"concession": "other"},
        {"cue": "other"},
        {"lever": "training"},
        {"deal": True},
        {"all": [{"trust": 5}, {"turn": 4}]},
        {"any": [{"trust": 9}, {"turn": 4}]},
        {"none": [{"trust": 5}]},
    ],
)
def test_it_does_not_hold(parts: dict[str, object]) -> None:
    assert not holds(when(**parts), VIEW)


def test_a_window_counts_the_mentees_turns_even_where_one_is_missing() -> None:
    history = (TurnRecord(turn=1, moves=(Move.APOLOGY,)), TurnRecord(turn=4))
    view = View(stance=Stance(trust=5, tension=5), history=history)

    assert not holds(when(move="apology", within=3), view)
    assert holds(when(move="apology", within=4), view)


def test_a_move_bears_on_the_topic_it_names_rather_than_on_the_one_raised() -> None:
    history = (
        TurnRecord(turn=1, persona_topics=("remote",)),
        TurnRecord(turn=2, moves=(Move.OPEN_QUESTION,), topics=("pay",)),
    )
    view = View(stance=Stance(trust=5, tension=5), history=history)

    assert not holds(when(move="open-question", topic="remote"), view)
    assert is_on_table("remote", view)
    assert topics_now(view) == ("pay",)


def test_only_what_is_done_now_is_earned_now() -> None:
    mixed = when(
        any=[{"move": "reflection", "within": 3}, {"all": [{"trust": 1}, {"fact": "badges"}]}]
    )

    assert not earned_now(mixed, VIEW)
    assert earned_now(when(any=[{"move": "open-question"}, {"trust": 9}]), VIEW)


def test_before_the_first_turn_nothing_is_on_the_table() -> None:
    view = View(stance=Stance(trust=5, tension=5), history=())

    assert topics_now(view) == ()
    assert not holds(when(topic="pay", within=9), view)
