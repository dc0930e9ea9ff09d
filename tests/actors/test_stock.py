"""The stock itself: enough of it, in every mood and address, and properly set."""

import re
from itertools import product

import pytest

from simulator.actors.draw import parts_of
from simulator.actors.stock import Address, stock_of
from simulator.director.direction import Mood
from simulator.director.state import BeatKind
from simulator.reading.moves import Language
from tests.actors.scene import MOODS, STOCK_KINDS

LANGUAGES: tuple[Language, ...] = ("en", "fr")
ADDRESSES: tuple[Address, ...] = ("tu", "vous")
SLOTS = frozenset(
    {
        *("mentee", "topic", "thing", "quote", "mirror", "figure", "said", "term", "offer", "open"),
        "amiss",
    }
)
OFTEN = (
    *(BeatKind.ANSWER, BeatKind.PROBE, BeatKind.VAGUE, BeatKind.DEFLECT, BeatKind.HEARD),
    *(BeatKind.UNHEARD, BeatKind.BLAMED, BeatKind.SILENT, BeatKind.REFUSE, BeatKind.ASIDE),
)


def every_line(language: Language) -> list[tuple[str, str]]:
    """Each line with its kind, in both addresses."""
    stock = stock_of(language)
    return [
        (kind, line.text)
        for (kind, aspect), mood, address in product(stock.kinds, MOODS, ADDRESSES)
        for line in stock.lines(kind, mood, address, aspect)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_eight_lines_in_every_mood(language: Language) -> None:
    for kind, mood in product(STOCK_KINDS, MOODS):
        assert len(stock_of(language).lines(kind.value, mood, "vous")) >= 8, (kind, mood)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_met_often_has_many_lines_without_slots(language: Language) -> None:
    for kind, mood in product(OFTEN, MOODS):
        lines = stock_of(language).lines(kind.value, mood, "tu")

        assert sum("{" not in line.text for line in lines) >= 14, (kind, mood)


def test_both_languages_have_the_same_kinds_and_aspects() -> None:
    assert set(stock_of("en").kinds) == set(stock_of("fr").kinds)


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_use_known_slots_only(language: Language) -> None:
    named = {
        name.lower() for _, line in every_line(language) for name in re.findall(r"\{(\w+)\}", line)
    }

    assert named <= SLOTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slot_that_starts_a_sentence_has_a_capital(language: Language) -> None:
    small = [line for _, line in every_line(language) if re.match(r"\{[a-z]", line)]

    assert not small


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("mood", MOODS)
def test_no_line_of_a_kind_stands_in_it_twice(mood: Mood, language: Language) -> None:
    stock = stock_of(language)
    for kind, aspect in stock.kinds:
        lines = [line.text for line in stock.lines(kind, mood, "tu", aspect)]

        assert len(lines) == len(set(lines)), (kind, aspect)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stock_line_is_short(language: Language) -> None:
    assert max(len(" ".join(parts_of(line)).split()) for _, line in every_line(language)) <= 20


def test_french_lines_are_set_as_french() -> None:
    wrong = [
        line for _, line in every_line("fr") if re.search(r"'|(?<!\u202f)[;:!?»]|«(?!\u202f)", line)
    ]

    assert not wrong


def test_no_french_line_in_tu_says_vous_and_the_other_way_round() -> None:
    stock = stock_of("fr")
    for (kind, aspect), mood in product(stock.kinds, MOODS):
        for line in stock.lines(kind, mood, "tu", aspect):
            assert not re.search(
                r"\b(?:vous|votre|vos|vôtre)\b|\b\w+ez\b(?<!assez)(?<!chez)",
                line.text,
                re.IGNORECASE,
            ), line
        for line in stock.lines(kind, mood, "vous", aspect):
            assert not re.search(
                r"\b(?:tu|te|toi|(?<!ce )ton|ta|tes)\b|\bt’", line.text, re.IGNORECASE
            ), line


def test_nobody_says_that_they_are_a_program() -> None:
    words = r"\b(?:AI|IA|[Rr]obot|[Pp]rogram(?:me)?|[Aa]ssistant|[Mm]achine|[Ss]imulat\w+)\b"
    said = [line for one in LANGUAGES for _, line in every_line(one) if re.search(words, line)]

    assert not said
