"""What forces, faults, belittles or flatters is heard; the same words said calmly are not."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from simulator.reading.moves import Language, Move, Signal
from simulator.reading.recogniser import Recogniser

HARSH = (
    *(Move.BLAME, Move.THREAT, Move.POWER, Move.RIGHTS, Move.CONFRONT, Move.DISMISSAL),
    *(Move.UNDERMINING, Move.ADVICE, Move.ABSOLUTES),
)
UNWELCOME = (Signal.PLEADING, Signal.ABUSE, Signal.META, Signal.FLATTERY)
BELITTLING = (Move.UNDERMINING, Move.DISMISSAL, Move.CONFRONT, Move.BLAME)
HEARD: Mapping[str, tuple[Move, ...]] = {
    "forced": (Move.THREAT, Move.POWER),
    "faulted": (Move.BLAME,),
    "belittled": BELITTLING,
    "dismissed": (Move.DISMISSAL, Move.CONFRONT, Move.UNDERMINING),
}


def lines(kind: str, language: Language) -> list[str]:
    path = Path(__file__).parent / "examples" / "pressure.toml"
    read: list[str] = tomllib.loads(path.read_text(encoding="utf-8"))[kind][language]
    return read


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", sorted(HEARD))
def test_what_hurts_is_heard(kind: str, language: Language) -> None:
    recogniser = Recogniser.of(language)

    missed = [line for line in lines(kind, language) if not recogniser.read(line).has(*HEARD[kind])]

    assert not missed


@pytest.mark.parametrize("language", ["en", "fr"])
def test_empty_praise_is_flattery(language: Language) -> None:
    recogniser = Recogniser.of(language)

    missed = [
        line
        for line in lines("flattered", language)
        if not recogniser.read(line).signalled(Signal.FLATTERY)
    ]

    assert not missed


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ["praised", "calm"])
def test_the_same_words_said_calmly_hurt_nobody(kind: str, language: Language) -> None:
    recogniser = Recogniser.of(language)
    readings = {line: recogniser.read(line) for line in lines(kind, language)}

    misheard = [
        line
        for line, reading in readings.items()
        if reading.has(*HARSH) or reading.signalled(*UNWELCOME)
    ]

    assert not misheard
