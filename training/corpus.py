"""Loads labelled utterances: one a line, with every move and signal that it does.

    utterance => move, move
    what the other had just said || utterance => move
    utterance that does none =>

Lines that start with `#` are comments. The invariant: a line that does not have this shape, or
names something that is neither a move nor a signal, stops the loading with its file and number.
It refuses to mend.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.reading.moves import Language, Move, Signal
from simulator.text import clean, fold, words

FOLDER = Path(__file__).parent
LABELS = frozenset({*map(str, Move), *map(str, Signal)})


class BadLine(ValueError):
    """A line that does not have the shape of an example."""

    def __init__(self, path: Path, number: int, problem: str) -> None:
        super().__init__(f"{path}:{number}: {problem}")


@dataclass(frozen=True, slots=True)
class Example:
    """One utterance, what the other had just said, and everything it does."""

    text: str
    prev: str
    labels: frozenset[str]
    source: str
    """The file's name without its ending."""
    number: int


def paths(language: Language, folder: Path = FOLDER) -> list[Path]:
    """The files of one language, in the order of their names."""
    return sorted((folder / language).glob("*.txt"))


def load(files: Iterable[Path]) -> Iterator[Example]:
    """The examples of these files, in order."""
    for path in files:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and not line.lstrip().startswith("#"):
                yield _example(line, path, number)


def digest(files: Iterable[Path]) -> str:
    """What identifies the lines that weights were learned from."""
    total = hashlib.sha256()
    for path in files:
        total.update(path.name.encode())
        total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()


def skeleton(text: str) -> str:
    """An utterance without case, accents or punctuation: two that share it are one."""
    return " ".join(fold(text[span.start : span.end]) for span in words(text))


def _example(line: str, path: Path, number: int) -> Example:
    said, arrow, after = line.partition("=>")
    if not arrow or "=>" in after:
        raise BadLine(path, number, "one `=>` is needed between the utterance and its labels")
    prev, bars, text = said.rpartition("||")
    if "||" in prev:
        raise BadLine(path, number, "at most one `||` stands after the previous turn")
    text = clean(text.strip())
    if not text or (bars and not prev.strip()):
        raise BadLine(path, number, "there is no utterance, or no previous turn")
    labels = [label.strip() for label in after.split(",")] if after.strip() else []
    strange = [label for label in labels if label not in LABELS]
    if strange:
        raise BadLine(path, number, f"neither a move nor a signal: {', '.join(strange)}")
    if len(set(labels)) != len(labels):
        raise BadLine(path, number, "a label stands twice")
    return Example(text, clean(prev.strip()), frozenset(labels), path.stem, number)
