"""The weights file, and what is added up from it."""

from math import exp
from pathlib import Path

import pytest

from simulator.reading.learned import HURTFUL, LEARNED
from simulator.reading.moves import Language
from simulator.reading.weights import Head, Weights, WeightsError, read, write
from training.corpus import digest, paths

HEAD = Head(
    learned_from="0",
    labels=("blame", "threat", "advice"),
    step=(0.1, 0.2, 0.5),
    bias=(0.0, -1.0, 0.5),
    add=(0.9, 0.9, 0.8),
    veto=(0.1, 0.0, 0.2),
    known=frozenset({"you", "never"}),
)
ROWS = {"you never": (46, -46, 0), "~neve": (-3, 1, 2), "!long 2": (0, 0, -7)}


def made(folder: Path) -> Weights:
    path = folder / "weights.txt"
    path.write_text(write(HEAD, ROWS), encoding="utf-8")
    return read(path)


def test_a_file_gives_back_what_was_written(tmp_path: Path) -> None:
    assert made(tmp_path).head == HEAD


def test_chances_are_the_logistic_of_the_weights_added_up(tmp_path: Path) -> None:
    chances = made(tmp_path).probabilities(["you never", "!long 2", "not there"])

    sums = (46 * 0.1, -46 * 0.2 - 1.0, -7 * 0.5 + 0.5)
    assert chances == pytest.approx([1 / (1 + exp(-total)) for total in sums])


def test_the_order_of_features_does_not_matter(tmp_path: Path) -> None:
    weights = made(tmp_path)

    assert weights.probabilities(ROWS) == weights.probabilities(reversed(ROWS))


def test_a_thousand_features_do_not_run_over_into_the_next_label(tmp_path: Path) -> None:
    chances = made(tmp_path).probabilities(["you never"] * 1_000)

    assert chances[0] > 0.999
    assert chances[1] < 0.001
    assert chances[2] == pytest.approx(1 / (1 + exp(-0.5)))


def test_weights_for_other_features_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.txt"
    path.write_text(write(HEAD, ROWS).replace("features ", "features 9"), encoding="utf-8")

    with pytest.raises(WeightsError, match="make train"):
        read(path)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_weights_are_those_of_the_lines_in_training(language: Language) -> None:
    weights = Weights.of(language)

    assert weights is not None
    assert weights.head.learned_from == digest(paths(language)), "stale: run make train"
    assert weights.head.labels == (*map(str, LEARNED), HURTFUL)
