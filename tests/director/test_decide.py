from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st

from simulator.director import apply, decide, fold, start
from simulator.director.state import BeatKind, Decision
from simulator.reading.moves import Move, Reading, Signal
from tests.director.scene import CAST, SCENARIO, Talk, codes, kinds, reading, unsure
from tests.director.strategies import pressure, readings, talks


def play(lines: list[Reading], *, seed: int = 1, level: int = 2) -> Talk:
    talk = Talk(seed=seed, level=level)
    for line in lines:
        if talk.state.ended:
            break
        talk.hears(read=line)
    return talk


@given(talks, st.integers(1, 3))
def test_folding_the_decisions_gives_the_state(lines: list[Reading], level: int) -> None:
    talk = play(lines, level=level)

    assert fold(start(SCENARIO, CAST, level), talk.decisions) == talk.state


@given(talks)
def test_a_decision_survives_being_written_down(lines: list[Reading]) -> None:
    talk = play(lines)
    kept = [Decision.model_validate_json(one.model_dump_json()) for one in talk.decisions]

    assert fold(start(SCENARIO, CAST, 2), kept) == talk.state


@given(talks)
def test_the_same_talk_is_decided_the_same_way(lines: list[Reading]) -> None:
    assert play(lines).decisions == play(lines).decisions


@given(talks, st.integers(1, 3))
def test_the_stance_stays_on_its_scale_and_its_changes_add_up(
    lines: list[Reading], level: int
) -> None:
    talk = play(lines, level=level)
    state = start(SCENARIO, CAST, level)

    for decision in talk.decisions:
        before, after = state.stance["manager"], decision.stance["manager"]
        assert 0 <= after.trust <= 10
        assert 0 <= after.tension <= 10
        assert abs(before.trust + sum(one.trust for one in decision.changes) - after.trust) < 0.01
        moved = sum(one.tension for one in decision.changes)
        assert abs(before.tension + moved - after.tension) < 0.01
        state = apply(state, decision)


@given(talks)
def test_every_reply_has_one_to_three_beats_and_at_most_one_gift(lines: list[Reading]) -> None:
    for decision in play(lines).decisions:
        assert 1 <= len(decision.beats) <= 3
        assert len(decision.spoken) + len(decision.granted) <= 1


@given(talks)
def test_what_was_told_or_granted_was_said_in_a_beat(lines: list[Reading]) -> None:
    for decision in play(lines).decisions:
        said = {(beat.kind, beat.ref) for beat in decision.beats}
        assert {(BeatKind.FACT, name) for name in decision.spoken} <= said
        assert {(BeatKind.CONCESSION, name) for name in decision.granted} <= said
        assert {(BeatKind.CUE, name) for name in decision.cues_offered} <= said


@given(st.lists(readings, min_size=12, max_size=12))
def test_no_talk_goes_past_its_hard_limit(lines: list[Reading]) -> None:
    assert play(lines).state.ended is not None


@given(st.lists(pressure, min_size=1, max_size=8))
def test_pressure_gains_nothing_whatever_the_tables_say(lines: list[Reading]) -> None:
    talk = play(lines)
    trust, tension = 4.0, 4.0

    assert (talk.state.spoken, talk.state.granted, talk.state.table.agreed) == ((), (), None)
    for decision in talk.decisions:
        stance = decision.stance["manager"]
        assert stance.trust <= trust
        assert stance.tension >= tension
        trust, tension = stance.trust, stance.tension


@given(readings)
def test_a_find_that_is_not_sure_changes_nothing(found: Reading) -> None:
    blank = Reading(quantities=found.quantities, mentions=found.mentions, words=found.words)
    with_finds, without = Talk().hears(read=unsure(found)), Talk().hears(read=blank)

    assert with_finds == without


def test_each_change_names_its_persona_move_turn_and_amount() -> None:
    talk = Talk()
    talk.hears(Move.STATING_FACTS)
    change = talk.hears(Move.BLAME).changes[0]

    assert change.reason.code == "stance.trust.fell"
    assert change.reason.values == {
        "by": "manager",
        "source": "move",
        "move": "blame",
        "why": "move.blame",
        "turn": 2,
        "amount": 1.5,
    }


def test_a_whole_talk_earns_a_fact_a_concession_and_says_why() -> None:
    talk = Talk()
    talk.hears(Move.ACKNOWLEDGEMENT, topics=["remote"])
    told = talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    talk.hears(Move.REFLECTION)
    granted = talk.hears(Move.PROPOSAL, Move.OPEN_QUESTION, topics=["remote"])

    assert told.spoken == ("badges",)
    assert "fact.told" in codes(told)
    assert granted.granted == ("trial",)
    assert "concession.granted" in codes(granted)


def test_the_topics_of_the_reply_are_on_the_table_of_the_next_turn() -> None:
    talk = Talk()
    talk.hears(Move.CLOSED_QUESTION, topics=["remote"])
    on_topic = talk.hears(Move.OPEN_QUESTION).record

    assert on_topic.topics == ()
    assert talk.state.history[0].persona_topics == ("remote",)


def test_a_decision_takes_less_than_a_few_milliseconds() -> None:
    talk = Talk()
    for _ in range(8):
        talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    found = reading(Move.OPEN_QUESTION, Move.OFFER, Signal.THANKS, topics=["remote", "pay"])
    best = min(_timed(talk, found) for _ in range(20))

    assert best < 0.005


def _timed(talk: Talk, found: Reading) -> float:
    begun = perf_counter()
    decide(SCENARIO, CAST, talk.state, found, "What is behind it?", level=2, seed=1)
    return perf_counter() - begun


def test_the_last_turn_ends_with_an_ending() -> None:
    talk = Talk()
    for _ in range(11):
        talk.hears(Move.STATING_FACTS)
    last = talk.hears(Move.STATING_FACTS)

    assert last.ended == "time"
    assert kinds(last)[-1] is BeatKind.ENDING
