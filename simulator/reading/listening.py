"""Recognises reflections: what the other just said, given back as a statement about the other.

People who listen badly also say `so you …`, as blame or as advice, so an opening is never enough:
the statement has to be about the other, to take up words or a feeling of what they said, and to
hold no advice and no reproach. Without the other's line it has to open like a reflection and name
a feeling or the other. The invariant: blame, advice and argument are never a reflection.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from simulator.reading.lexicon import Lexicon
from simulator.reading.rules import found_in, keys_of
from simulator.reading.stems import Stemmer
from simulator.reading.tokens import Sentence

_CONCLUDED = 0.62
_TOLD = 2
"""Content words taken up that make a plain statement about the other a reflection."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the other just said, as far as it can be given back."""

    known: bool = False
    content: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()
    hard: bool = False
    """It voices a difficulty or a feeling."""


@dataclass(frozen=True, slots=True)
class Reflected:
    """How sure it is that a sentence gives the other back, and whether it names a feeling."""

    confidence: float
    feeling: bool


class Listener:
    """Compares what is said with what was just heard."""

    def __init__(self, lexicon: Lexicon, stemmer: Stemmer) -> None:
        self._data = lexicon.listening
        self._function_words = lexicon.function_words
        self._stemmer = stemmer
        self._families = _by_stem(lexicon.listening.feelings, stemmer)

    def heard(self, sentences: Iterable[Sentence]) -> Heard:
        """What the other's line holds."""
        sentences = list(sentences)
        forms = [form for sentence in sentences for form in sentence.forms]
        return Heard(
            known=bool(forms),
            content=self.content(forms),
            families=self.felt(forms),
            hard=any(
                found_in(self._data.hardship, sentence, keys_of(sentence)) for sentence in sentences
            ),
        )

    def refuses(self, sentence: Sentence) -> bool:
        """Whether the sentence advises, blames or argues: whatever it opens with."""
        return found_in(self._data.refused, sentence, keys_of(sentence))

    def reflected(self, sentence: Sentence, heard: Heard) -> Reflected | None:
        """Whether the sentence reflects what was heard."""
        if len(sentence.words) < 3:
            return None
        keys = keys_of(sentence)
        about_other = not self._data.other.isdisjoint(sentence.forms)
        strong = about_other and found_in(self._data.strong, sentence, keys)
        weak = not strong and found_in(self._data.weak, sentence, keys)
        if not (strong or weak) or found_in(self._data.refused, sentence, keys):
            return None
        felt = self.felt(sentence.forms)
        if not heard.known:
            return _unheard(strong=strong, felt=bool(felt), about_other=about_other)
        taken = self.content(sentence.forms) & heard.content
        same_feeling = bool(felt & heard.families) or (bool(felt) and heard.hard)
        if strong:
            confidence = 0.88 if taken or same_feeling else 0.68 if felt else 0.62
        elif same_feeling and about_other:
            confidence = 0.78 if taken or felt & heard.families else 0.66
        elif len(taken) >= _TOLD and about_other:
            confidence = 0.7
        elif taken and about_other:
            confidence = 0.62 if sentence.words[0].form in self._data.concluding else 0.55
        elif about_other and not sentence.asks and self._concludes(sentence):
            confidence = _CONCLUDED
        else:
            return None
        return Reflected(confidence, feeling=bool(felt))

    def _concludes(self, sentence: Sentence) -> bool:
        """Whether it opens with `so you`: drawn from what was said, in whatever words."""
        opening = [word.form for word in sentence.words[:3]]
        return opening[0] in self._data.concluding and not self._data.other.isdisjoint(opening)

    def content(self, forms: Iterable[str]) -> frozenset[str]:
        """The stems of the words that carry meaning."""
        return frozenset(
            self._stemmer.stem(form)
            for form in forms
            if form not in self._function_words and len(form) > 2 and form[0] not in "%,"
        )

    def felt(self, forms: Iterable[str]) -> frozenset[str]:
        """The families of feeling that are named."""
        none: frozenset[str] = frozenset()
        return none.union(*(self._families.get(self._stemmer.stem(form), none) for form in forms))


def _unheard(*, strong: bool, felt: bool, about_other: bool) -> Reflected | None:
    """The same without the other's line: only the wording can speak for it."""
    if strong:
        return Reflected(0.68 if felt else 0.64, feeling=felt)
    if about_other and felt:
        return Reflected(0.5, feeling=True)
    return None


def _by_stem(families: Mapping[str, frozenset[str]], stemmer: Stemmer) -> dict[str, frozenset[str]]:
    """`{tired: {exhausted, drained}}` → `{exhaust: {tired}, drain: {tired}}`."""
    names: dict[str, set[str]] = {}
    for name, words in families.items():
        for word in words:
            names.setdefault(stemmer.stem(word), set()).add(name)
    return {stem: frozenset(found) for stem, found in names.items()}
