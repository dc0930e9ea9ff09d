"""A reply as the checks look at it: folded once, cut into words once, however many checks run."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from simulator.practice.guard.tongue import Tongue
from simulator.reading.moves import Quantity
from simulator.reading.tokens import Word
from simulator.text import fold, sentences, words

_ENDED = re.compile(r"[.!?…][”\"’'»)\s\u202f]*$")


@lru_cache(maxsize=4096)
def fold_of(text: str) -> str:
    """`text` folded; every reply of a talk is held against the same lines again."""
    return fold(text)


@lru_cache(maxsize=4096)
def tokens_of(text: str) -> tuple[str, ...]:
    """The folded words of `text`."""
    folded = fold(text)
    return tuple(folded[start:end] for start, end in words(folded))


def runs(tokens: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """Every `length` words in a row."""
    return list(zip(*(tokens[start:] for start in range(length)), strict=False))


@dataclass(frozen=True)
class Reply:
    """The words so far, and whether they are all there is."""

    text: str
    tongue: Tongue
    is_whole: bool = False
    is_ours: bool = False
    """It comes from our own lines, written by people who did not know this scenario's secrets."""

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        return tuple(self.folded[start:end] for start, end in words(self.folded))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.tokens)

    @cached_property
    def spoken(self) -> str:
        """The words with single spaces between and around them."""
        return f" {' '.join(self.tokens)} "

    @cached_property
    def read(self) -> tuple[list[Word], ...]:
        """The normalised words of each sentence."""
        return self.tongue.words(self.text)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The figures in it, with their units."""
        return tuple(self.tongue.quantities(self.text, self.read))

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(self.tongue.stem(word) for word in self.words)

    @cached_property
    def lines(self) -> str:
        """The words folded line by line."""
        if "\n" not in self.text:
            return self.folded
        return "\n".join(fold(line) for line in self.text.splitlines())

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences that have ended, folded."""
        spans = [span.of(self.text) for span in sentences(self.text)]
        ended = spans if self.is_whole else [one for one in spans if _ENDED.search(one)]
        return tuple(map(fold_of, ended))

    def runs(self, length: int) -> frozenset[tuple[str, ...]]:
        """Every `length` words in a row."""
        return frozenset(runs(self.tokens, length))
