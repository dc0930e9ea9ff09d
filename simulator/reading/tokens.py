"""Cuts an utterance into sentences of normalised words, each tied to its place in the text.

Normalising makes one spelling of many: case and accents folded, apostrophes of any kind or
missing (`I'm`, `Im`; `j'ai`, `jai`), contractions written out, the French `ne` dropped, since it
is dropped in speech. Patterns go through the same door, so they are written as people write.

The invariant: a word's `start` and `end` are code points of the text that was given, and the
words of a sentence, joined, give a line on which patterns run (see `simulator.reading.phrases`).
It refuses to guess at meaning: it knows words, pauses and quotation marks, nothing else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from simulator.text import Span, fold, sentences

PAUSE = ","
"""How a pause is written on a line: comma, colon, dash, bracket, quotation mark; not `?`."""
WITHIN, CLAUSE, OPENING = " ", "|", ">"
"""What stands before a word: nothing special, the start of a clause, that of the sentence."""
LONGEST = 60
"""Words after which a sentence without an end is cut, so that reading stays linear."""

_QUOTATION = re.compile('"[^"]*"|\u201c[^\u201c\u201d]*\u201d|\u00ab[^\u00ab\u00bb]*\u00bb')
_APOSTROPHE = re.compile("['\u2019\u02bc\u00b4`]")
_TOKEN = re.compile(
    r"""
      (?P<clock>\d{1,2}\s?[h:]\s?\d{2}(?!\d)|\d{1,2}/\d{1,2}(?:/\d{2,4})?(?!\d))
    | (?P<figure>\d{1,3}(?:[\ \u00a0\u202f\u2009.,]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)
    | (?P<word>[^\W\d_](?:\w|[\u0300-\u036f])*
        (?:['\u2019\u02bc\u00b4`](?=[^\W\d_])(?:\w|[\u0300-\u036f])+)*['\u2019]?)
    | (?P<ask>\?)
    | (?P<pause>["\u201c\u201d\u201e\u00ab\u00bb,;:()\[\]\u2014\u2013\n\u2026!.]|(?<=\s)-(?=\s)|/)
    | (?P<sign>[$\u20ac\u00a3%])
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """One normalised word: `form` as patterns see it, and where it stands in the text."""

    form: str
    start: int
    end: int
    kind: str = "word"
    """`word`, `figure`, `sign`, `clock` (a time of day, a date in digits) or `pause`."""


@dataclass(frozen=True, slots=True)
class Orthography:
    """How a language is normalised: whole words, their first and last parts, and what to drop."""

    whole: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What stands before an apostrophe: `j` → `je`."""
    after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What stands after one: `re` → `are`."""
    dropped: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    """Words after which a clause starts: and, but, because."""
    fillers: frozenset[str] = frozenset()
    """Words that may open a clause without being its start: well, honestly."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span, its words, and the line on which patterns run."""

    start: int
    end: int
    words: tuple[Word, ...]
    asks: bool
    """It ends with, or holds, a question mark."""
    line: str
    offsets: tuple[int, ...]
    """Where each word starts on the line."""
    forms: frozenset[str]
    opens: int = 0
    """The word with which it starts, once whom it is said to is set aside (`Doris, …`)."""

    def word_at(self, offset: int) -> int:
        """Index of the word that covers this place of the line."""
        return bisect_right(self.offsets, offset) - 1

    def clause(self, first: int, last: int) -> Span:
        """The span, in the text, of the clause around the words `first` to `last`."""
        while first > 0 and self.words[first - 1].kind != "pause":
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].kind != "pause":
            last += 1
        return Span(self.words[first].start, self.words[last].end)


class Tokeniser:
    """Normalises and cuts text by one language's orthography; remembers words it has seen."""

    def __init__(self, orthography: Orthography) -> None:
        self._orthography = orthography
        self._seen: dict[str, tuple[tuple[str, int, int], ...]] = {}

    def words(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
        """The words, figures, signs and pauses of `text` between two code points."""
        for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
            kind = match.lastgroup or "word"
            at = match.start()
            if kind == "word":
                for form, left, right in self._pieces(match.group()):
                    yield Word(form, at + left, at + right)
            elif kind in ("figure", "sign", "clock"):
                yield Word(match.group(), at, match.end(), kind)
            else:
                yield Word("?" if kind == "ask" else match.group(), at, match.end(), "pause")

    def forms(self, text: str) -> tuple[str, ...]:
        """The normalised words of a pattern or of an entry of a word list."""
        return tuple(word.form for word in self.words(text) if word.kind == "word")

    def sentences(self, text: str) -> Iterator[tuple[Span, list[Word]]]:
        """Each sentence's span with its words; very long ones are cut at `LONGEST` words."""
        for span in sentences(text):
            words: list[Word] = []
            for word in self.words(text, span.start, span.end):
                if len(words) >= LONGEST and (word.kind == "pause" or len(words) >= LONGEST + 20):
                    yield Span(words[0].start, word.start), words
                    words = []
                words.append(word)
            if words:
                yield Span(min(span.start, words[0].start), span.end), words

    def sentence(self, span: Span, words: list[Word], opens: int = 0) -> Sentence:
        """Lays words out on a line, marking where clauses start; word `opens` starts it again."""
        orthography = self._orthography
        parts: list[str] = []
        offsets: list[int] = []
        asks = False
        length = 0
        before = OPENING
        for index, word in enumerate(words):
            form = word.form
            if index == opens:
                before = OPENING
            if word.kind == "pause":
                asks = asks or form == "?"
                form = form if form == "?" else PAUSE
            parts.append(before + form)
            offsets.append(length + 1)
            length += 1 + len(form)
            before = _boundary(word, before, orthography)
        return Sentence(
            start=span.start,
            end=span.end,
            words=tuple(words),
            asks=asks,
            line="".join(parts) + WITHIN,
            offsets=tuple(offsets),
            forms=frozenset(word.form for word in words),
            opens=opens,
        )

    def _pieces(self, raw: str) -> tuple[tuple[str, int, int], ...]:
        """The normalised forms of one written word, each with its place in that word."""
        pieces = self._seen.get(raw)
        if pieces is None:
            pieces = tuple(self._split(raw))
            if len(self._seen) < 50_000:
                self._seen[raw] = pieces
        return pieces

    def _split(self, raw: str) -> Iterator[tuple[str, int, int]]:
        orthography = self._orthography
        raw = _APOSTROPHE.sub("'", raw)
        whole = fold(raw).strip("'")
        if whole in orthography.whole:
            yield from ((form, 0, len(raw)) for form in orthography.whole[whole])
            return
        cuts = [at for at, character in enumerate(raw) if character == "'"]
        edges = [0, *(cut + 1 for cut in cuts), len(raw)]
        for index, (left, right) in enumerate(pairwise(edges)):
            form = fold(raw[left:right]).strip("'")
            if not form:
                continue
            if index < len(cuts) and form in orthography.before:
                forms = orthography.before[form]
            elif index > 0 and form in orthography.after:
                forms = orthography.after[form]
            else:
                forms = orthography.whole.get(form, (form,))
            yield from ((piece, left, right) for piece in forms if piece not in orthography.dropped)


def _boundary(word: Word, before: str, orthography: Orthography) -> str:
    """What stands before the next word."""
    if word.kind == "pause" or word.form in orthography.joints:
        return OPENING if before == OPENING and word.kind != "pause" else CLAUSE
    if before != WITHIN and word.form in orthography.fillers:
        return before
    return WITHIN


def quotations(text: str) -> tuple[Span, ...]:
    """What stands inside quotation marks, unless that is the whole utterance."""
    letters = re.compile(r"\w")
    first = letters.search(text)
    if first is None:
        return ()
    last = len(text) - 1 - next(at for at, one in enumerate(reversed(text)) if letters.match(one))
    spans = (Span(match.start() + 1, match.end() - 1) for match in _QUOTATION.finditer(text))
    return tuple(span for span in spans if span.start > first.start() or span.end <= last)
