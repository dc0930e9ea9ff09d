"""Notices the scenario's words in an utterance: topics, terms left unexplained; and names.

The invariant: a mention is made of whole words of the utterance, whatever their inflection, and
carries the mentee's own wording. It refuses synonyms that the scenario did not list, and takes a
capital at the start of a sentence for no name.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from simulator.reading.lexicon import Lexicon
from simulator.reading.moves import Found, Mention, Move, Vocabulary
from simulator.reading.rules import found_in, keys_of
from simulator.reading.stems import Stemmer
from simulator.reading.tokens import Sentence, Word

_TERM_CONFIDENCE = 0.85
_LONGEST_ADDRESS = 3
"""Words of a name by which somebody is addressed."""


class VocabularyIndex:
    """One scenario's vocabulary, cut to stems and ready to be looked up."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon, stemmer: Stemmer) -> None:
        self._lexicon = lexicon
        self._stemmer = stemmer
        self._topics = self._index(
            (topic, phrase) for topic, phrases in vocabulary.topics.items() for phrase in phrases
        )
        self._terms = self._index((term, term) for term in vocabulary.terms)
        self.speaks_of_machines = any(
            word.form in lexicon.machines
            for phrase in (*vocabulary.terms, *chain.from_iterable(vocabulary.topics.values()))
            for word in lexicon.tokeniser.words(phrase)
        )

    def mentions(self, words: Sequence[Word], text: str) -> Iterator[Mention]:
        """Every topic named, by the words that name it; the longest wording of a topic wins."""
        taken: dict[str, int] = {}
        for topic, first, last in self._occurrences(words, self._topics):
            if taken.get(topic, -1) >= first:
                continue
            taken[topic] = last
            start, end = words[first].start, words[last].end
            yield Mention(topic, text[start:end], start, end)

    def unexplained(
        self, words: Sequence[Word], sentences: Sequence[Sentence], text: str
    ) -> Iterator[Found]:
        """The clauses that use a term which the utterance does not explain."""
        if not self._terms:
            return
        occurrences = list(self._occurrences(words, self._terms))
        if not occurrences or any(
            found_in(self._lexicon.explaining, sentence, keys_of(sentence))
            for sentence in sentences
        ):
            return
        seen: set[str] = set()
        for term, first, last in occurrences:
            start, end = words[first].start, words[last].end
            if term in seen or _in_brackets(text, start, end):
                continue
            seen.add(term)
            for sentence in sentences:
                if sentence.words[0].start <= start < sentence.end:
                    index = max(at for at, word in enumerate(sentence.words) if word.start <= start)
                    if self._defined(sentence, index, end):
                        break
                    yield Found(
                        Move.UNEXPLAINED_TERM, *sentence.clause(index, index), _TERM_CONFIDENCE
                    )
                    break

    def _defined(self, sentence: Sentence, index: int, end: int) -> bool:
        """Whether the sentence says, around the term, what it is."""
        last = max(at for at, word in enumerate(sentence.words) if word.start < end)
        after = sentence.offsets[last] + len(sentence.words[last].form) + 1
        if any(phrase.pattern.match(sentence.line, after) for phrase in self._lexicon.defining):
            return True
        start = sentence.offsets[index]
        return any(
            match.end() == start
            for phrase in self._lexicon.defined_before
            for match in phrase.pattern.finditer(sentence.line, 0, start)
        )

    def _index(
        self, entries: Iterable[tuple[str, str]]
    ) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        index: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for name, phrase in entries:
            stems = tuple(
                self._stemmer.stem(word.form)
                for word in self._lexicon.tokeniser.words(phrase)
                if word.kind != "pause"
            )
            if stems:
                index[stems[0]].append((stems, name))
        for options in index.values():
            options.sort(key=lambda option: -len(option[0]))
        return index

    def _occurrences(
        self, words: Sequence[Word], index: dict[str, list[tuple[tuple[str, ...], str]]]
    ) -> Iterator[tuple[str, int, int]]:
        if not index:
            return
        stems = [self._stemmer.stem(word.form) for word in words]
        for at, stem in enumerate(stems):
            for phrase, name in index.get(stem, ()):
                if tuple(stems[at : at + len(phrase)]) == phrase:
                    yield name, at, at + len(phrase) - 1


def names(sentences: Sequence[Sentence], text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Names of people or places: capitalised, inside a sentence, no acronym, no word of a list."""
    if text.isupper():
        return ()
    found: dict[str, None] = {}
    for sentence in sentences:
        run: list[Word] = []
        for before, word in zip(sentence.words, sentence.words[1:], strict=False):
            if _capital(word, text, lexicon) and _inside(before):
                run.append(word)
                continue
            if run:
                found[text[run[0].start : run[-1].end]] = None
            run = []
        if run:
            found[text[run[0].start : run[-1].end]] = None
    return tuple(found)


def addressed(words: Sequence[Word], text: str, lexicon: Lexicon) -> int:
    """The index of the word after `Doris,` or `And Doris,`; nought where nobody is addressed."""
    skipped = lexicon.orthography.joints | lexicon.orthography.fillers
    at = 0
    while at < len(words) and words[at].form in skipped:
        at += 1
    first = at
    while at < len(words) and at - first < _LONGEST_ADDRESS and _capital(words[at], text, lexicon):
        at += 1
    closed = first < at < len(words) - 1 and words[at].form == ","
    return at + 1 if closed else 0


def _capital(word: Word, text: str, lexicon: Lexicon) -> bool:
    said = text[word.start : word.end]
    return (
        word.kind == "word"
        and len(said) > 1
        and said[0].isupper()
        and not said[1:].isupper()
        and word.form not in lexicon.not_names
    )


def _inside(before: Word) -> bool:
    """Whether a capital after this word is not owed to a start."""
    return before.kind != "pause" or before.form in (",", ";")


def _in_brackets(text: str, start: int, end: int) -> bool:
    """Whether the term is followed by a bracket that explains it, or stands in one."""
    return text[end:].lstrip("\"'\u2019\u00bb ").startswith("(") or text[:start].rstrip().endswith(
        "("
    )
