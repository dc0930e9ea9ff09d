"""Finding by a few letters: whether a thing is meant, and which letters of its title say so.

Every word of the query must be found, in the title or in one of the terms that the thing is known
by; case, accents and ligatures do not matter. A word is found where it stands, best at the start
of a word, or else where its letters follow one another closely from the start of a word. Takes time
in proportion to the text: there is no query that makes it slow.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from simulator.text import Folded, folded

LONGEST = 80
"""Code points of a query that count."""
LONGEST_TEXT = 400
"""Code points of a title or a term that are looked through."""
LOOSEST = 3
"""How many times its own length the letters of a word may be spread over."""
SHORTEST = 2
"""Letters that a word must have to be found spread."""
IN_TITLE = 2
"""How much more a word is worth in the title than in a term."""


class Found(NamedTuple):
    """How well a thing answers, the places of the letters found in its title, and the terms found."""

    score: float
    letters: tuple[int, ...] = ()
    terms: tuple[str, ...] = ()


class _Match(NamedTuple):
    score: float
    places: range | tuple[int, ...] = ()


def find(query: str, title: str, terms: Sequence[str] = ()) -> Found | None:
    """How `title`, known by `terms` too, answers `query`; None if a word of it is nowhere.

    An empty query is answered by everything, with a score of 0.
    """
    head = _folded(title[:LONGEST_TEXT])
    known = [(term, _folded(term[:LONGEST_TEXT])) for term in terms]
    score = 0.0
    letters: set[int] = set()
    named: dict[str, None] = {}
    for word in folded(query[:LONGEST]).text.split():
        here = _match(word, head)
        if here is not None:
            score += IN_TITLE * here.score
            letters.update(head.origin[place] for place in here.places)
            continue
        elsewhere = _best((term, _match(word, text)) for term, text in known)
        if elsewhere is None:
            return None
        score += elsewhere[1].score
        named[elsewhere[0]] = None
    return Found(score, tuple(sorted(letters)), tuple(named))


@lru_cache(maxsize=4096)
def _folded(text: str) -> Folded:
    """`text` for comparing; the same titles are asked at every key struck."""
    return folded(text)


def _best(found: Iterable[tuple[str, _Match | None]]) -> tuple[str, _Match] | None:
    matches = [(term, match) for term, match in found if match is not None]
    return max(matches, key=lambda one: one[1].score, default=None)


def _match(word: str, text: Folded) -> _Match | None:
    """Where `word` is found best in `text`: 3 at the start of a word, 2 inside one, below 2 spread."""
    if word not in text.text:
        return _spread(word, text.text)
    inside = text.text.find(word)
    for start in _starts(text.text):
        if text.text.startswith(word, start):
            return _Match(3, range(start, start + len(word)))
    return _Match(2, range(inside, inside + len(word)))


def _spread(word: str, text: str) -> _Match | None:
    """The tightest way in which the letters of `word` follow one another from the start of a word."""
    ways = (_followed(word, text, start) for start in _starts(text) if text[start] == word[0])
    tight = [way for way in ways if way and way[-1] - way[0] < LOOSEST * len(word)]
    if not tight or len(word) < SHORTEST:
        return None
    best = min(tight, key=lambda way: way[-1] - way[0])
    return _Match(1 + len(word) / (best[-1] - best[0] + 1), best)


def _followed(word: str, text: str, start: int) -> tuple[int, ...]:
    """The first place of each letter after the one before it; nothing if one is missing."""
    places = [start]
    end = start + LOOSEST * len(word)
    for letter in word[1:]:
        place = text.find(letter, places[-1] + 1, end)
        if place < 0:
            return ()
        places.append(place)
    return tuple(places)


def _starts(text: str) -> Iterator[int]:
    """Where the words of `text` begin."""
    for place, letter in enumerate(text):
        if letter.isalnum() and (not place or not text[place - 1].isalnum()):
            yield place
