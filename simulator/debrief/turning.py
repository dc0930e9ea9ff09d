"""Turns what the persona said of themselves round: "I was told off" → "you were told off".

Only a plain statement is turned, and only where every step is certain: a known verb, nothing said
to the other person, a first word whose capital may go. The alternative is always to turn nothing;
a line with a mistake in it would be no better line.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Literal, Self

from simulator.reading.moves import Language
from simulator.text import fold, sentences, words

Address = Literal["tu", "vous"]

LEAST, MOST = 4, 15
"""Words of a sentence that is given back."""
_PAIR: dict[Address, Mapping[str, str]] = {
    "tu": {"mon": "ton", "ma": "ta", "mes": "tes", "me": "te", "m'": "t’", "moi": "toi",
           "moi-meme": "toi-même"},
    "vous": {"mon": "votre", "ma": "votre", "mes": "vos", "me": "vous", "m'": "vous ",
             "moi": "vous", "moi-meme": "vous-même"},
}  # fmt: skip
_CLITICS = frozenset({"ne", "n'", "l'", "le", "la", "les", "y", "en", "lui", "leur", "me", "m'"})
_QUOTES = re.compile(r"[«»“”\"‘:;?!…()]|\.\.\.|'\w+'")
_VOWELS = "aeiouyh"


@dataclass(frozen=True, slots=True)
class Turner:
    """Turns sentences of one language, towards one form of address."""

    language: Language
    address: Address
    data: Mapping[str, Any]

    @classmethod
    def of(cls, language: Language, address: Address) -> Self:
        """The turner of `language`; English has one form of address."""
        text = files("simulator.debrief").joinpath("data/turning.toml").read_text("utf-8")
        return cls(language, address, tomllib.loads(text)[language])

    def turned(self, sentence: str) -> str | None:
        """`sentence`, said of the one who spoke it, to stand inside another; None if in doubt."""
        plain = sentence.strip().rstrip(".").rstrip()
        spans = words(plain)
        tokens = [plain[start:end] for start, end in spans]
        folds = [fold(token) for token in tokens]
        if _QUOTES.search(plain) or not self._is_plain(folds):
            return None
        new = self._english(folds) if self.language == "en" else self._french(tokens, folds)
        if new is None:
            return None
        if new[0] is None:
            new[0] = tokens[0][:1].lower() + tokens[0][1:]
        return _rejoined(plain, spans, new)

    def _is_plain(self, folds: Sequence[str]) -> bool:
        if not LEAST <= len(folds) <= MOST or folds[0] not in self.data["openers"]:
            return False
        said = f" {' '.join(folds)} "
        return not any(f" {one} " in said for one in self.data["refuse"])

    def _english(self, folds: Sequence[str]) -> list[str | None] | None:
        changed: Mapping[str, str] = self.data["words"]
        after: Mapping[str, str] = self.data["after"]
        new: list[str | None] = []
        for place, word in enumerate(folds):
            is_verb = place > 0 and folds[place - 1] == "i" and word in after
            new.append(after[word] if is_verb else changed.get(word))
        return new if any(new) else None

    def _french(self, tokens: Sequence[str], folds: Sequence[str]) -> list[str | None] | None:
        own = _PAIR[self.address]
        new: list[str | None] = [own.get(word) for word in folds]
        if any(word.endswith(("-je", "-moi")) or _is_order(word) for word in folds):
            return None
        for place, word in enumerate(folds):
            if word not in {"je", "j'"}:
                continue
            verb = _after_clitics(folds, place + 1)
            if verb is None or (form := self._conjugated(tokens[verb].lower())) is None:
                return None
            new[place] = f"{self.address} " if word == "j'" else self.address
            new[verb] = form
            if not _elides(new, folds, verb, form):
                return None
        return new if any(new) else None

    def _conjugated(self, verb: str) -> str | None:
        known: Mapping[str, Sequence[str]] = self.data["verbs"]
        which = 0 if self.address == "tu" else 1
        if fold(verb) in known:
            return known[fold(verb)][which]
        if verb.endswith("rai") and len(verb) > 4:
            return f"{verb[:-1]}s" if which == 0 else f"{verb[:-2]}ez"
        if verb.endswith("ais") and len(verb) > 4:
            return verb if which == 0 else f"{verb[:-3]}iez"
        if verb.endswith("e") and len(verb) > 3:
            return f"{verb}s" if which == 0 else f"{verb[:-1]}ez"
        return None


def statements(text: str) -> tuple[str, ...]:
    """The sentences of `text` that end in a full stop."""
    spoken = (text[start:end] for start, end in sentences(text))
    return tuple(one for one in spoken if one.endswith("."))


def _is_order(folded: str) -> bool:
    """Whether a verb is said to somebody: with no « vous » before it, that is an order."""
    if folded in {"faites", "dites", "soyez"}:
        return True
    return folded.endswith("ez") and folded not in {"chez", "assez", "nez", "rez"}


def _after_clitics(folds: Sequence[str], place: int) -> int | None:
    while place < len(folds) and folds[place] in _CLITICS:
        place += 1
    return place if place < len(folds) else None


def _elides(new: list[str | None], folds: Sequence[str], verb: int, form: str) -> bool:
    """Fit an elided or full particle before a verb whose first letter has changed."""
    before = verb - 1
    starts_open = fold(form)[:1] in _VOWELS
    if folds[before] == "ne" and starts_open:
        new[before] = "n’"
    if new[before] == "te" and starts_open:
        new[before] = "t’"
    return folds[before] not in {"n'", "l'", "m'"} or starts_open


def _rejoined(plain: str, spans: Sequence[tuple[int, int]], new: Sequence[str | None]) -> str:
    parts: list[str] = []
    end = 0
    for (start, stop), word in zip(spans, new, strict=True):
        parts.append(plain[end:start])
        parts.append(plain[start:stop] if word is None else word)
        end = stop
    text = "".join((*parts, plain[end:]))
    return re.sub(r"(?<=[nt]’) ", "", re.sub(r" {2,}", " ", text))
