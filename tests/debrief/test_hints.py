"""Hints on request: what they say, in which order, and what they never say."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from simulator.config import shipped
from simulator.debrief.course import Course
from simulator.debrief.hints import LEVELS, WORDS, CoachBrief, Hint, coach_brief, coached, hint
from simulator.debrief.nudges import gives_away
from simulator.errors import ActorError
from simulator.i18n import Translator
from simulator.library.catalogue import Library
from simulator.practice.session import Session
from simulator.reading.moves import Language
from simulator.text import words
from simulator.views.hints import hint_words
from tests.debrief.talks import Said, run, scenario, shipped_stage, talk
from tests.i18n.catalogues import entries

WEATHER = Said("The weather is nice today.", reply="Is it?")
OFFERS_CUE = Said("Well, well.", reply="Ah. It isn't a rule I dreamt up.", offers=("upstairs",))


class Told:
    """A coach who says what it was told to say, and keeps what it was given."""

    name = "somebody/llm"

    def __init__(self, words_said: str | None) -> None:
        self.words = words_said
        self.given: list[CoachBrief] = []

    async def hint(self, brief: CoachBrief) -> str:
        self.given.append(brief)
        if self.words is None:
            raise ActorError("actor-failed")
        return self.words


def asked(course: Course) -> Iterator[tuple[Hint, Course]]:
    """One hint after the other at the same turn, each recorded."""
    while True:
        given = hint(course)
        yield given, course
        followup = course.session.followup.after(given.event())
        course = replace(course, session=replace(course.session, followup=followup))


def of(*lines: Said) -> Course:
    return Course.of(*talk(*lines, cause=None))


def test_asked_again_a_hint_goes_from_a_question_to_a_move_to_a_beginning() -> None:
    hints = asked(of(WEATHER, OFFERS_CUE))

    codes = [next(hints)[0].code for _ in range(LEVELS)]

    assert codes == ["hint.cue", "hint.move.ask", "hint.begin.ask"]


def test_the_same_hint_never_comes_twice_running() -> None:
    hints = asked(of(WEATHER))

    given = [next(hints)[0] for _ in range(12)]

    assert all(one != other for one, other in pairwise(given))


def test_a_new_turn_goes_on_where_the_last_hint_would_be_repeated() -> None:
    session, on = talk(OFFERS_CUE, cause=None)
    first = hint(Course.of(session, on))
    later, on = talk(OFFERS_CUE, WEATHER, cause=None)
    followup = later.followup.after(first.event())

    second = hint(Course.of(replace(later, followup=followup), on))

    assert (first.code, second.code) == ("hint.cue", "hint.move.ask")


def test_a_hint_is_recorded_with_its_turn_code_and_values() -> None:
    event = hint(of(WEATHER, OFFERS_CUE)).event()

    assert (event.turn, event.code, event.by) == (5, "hint.cue", "offline")
    assert event.values == {"who": "Claire", "quote": "It isn't a rule I dreamt up."}


async def test_a_coach_is_given_nothing_that_is_locked() -> None:
    coach = Told("What might she mean?")
    course = of(WEATHER, OFFERS_CUE)

    await coached(course, coach)

    given = repr(coach.given[0])
    hidden = [line for fact in scenario().facts for line in (*fact.says, fact.note)]
    asks = [item.ask for item in scenario().rubric]
    assert not any(one in given for one in (*hidden, *asks))
    assert coach.given[0].cues == ("It isn't a rule I dreamt up.",)


async def test_what_a_coach_says_is_kept_with_its_name() -> None:
    given = await coached(of(WEATHER, OFFERS_CUE), Told("What might she  mean\nby that?"))

    assert (given.text, given.by, given.code) == (
        "What might she mean by that?",
        "somebody/llm",
        "",
    )


@pytest.mark.parametrize(
    "said",
    [
        None,
        " \x1b[2J ",
        "word " * (WORDS + 1),
        "Ask her about the badges.",
        "Has my director counts the badges something to do with it?",
        "Say this: “Claire, I would like to stay at home on Mondays.”",
        "Dites : « Claire, je voudrais rester chez moi le lundi. »",
    ],
)
async def test_a_coach_who_fails_or_says_too_much_is_stood_in_for(said: str | None) -> None:
    course = of(WEATHER, OFFERS_CUE)

    assert await coached(course, Told(said)) == hint(course)


@pytest.mark.parametrize(
    "said",
    [
        "She said “it isn't a rule I dreamt up”. What might be behind it?",
        "You could begin with “What would it take …”.",
    ],
)
async def test_a_coach_may_quote_the_talk_and_lend_a_beginning(said: str) -> None:
    assert (await coached(of(WEATHER, OFFERS_CUE), Told(said))).text == said


async def test_what_was_answered_with_help_never_reaches_a_coach() -> None:
    coach = Told("What might she mean?")

    await coached(of(Said("I cannot go on.", is_helped=True), OFFERS_CUE), coach)

    assert "cannot go on" not in repr(coach.given[0])


async def test_a_coach_may_not_repeat_itself() -> None:
    course = of(WEATHER, OFFERS_CUE)
    first = await coached(course, Told("What might she mean?"))
    followup = course.session.followup.after(first.event())
    again = replace(course, session=replace(course.session, followup=followup))

    assert (await coached(again, Told("What might SHE mean?"))).by == "offline"


def test_a_coach_is_asked_for_the_level_that_is_due() -> None:
    hints = asked(of(WEATHER))

    levels = [coach_brief(next(hints)[1]).level for _ in range(LEVELS + 1)]

    assert levels == [1, 2, 3, 3]


def up_to(course: Course, turn: int) -> Course:
    """The course as it stood when the utterance `turn` had just been said."""
    session: Session = course.session
    said = tuple(one for one in session.utterances if one.turn <= turn)
    return replace(
        course,
        session=replace(session, utterances=said, ended=None),
        steps=tuple(step for step in course.steps if step.turn < turn),
    )


SHIPPED = Library((shipped(),)).ids()
CODES = [one for one in entries("en", "hints") if one.startswith("hint.")]


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", SHIPPED)
def test_the_words_around_a_quote_name_nothing_locked(name: str, language: Language) -> None:
    on = shipped_stage(name, language)
    silence = replace(talk(cause=None)[0], utterances=())
    t = Translator.of(language, strict=True)

    worded = (t(code, who="", quote="", goal="", skill="") for code in CODES)

    assert [one for one in worded if gives_away(one, on.scenario, silence, ())] == []


@pytest.mark.parametrize(
    ("name", "language", "kind"),
    [(name, *(("en", "skilled"), ("fr", "unskilled"))[at % 2]) for at, name in enumerate(SHIPPED)],
)
def test_no_hint_names_what_is_locked_or_is_long(name: str, language: Language, kind: str) -> None:
    t = Translator.of(language, strict=True)
    played, on = run(name, kind, language)
    whole = Course.of(played.session, on)
    for utterance in played.session.said_by("persona"):
        course = up_to(whole, utterance.turn)
        worded = hint_words(hint(course), t)
        assert len(words(worded)) <= WORDS, worded
        assert not gives_away(worded, on.scenario, course.session, course.end.spoken), worded
