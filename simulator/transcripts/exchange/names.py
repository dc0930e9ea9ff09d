"""Taking a person's declared name out of whatever is to leave, and saying where it stood.

The whole name and each of its words are found however they are written: case, accents and
typography do not matter, a longer word that merely contains it does. Another name stands in their
place, so that a line still reads as one. It refuses to touch particles alone (« de », « van »),
and knows nobody else's name.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from simulator.text import Span, fold, folded

STAND_INS = ("Sam", "Alex", "Robin", "Charlie", "Dominique")
"""Names of anybody; the first that is not already in use stands in."""
_PARTICLES = frozenset(
    [
        "al",
        "bin",
        "d",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "et",
        "la",
        "le",
        "les",
        "van",
        "von",
        "y",
    ]
)
_SHORTEST = 2
_BETWEEN = " \u00a0\u202f-"
"""What may stand between two words of one name."""


class Edit(NamedTuple):
    """Code points `start` to `end` became `length` others."""

    start: int
    end: int
    length: int


@dataclass(frozen=True)
class Names:
    """One declared name, and what stands in for it."""

    declared: str
    stand_in: str

    @classmethod
    def of(cls, declared: str, used: Iterable[str] = ()) -> "Names":
        """The name `declared`, with a stand-in that does not occur in the texts `used`."""
        texts = tuple(used)
        free = (
            one
            for one in STAND_INS
            if not any(found for text in (*texts, declared) for found in _spans(text, (fold(one),)))
        )
        return cls(declared, next(free, STAND_INS[0]))

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """What is looked for, folded, the longest first."""
        whole = fold(self.declared).strip()
        words = (word.strip(".,'\"-()") for word in (*whole.split(), *re.split(r"[\s-]+", whole)))
        parts = {one for one in words if len(one) >= _SHORTEST and one not in _PARTICLES}
        return tuple(sorted(parts | ({whole} - {""}), key=lambda one: (-len(one), one)))

    def taken_out(self, text: str) -> str:
        """`text` with the stand-in wherever the name stood."""
        return self.rewritten(text)[0]

    def rewritten(self, text: str) -> tuple[str, tuple[Edit, ...]]:
        """The same, and what was done to get there, from left to right."""
        found: list[Span] = []
        for span in _spans(text, self.forms):
            is_one_name = found and not text[found[-1].end : span.start].strip(_BETWEEN)
            found.append(Span(found.pop().start, span.end) if is_one_name else span)
        edits = tuple(Edit(span.start, span.end, len(self.stand_in)) for span in found)
        done: list[str] = []
        last = 0
        for edit in edits:
            done.extend((text[last : edit.start], self.stand_in))
            last = edit.end
        return "".join((*done, text[last:])), edits


def moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Where `span` of a text stands after `edits`; one that began or ended in a name grows to it."""
    return Span(_moved(span.start, edits, at_end=False), _moved(span.end, edits, at_end=True))


def _moved(place: int, edits: Sequence[Edit], *, at_end: bool) -> int:
    shift = 0
    for start, end, length in edits:
        if place >= end:
            shift += length - (end - start)
        elif place > start:
            return start + shift + (length if at_end else 0)
    return place + shift


def _spans(text: str, forms: Sequence[str]) -> list[Span]:
    """Where one of the folded `forms` stands as words of its own in `text`, left to right."""
    haystack, origin = folded(text)
    taken: list[Span] = []
    for form in forms:
        start = haystack.find(form)
        while start >= 0:
            end = start + len(form)
            if _stands_alone(haystack, start, end):
                span = Span(origin[start], origin[end - 1] + 1)
                if all(span.end <= one.start or span.start >= one.end for one in taken):
                    taken.append(span)
            start = haystack.find(form, start + 1)
    return sorted(taken)


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
