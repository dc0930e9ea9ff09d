"""A better line is made of words that were said, was run again, and helped."""

import re
from functools import cache

import pytest

from simulator import director
from simulator.debrief.alternatives import ALIKE, MOST_WORDS, Alternative, Patterns, alternatives
from simulator.debrief.course import Course
from simulator.debrief.findings import findings
from simulator.debrief.gaps import Gap
from simulator.debrief.select import Tried, to_try
from simulator.debrief.spoken import spoken_at
from simulator.debrief.turning import Turner
from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.reading.moves import Language, Move
from simulator.text import fold, words
from tests.debrief.talks import Said, drafted, recorded, run, scenario, stage, talk

SHIPPED = ("pay-and-presence", "credit-on-the-slide", "defensive-feedback")
CLUMSY = ("unskilled", "bullying", "pleading", "silent", "flattering")
LANGUAGES: tuple[Language, ...] = ("en", "fr")

Case = tuple[Session, Stage, Tried, Alternative | None]


@cache
def every_try(language: Language) -> tuple[Case, ...]:
    cases: list[Case] = []
    for name in SHIPPED:
        for kind in CLUMSY:
            played, on = run(name, kind, language)
            course = Course.of(played.session, on)
            tried = to_try(course, findings(course))
            found = alternatives(course, on, tried)
            cases += [
                (played.session, on, one, line) for one, line in zip(tried, found, strict=True)
            ]
    return tuple(cases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_for_four_things_to_try_in_five_a_line_is_found(language: Language) -> None:
    cases = every_try(language)

    assert sum(line is not None for *_, line in cases) >= 0.8 * len(cases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_betters_a_figure_and_worsens_none_when_it_is_run_again(
    language: Language,
) -> None:
    for session, on, tried, line in every_try(language):
        if line is None:
            continue
        reading = on.recogniser.read(line.text, session.before(tried.step.turn), on.vocabulary)
        before = on.state(session, before=tried.step.turn)
        decided = director.decide(
            on.scenario,
            on.personas,
            before,
            reading,
            line.text,
            level=session.opened.level,
            seed=session.opened.seed,
        )
        stance = director.apply(before, decided).stance[tried.step.decision.voice]

        assert stance == line.instead
        assert stance.trust >= line.said.trust
        assert stance.tension <= line.said.tension
        assert stance.trust > line.said.trust or stance.tension < line.said.tension
        assert not line.neutral


@pytest.mark.parametrize("language", LANGUAGES)
def test_nearly_every_line_betters_both_figures(language: Language) -> None:
    lines = [line for *_, line in every_try(language) if line is not None]

    both = [
        line
        for line in lines
        if (line.instead.trust > line.said.trust or line.said.trust == 10)
        and (line.instead.tension < line.said.tension or line.said.tension == 0)
    ]

    assert len(both) >= 0.95 * len(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_short_whole_and_nobodys_sample(language: Language) -> None:
    for _, on, _, line in every_try(language):
        if line is None:
            continue
        samples = {
            fold(sample)
            for sample in (
                *(text for item in on.scenario.rubric for text in item.yes_looks_like),
                *(text for lines in on.scenario.playtest.values() for text in lines),
            )
        }

        assert len(words(line.text)) <= MOST_WORDS
        assert fold(line.text) not in samples
        assert not re.search(r"[{}]|  ", line.text)
        assert line.text.lstrip("“")[0].isupper() or line.text.lstrip("“")[0].isdigit()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_uses_what_was_not_told_by_then(language: Language) -> None:
    for session, on, tried, line in every_try(language):
        if line is None:
            continue
        spoken = on.state(session, before=tried.step.turn).spoken
        said = fold(" ".join(one.text for one in session.utterances if one.turn < tried.step.turn))
        for fact in on.scenario.facts:
            if fact.id not in spoken:
                words_of_it = [fold(word) for word in fact.about if fold(word) not in said]
                assert not any(word in fold(line.text) for word in words_of_it)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_it_quotes_was_said_by_the_persona(language: Language) -> None:
    for session, _, tried, line in every_try(language):
        heard = " ".join(
            one.text for one in session.said_by("persona") if one.turn < tried.step.turn
        )
        for quoted in re.findall(r"“([^”]*)”", line.text if line else ""):
            assert quoted in heard


def test_every_gap_has_a_pattern_in_both_languages_and_both_addresses() -> None:
    for language in LANGUAGES:
        for address in ("tu", "vous"):
            patterns = Patterns.of(language, "tu" if address == "tu" else "vous")
            for gap in Gap:
                assert any(patterns.lines.get(intent) for intent in patterns.intents[gap.value])


def test_french_patterns_keep_their_typography() -> None:
    for address in ("tu", "vous"):
        patterns = Patterns.of("fr", "tu" if address == "tu" else "vous")
        texts = [one.text for lines in patterns.lines.values() for one in lines]

        assert not [text for text in texts if re.search(r"[^\u202f][?;:!»]|'|«[^\u202f]", text)]


def test_a_line_that_would_not_have_helped_is_not_given() -> None:
    already_fine = Said(
        "You never listen.", moves={Move.BLAME: ""}, trust=5, tension=-3, reply="Hm."
    )
    session, on = talk(Said("Hello there, Claire."), already_fine, Said("Right, then."))
    course = Course.of(session, on)
    tried = to_try(course, findings(course))

    assert alternatives(course, on, tried) == (None,) * len(tried)


def test_what_was_told_is_given_back_and_what_was_named_is_named() -> None:
    asks = Said(
        "What is behind the rule?",
        reply="My director counts the badges. I was told off in May.",
        topics={"remote": "rule"},
        told=("badges",),
        moves={Move.OPEN_QUESTION: ""},
    )
    session, on = talk(asks, Said("Fine.", topics={}))
    course = Course.of(session, on)

    spoken = spoken_at(course, course.steps[1], Turner.of("en", "vous"))

    assert spoken.holes["turned"] == "you were told off in May"
    assert spoken.holes["thing"] == "the rule"
    assert spoken.is_personal


def test_a_fact_of_the_brief_is_told_in_the_first_person() -> None:
    played = stage(scenario())
    session, _ = talk(Said("I want a raise.", topics={"pay": "raise"}), on=played)
    course = Course.of(session, played)

    spoken = spoken_at(course, course.steps[0], Turner.of("en", "vous"))

    assert spoken.holes["fact"] == "my last raise is two years old"


def test_what_an_llm_said_in_its_own_words_can_be_given_back() -> None:
    asks = Said(
        "What is behind the rule?",
        reply="Well, you see. I got a proper scolding in May.",
        told=("badges",),
        moves={Move.OPEN_QUESTION: ""},
    )
    session, on = talk(asks, Said("Fine."), actor="some-llm")
    course = Course.of(session, on)

    spoken = spoken_at(course, course.steps[1], Turner.of("en", "vous"))

    assert spoken.holes["turned"] == "you got a proper scolding in May"


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("address", ["tu", "vous"])
def test_a_term_is_answered_by_explaining_it_and_by_nothing_else(
    language: Language, address: str
) -> None:
    patterns = Patterns.of(language, "tu" if address == "tu" else "vous")

    intents = patterns.intents[Gap.JARGON.value]
    lines = [one.text for intent in intents for one in patterns.lines[intent]]

    assert lines
    assert all("{term}" in line for line in lines)
    assert all("expl" in line for line in lines)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_speaks_of_a_feeling_about_whatever_was_named(language: Language) -> None:
    lines = Patterns.of(language, "vous").lines["own"]

    assert lines
    assert not any("{thing}" in one.text or "{de}" in one.text for one in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_lines_of_a_debrief_begin_alike(language: Language) -> None:
    for name in SHIPPED:
        for kind in CLUMSY:
            tries = drafted(name, kind, language).tries
            lines = [one.alternative.text for one in tries if one.alternative is not None]

            begun = [fold(line).split()[:ALIKE] for line in lines]
            assert all(begun.count(one) == 1 for one in begun)


@pytest.mark.parametrize(
    ("language", "said", "kept"),
    [
        ("en", "Give me an answer today, or I'll hand in my notice.", "you give me an answer"),
        ("en", "You always change the plan at the last minute.", "you change the plan"),
        ("en", "You should simply tell your director no.", "tell your director no"),
        ("fr", "Donnez-moi une réponse, ou je démissionne.", "vous me donniez une réponse"),
        ("fr", "Vous changez toujours d’avis au dernier moment.", "vous changez d’avis"),
        ("fr", "Vous devriez simplement en parler au directeur.", "en parler au directeur"),
    ],
)
def test_the_better_line_keeps_what_the_mentee_was_after(
    language: Language, said: str, kept: str
) -> None:
    lines = {"en": ("Hello.", "I see.", "Right."), "fr": ("Bonjour.", "Je vois.", "D’accord.")}
    hello, hears, closes = lines[language]
    text = f"A: {hello}\nS: {hello}\nA: {hears}\nS: {said}\nA: Hm.\nS: {hears}\nA: Hm.\nS: {closes}"

    found = [one.alternative for one in recorded(text, "S", language).tries]

    assert any(line is not None and line.neutral and kept in line.text for line in found)
