"""The recogniser: an utterance goes in, a `Reading` comes out.

It cuts the text, draws figures together, runs the rules, listens for reflections, and then weighs
the finds of each sentence against each other: what looks like advice is no reflection, a figure
that is offered is no fact, a machine that is spoken to is not asked an open question. Precision
comes before recall: a find that stays under `SURE` is kept for the record and changes nothing.

The invariant: the same text, the other's same words and the same vocabulary always give the same
reading, and every span lies within the text. It refuses to remember earlier turns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from simulator.reading.aside import AsideReader, outside
from simulator.reading.breath import Breath
from simulator.reading.features import FeatureReader, Unit, units
from simulator.reading.language import foreign, meaningless
from simulator.reading.learned import Learned, recorded
from simulator.reading.lexicon import Lexicon, strangers
from simulator.reading.listening import Heard, Listener
from simulator.reading.mentions import VocabularyIndex, addressed, names
from simulator.reading.moves import (
    Found,
    Language,
    Move,
    Noticed,
    Quantity,
    Reading,
    Signal,
    Vocabulary,
)
from simulator.reading.quantities import QuantityReader
from simulator.reading.rules import RuleBook, found_in, keys_of
from simulator.reading.stems import Stemmer
from simulator.reading.tokens import Sentence, Tokeniser, Word, quotations
from simulator.reading.weighing import SentenceRead, read_sentence, settle
from simulator.reading.weights import Weights
from simulator.text import Span
from simulator.text import words as written_words

EMPTY = Vocabulary()
_VOCABULARIES = 16
_MINIMAL_WORDS = 3
_LONGEST_FORMULA = 5
_MOST_QUOTES = 50
_MOST_FIGURES = 200
"""Quantities read of one utterance; nobody means more, and hostile text is full of them."""
_MOST_JUDGED = 24
"""Units of one utterance that are judged a second time; nobody says more in a breath."""
_OF_MACHINES = frozenset({Signal.META})
_ASIDE = 0.92
"""How sure it is that what is worded for a judge or a program is not said to the partner."""
_SPEAKS_FOR_ITSELF = frozenset(
    {Signal.GREETING, Signal.FAREWELL, Signal.THANKS, Signal.META, Signal.ABUSE, Signal.NONSENSE}
)


@dataclass(slots=True)
class _Cut:
    """A text taken apart: all its words, and what of it is said to the partner."""

    asides: list[Span]
    """Stretches that are said to a judge or a program."""
    words: list[Word] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    """With figures drawn together."""
    quantities: list[Quantity] = field(default_factory=list)


class Recogniser:
    """Reads utterances of one language; its data is loaded once."""

    def __init__(self, language: Language, weights: Weights | None) -> None:
        self.language = language
        lexicon = Lexicon.of(language)
        self._lexicon = lexicon
        self._tokeniser: Tokeniser = lexicon.tokeniser
        self._quantities = QuantityReader(lexicon.units)
        self._book = RuleBook(lexicon.rules, lexicon.frames)
        self._stemmer = Stemmer(lexicon.endings)
        self._listener = Listener(lexicon, self._stemmer)
        self._strangers = strangers(language)
        self.features = FeatureReader(lexicon, self._listener)
        self._learned = Learned(self.features, weights) if weights else None
        self._latest = "", Heard()
        self._vocabularies: dict[int, tuple[Vocabulary, VocabularyIndex]] = {}

    @staticmethod
    @cache
    def of(language: Language) -> "Recogniser":
        """The recogniser of a language; there is one, and all who ask share it."""
        return Recogniser(language, Weights.of(language))

    @cached_property
    def _asides(self) -> AsideReader:
        return AsideReader(self._lexicon)

    @cached_property
    def _breath(self) -> Breath:
        return Breath(self._lexicon)

    def read(
        self,
        text: str,
        prev: str = "",
        vocabulary: Vocabulary = EMPTY,
        *,
        is_spoken: bool = False,
    ) -> Reading:
        """What `text`, said in answer to `prev`, does.

        `text` is cleaned; spans count its code points. `is_spoken` is speech that was taken down,
        in which full stops may be missing.
        """
        index = self._index(vocabulary)
        about_machines = index.speaks_of_machines
        cut = self._cut(text, is_spoken=is_spoken, about_machines=about_machines)
        heard = self.heard(prev)
        read = self._units(cut.sentences, heard, text, about_machines=about_machines)
        if self._learned:
            judged = [self._learned.revise(unit, heard) for unit in read[:_MOST_JUDGED]]
            read = [*judged, *read[_MOST_JUDGED:]]
        moves, signals = recorded(read)
        count = len(written_words(text))
        signals.extend(Noticed(Signal.META, *span, _ASIDE) for span in cut.asides)
        signals.extend(self._about_language(cut.words, text))
        said = [word for word in cut.words if outside(cut.asides, word.start, word.end)]
        moves.extend(index.unexplained(said, cut.sentences, text))
        moves = _with_minimal(text, count, moves, signals, cut.quantities)
        return Reading(
            moves=settle(moves),
            signals=_best(signals),
            quantities=tuple(cut.quantities),
            mentions=tuple(index.mentions(said, text)),
            names=names(cut.sentences, text, self._lexicon),
            words=count,
        )

    def heard(self, prev: str) -> Heard:
        """What the other just said, as far as it can be given back; the latest is kept."""
        if self._latest[0] != prev:
            self._latest = (
                prev,
                self._listener.heard(self._cut(prev).sentences) if prev else Heard(),
            )
        return self._latest[1]

    def by_rules(self, text: str, heard: Heard) -> list[Unit]:
        """The units of an utterance with what the rules alone find in them."""
        return self._units(self._cut(text).sentences, heard, text)

    def _units(
        self,
        sentences: Iterable[Sentence],
        heard: Heard,
        text: str,
        *,
        about_machines: bool = False,
    ) -> list[Unit]:
        quoted = quotations(text)[:_MOST_QUOTES]

        def read(sentence: Sentence) -> SentenceRead:
            ignored = frozenset[Signal]()
            if about_machines and self._is_idle(sentence):
                ignored = _OF_MACHINES
            return read_sentence(sentence, self._book, self._listener, heard, quoted, ignored)

        return units(map(read, sentences))

    def _cut(self, text: str, *, is_spoken: bool = False, about_machines: bool = False) -> _Cut:
        """All words as written; of what is said to the partner, the sentences and the figures."""
        cut = _Cut(asides=list(self._asides.stretches(text)))
        shown = tuple(cut.asides)
        for span, written in self._spoken(text) if is_spoken else self._tokeniser.sentences(text):
            cut.words.extend(written)
            said = written
            if shown:
                said = [word for word in written if outside(shown, word.start, word.end)]
                if not any(word.kind != "pause" for word in said):
                    continue
            drawn, figures = self._quantities.read(said, text, _MOST_FIGURES - len(cut.quantities))
            opens = addressed(drawn, text, self._lexicon)
            sentence = self._tokeniser.sentence(span, drawn, opens)
            if self._asides.is_aside(sentence) and not (about_machines and self._is_idle(sentence)):
                cut.asides.append(span)
                continue
            cut.quantities.extend(figures)
            cut.sentences.append(sentence)
        return cut

    def _is_idle(self, sentence: Sentence) -> bool:
        """Whether words about machines are not aimed at the partner as one."""
        return not found_in(self._lexicon.aimed, sentence, keys_of(sentence))

    def _spoken(self, text: str) -> Iterable[tuple[Span, list[Word]]]:
        """The sentences as they were spoken, where full stops are missing."""
        for span, words in self._tokeniser.sentences(text):
            yield from self._breath.pieces(span, words)

    def _about_language(self, words: Sequence[Word], text: str) -> Iterable[Noticed]:
        whole = Span(0, len(text))
        elsewhere = foreign(words, self._lexicon.function_words, self._strangers)
        if elsewhere:
            yield Noticed(Signal.OTHER_LANGUAGE, *whole, elsewhere)
        mash = meaningless(words, self._lexicon.function_words)
        if mash:
            yield Noticed(Signal.NONSENSE, *whole, mash)

    def _index(self, vocabulary: Vocabulary) -> VocabularyIndex:
        """The vocabulary's index; the latest few are kept, by identity."""
        kept = self._vocabularies.get(id(vocabulary))
        if kept is not None and kept[0] is vocabulary:
            return kept[1]
        index = VocabularyIndex(vocabulary, self._lexicon, self._stemmer)
        latest = list(self._vocabularies.items())[1 - _VOCABULARIES :]
        self._vocabularies = {**dict(latest), id(vocabulary): (vocabulary, index)}
        return index


def _with_minimal(
    text: str,
    count: int,
    moves: list[Found],
    signals: Sequence[Noticed],
    quantities: Sequence[Quantity],
) -> list[Found]:
    """The moves, with a minimal answer where a word or two, or silence, is all there is."""
    formula = any(found.move is Move.MINIMAL_ANSWER for found in moves)
    moves = [found for found in moves if found.move is not Move.MINIMAL_ANSWER]
    says_more = any(found.is_sure for found in moves) or any(
        one.signal in _SPEAKS_FOR_ITSELF and one.is_sure for one in signals
    )
    if count > _LONGEST_FORMULA or says_more or quantities or "?" in text:
        return moves
    if formula or count < _MINIMAL_WORDS:
        moves.append(Found(Move.MINIMAL_ANSWER, 0, len(text), 0.85))
    elif count == _MINIMAL_WORDS:
        moves.append(Found(Move.MINIMAL_ANSWER, 0, len(text), 0.5))
    return moves


def _best(signals: Iterable[Noticed]) -> tuple[Noticed, ...]:
    """Each signal once, where it is surest, in the order of the text."""
    best: dict[Signal, Noticed] = {}
    for one in signals:
        if one.signal not in best or one.confidence > best[one.signal].confidence:
            best[one.signal] = one
    return tuple(sorted(best.values(), key=lambda one: (one.start, one.signal)))
