"""The lines that the linear recogniser learns from: well formed, enough of them, truly different."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from simulator.reading.moves import Language, Move
from training.corpus import BadLine, Example, digest, load, paths, skeleton

LANGUAGES: tuple[Language, ...] = ("en", "fr")
UNSEEN = Path(__file__).parents[1] / "reading" / "unseen"
LEAST_LINES = 80
LONGEST_FORMULA, MOST_BY_CHANCE = 5, 3
"""Words of what everybody says alike, and longer lines that two people may write by chance."""
MOST_ALIKE = 6
"""Lines of one file that may share five words in a row."""


def lines(language: Language) -> list[Example]:
    return list(load(paths(language)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_move_has_enough_truly_different_lines(language: Language) -> None:
    different = {
        move: {skeleton(one.text) for one in lines(language) if move in one.labels} for move in Move
    }

    assert {move: len(some) for move, some in different.items() if len(some) < LEAST_LINES} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_stands_twice_with_other_labels(language: Language) -> None:
    labels: dict[tuple[str, str], frozenset[str]] = {}
    clashes = [
        (one.source, one.number)
        for one in lines(language)
        if labels.setdefault((skeleton(one.prev), skeleton(one.text)), one.labels) != one.labels
    ]

    assert clashes == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_not_made_from_a_template(language: Language) -> None:
    shared: Counter[tuple[str, str]] = Counter()
    for one in lines(language):
        said = skeleton(one.text).split()
        shared.update({(one.source, " ".join(said[at : at + 5])) for at in range(len(said) - 4)})

    assert {run: count for run, count in shared.items() if count > MOST_ALIKE} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_unseen_lines_are_not_learned_from(language: Language) -> None:
    unseen = {skeleton(one.text) for one in load([UNSEEN / f"{language}.txt"])}
    shared = unseen & {skeleton(one.text) for one in lines(language)}

    assert len(unseen) >= 300
    assert len([text for text in shared if len(text.split()) > LONGEST_FORMULA]) <= MOST_BY_CHANCE


def test_a_line_gives_its_previous_turn_its_words_and_all_its_labels(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text(
        "# a comment\n\nIt never ends. || It wears you out. => reflection, acknowledgement\nHm =>\n",
        encoding="utf-8",
    )

    said, nothing = load([path])

    assert (said.prev, said.text) == ("It never ends.", "It wears you out.")
    assert said.labels == {"reflection", "acknowledgement"}
    assert (nothing.prev, nothing.text, nothing.labels) == ("", "Hm", frozenset())
    assert nothing.number == 4


@pytest.mark.parametrize(
    "line",
    [
        "no arrow at all",
        "two => blame => advice",
        "a || b || c => blame",
        " => blame",
        " || said to nobody => blame",
        "misspelt => blaim",
        "twice => blame, blame",
        "an empty label => blame,",
    ],
)
def test_a_line_of_another_shape_is_refused_with_its_place(line: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(f"fine =>\n{line}\n", encoding="utf-8")

    with pytest.raises(BadLine, match=r"bad\.txt:2:"):
        list(load([path]))


def test_the_digest_tells_texts_apart_but_not_line_ends(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name / "a.txt" for name in ("one", "two", "three"))
    for path, text in ((first, "a =>\n"), (second, "a =>\r\n"), (third, "b =>\n")):
        path.parent.mkdir()
        path.write_bytes(text.encode())

    one, two, three = (digest([path]) for path in (first, second, third))

    assert one == two
    assert one != three


def test_files_come_in_the_order_of_their_names() -> None:
    names = [path.name for path in paths("fr")]

    assert all(before < after for before, after in pairwise(names))
