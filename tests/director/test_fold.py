import pytest

from simulator.director import apply, start
from simulator.director.state import Beat, BeatKind, Decision, Stance, State, TurnRecord
from simulator.reading.moves import Move
from tests.director.scene import CAST, SCENARIO, Talk, persona


def decision(**changes: object) -> Decision:
    fields: dict[str, object] = {
        "turn": 1,
        "voice": "manager",
        "record": TurnRecord(turn=1),
        "stance": {"manager": Stance(trust=5, tension=5)},
        "beats": (Beat(kind=BeatKind.ANSWER),),
    }
    return Decision.model_validate(fields | changes)


@pytest.mark.parametrize(("level", "trust", "tension"), [(1, 5, 3), (2, 4, 4), (3, 3.5, 4.5)])
def test_the_level_moves_the_start(level: int, trust: float, tension: float) -> None:
    assert start(SCENARIO, CAST, level).stance["manager"] == Stance(trust=trust, tension=tension)


def test_the_start_stays_on_the_scale() -> None:
    easy = persona(levels={"2": {"trust": 4, "tension": -4}})
    moved = start(SCENARIO, {"manager": easy}, 2).stance["manager"]

    assert moved == Stance(trust=8, tension=0)


def test_a_stance_off_the_scale_is_brought_back() -> None:
    wild = decision(stance={"manager": Stance(trust=14, tension=-3)})

    assert apply(State(stance={}), wild).stance["manager"] == Stance(trust=10, tension=0)


def test_what_was_told_and_granted_stays_and_is_kept_once() -> None:
    state = State(stance={}, spoken=("badges",), granted=("trial",))
    after = apply(state, decision(spoken=("badges", "leaving"), granted=("trial",)))

    assert after.spoken == ("badges", "leaving")
    assert after.granted == ("trial",)


def test_a_cue_is_remembered_with_what_became_of_it() -> None:
    state = apply(State(stance={}), decision(cues_offered=("long-day",)))
    taken = apply(state, decision(turn=2, cues_taken=("long-day",)))
    missed = apply(state, decision(turn=2, cues_missed=("long-day",)))

    assert [(cue.id, cue.offered, cue.outcome) for cue in state.cues] == [("long-day", 1, "open")]
    assert taken.cues[0].outcome == "taken"
    assert missed.cues[0].outcome == "missed"


def test_positions_are_counted_by_topic() -> None:
    stated = decision(beats=(Beat(kind=BeatKind.POSITION, ref="pay"),))
    state = apply(apply(State(stance={}), stated), stated)

    assert state.positions == {"pay": 2}


def test_the_table_stays_where_nothing_was_negotiated() -> None:
    talk = Talk()
    table = talk.state.table
    talk.hears(Move.OPEN_QUESTION)

    assert talk.state.table == table
    assert talk.state.voices == ("manager",)
