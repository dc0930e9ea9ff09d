"""Finds where a speaker begins anew in speech that was written down without a full stop.

"you went once what was that like for you" gives back and asks; taken as one sentence it would be
neither. The invariant: the pieces hold all words of the sentence, in order, and what is short or has
its own stops stays whole. It refuses to cut where the words before hold on to those after: "tell me
what", "because you".
"""

import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise

from simulator.reading.lexicon import Lexicon
from simulator.reading.rules import keys_of
from simulator.reading.tokens import Word
from simulator.text import Span, fold

_SHORT = 7
"""Words up to which a sentence is one."""
_WRITTEN = 24
"""The same where somebody did write a stop."""
_LEAST_BEFORE, _LEAST_AFTER = 3, 3
"""Words that stand before a cut, and after it."""
_PAUSED = 14
"""Words for each pause from which a sentence counts as written without stops."""


class Breath:
    """Cuts the sentences of one language's speech."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._tokeniser = lexicon.tokeniser
        path = files(__package__) / "data" / lexicon.language / "breath.toml"
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        self._begins = lexicon.phrases(table["begins"])
        self._holds = frozenset(fold(word).strip("'") for word in table["holds"].split())

    def pieces(self, span: Span, words: list[Word]) -> Iterator[tuple[Span, list[Word]]]:
        """The sentence of these words, piece by piece, each with its span."""
        cuts = self._cuts(span, words)
        if not cuts:
            yield span, words
            return
        edges = [0, *cuts, len(words)]
        for first, last in pairwise(edges):
            piece = words[first:last]
            start = span.start if first == 0 else piece[0].start
            yield Span(start, span.end if last == len(words) else piece[-1].end), piece

    def _cuts(self, span: Span, words: Sequence[Word]) -> list[int]:
        spoken = sum(word.kind == "word" for word in words)
        pauses = sum(word.kind == "pause" for word in words[:-1])
        is_written = words[-1].kind == "pause"
        if spoken <= (_WRITTEN if is_written else _SHORT) or pauses * _PAUSED > spoken:
            return []
        sentence = self._tokeniser.sentence(span, list(words))
        keys = keys_of(sentence)
        starts = {
            sentence.word_at(match.start())
            for phrase in self._begins
            if phrase.may_be_in(keys)
            for match in phrase.pattern.finditer(sentence.line)
        }
        kept: list[int] = []
        for at in sorted(starts):
            before = at - (kept[-1] if kept else 0)
            if before < _LEAST_BEFORE or len(words) - at < _LEAST_AFTER:
                continue
            if words[at - 1].form not in self._holds:
                kept.append(at)
        return kept
