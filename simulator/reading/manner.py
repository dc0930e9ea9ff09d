"""How a line treats the other: it draws them out, advises, argues, stands by them, turns to itself.

The recogniser names moves, one persona's reaction to each; this counts whole conversations, and
among them spoken ones without a full stop: a line is cut into short stretches, each is judged by
its wording alone, and a doubt is a no. The classes are those by which conversations of help are
rated: eliciting and validating against advising, persuading and self-disclosure (MISC 2.5, Houck et
al. 2010; MITI 4.2, Moyers et al. 2014; Hill 2009, Helping Skills). The invariant: a stretch that
advises or persuades stands by nobody, and one that speaks of its speaker draws nobody out. It
refuses to change a reading or to move anybody: nothing but figures is made of it.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from simulator.reading.breath import Breath
from simulator.reading.lexicon import Lexicon
from simulator.reading.listening import Listener
from simulator.reading.moves import Language
from simulator.reading.phrases import Phrase
from simulator.reading.rules import found_in, keys_of
from simulator.reading.stems import Stemmer
from simulator.reading.tokens import Sentence, Word
from simulator.text import Span, fold
from simulator.text import words as written_words


class Way(StrEnum):
    """One way of treating the other."""

    ELICITS = "elicits"
    """Invites them to say more: an open question, a request to go on."""
    ADVISES = "advises"
    """Says what they could, should or must do, as a question too ("have you tried …")."""
    PERSUADES = "persuades"
    """MITI persuade: facts, warnings and arguments meant to change their mind."""
    VALIDATES = "validates"
    """Says that what they feel is understandable, or what they did good."""
    REFLECTS = "reflects"
    """MITI reflection: gives back what the other said or feels, as a statement about them."""
    COLLABORATES = "collaborates"
    """MITI: asks leave, shares the say, stresses that the choice is theirs."""
    SPEAKS_OF_SELF = "speaks-of-self"
    """Tells of the speaker's own life, likes or troubles."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a line, its words counted, and the ways in which it treats the other."""

    start: int
    end: int
    words: int
    ways: frozenset[Way]


@dataclass(frozen=True, slots=True)
class _Class:
    say: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]


_LONG = 16
"""Words from which a sentence is cut where a clause is joined on."""
_LEAST = 6
"""Words a stretch has before it is cut off."""
_LONGEST = 34
_BACKCHANNEL = 5
"""Words that a sign of listening has at most."""
_PARTS = re.compile(r"\w+")
_RULED_OUT: Mapping[Way, frozenset[Way]] = {
    Way.VALIDATES: frozenset({Way.ADVISES, Way.PERSUADES}),
    Way.ELICITS: frozenset({Way.PERSUADES, Way.ADVISES}),
    Way.REFLECTS: frozenset({Way.ADVISES, Way.PERSUADES}),
    Way.SPEAKS_OF_SELF: frozenset({Way.ELICITS, Way.VALIDATES, Way.REFLECTS}),
}
"""What does not stand where one of the others does."""


class MannerReader:
    """Reads the manner of lines of one language."""

    def __init__(self, language: Language) -> None:
        lexicon = Lexicon.of(language)
        self._tokeniser = lexicon.tokeniser
        path = files(__package__) / "data" / language / "manner.toml"
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        self._breath = Breath(lexicon)
        self._listener = Listener(lexicon, Stemmer(lexicon.endings))
        self._self = _folded(table["self"])
        self._other = _folded(table["other"])
        self._joints = _folded(table["joints"])
        self._backchannel = _folded(table["backchannel"])
        self._classes = {way: _class(lexicon, table[way.value]) for way in Way}

    @staticmethod
    @cache
    def of(language: Language) -> "MannerReader":
        """The reader of a language; there is one, and all who ask share it."""
        return MannerReader(language)

    def read(self, text: str) -> tuple[Stretch, ...]:
        """The stretches of `text`, in order; together they hold all of its words."""
        return tuple(self._judged(one, text) for one in self._stretches(text))

    def is_backchannel(self, text: str) -> bool:
        """Whether the line only says that one is listening: mm-hmm, okay, right."""
        spoken = [fold(text[span.start : span.end]) for span in written_words(text)]
        parts = [part for one in spoken for part in _PARTS.findall(one)]
        is_short = 0 < len(spoken) <= _BACKCHANNEL
        return is_short and "?" not in text and all(one in self._backchannel for one in parts)

    def is_about_self(self, text: str) -> bool:
        """Whether the speaker is talking of themselves: a word of the first person, no question."""
        forms = {word.form for word in self._tokeniser.words(text)}
        return not forms.isdisjoint(self._self) and not text.rstrip().endswith("?")

    def things(self, text: str) -> dict[str, str]:
        """What is spoken of: the stem of each word that carries meaning, with the word as said."""
        found: dict[str, str] = {}
        for word in self._tokeniser.words(text):
            if word.kind == "word":
                for stem in self._listener.content((word.form,)):
                    found.setdefault(stem, text[word.start : word.end])
        return found

    def _stretches(self, text: str) -> Iterator[Sentence]:
        for sentence in self._tokeniser.sentences(text):
            for span, words in self._breath.pieces(*sentence):
                for piece in self._cut(words):
                    whole = Span(piece[0].start, piece[-1].end)
                    ends = span if len(piece) == len(words) else whole
                    yield self._tokeniser.sentence(ends, piece)

    def _cut(self, words: Sequence[Word]) -> Iterator[list[Word]]:
        """The words of a sentence; of a long one, piece by piece."""
        if len(words) <= _LONG:
            yield list(words)
            return
        piece: list[Word] = []
        for word in words:
            is_joint = word.form in self._joints and len(piece) >= _LEAST
            if is_joint or len(piece) >= _LONGEST:
                yield piece
                piece = []
            piece.append(word)
        yield piece

    def _judged(self, sentence: Sentence, text: str) -> Stretch:
        keys = keys_of(sentence)
        found = {
            way
            for way, one in self._classes.items()
            if found_in(one.say, sentence, keys) and not found_in(one.unless, sentence, keys)
        }
        ways = {way for way in found if _RULED_OUT.get(way, frozenset()).isdisjoint(found)}
        if Way.SPEAKS_OF_SELF in ways and not self._turns_to_self(sentence):
            ways.discard(Way.SPEAKS_OF_SELF)
        if sentence.asks:
            ways.discard(Way.REFLECTS)
        start, end = sentence.words[0].start, sentence.words[-1].end
        return Stretch(start, end, len(written_words(text[start:end])), frozenset(ways))

    def _turns_to_self(self, sentence: Sentence) -> bool:
        """Whether the speaker is named at least as often as the other."""
        forms = [word.form for word in sentence.words]
        mine = sum(form in self._self for form in forms)
        return mine > 0 and mine >= sum(form in self._other for form in forms)


def _folded(entries: str) -> frozenset[str]:
    return frozenset(map(fold, entries.split()))


def _class(lexicon: Lexicon, table: Mapping[str, Any]) -> _Class:
    return _Class(lexicon.phrases(table["say"]), lexicon.phrases(table["unless"]))
