"""Finds, in one sentence, the phrases of the rules, and says which of them count.

Phrases are indexed by a word that must be there, so that a sentence meets only the rules that it
could satisfy. The invariant: words inside quotation marks, denied (`I'm not saying that …`) or
reported (`he told me that …`) are not the speaker's own move. It refuses to weigh one move against
another: that is the recogniser's part.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from simulator.reading.lexicon import Frames, Rule
from simulator.reading.moves import Move
from simulator.reading.phrases import PREFIX_KEYS, Phrase
from simulator.reading.tokens import Sentence
from simulator.text import Span

_MOST_HITS = 3
"""Places of one phrase looked at in one sentence."""
DOUBTED = 0.3
"""What remains of a find's confidence when the words are not the speaker's own."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of a rule, found over the words `first` to `last` of a sentence."""

    rule: Rule
    confidence: float
    first: int
    last: int


class RuleBook:
    """All rules of a language, ready to be looked up."""

    def __init__(self, rules: Sequence[Rule], frames: Frames) -> None:
        self._frames = frames
        self._index: dict[str, list[tuple[Rule, Phrase]]] = defaultdict(list)
        for rule in rules:
            for phrase in rule.say:
                for key in phrase.keys:
                    self._index[key].append((rule, phrase))

    def hits(self, sentence: Sentence, quoted: Sequence[Span] = ()) -> list[Hit]:
        """Every phrase found in the sentence, with the confidence that is left to it.

        `quoted` are the stretches of the text that are somebody else's words.
        """
        keys = keys_of(sentence)
        found: list[Hit] = []
        tried: set[int] = set()
        foreign: list[tuple[int, int]] | None = None
        cancelled: dict[int, bool] = {}
        for key in keys:
            for rule, phrase in self._index.get(key, ()):
                if id(phrase) in tried:
                    continue
                tried.add(id(phrase))
                if not phrase.may_be_in(keys):
                    continue
                for match in islice(phrase.pattern.finditer(sentence.line), _MOST_HITS):
                    if id(rule) not in cancelled:
                        cancelled[id(rule)] = found_in(rule.unless, sentence, keys)
                    if cancelled[id(rule)]:
                        break
                    if foreign is None:
                        foreign = self._foreign(sentence, keys)
                    hit = self._hit(rule, match, sentence, foreign)
                    start = sentence.words[hit.first].start
                    if not any(quote.start <= start < quote.end for quote in quoted):
                        found.append(hit)
        return sorted(found, key=lambda hit: (hit.first, -hit.last, hit.rule.does, -hit.confidence))

    def _hit(
        self,
        rule: Rule,
        match: re.Match[str],
        sentence: Sentence,
        foreign: Sequence[tuple[int, int]],
    ) -> Hit:
        first = sentence.word_at(match.start())
        last = max(first, sentence.word_at(match.end() - 2))
        confidence = rule.confidence
        if rule.contrast != 1.0 and self._contrasted(sentence, last):
            confidence *= rule.contrast
        if rule.framed and any(low <= match.start() < high for low, high in foreign):
            confidence *= DOUBTED
        return Hit(rule, confidence, first, last)

    def _foreign(self, sentence: Sentence, keys: frozenset[str]) -> list[tuple[int, int]]:
        """Stretches of the line whose words are denied, or reported as another's."""
        return [
            (match.start() + 1, self._reach(sentence, match.end()))
            for phrase in (*self._frames.denied, *self._frames.reported)
            if phrase.may_be_in(keys)
            for match in phrase.pattern.finditer(sentence.line)
        ]

    def _reach(self, sentence: Sentence, offset: int) -> int:
        """Where a frame ends: at the next `but`, or with the sentence."""
        for index in range(sentence.word_at(offset) + 1, len(sentence.words)):
            if sentence.words[index].form in self._frames.contrasts:
                return sentence.offsets[index]
        return len(sentence.line)

    def _contrasted(self, sentence: Sentence, last: int) -> bool:
        """Whether `but` and an argument follow, rather than `but` and a question."""
        if sentence.asks:
            return False
        return any(word.form in self._frames.contrasts for word in sentence.words[last + 1 :])


def keys_of(sentence: Sentence) -> frozenset[str]:
    """Every key under which a phrase of this sentence may be indexed."""
    keys = set(sentence.forms)
    for form in sentence.forms:
        keys.update(form[:length] + "*" for length in PREFIX_KEYS if len(form) >= length)
    return frozenset(keys)


def found_in(phrases: Sequence[Phrase], sentence: Sentence, keys: frozenset[str]) -> bool:
    """Whether one of these phrases is in the sentence."""
    return any(
        phrase.may_be_in(keys) and phrase.pattern.search(sentence.line) for phrase in phrases
    )


def extent(hit: Hit, sentence: Sentence) -> Span:
    """The span of the text that shows a hit: its clause or its sentence."""
    if hit.rule.extent == "sentence":
        return Span(sentence.words[0].start, sentence.words[-1].end)
    return sentence.clause(hit.first, hit.last)


def hidden(hits: Sequence[Hit]) -> Iterator[Move]:
    """The moves that sure hits say are not being done."""
    for hit in hits:
        if hit.confidence > DOUBTED:
            yield from hit.rule.hides
