"""What the guard knows of a language: its short words, its stems, its figures, and turns of phrase.

Phrases are regular expressions of `data/guard.toml`, written as text folds: small letters, no
accents, straight apostrophes. They are read once for each language.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from simulator.reading.lexicon import Lexicon, strangers
from simulator.reading.moves import Language, Quantity
from simulator.reading.quantities import QuantityReader
from simulator.reading.stems import Stemmer
from simulator.reading.tokens import Tokeniser, Word


@dataclass(frozen=True)
class Phrases:
    """Turns of phrase, each kind as one expression over folded text."""

    leaves_role: re.Pattern[str]
    """What a program says of itself, of its orders, or of the play."""
    confirms: re.Pattern[str]
    """A reply that begins with a yes."""
    labels: tuple[str, ...]
    """Names for the mentee in a script."""
    narrated: str
    """Verbs with which a narrator tells what somebody does or says."""
    attributed: str
    """Verbs by which a narrator says whose the words were that stand before them."""
    seen: str
    """What a narrator sees somebody do, and nobody says of who sits beside them."""
    also: str
    """What joins another thing to that."""
    deals: re.Pattern[str]
    """What closes a deal."""
    grants: re.Pattern[str]
    """What promises or gives."""
    takes: re.Pattern[str]
    """What says yes to the figure in the same sentence, or gives it."""
    undone: re.Pattern[str]
    """What, before it in the clause, makes a promise none."""


@dataclass(frozen=True)
class Tongue:
    """One language, as far as a reply is checked against it."""

    language: Language
    function_words: frozenset[str]
    strangers: Mapping[str, frozenset[str]]
    phrases: Phrases
    numerals: frozenset[str]
    tokeniser: Tokeniser
    figures: QuantityReader
    stemmer: Stemmer

    @staticmethod
    @cache
    def of(language: Language) -> "Tongue":
        """What is known of a language; there is one, and all who ask share it."""
        lexicon = Lexicon.of(language)
        file = files("simulator.practice").joinpath("data/guard.toml")
        return Tongue(
            language=language,
            function_words=lexicon.function_words,
            strangers=strangers(language),
            phrases=_phrases(tomllib.loads(file.read_text(encoding="utf-8"))[language]),
            numerals=frozenset(lexicon.units.numbers.roles) - lexicon.units.numbers.articles,
            tokeniser=lexicon.tokeniser,
            figures=QuantityReader(lexicon.units),
            stemmer=Stemmer(lexicon.endings),
        )

    def stem(self, word: str) -> str:
        """What a folded word shares with its other forms."""
        return self.stemmer.stem(word)

    def is_idle(self, words: Iterable[str]) -> bool:
        """Whether folded `words` only are how everybody talks ("je ne me suis pas")."""
        return all(len(word) < 4 or word in self.function_words for word in words)

    def words(self, text: str) -> tuple[list[Word], ...]:
        """The normalised words of each sentence, by which language and figures are told."""
        return tuple(words for _, words in self.tokeniser.sentences(text))

    def quantities(self, text: str, words: Iterable[list[Word]]) -> Iterator[Quantity]:
        """The figures in the `words` of `text`, with their units."""
        for some in words:
            yield from self.figures.read(some, text)[1]


def _phrases(table: Mapping[str, Any]) -> Phrases:
    def any_of(name: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{source})" for source in table[name]))

    return Phrases(
        leaves_role=any_of("leaves-role"),
        confirms=any_of("confirms"),
        labels=tuple(table["labels"].split()),
        narrated="|".join(table["narrated"].split()),
        attributed="|".join(table["attributed"].split()),
        seen="|".join(map(re.escape, table["seen"])),
        also=table["also"],
        deals=any_of("deals"),
        grants=any_of("grants"),
        takes=any_of("takes"),
        undone=any_of("undone"),
    )
