"""Reproach in the clothes of a feeling, a question, thanks or praise is heard, and earns nothing."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from simulator.reading.moves import Language, Move, Reading, Signal
from simulator.reading.recogniser import Recogniser

PRAISED = (
    *(Move.REFLECTION, Move.ACKNOWLEDGEMENT, Move.AFFIRMATION, Move.I_STATEMENT),
    *(Move.SUMMARY, Move.APOLOGY, Move.OPEN_QUESTION),
)
HARSH = (
    *(Move.BLAME, Move.THREAT, Move.POWER, Move.RIGHTS, Move.CONFRONT, Move.DISMISSAL),
    *(Move.UNDERMINING, Move.ADVICE, Move.ABSOLUTES),
)
UNWELCOME = (Signal.PLEADING, Signal.ABUSE, Signal.FLATTERY)
HEARD: Mapping[str, Move] = {
    "reproached": Move.BLAME,
    "mocked": Move.UNDERMINING,
    "menaced": Move.THREAT,
}


def lines(kind: str, language: Language) -> list[str]:
    path = Path(__file__).parent / "examples" / "reproach.toml"
    read: list[str] = tomllib.loads(path.read_text(encoding="utf-8"))[kind][language]
    return read


def readings(kind: str, language: Language, prev: str = "") -> dict[str, Reading]:
    recogniser = Recogniser.of(language)
    return {line: recogniser.read(line, prev) for line in lines(kind, language)}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", sorted(HEARD))
def test_harm_in_other_clothes_is_heard(kind: str, language: Language) -> None:
    heard = readings(kind, language)

    assert [line for line, reading in heard.items() if not reading.has(HEARD[kind])] == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", sorted(HEARD))
def test_harm_in_other_clothes_is_no_listening(kind: str, language: Language) -> None:
    told = {
        "en": "I'm exhausted, I've had nobody to ask and I was told off.",
        "fr": "Je suis épuisée, je n'ai personne à qui demander et on m'a reproché le retard.",
    }

    heard = readings(kind, language, told[language])

    assert [line for line, reading in heard.items() if reading.has(*PRAISED)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_incense_without_a_deed_is_flattery(language: Language) -> None:
    heard = readings("flattered", language)

    assert [line for line, one in heard.items() if not one.signalled(Signal.FLATTERY)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_same_words_said_calmly_are_calm(language: Language) -> None:
    heard = readings("calm", language)
    harsh = [
        line
        for line, reading in heard.items()
        if reading.has(*HARSH) or reading.signalled(*UNWELCOME)
    ]

    assert harsh == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "It sounds like you don't feel heard."),
        ("fr", "J'ai l'impression que vous ne vous sentez pas écouté."),
        ("fr", "On dirait que ça vous pèse plus que vous ne le dites."),
    ],
)
def test_an_impression_of_how_the_other_is_doing_is_still_a_reflection(
    language: Language, line: str
) -> None:
    assert Recogniser.of(language).read(line).has(Move.REFLECTION)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Sorry."),
        ("en", "Oh, sorry!"),
        ("en", "sorry, I'm a bit stressed"),
        ("en", "Sorry, it's been a long day."),
        ("fr", "Pardon."),
        ("fr", "Oups, désolé !"),
        ("fr", "désolée, je suis un peu stressée"),
        ("fr", "Pardon, j'ai mal dormi."),
    ],
)
def test_sorry_without_what_for_takes_no_responsibility(language: Language, line: str) -> None:
    assert not Recogniser.of(language).read(line).has(Move.APOLOGY, Move.I_STATEMENT)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Sorry, I cut you off."),
        ("en", "Sorry. I should have asked you first."),
        ("en", "I snapped at you this morning, sorry."),
        ("fr", "Désolée de vous avoir coupée."),
        ("fr", "Pardon. Je n'aurais pas dû hausser le ton."),
        ("fr", "Désolée, je suis un peu stressée, je n'aurais pas dû le dire comme ça."),
    ],
)
def test_sorry_with_what_for_does(language: Language, line: str) -> None:
    assert Recogniser.of(language).read(line).has(Move.APOLOGY)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "It's a bit hard on us, you know the team."),
        ("en", "This has been tough for my team."),
        ("fr", "C'est un peu dur pour nous."),
        ("fr", "C'est quand même difficile pour mon équipe."),
    ],
)
def test_what_is_hard_on_the_speaker_is_not_heard_of_the_other(
    language: Language, line: str
) -> None:
    assert not Recogniser.of(language).read(line).has(Move.ACKNOWLEDGEMENT)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "le 4 mai ça ne va pas le faire"),
        ("fr", "Votre date, c'est du délire."),
        ("en", "Your date is a joke."),
        ("en", "You can forget the 4th of May."),
    ],
)
def test_a_date_thrown_back_is_an_attack(language: Language, line: str) -> None:
    assert Recogniser.of(language).read(line).has(Move.CONFRONT)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Le 4 mai n'est pas possible, parce qu'il reste onze semaines de travail."),
        ("en", "May 4th is not possible, because eleven weeks of work are left."),
    ],
)
def test_a_date_refused_with_its_reason_is_not(language: Language, line: str) -> None:
    assert not Recogniser.of(language).read(line).has(Move.CONFRONT)


@pytest.mark.parametrize(
    ("language", "line"), [("fr", "Franchement, bravo."), ("en", "Well done, really.")]
)
def test_applause_laid_on_without_a_deed_affirms_nothing(language: Language, line: str) -> None:
    assert not Recogniser.of(language).read(line).has(Move.AFFIRMATION)
