"""The debrief, whole: what it holds for which talk, and for whom."""

import pytest

from simulator.debrief.draft import Debrief, draft
from simulator.debrief.openings import Audience
from simulator.debrief.reflection import QUESTIONS
from simulator.reading.moves import Move, Signal
from tests.debrief.talks import Said, run, talk

WEATHER = Said("The weather is nice today.", reply="Is it?")
TELLS = Said(
    "What is behind the rule?",
    reply="My director counts the badges. I was told off in May.",
    topics={"remote": "rule"},
    moves={Move.OPEN_QUESTION: ""},
    told=("badges",),
    trust=0.8,
)
OFFERS = Said("Well, well.", reply="Ah. It isn't a rule I dreamt up.", offers=("upstairs",))
MISSES = Said("So, anyway, my raise.", misses=("upstairs",))
BLAMES = Said("You never listen.", moves={Move.BLAME: ""}, trust=-1.5, tension=1.5)


@pytest.mark.parametrize("audience", ["mentee", "mentor"])
def test_a_talk_without_a_word_has_an_honest_debrief(audience: Audience) -> None:
    debrief = draft(*talk(cause=None), audience)

    assert (debrief.standing, debrief.keep, debrief.tries) == ("empty", (), ())
    assert not any((debrief.findings, debrief.hidden, debrief.questions))


@pytest.mark.parametrize("count", [1, 2])
def test_a_very_short_talk_says_so(count: int) -> None:
    assert draft(*talk(*[WEATHER] * count)).standing == "short"


def test_plain_harm_is_named_even_in_a_very_short_talk() -> None:
    assert [one.turn for one in draft(*talk(BLAMES)).tries] == [2]


def test_a_silent_talk_says_so() -> None:
    silence = Said("", moves={})
    yes = Said("Yes.", moves={Move.MINIMAL_ANSWER: ""})

    debrief = draft(*talk(yes, silence, yes, silence))

    assert debrief.standing == "silent"
    assert all(quote.quote for one in debrief.tries for quote in one.quotes)


def test_a_talk_that_was_left_is_unfinished() -> None:
    debrief = draft(*talk(WEATHER, TELLS, WEATHER, cause="left"))

    assert (debrief.standing, debrief.outcome.cause) == ("unfinished", "left")


def test_a_stopped_scene_keeps_its_figures_and_nothing_else() -> None:
    debrief = draft(*talk(WEATHER, BLAMES, TELLS, stops=True, cause=None))

    assert debrief.standing == "stopped"
    assert debrief.measures.turns.part == 3
    assert not any((debrief.findings, debrief.keep, debrief.tries, debrief.questions))
    assert not any((debrief.cues, debrief.movers, debrief.hidden, debrief.curve))


def test_a_scene_that_was_taken_up_again_is_debriefed() -> None:
    session, on = talk(WEATHER, BLAMES, TELLS)

    assert draft(session, on).findings


def test_an_ending_is_told_with_its_note_and_score() -> None:
    outcome = draft(*talk(WEATHER, TELLS, WEATHER)).outcome

    assert (outcome.ending, outcome.note, outcome.score) == (
        "settled",
        "Both know where they stand.",
        0.5,
    )


def test_the_mentees_answers_stand_under_their_questions() -> None:
    reflection = draft(*talk(WEATHER, answers=["To learn why.", "", "Ask first."])).reflection

    assert [(one.question, one.answer) for one in reflection.answers] == [
        (QUESTIONS[0], "To learn why."),
        (QUESTIONS[2], "Ask first."),
    ]


def test_skipped_questions_are_told_from_unanswered_ones() -> None:
    skipped = draft(*talk(WEATHER, answers=["", "", ""])).reflection
    unanswered = draft(*talk(WEATHER)).reflection

    assert (skipped.is_written, unanswered.is_written) == (True, False)


def text_of(debrief: Debrief) -> str:
    return repr([debrief.hidden, debrief.questions, debrief.tries])


def test_the_mentees_copy_does_not_say_what_stayed_hidden() -> None:
    session, on = talk(WEATHER, OFFERS, MISSES, WEATHER)

    mine = draft(session, on, "mentee")

    assert len(mine.hidden) == 2
    assert "signed elsewhere" not in text_of(mine)
    assert not any((one.id, one.note, one.says) != ("", "", "") for one in mine.hidden)
    assert [quote.quote for one in mine.hidden for quote in one.pointers] == [
        "It isn't a rule I dreamt up."
    ]


def test_the_mentors_copy_says_what_stayed_hidden_and_asks_the_scenarios_questions() -> None:
    session, on = talk(WEATHER, OFFERS, MISSES, WEATHER)

    theirs = draft(session, on, "mentor")

    assert {one.id for one in theirs.hidden} == {"badges", "leaving"}
    assert theirs.questions == ("When did it turn?",)


def test_what_was_told_is_not_hidden() -> None:
    session, on = talk(WEATHER, TELLS, WEATHER)

    assert [one.id for one in draft(session, on, "mentor").hidden] == ["leaving"]


def test_a_line_answered_outside_the_scene_is_nowhere_in_the_debrief() -> None:
    session, on = talk(WEATHER, TELLS, Said("I can't go on.", is_helped=True), cause="left")

    debrief = draft(session, on, "mentor")

    assert [one.turn for one in debrief.movers] == [2, 4]
    assert debrief.measures.turns.part == 2
    assert "can't go on" not in repr(debrief)


def test_the_stance_is_told_turn_by_turn_from_its_start() -> None:
    curve = draft(*talk(WEATHER, BLAMES)).curve

    assert [(one.turn, one.trust, one.tension) for one in curve] == [
        (1, 5.0, 3.0),
        (2, 5.0, 3.0),
        (4, 3.5, 4.5),
    ]


def test_found_lines_are_counted_against_all_things_to_try() -> None:
    debrief = draft(*talk(WEATHER, BLAMES, WEATHER, TELLS))

    assert debrief.lines.whole == len(debrief.tries)
    assert debrief.lines.part == sum(one.alternative is not None for one in debrief.tries)


def test_the_same_session_is_debriefed_the_same_way() -> None:
    played, on = run("pay-and-presence", "unskilled")

    assert draft(played.session, on) == draft(played.session, on)


def test_every_quote_of_a_debrief_is_said_by_whom_it_says() -> None:
    for kind in ("skilled", "unskilled", "silent"):
        played, on = run("defensive-feedback", kind)
        said = {one.turn: one for one in played.session.utterances}
        debrief = draft(played.session, on, "mentor")
        quotes = [
            *(quote for one in debrief.findings for quote in one.quotes),
            *(quote for keep in debrief.keep for quote in keep.quotes),
            *(quote for tried in debrief.tries for quote in tried.quotes),
        ]

        for quote in quotes:
            assert said[quote.turn].text[quote.start : quote.end] == quote.quote
            assert said[quote.turn].speaker == quote.speaker


def test_a_foreign_line_is_not_held_against_anybody() -> None:
    foreign = Said("Das ist doch Unsinn.", signals=(Signal.OTHER_LANGUAGE,))

    assert draft(*talk(foreign, foreign, foreign)).tries == ()
