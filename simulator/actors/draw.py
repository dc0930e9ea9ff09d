"""Draws lines that were not said before, and remembers what this reply has drawn already.

The invariant: no sentence of two words or more comes back in the same talk, and none of one word
within a few replies. Where a choice is left, a line that begins as the last reply began comes
last, and a line that gives the mentee's own words back comes sooner.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from simulator.actors.lots import Lots
from simulator.text import fold, sentences, words

_SLOT = re.compile(r"\{(\w+)\}")
_ECHO = re.compile(r"^(?:\w+[,:]? )?\{(?:thing|topic|quote|mirror|figure)\}", re.IGNORECASE)
"""A line that begins, but for a word, with what the mentee said."""
_SHORT_MEMORY = 5
"""Replies within which not even a single word is said twice as a sentence."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that could be said, and how much better it fits than the others (0 to 1)."""

    template: str
    bonus: float = 0


@dataclass(slots=True)
class Drawer:
    """Chooses lines for one reply."""

    lots: Lots
    slots: Mapping[str, str]
    said: tuple[str, ...]
    brief: float = 0
    """What each word costs a line: more where the reply has several parts."""
    echoes: bool = True
    """Whether this reply may open with the mentee's own words."""
    _used: set[str] = field(default_factory=set)
    _recent: set[str] = field(default_factory=set)
    _openings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for place, reply in enumerate(reversed(self.said)):
            parts = set(parts_of(reply))
            self._used |= {part for part in parts if " " in part}
            if place < _SHORT_MEMORY:
                self._recent |= parts
        self._openings = tuple(opening(reply) for reply in self.said[-2:])

    def draw(
        self,
        purpose: str,
        pools: Iterable[Sequence[Candidate]],
        *,
        opens: bool = False,
        whole: bool = False,
    ) -> str | None:
        """The best line not said yet of the first pool that has one; None when all are spent.

        With `whole`, a line may share a sentence with what was said, only not be said again whole.
        """
        spare: str | None = None
        for pool in pools:
            scored = sorted(self._scored(purpose, pool, opens=opens, whole=whole), reverse=True)
            if not scored:
                continue
            line = scored[0][1]
            if not opens or opening(line) not in self._openings[-1:]:
                return self.take(line)
            spare = spare or line
        return self.take(spare) if spare else None

    def take(self, line: str) -> str:
        """Mark `line` as part of this reply."""
        parts = set(parts_of(line))
        self._used |= {part for part in parts if " " in part}
        self._recent |= parts
        return line

    def give_back(self, line: str) -> None:
        """Unmark a line that is left out after all."""
        for part in parts_of(line):
            self._used.discard(part)

    def is_fresh(self, line: str) -> bool:
        """Whether no part of `line` was said before."""
        parts = parts_of(line)
        return not any(part in self._used or part in self._recent for part in parts)

    def _is_unsaid(self, line: str) -> bool:
        folded = fold(line)
        return not any(folded in fold(reply) for reply in self.said)

    def fill(self, template: str) -> str | None:
        """The template with its slots filled; None where one cannot be."""
        names = set(_SLOT.findall(template))
        if not names <= set(self.slots):
            return None
        return _SLOT.sub(lambda match: self.slots[match[1]], template)

    def _scored(
        self, purpose: str, pool: Sequence[Candidate], *, opens: bool, whole: bool
    ) -> Iterator[tuple[float, str]]:
        starts = [first.split(" ")[0] for first in self._openings]
        for candidate in pool:
            line = self.fill(candidate.template)
            if opens and not self.echoes and _ECHO.match(candidate.template):
                continue
            if line is None or not (self._is_unsaid(line) if whole else self.is_fresh(line)):
                continue
            score = self.lots.of(purpose, candidate.template) + candidate.bonus
            if line != candidate.template:
                score += 0.1
            score -= self.brief * len(words(line))
            if opens:
                first = opening(line)
                score -= 2 * (first in self._openings[-1:]) + 0.3 * (first.split(" ")[0] in starts)
            yield score, line


@lru_cache(maxsize=2048)
def opening(reply: str) -> str:
    """The first two words of a reply, folded."""
    folded = fold(reply)
    return " ".join(folded[start:end] for start, end in words(folded)[:2])


@lru_cache(maxsize=4096)
def parts_of(text: str) -> tuple[str, ...]:
    """The sentences of `text`, each as its folded words alone."""
    found = []
    for span in sentences(text):
        folded = fold(span.of(text))
        found.append(" ".join(folded[start:end] for start, end in words(folded)))
    return tuple(part for part in found if part)
