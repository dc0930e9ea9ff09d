from simulator.director.cues import RETURNS
from simulator.director.state import BeatKind
from simulator.reading.moves import Move, Signal
from tests.director.scene import Talk, codes, kinds, scenario

ONE_CUE = scenario(
    cues=[
        {
            "id": "not-mine",
            "says": "I did not dream up that regulation.",
            "calls-for": ["open-question", "reflection"],
            "within": 2,
            "points-to": "badges",
        }
    ]
)


def offered_at_two() -> Talk:
    talk = Talk(scenario=ONE_CUE)
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    assert talk.decisions[-1].cues_offered == ("not-mine",)
    return talk


def test_a_cue_is_offered_from_the_second_turn_on_and_put_on_record() -> None:
    talk = offered_at_two()

    assert talk.decisions[0].cues_offered == ()
    assert talk.state.cues[0].outcome == "open"
    assert "cue.offered" in codes(talk.decisions[1])


def test_a_calling_move_straight_after_takes_it_up() -> None:
    talk = offered_at_two()
    decision = talk.hears(Move.OPEN_QUESTION)

    assert decision.cues_taken == ("not-mine",)
    assert any(change.reason.values["move"] == "cue-taken" for change in decision.changes)


def test_a_calling_move_about_something_else_does_not_take_it_up() -> None:
    talk = offered_at_two()
    decision = talk.hears(Move.OPEN_QUESTION, topics=["pay"])

    assert decision.cues_taken == ()


def test_within_its_window_its_own_words_take_it_up() -> None:
    talk = offered_at_two()
    talk.hears(Move.STATING_FACTS, topics=["pay"])
    decision = talk.hears(
        Move.OPEN_QUESTION, topics=["pay"], line="Who wrote the regulations, then?"
    )

    assert decision.cues_taken == ("not-mine",)


def test_later_and_without_a_link_it_is_missed() -> None:
    talk = offered_at_two()
    talk.hears(Move.STATING_FACTS)
    decision = talk.hears(Move.OPEN_QUESTION)

    assert decision.cues_missed == ("not-mine",)
    assert "cue.missed" in codes(decision)
    assert talk.state.cues[0].outcome == "missed"


def test_a_threat_takes_up_nothing() -> None:
    talk = offered_at_two()

    assert talk.hears(Move.OPEN_QUESTION, Move.THREAT).cues_taken == ()


def test_no_cue_comes_on_a_hostile_or_pleading_turn() -> None:
    for done in (Move.BLAME, Signal.PLEADING, Signal.ABUSE):
        talk = Talk(scenario=ONE_CUE)
        talk.hears(Move.STATING_FACTS)
        assert talk.hears(done, topics=["remote"]).cues_offered == ()


def test_two_cues_never_stand_together_or_close_to_each_other() -> None:
    talk = Talk()
    for _ in range(10):
        talk.hears(Move.STATING_FACTS, topics=["remote"])
    offers = [cue.offered for cue in talk.state.cues]

    assert len(offers) == 2
    assert abs(offers[0] - offers[1]) >= 3


def test_a_cue_is_not_offered_beside_a_fact() -> None:
    talk = Talk().stands(trust=6)
    talk.hears(Move.STATING_FACTS, topics=["pay"])
    told = talk.hears(Move.OPEN_QUESTION, topics=["remote"])

    assert BeatKind.FACT in kinds(told)
    assert BeatKind.CUE not in kinds(told)


def test_a_cue_that_points_to_a_told_fact_is_no_longer_offered() -> None:
    talk = Talk(scenario=ONE_CUE).stands(trust=6)
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    assert talk.state.spoken == ("badges",)
    for _ in range(5):
        talk.hears(Move.STATING_FACTS, topics=["remote"])

    assert talk.state.cues == ()


def test_a_question_about_something_else_is_answered_without_a_cue() -> None:
    talk = Talk(scenario=ONE_CUE)
    talk.hears(Move.STATING_FACTS, topics=["pay"])

    assert talk.hears(Move.CLOSED_QUESTION, topics=["pay"]).cues_offered == ()
    assert talk.hears(Move.STATING_FACTS, topics=["pay"]).cues_offered == ("not-mine",)


def test_nothing_is_hinted_at_to_someone_who_speaks_to_a_machine() -> None:
    talk = Talk(scenario=ONE_CUE)
    talk.hears(Move.STATING_FACTS, topics=["remote"])

    assert talk.hears(Signal.META, topics=["remote"]).cues_offered == ()


def test_nothing_is_hinted_at_off_the_scene() -> None:
    talk = Talk(scenario=ONE_CUE)
    talk.hears(Move.STATING_FACTS, topics=["remote"])

    aside = talk.hears(Move.OPEN_QUESTION, line="What will the weather be tomorrow?")

    assert aside.cues_offered == ()


def test_a_missed_cue_comes_back_once_in_other_words() -> None:
    twice = scenario(
        cues=[{"id": "day", "says": ["A day.", "What a day."], "calls-for": "acknowledgement"}]
    )
    once = scenario(cues=[{"id": "day", "says": "A day.", "calls-for": "acknowledgement"}])

    def offers(talk: Talk) -> list[int]:
        said = [talk.hears(Move.STATING_FACTS, topics=["pay"]).cues_offered for _ in range(12)]
        return [turn for turn, cues in enumerate(said, start=1) if cues]

    first, *again = offers(Talk(scenario=twice.model_copy(update={"endings": twice.endings[:2]})))
    assert len(again) == 1
    assert again[0] - first >= RETURNS
    assert len(offers(Talk(scenario=once))) == 1
