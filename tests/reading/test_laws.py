"""What holds for any text: spans, order, sameness, and time in proportion to length."""

import time
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.reading.moves import Language, Vocabulary
from simulator.reading.recogniser import Recogniser
from simulator.text import clean
from tests.reading.conftest import examples

VOCABULARY = Vocabulary(topics={"pay": ("pay", "salaire")}, terms=("OKR",))
PIECES = [
    line.rpartition(" || ")[2]
    for language in ("en", "fr")
    for lines in examples(language).values()
    for line in lines[:4]
] + ["46 000 €", "«", "»", '"', "?", "\n", "...", "e\u0301", "OKR", "½", "\U0001f600", "-", "'"]
lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=6).map(
    lambda parts: clean(" ".join(parts))
)


@given(text=lines, prev=lines, language=st.sampled_from(["en", "fr"]))
def test_every_span_lies_in_the_text_and_finds_are_in_order(
    text: str, prev: str, language: Language, recognisers: Mapping[Language, Recogniser]
) -> None:
    reading = recognisers[language].read(text, prev, VOCABULARY)

    spans = [
        *((one.start, one.end) for one in reading.moves),
        *((one.start, one.end) for one in reading.signals),
        *((one.start, one.end) for one in reading.quantities),
        *((one.start, one.end) for one in reading.mentions),
    ]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(text[one.start : one.end] == one.text for one in reading.quantities)
    assert list(reading.moves) == sorted(reading.moves, key=lambda one: (one.start, one.move))
    assert all(0 < one.confidence <= 1 for one in reading.moves)
    assert all(0 < one.confidence <= 1 for one in reading.signals)


@given(text=lines)
def test_reading_twice_reads_the_same(text: str, english: Recogniser) -> None:
    assert english.read(text, "", VOCABULARY) == english.read(text, "", VOCABULARY)


@given(text=lines)
def test_one_move_is_found_once_in_one_place(text: str, french: Recogniser) -> None:
    found = french.read(text).moves

    for one in found:
        overlapping = [
            other
            for other in found
            if other.move is one.move and other.start < one.end and one.start < other.end
        ]
        assert len(overlapping) <= 1 or one.start == one.end


HOSTILE = [
    "a" * 20_000,
    "i " * 10_000,
    '"' * 20_000,
    "« " * 10_000,
    "1 " * 10_000,
    "1 000" * 4_000,
    "2 or 3 or " * 2_000,
    "quatre vingt " * 1_500,
    "a'" * 10_000,
    "?" * 20_000,
    "\n" * 20_000,
    "you never you always " * 950,
    "what do you think how do you feel " * 580,
    "je comprends que vous soyez fatigué et " * 500,
    "if you do not give me the raise i will leave or " * 400,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_hostile_text_is_read_in_time(
    text: str, language: Language, recognisers: Mapping[Language, Recogniser]
) -> None:
    recogniser = recognisers[language]
    recogniser.read(text)
    times = []
    for _ in range(3):
        start = time.process_time()
        recogniser.read(text)
        times.append(time.process_time() - start)

    assert min(times) < 0.1
