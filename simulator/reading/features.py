"""What the linear recogniser sees of a stretch of talk: short strings, each there or not.

Word pairs and triples in which rare words are blanked, so that how something is said decides and
not what it is about; four letters in a row within words, so that a slip of the keyboard costs
little; who is spoken of; what of the other's line is taken up; what the rules found. The
invariant: training and reading see the same, since both come here. It refuses to look at a scenario.
"""

import itertools
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from simulator.reading.lexicon import Lexicon
from simulator.reading.listening import Heard, Listener
from simulator.reading.moves import SURE, Found, Move, Noticed
from simulator.reading.tokens import PAUSE, Sentence
from simulator.reading.weighing import SentenceRead

VERSION = 2
"""Counted up when the same talk gives other features: weights of another version are refused."""
BLANK = "_"
MOST_SENTENCES = 3
MOST_WORDS = 45
"""A unit, the stretch that is judged at once, is no longer than the lines learned from."""
_CLEARLY = 0.8
_LETTERS = 4
_LENGTHS = (1, 2, 4, 8, 15, 30)


@dataclass(slots=True)
class Unit:
    """A few sentences that follow each other, and what the rules found in them."""

    sentences: list[Sentence]
    found: list[Found]
    noticed: list[Noticed]
    barred: list[frozenset[Move]]
    """What each sentence cannot do, by the rules."""

    @property
    def words(self) -> int:
        return sum(len(sentence.words) for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Persons:
    """The words of a language that say who is spoken of, and the forms that count as one."""

    of: Mapping[str, str]
    same: Mapping[str, str]
    after_other: Mapping[str, str]


class FeatureReader:
    """Reads the features of one language."""

    def __init__(self, lexicon: Lexicon, listener: Listener) -> None:
        self._listener = listener
        path = files(__package__) / "data" / lexicon.language / "features.toml"
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        self._persons = _persons(table, lexicon)

    def forms(self, sentence: Sentence) -> list[str]:
        """The words of a sentence as they count: one form for `tu` and `vous`, one for a pause."""
        persons = self._persons
        forms: list[str] = []
        before = ""
        for word in sentence.words:
            form = word.form
            if word.kind == "pause" and form != "?":
                form = PAUSE
            elif word.kind == "clock":
                form = "%clock"
            elif persons.of.get(before) == "other":
                form = persons.after_other.get(form, form)
            form = persons.same.get(form, form)
            forms.append(form)
            before = form
        return forms

    def of_unit(self, unit: Unit, heard: Heard, known: frozenset[str]) -> set[str]:
        """Everything that is there in a unit."""
        features: set[str] = set()
        for sentence in unit.sentences:
            features.update(self.of_sentence(sentence, heard, known))
        features.update(self._at_large(unit, heard))
        features.update(_ruled(unit.found, unit.noticed))
        return features

    def of_sentence(self, sentence: Sentence, heard: Heard, known: frozenset[str]) -> Iterator[str]:
        """The words and the persons of one sentence."""
        forms = self.forms(sentence)
        if sentence.opens:
            before = [form for form in forms[: sentence.opens] if form in known]
            forms = [*before, *forms[sentence.opens :]]
        kept = [form if form in known or form[0] in "%,?" else BLANK + form[-2:] for form in forms]
        yield from _grams(["<", *kept, ">"])
        for form in forms:
            if len(form) >= _LETTERS and form[0] != "%":
                edged = f"#{form}#"
                for at in range(len(edged) - _LETTERS + 1):
                    yield "~" + edged[at : at + _LETTERS]
        yield from self._spoken_of(sentence, forms, heard)

    def _spoken_of(self, sentence: Sentence, forms: Sequence[str], heard: Heard) -> Iterator[str]:
        persons = [self._persons.of[form] for form in forms if form in self._persons.of]
        first = persons[0] if persons else "none"
        mood = "asks" if sentence.asks else "says"
        taken = len(self._listener.content(sentence.forms) & heard.content) if heard.known else -1
        yield f"!{first} {mood}"
        if heard.known:
            yield f"!{first} {mood} taken {min(taken, 2)}"
        yield f"!{'+'.join(sorted(set(persons)))} {mood}"

    def _at_large(self, unit: Unit, heard: Heard) -> Iterator[str]:
        forms = [form for sentence in unit.sentences for form in sentence.forms]
        words = unit.words
        yield f"!long {sum(words > length for length in _LENGTHS)}"
        yield f"!sentences {len(unit.sentences)}"
        asking = [sentence.asks for sentence in unit.sentences]
        yield f"!asks {'last' if asking[-1] else 'before' if any(asking) else 'never'}"
        felt = self._listener.felt(forms)
        if felt:
            yield "!felt"
        if not heard.known:
            yield "!unprompted"
            return
        content = self._listener.content(forms)
        taken = content & heard.content
        yield f"!taken {min(len(taken), 4)}"
        yield f"!share {round(4 * len(taken) / max(1, len(content)))}"
        if felt & heard.families:
            yield "!felt alike"
        if heard.hard:
            yield "!hard"
            if felt:
                yield "!felt hard"


def units(read: Iterable[SentenceRead]) -> list[Unit]:
    """Sentences with their finds, drawn together into units."""
    drawn: list[Unit] = []
    for one in read:
        if (
            drawn
            and len(drawn[-1].sentences) < MOST_SENTENCES
            and drawn[-1].words + len(one.sentence.words) <= MOST_WORDS
        ):
            drawn[-1].sentences.append(one.sentence)
            drawn[-1].found.extend(one.found)
            drawn[-1].noticed.extend(one.noticed)
            drawn[-1].barred.append(one.barred)
        else:
            drawn.append(Unit([one.sentence], list(one.found), list(one.noticed), [one.barred]))
    return drawn


def _grams(forms: Sequence[str]) -> Iterator[str]:
    """Each word, pair and triple; a triple keeps two words at least."""
    yield from forms[1:-1]
    for first, second in itertools.pairwise(forms):
        yield f"{first} {second}"
    for first, second, third in zip(forms, forms[1:], forms[2:], strict=False):
        yield f"{first} {second} {third}"


def _ruled(found: Iterable[Found], noticed: Iterable[Noticed]) -> Iterator[str]:
    """What the rules found, at three grades of sureness."""
    best: dict[str, float] = {}
    for move in found:
        best[move.move] = max(move.confidence, best.get(move.move, 0.0))
    for signal in noticed:
        best[signal.signal] = max(signal.confidence, best.get(signal.signal, 0.0))
    for name, confidence in best.items():
        yield f"={name}"
        if confidence >= SURE:
            yield f"={name} sure"
        if confidence >= _CLEARLY:
            yield f"={name} clear"


def _persons(table: Mapping[str, Any], lexicon: Lexicon) -> Persons:
    of = dict.fromkeys(lexicon.listening.other, "other")
    for person in ("self", "us", "them"):
        of.update(dict.fromkeys(table[person].split(), person))
    return Persons(of, table["same"], table["after-other"])
