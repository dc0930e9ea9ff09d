"""Shares of the turns by which talks are compared, and what they may not be taken in by."""

from functools import cache

import pytest

from simulator.debrief.conducting import Conduct, conducts
from simulator.debrief.measures import Rates, Share, measures
from simulator.reading.moves import Language
from tests.debrief.counsel import Counsel, counsels, course

LANGUAGES: tuple[Language, ...] = ("en", "fr")


@cache
def rated(language: Language) -> tuple[tuple[Counsel, Rates], ...]:
    return tuple(
        (one, measures(course(one.text, one.helper, language)).rates) for one in counsels(language)
    )


def figures(language: Language, name: str, *, good: bool) -> list[float]:
    found = []
    for one, rates in rated(language):
        value = getattr(rates, name)
        if one.is_good == good:
            found.append((value.value or 0.0) if isinstance(value, Share) else value)
    return found


def auc(language: Language, name: str) -> float:
    good, bad = (figures(language, name, good=good) for good in (True, False))
    won = sum((a > b) + 0.5 * (a == b) for a in good for b in bad)
    return won / (len(good) * len(bad))


def only(line: str, heard: str = "I feel sad.") -> Conduct:
    (one,) = conducts(course(f"C: {heard}\nT: {line}"))
    return one


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["eliciting", "validation", "mi_consistent", "mi_adherent"])
def test_who_helps_well_is_ahead_of_who_does_not(language: Language, name: str) -> None:
    assert auc(language, name) >= 0.9


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["advice", "persuasion", "confrontation", "self_focus"])
def test_who_helps_well_does_less_of_it(language: Language, name: str) -> None:
    assert auc(language, name) <= 0.4
    assert max(figures(language, name, good=True)) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rate_of_reflections_alone_does_not_turn_a_debrief_upside_down(
    language: Language,
) -> None:
    assert auc(language, "reflections") >= 0.8


@pytest.mark.parametrize(
    "line",
    [
        "So you never even tried, did you.",
        "So you should just talk to her.",
        "So you need to stop feeling sad and go out.",
        "So you're sad, well that's just an excuse.",
        "Sounds like you should see a doctor about it.",
    ],
)
def test_blame_or_advice_that_opens_like_a_reflection_is_none(line: str) -> None:
    assert not only(line).reflects


def test_a_turn_that_only_says_mm_hmm_is_no_turn() -> None:
    played = course("T: What happened?\nC: He left.\nT: mm-hmm\nC: I cried.\nT: Okay.")

    assert measures(played).rates.turns == 1


def test_talk_of_oneself_counts_where_the_other_had_spoken_of_themselves() -> None:
    story = "I lost my job too, when I was thirty."

    assert only(story, "I lost my job.").speaks_of_self
    assert not only(story, "And how was it with you?").speaks_of_self


def test_words_about_oneself_are_counted() -> None:
    one = only("That's hard. I lost my job too when I was young.", "I lost my job.")

    assert (one.words, one.self_words) == (11, 9)


def test_praise_that_runs_into_a_reproach_is_none() -> None:
    assert not only("Good job, it's all your fault.").validates


def test_no_turn_no_rate() -> None:
    rates = measures(course("C: Hm.\nT: mhm\nC: Well.")).rates

    assert (rates.turns, rates.eliciting, rates.mi_consistent) == (0, None, Share(0, 0))
    assert rates.mi_consistent.value is None


def test_in_a_recorded_conversation_the_other_stays_on_the_table_until_they_ask() -> None:
    text = "C: I lost my job.\nT: Oh.\nC: Well.\nT: I lost my job too.\nC: Really?\nT: I got fired."

    assert [one.speaks_of_self for one in conducts(course(text))] == [True, False]
