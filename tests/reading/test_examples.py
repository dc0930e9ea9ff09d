"""The recogniser on our own lines: half of them were never looked at while rules were written."""

from collections import Counter
from collections.abc import Mapping

import pytest

from simulator.reading.moves import Language, Move, Reading
from simulator.reading.recogniser import Recogniser
from tests.reading.conftest import examples, lookalikes

LEAST_MEAN = 0.84
LEAST_EACH = 0.55
MOST_LOOKALIKES = 3


def read(recogniser: Recogniser, line: str) -> Reading:
    prev, _, text = line.rpartition(" || ")
    return recogniser.read(text, prev)


def scores(language: Language, half: int, recogniser: Recogniser) -> dict[str, float]:
    """F1 of each move; a move that a line may do besides is no mistake."""
    also = examples("also")
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for move, lines in examples(language).items():
        for line in lines[half::2]:
            found = {str(one.move) for one in read(recogniser, line).sure_moves()}
            there[move] += 1
            right[move] += move in found
            wrong.update(found - {move, *also[move]})
    return {
        move: 2 * right[move] / (right[move] + wrong[move] + there[move]) for move in sorted(there)
    }


@pytest.mark.parametrize("language", ["en", "fr"])
def test_held_out_lines_are_read(
    language: Language, recognisers: Mapping[Language, Recogniser]
) -> None:
    found = scores(language, 1, recognisers[language])

    assert sum(found.values()) / len(found) >= LEAST_MEAN
    assert min(found.values()) >= LEAST_EACH, min(found, key=lambda move: found[move])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_move_but_terms_has_lines_to_hold_it_to(language: Language) -> None:
    lines = examples(language)

    assert {Move(name) for name in lines} == set(Move) - {Move.UNEXPLAINED_TERM}
    assert min(map(len, lines.values())) >= 25


def test_lines_that_only_look_like_a_move_are_left_alone(
    recognisers: Mapping[Language, Recogniser],
) -> None:
    mistaken = [
        (move, line)
        for move, language, line in lookalikes()
        if read(recognisers[language], line).has(Move(move))
    ]

    assert len(mistaken) <= MOST_LOOKALIKES, mistaken
