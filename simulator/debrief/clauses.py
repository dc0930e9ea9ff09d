"""Clauses: where a thought begins and ends in a sentence, and the lists of words that tell.

The invariant: what is cut out stands in the sentence as written, and ends with a word that may be
its last. It refuses to cut where that is in doubt.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from simulator.reading.moves import Language
from simulator.text import Span, fold, words

LEAST, MOST = 2, 11
"""Words of what is taken out."""
_STOPS = re.compile(r"[.,;:!?…()«»“”\"]|\s[-–—]\s")
_NO_CUT = frozenset(
    {"or", "otherwise", "sinon", "ou", "because", "parce", "so", "donc", "but", "mais"}
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence, as written and folded."""

    text: str
    spans: Sequence[Span]
    folds: Sequence[str]

    @classmethod
    def of(cls, text: str) -> "Words":
        spans = words(text)
        return cls(text, spans, tuple(fold(span.of(text)) for span in spans))

    def written(self, first: int, end: int) -> str:
        """What stands from word `first` up to word `end`."""
        return self.text[self.spans[first].start : self.spans[end - 1].end]


@dataclass(frozen=True, slots=True)
class Openers:
    """The words of one language that come before what is meant, by hole."""

    data: Mapping[str, Any]
    openers: Sequence[tuple[str, Sequence[str]]]
    """Every opener as words, with its hole; the longest first."""

    @staticmethod
    @cache
    def of(language: Language) -> "Openers":
        """Read from the data file, once."""
        text = files("simulator.debrief").joinpath("data/meant.toml").read_text("utf-8")
        data = tomllib.loads(text)[language]
        every = [
            (hole, Words.of(one.replace("' ", "'")).folds)
            for hole, many in data["openers"].items()
            for one in many
        ]
        return Openers(data, tuple(sorted(every, key=lambda pair: -len(pair[1]))))

    def has(self, name: str, word: str) -> bool:
        """Whether `word`, folded, is on the list `name`."""
        return word in self.data[name]


def end_of(known: Openers, said: Words, first: int) -> int:
    """The word after the last that still belongs to what began at `first`; itself if in doubt."""
    end = first
    while end < len(said.folds) and said.folds[end] not in _NO_CUT:
        between = said.text[said.spans[end].end : _next(said, end)]
        end += 1
        if ":" in between:
            return first
        if _STOPS.search(between):
            break
    while end > first and known.has("trailing", said.folds[end - 1]):
        end -= 1
    return first if end > first and known.has("dangling", said.folds[end - 1]) else end


def _next(said: Words, place: int) -> int:
    return said.spans[place + 1].start if place + 1 < len(said.spans) else len(said.text)


def is_spoilt(known: Openers, folds: Sequence[str]) -> bool:
    """Whether a word in it would hurt, said again."""
    return any(known.has("refuse", one) for one in folds)


def is_denied(known: Openers, folds: Sequence[str]) -> bool:
    """Whether it says what is not to be, or never is."""
    return any(known.has("negations", one) for one in folds)
