"""Finding what was said, by either side, in every session kept.

Each word must occur, in any order; a word of three letters or more also finds the longer words
that begin with it. Case, accents and ligatures do not matter. Whatever is typed is words: there
is no query language to get wrong. A hit says where its words stand instead of marking them up.
"""

from dataclasses import dataclass
from typing import Literal, cast

from simulator.text import Span
from simulator.transcripts.store import Store

LIMIT = 50
"""Hits of one search, unless the caller says otherwise."""

LONGEST_QUERY = 500
"""Characters of a query that count."""

_AROUND = 12
"""Words of a snippet."""

_OPEN, _CLOSE = "\x02", "\x03"
_BEGINS_LONGER = 3
_LIGATURES = (("oe", "œ"), ("œ", "oe"), ("ae", "æ"), ("æ", "ae"))

_FIND = """
    SELECT spoken.session, spoken.turn, spoken.speaker,
        snippet(spoken_fts, 0, :open, :close, '…', :around)
    FROM spoken_fts
        JOIN spoken ON spoken.id = spoken_fts.rowid
        JOIN sessions ON sessions.id = spoken.session
    WHERE spoken_fts MATCH :query
    ORDER BY spoken_fts.rank, sessions.opened_at DESC, sessions.number DESC, spoken.turn
    LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn in which the words were said; `found` is where they stand in `snippet`."""

    session: str
    turn: int
    speaker: Literal["mentee", "persona"]
    snippet: str
    found: tuple[Span, ...]


def search(store: Store, words: str, *, limit: int = LIMIT) -> tuple[Hit, ...]:
    """The turns in which all of `words` were said, best first, then newest."""
    query = _query(words)
    if not query:
        return ()
    with store.reading() as database:
        found = database.execute(
            _FIND,
            {"query": query, "open": _OPEN, "close": _CLOSE, "around": _AROUND, "limit": limit},
        )
        return tuple(_hit(*cast("tuple[str, int, str, str]", one)) for one in found)


def _hit(session: str, turn: int, speaker: str, marked: str) -> Hit:
    snippet, found = _unmarked(marked)
    side: Literal["mentee", "persona"] = "mentee" if speaker == "mentee" else "persona"
    return Hit(session=session, turn=turn, speaker=side, snippet=snippet, found=found)


def _query(words: str) -> str:
    """`words` in FTS5's language, each quoted; empty if there is nothing to look for."""
    terms = (_term(word) for word in words[:LONGEST_QUERY].lower().split())
    return " AND ".join(term for term in terms if term)


def _term(word: str) -> str:
    letters = sum(char.isalnum() for char in word)
    if not letters or "\0" in word:
        return ""
    spellings = {word, *(word.replace(one, other) for one, other in _LIGATURES)}
    star = "*" if letters >= _BEGINS_LONGER else ""
    quoted = ('"' + one.replace('"', '""') + '"' + star for one in sorted(spellings))
    return f"({' OR '.join(quoted)})"


def _unmarked(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The snippet without its marks, and the spans that they stood around."""
    plain = ""
    found = []
    for part in marked.split(_OPEN):
        inside, mark, after = part.partition(_CLOSE)
        if mark:
            found.append(Span(len(plain), len(plain) + len(inside)))
        plain += inside + after
    return plain, tuple(found)
