import pytest

from simulator.director.state import BeatKind
from simulator.reading.moves import Move, Signal
from tests.director.scene import Talk, codes, kinds, scenario


def test_trust_and_the_asking_together_unlock_a_fact() -> None:
    told = Talk().stands(trust=5).hears(Move.OPEN_QUESTION, topics=["remote"])

    assert told.spoken == ("badges",)
    assert BeatKind.FACT in kinds(told)


def test_neither_trust_nor_asking_alone_unlocks_it() -> None:
    distrusted = Talk().stands(trust=2).hears(Move.OPEN_QUESTION, topics=["remote"])
    unasked = Talk().stands(trust=9).hears(Move.STATING_FACTS, topics=["remote"])

    assert distrusted.spoken == unasked.spoken == ()
    assert "fact.withheld" in codes(distrusted)


@pytest.mark.parametrize(
    "pressure", [Signal.PLEADING, Signal.FLATTERY, Signal.META, Signal.ABUSE, Move.THREAT]
)
def test_a_turn_with_pressure_unlocks_nothing(pressure: Move | Signal) -> None:
    talk = Talk().stands(trust=9, tension=0)

    assert talk.hears(Move.OPEN_QUESTION, pressure, topics=["remote"]).spoken == ()


def test_in_a_rupture_nothing_is_told_and_the_reason_says_so() -> None:
    decision = Talk().stands(trust=9, tension=8).hears(Move.OPEN_QUESTION, topics=["remote"])

    assert decision.spoken == ()
    assert "fact.withheld.rupture" in codes(decision)


def test_the_turn_that_mends_a_rupture_is_not_yet_the_turn_that_tells() -> None:
    talk = Talk().stands(trust=9, tension=7.5)
    mended = talk.hears(Move.APOLOGY, Move.OPEN_QUESTION, topics=["remote"])

    assert talk.tension < 7
    assert mended.spoken == ()
    assert talk.hears(Move.OPEN_QUESTION, topics=["remote"]).spoken == ("badges",)


def test_one_fact_a_turn() -> None:
    both = scenario(
        facts=[
            {"id": name, "topic": "remote", "says": [name], "when": {"move": "open-question"}}
            for name in ("badges", "leaving")
        ]
    )
    talk = Talk(scenario=both)

    talk.stands()
    assert talk.hears(Move.OPEN_QUESTION, topics=["remote"]).spoken == ("badges",)
    assert talk.hears(Move.OPEN_QUESTION, topics=["remote"]).spoken == ("leaving",)


THREE = scenario(
    facts=[
        {"id": name, "topic": "remote", "says": [name], "when": {"topic": "remote", "within": 3}}
        for name in ("badges", "leaving", "budget")
    ]
)


def test_nothing_is_told_on_the_first_turn() -> None:
    talk = Talk(scenario=THREE)

    assert talk.hears(Move.OPEN_QUESTION, topics=["remote"]).spoken == ()
    assert talk.hears(Move.OPEN_QUESTION, topics=["remote"]).spoken == ("badges",)


def test_the_next_fact_waits_a_turn_unless_it_is_asked_for_openly() -> None:
    talk = Talk(scenario=THREE).stands()
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])

    assert talk.hears(Move.ACKNOWLEDGEMENT, topics=["remote"]).spoken == ()
    assert talk.hears(Move.ACKNOWLEDGEMENT, topics=["remote"]).spoken == ("leaving",)
    assert talk.hears(Move.OPEN_QUESTION, topics=["remote"]).spoken == ("budget",)


def test_three_facts_never_come_in_a_row() -> None:
    talk = Talk(scenario=THREE).stands()
    told = [talk.hears(Move.OPEN_QUESTION, topics=["remote"]).spoken for _ in range(3)]

    assert told == [("badges",), ("leaving",), ()]


@pytest.mark.parametrize("courtesy", [Signal.GREETING, Signal.THANKS, Move.CLOSED_QUESTION])
def test_a_courtesy_is_no_invitation(courtesy: Move | Signal) -> None:
    talk = Talk(scenario=THREE).stands()
    talk.hears(Move.STATING_FACTS, topics=["remote"])

    assert talk.hears(courtesy).spoken == ()


def test_a_question_about_something_else_earns_nothing() -> None:
    talk = Talk(scenario=THREE).stands()
    talk.hears(Move.STATING_FACTS, topics=["remote"])
    before = talk.trust
    aside = talk.hears(Move.OPEN_QUESTION, line="What's the weather like tomorrow?")

    assert aside.spoken == ()
    assert talk.trust <= before
    assert kinds(aside)[0] is BeatKind.ASIDE


def test_a_request_in_the_words_of_a_fact_is_no_guess() -> None:
    request = (Move.CLOSED_QUESTION, Move.PROPOSAL)
    asked = Talk().stands(trust=6).hears(*request, topics=["fact:badges"])

    assert asked.spoken == ()


def test_a_fact_that_does_not_fit_the_talk_waits() -> None:
    waiting = scenario(
        facts=[{"id": "badges", "topic": "remote", "says": ["x"], "when": {"trust": 3}}]
    )
    talk = Talk(scenario=waiting).stands()

    assert talk.hears(Move.OPEN_QUESTION, topics=["pay"]).spoken == ()
    assert talk.hears(Move.OPEN_QUESTION, topics=["remote"]).spoken == ("badges",)


def test_naming_ones_own_needs_is_no_invitation() -> None:
    needs = scenario(
        facts=[{"id": "badges", "topic": "remote", "says": ["x"], "when": {"move": "interests"}}]
    )
    talk = Talk(scenario=needs).stands()

    assert talk.hears(Move.INTERESTS, topics=["remote"]).spoken == ()
    asked = talk.hears(Move.INTERESTS, Move.CLOSED_QUESTION, topics=["remote"])
    assert asked.spoken == ("badges",)


def test_a_right_guess_is_confirmed_with_middling_trust() -> None:
    guess = Talk().stands(trust=5).hears(Move.CLOSED_QUESTION, topics=["fact:badges"])

    assert guess.spoken == ("badges",)
    assert kinds(guess)[:2] == [BeatKind.CONFIRM, BeatKind.FACT]
    assert "fact.guessed" in codes(guess)


def test_a_right_guess_without_trust_is_turned_aside() -> None:
    guess = Talk().stands(trust=3).hears(Move.CLOSED_QUESTION, topics=["fact:badges"])

    assert guess.spoken == ()
    assert kinds(guess) == [BeatKind.DEFLECT]


def test_a_guess_that_is_to_be_evaded_stays_locked_whatever_the_trust() -> None:
    guess = Talk().stands(trust=10).hears(Move.CLOSED_QUESTION, topics=["fact:leaving"])

    assert guess.spoken == ()
    assert BeatKind.DEFLECT in kinds(guess)


def test_the_words_of_a_fact_in_passing_are_no_guess() -> None:
    passing = Talk().stands(trust=9).hears(Move.STATING_FACTS, topics=["fact:badges"])

    assert passing.spoken == ()


def test_a_concession_needs_all_that_it_asks_for_and_stays_granted() -> None:
    talk = Talk().stands(trust=7)
    assert talk.hears(Move.PROPOSAL, topics=["remote"]).granted == ()
    talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    assert talk.hears(Move.PROPOSAL, topics=["remote"]).granted == ("trial",)
    talk.hears(Move.BLAME)

    assert talk.state.granted == ("trial",)
    assert talk.hears(Move.PROPOSAL, topics=["remote"]).granted == ()


def test_asked_again_for_what_is_locked_the_answer_differs() -> None:
    talk = Talk().stands(trust=1)
    first = talk.hears(Move.OPEN_QUESTION, topics=["remote"])
    second = talk.stands(trust=1).hears(Move.OPEN_QUESTION, topics=["remote"])

    assert kinds(first)[0] is BeatKind.POSITION
    assert kinds(second)[0] is BeatKind.DEFLECT


def test_a_question_gets_an_answer_rather_than_what_an_earlier_turn_earned() -> None:
    late = scenario(
        concessions=[{"id": "trial", "says": ["x"], "when": {"move": "proposal", "within": 3}}]
    )
    talk = Talk(scenario=late).stands(tension=7.5)
    talk.hears(Move.PROPOSAL)
    talk.stands(tension=2)

    assert talk.hears(Move.OPEN_QUESTION).granted == ()


@pytest.mark.parametrize("hearing", [Move.REFLECTION, Move.ACKNOWLEDGEMENT, Move.SUMMARY])
def test_hearing_the_other_out_is_never_answered_with_a_concession(hearing: Move) -> None:
    open_handed = scenario(
        concessions=[
            {
                "id": "trial",
                "topic": "remote",
                "says": ["x"],
                "when": {"any": [{"move": "proposal", "within": 3}, {"move": hearing.value}]},
            }
        ]
    )
    talk = Talk(scenario=open_handed).stands(tension=7.5)
    talk.hears(Move.PROPOSAL, topics=["remote"])
    talk.stands(tension=2)

    assert talk.hears(hearing, topics=["remote"]).granted == ()


def test_what_was_proposed_is_granted_once_what_was_asked_back_is_given() -> None:
    asked = scenario(
        concessions=[
            {
                "id": "trial",
                "topic": "remote",
                "says": ["x"],
                "when": {"all": [{"move": "proposal", "within": 2}, {"lever": "results"}]},
            }
        ]
    )
    talk = Talk(scenario=asked).stands(trust=5)
    back = talk.hears(Move.PROPOSAL, topics=["remote"])
    given = talk.hears(Move.STATING_FACTS, topics=["lever:results"])

    assert back.granted == ()
    assert given.granted == ("trial",)


def test_a_fact_waits_until_the_talk_is_about_it() -> None:
    earned = scenario(
        facts=[
            {"id": "badges", "topic": "remote", "says": ["x"], "when": {"move": "reflection"}},
            {"id": "leaving", "topic": "team", "says": ["y"], "when": {"move": "reflection"}},
        ]
    )
    talk = Talk(scenario=earned).stands()
    talk.hears(Move.STATING_FACTS, topics=["pay"])

    assert talk.hears(Move.REFLECTION).spoken == ()
    assert talk.hears(Move.REFLECTION, topics=["team"]).spoken == ("leaving",)


def test_a_fact_without_a_topic_is_not_told_on_the_ground_of_another() -> None:
    loose = scenario(
        facts=[
            {"id": "badges", "topic": "remote", "says": ["x"], "when": {"trust": 9}},
            {"id": "leaving", "says": ["y"], "when": {"move": "reflection"}},
        ]
    )
    talk = Talk(scenario=loose).stands()

    assert talk.hears(Move.REFLECTION, topics=["remote"]).spoken == ()
    assert talk.hears(Move.REFLECTION, topics=["pay"]).spoken == ("leaving",)


def test_a_question_that_looks_ahead_is_not_answered_with_the_past() -> None:
    past = scenario(
        facts=[
            {"id": "badges", "topic": "remote", "says": ["x"], "when": {"move": "open-question"}}
        ]
    )
    ahead = (Move.OPEN_QUESTION, Move.SEEKING_COLLABORATION)

    assert Talk(scenario=past).stands().hears(*ahead, topics=["remote"]).spoken == ()
    asked = Talk(scenario=past).stands().hears(Move.OPEN_QUESTION, topics=["remote"])
    assert asked.spoken == ("badges",)


def test_concern_for_the_other_is_not_paid_with_a_concession() -> None:
    kind = scenario(concessions=[{"id": "trial", "says": ["x"], "when": {"trust": 1}}])
    talk = Talk(scenario=kind).stands()
    tired = (Move.CLOSED_QUESTION, Move.ACKNOWLEDGEMENT)

    assert talk.hears(*tired).granted == ()
    assert talk.hears(Move.SEEKING_COLLABORATION).granted == ("trial",)


def test_what_is_granted_is_what_was_spoken_of() -> None:
    two = scenario(
        concessions=[
            {"id": name, "topic": topic, "says": ["x"], "when": {"trust": 1}}
            for name, topic in (("trial", "remote"), ("raise", "pay"))
        ]
    )
    talk = Talk(scenario=two).stands()

    assert talk.hears(Move.PROPOSAL, topics=["pay"]).granted == ("raise",)


def test_a_question_inside_an_attack_unlocks_nothing() -> None:
    attacked = Talk().stands(trust=8).hears(Move.OPEN_QUESTION, Move.BLAME, topics=["remote"])

    assert attacked.spoken == ()


def test_a_question_of_how_it_was_is_not_answered_with_a_concession() -> None:
    asking = scenario(
        concessions=[
            {"id": "trial", "topic": "team", "says": ["x"], "when": {"move": "open-question"}}
        ]
    )
    back, ahead = (
        Talk(scenario=asking)
        .stands()
        .hears(Move.OPEN_QUESTION, topics=["team"], line=f"About the team: {question}")
        for question in ("how was that for you?", "how could we go about it?")
    )

    assert back.granted == ()
    assert ahead.granted == ("trial",)


def test_a_polite_preface_to_a_question_is_no_request() -> None:
    rule = scenario(
        facts=[{"id": "badges", "topic": "remote", "says": ["x"], "when": {"trust": 3}}]
    )
    done, told = (
        Talk(scenario=rule).stands().hears(Move.CLOSED_QUESTION, topics=["remote"], line=line)
        for line in ("Could you move the days at home?", "Could you tell me about days at home?")
    )

    assert done.spoken == ()
    assert told.spoken == ("badges",)
