import pytest
from hypothesis import given

from simulator.director import apply, direct, mood_of, opening
from simulator.director.direction import Direction
from simulator.director.state import Beat, BeatKind, Decision, Stance, State
from simulator.reading.moves import Move, Reading
from tests.director.scene import CAST, PERSONA, SCENARIO, Talk, days, euros, reading
from tests.director.strategies import talks


def directed(
    talk: Talk, decision: Decision, read: Reading | None = None, mentee: str = "Sam"
) -> Direction:
    return direct(
        talk.scenario,
        talk.personas,
        decision,
        talk.state,
        reading=read or reading(),
        line="What is behind it?",
        mentee=mentee,
        said=("You wanted to see me?",),
        mentee_said=(),
        session_seed=7,
    )


@given(talks)
def test_no_direction_holds_what_the_actor_may_not_know(lines: list[Reading]) -> None:
    talk = Talk()
    secrets = {"badges": "SECRET-BADGES", "leaving": "SECRET-LEAVING", "trial": "SECRET-TRIAL"}
    for line in lines:
        if talk.state.ended:
            break
        text = directed(talk, talk.hears(read=line), line).model_dump_json()
        known = {*talk.state.spoken, *talk.state.granted}
        for name, words in secrets.items():
            assert name in known or words not in text
        for words in ("SECRET-BRIEF", "SECRET-GOAL", "SECRET-RUBRIC", "SECRET-NOTE", "fact:"):
            assert words not in text


def test_a_beat_for_a_locked_fact_brings_no_line() -> None:
    talk = Talk()
    forged = talk.hears(Move.OPEN_QUESTION).model_copy(
        update={"beats": (Beat(kind=BeatKind.FACT, ref="badges"),)}
    )

    assert directed(talk, forged).beats[0].lines == ()


def test_told_facts_come_in_the_authors_words() -> None:
    talk = Talk().stands(trust=6)
    beats = directed(talk, talk.hears(Move.OPEN_QUESTION, topics=["remote"])).beats

    assert beats[-1].lines == ("SECRET-BADGES are counted.",)


def test_the_figures_come_without_limits_or_worth() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS, topics=["lever:results"])
    decision = talk.hears(Move.OFFER, topics=["pay", "remote"], quantities=[euros(46000), days(2)])
    order = directed(talk, decision)

    assert order.counter == talk.state.table.offered
    assert [issue.unit for issue in order.issues] == ["EUR", "day"]
    assert all(issue.limit is issue.target is issue.opens is None for issue in order.issues)
    assert "46500" not in order.model_dump_json()


def test_without_figures_to_name_there_are_none() -> None:
    talk = Talk()

    assert directed(talk, talk.hears(Move.OPEN_QUESTION)).counter is None


def test_names_are_filled_in_as_plain_text() -> None:
    talk = Talk()
    decision = talk.hears(Move.CLOSED_QUESTION, topics=["remote"])
    line = directed(talk, decision, mentee="{persona} {0} %s").beats[0].lines[0]

    assert line == "Tuesdays everyone is in, {persona} {0} %s."


def test_the_opening_is_the_scenarios_own() -> None:
    assert opening(SCENARIO, CAST, mentee="Sam") == "You wanted to see me, Sam?"


def test_the_words_used_for_a_topic_are_passed_on() -> None:
    read = reading(Move.OPEN_QUESTION, topics=["remote", "fact:badges", "lever:results"])
    talk = Talk()
    heard = directed(talk, talk.hears(read=read), read).heard

    assert heard.topic_words == {"remote": "remote"}
    assert [mention.topic for mention in heard.reading.mentions] == ["remote"]


def test_the_seed_names_session_scenario_and_turn() -> None:
    talk = Talk()
    talk.hears(Move.OPEN_QUESTION)

    assert directed(talk, talk.hears(Move.OPEN_QUESTION)).seed == "7/presence/2"


def test_warming_and_cooling_follow_this_turn() -> None:
    talk = Talk()
    warm = directed(talk, talk.hears(Move.ACKNOWLEDGEMENT))
    cold = directed(talk, talk.hears(Move.BLAME))

    assert (warm.warming, warm.cooling) == (True, False)
    assert (cold.warming, cold.cooling) == (False, True)


@pytest.mark.parametrize(
    ("trust", "tension", "mood"),
    [(8, 2, "warm"), (5, 4, "open"), (4, 4, "guarded"), (5, 7, "hard"), (1, 4, "hard")],
)
def test_the_mood_follows_the_stance(trust: float, tension: float, mood: str) -> None:
    assert mood_of(Stance(trust=trust, tension=tension), PERSONA) == mood


def test_an_empty_state_directs_without_lines_of_its_own() -> None:
    talk = Talk()
    decision = talk.hears(Move.STATING_FACTS)

    assert directed(talk, decision).said == ("You wanted to see me?",)
    assert apply(State(stance={}), decision).turn == 1
