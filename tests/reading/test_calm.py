"""What kind, neutral and concrete people say is not heard as an attack, an order or begging."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from simulator.reading.moves import Language, Move, Signal, Vocabulary
from simulator.reading.recogniser import Recogniser

HARSH = (
    *(Move.BLAME, Move.THREAT, Move.POWER, Move.RIGHTS, Move.CONFRONT, Move.DISMISSAL),
    *(Move.UNDERMINING, Move.ADVICE, Move.ABSOLUTES),
)
UNWELCOME = (
    *(Signal.PLEADING, Signal.ABUSE, Signal.META, Signal.DISTRESS, Signal.FLATTERY),
    *(Signal.NONSENSE, Signal.OTHER_LANGUAGE),
)
LEAST_CALM = 0.97


def calm(language: Language) -> list[str]:
    path = Path(__file__).parent / "examples" / "calm.toml"
    lines: list[str] = tomllib.loads(path.read_text(encoding="utf-8"))[language]
    return lines


@pytest.mark.parametrize("language", ["en", "fr"])
def test_calm_lines_are_heard_as_calm(
    language: Language, recognisers: Mapping[Language, Recogniser]
) -> None:
    lines = calm(language)
    readings = {line: recognisers[language].read(line) for line in lines}
    misheard = [
        line
        for line, reading in readings.items()
        if reading.has(*HARSH) or reading.signalled(*UNWELCOME)
    ]

    assert len(lines) >= 150
    assert 1 - len(misheard) / len(lines) >= LEAST_CALM, misheard


@pytest.mark.parametrize(
    ("language", "line", "move"),
    [
        ("en", "You only have yourself to blame.", Move.BLAME),
        ("en", "What you need to do is call her today.", Move.ADVICE),
        ("en", "If you don't fix this by tonight I'm going to HR.", Move.THREAT),
        ("fr", "Tu ne peux t'en prendre qu'à toi-même.", Move.BLAME),
        ("fr", "Ce qu'il faut, c'est que tu lui parles.", Move.ADVICE),
        ("fr", "Dans ce cas, je passe au-dessus de toi.", Move.POWER),
    ],
)
def test_harsh_lines_are_still_heard_as_harsh(
    language: Language, line: str, move: Move, recognisers: Mapping[Language, Recogniser]
) -> None:
    assert recognisers[language].read(line).has(move)


def test_all_who_ask_for_a_language_share_one_recogniser() -> None:
    assert Recogniser.of("fr") is Recogniser.of("fr")
    assert Recogniser.of("fr") is not Recogniser.of("en")


def test_a_recogniser_forgets_old_vocabularies_and_reads_the_same(english: Recogniser) -> None:
    first = Vocabulary(topics={"pay": ["salary"]})
    before = english.read("My salary.", vocabulary=first)
    for number in range(40):
        english.read("My salary.", vocabulary=Vocabulary(topics={f"topic-{number}": ["salary"]}))

    assert english.read("My salary.", vocabulary=first) == before
