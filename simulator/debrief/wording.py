"""Wording: the phrases by which items across turns are recognised, one list of them a language.

They say what no move does: that something is put off, taken back, gathered, or worried about. The
invariant: what is found is a whole sentence of what was said, quoted where it stands.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from simulator.debrief.quotes import Quote, span_of
from simulator.practice.session import Utterance
from simulator.reading.moves import Language
from simulator.text import fold, sentences

Kind = Literal[
    "reason",
    "retracts",
    "later",
    "returns",
    "next",
    "gathers",
    "parting",
    "self",
    "objects",
    "turns",
    "warms",
    "concludes",
    "advises",
    "threatens",
    "blames",
    "belittles",
    "rights",
    "proposes",
    "arranges",
    "requests",
    "settles",
    "protests",
    "negates",
    "confides",
    "refers",
    "vague",
    "dated",
    "mends",
    "demands",
    "lowers",
    "trades",
    "refuses",
]


@dataclass(frozen=True, slots=True)
class Wording:
    """The phrases of one language, by what they do."""

    patterns: Mapping[str, re.Pattern[str]]
    slight: str
    """Words that two sentences about anything may share, with blanks between them."""

    @staticmethod
    @cache
    def of(language: Language) -> "Wording":
        """Read from the data file, once."""
        text = files("simulator.debrief").joinpath("data/across.toml").read_text("utf-8")
        phrases = tomllib.loads(text)[language]
        slight = " ".join(phrases.pop("slight"))
        return Wording({kind: _compiled(one) for kind, one in phrases.items()}, slight)

    def has(self, kind: Kind, text: str) -> bool:
        """Whether `text` holds such a phrase."""
        return self.patterns[kind].search(_plain(text)) is not None

    def opens(self, kind: Kind, text: str) -> bool:
        """Whether `text` begins with such a phrase."""
        return self.patterns[kind].match(_plain(text).lstrip("« -–—")) is not None

    def said(self, kind: Kind, utterance: Utterance | None) -> Iterator[Quote]:
        """The sentences of the utterance that hold such a phrase."""
        for quote in spoken(utterance):
            if self.has(kind, quote.quote):
                yield quote


def spoken(utterance: Utterance | None) -> Iterator[Quote]:
    """Every sentence of the utterance, as a quote."""
    if utterance is None:
        return
    for span in sentences(utterance.text):
        if quote := span_of(utterance, span.start, span.end):
            yield quote


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """`text` folded; the same lines are asked of many times in one debrief."""
    return fold(text)


def _compiled(phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{phrases})(?:(?<=')|(?!\w))")
