"""The recognisers, loaded once for all tests of this room, and the example lines."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from simulator.reading.moves import Language
from simulator.reading.recogniser import Recogniser

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture(scope="session")
def recognisers() -> Mapping[Language, Recogniser]:
    """One recogniser a language."""
    return {"en": Recogniser.of("en"), "fr": Recogniser.of("fr")}


@pytest.fixture(scope="session")
def english(recognisers: Mapping[Language, Recogniser]) -> Recogniser:
    return recognisers["en"]


@pytest.fixture(scope="session")
def french(recognisers: Mapping[Language, Recogniser]) -> Recogniser:
    return recognisers["fr"]


def examples(name: str) -> Mapping[str, list[str]]:
    """The lines of one file of examples, by move."""
    return tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"))


def lookalikes() -> Iterator[tuple[str, Language, str]]:
    """Lines that must not be found to do a move: the move, the language, the line."""
    for move, lines in examples("not").items():
        for line in lines:
            language, _, said = line.partition(": ")
            yield move, "en" if language == "en" else "fr", said
