"""A language that nobody speaks: every word of the catalogues in Greek letters.

On a screen whose people and scenarios speak Greek too, whatever is left in Latin letters came past
the catalogues. Names of keys are the same in every language.
"""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Literal

from simulator.i18n import Translator

_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_GREEK = "αβψδεφγηιξκλμνοπσρστυωθχυζΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΣΡΣΤΥΩΘΧΥΖ"
_LETTERS = str.maketrans(_LATIN, _GREEK)
_PLACE = re.compile(r"(%\([\w:.+-]+\)s|%%)")
_KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Maj|Shift)\+)*(?:F\d{1,2}|[A-Z])\b|\bCtrl\b")
_PATH = re.compile(r"~?/[\w./-]+")
_CLOCK = re.compile(r"\d\xa0h\xa0\d")
_OWN = frozenset({"English", "Français"})
"""Languages are called what those who speak them call them."""
_WORD = re.compile(r"[A-Za-zÀ-ÿ]*[A-Za-z][A-Za-zÀ-ÿ]*")


def greek(text: str) -> str:
    """`text` without its accents and with its Latin letters exchanged."""
    plain = (one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    return "".join(plain).translate(_LETTERS)


def latin_left(screen: str) -> list[str]:
    """The words of `screen` in Latin letters, but for keys, paths and the languages' own names."""
    for sign in (_PATH, _CLOCK, _KEY):
        screen = sign.sub("", screen)
    return [one for one in _WORD.findall(screen) if one not in _OWN]


class Greek(Translator):
    """The translator of a language that nobody speaks, otherwise as the other."""

    @classmethod
    def of(cls, language: str, *, strict: bool = True) -> "Greek":
        """With the figures and plurals of `language`."""
        other = Translator.of(language, strict=strict)
        return cls(other.language, other._words, strict=strict)

    def _fill(self, words: str, values: Any) -> str:
        parts = _PLACE.split(words)
        kept = "".join(one if _PLACE.fullmatch(one) else greek(one) for one in parts)
        return super()._fill(kept, values)

    def listed(self, items: Iterable[str], joined_by: Literal["and", "or"] = "and") -> str:
        return greek(super().listed(items, joined_by))

    def money(self, amount: float, currency: str) -> str:
        return greek(super().money(amount, currency))

    def date(self, day: date | datetime) -> str:
        return greek(super().date(day))

    def duration(self, seconds: float) -> str:
        return greek(super().duration(seconds))


SPOKEN = frozenset(
    {"title", "role", "situation", "text", "says", "opening", "name", "identity", "note"}
    | {"persona-is", "questions", "ask", "label", "yes-looks-like", "no-looks-like", "limits"}
)
"""The keys of a definition whose values somebody reads."""


def spoken(value: Any, *, is_read: bool = False) -> Any:
    """`value`, a definition or a part of one, with everything that somebody reads in Greek letters."""
    if isinstance(value, dict):
        return {key: spoken(one, is_read=key in SPOKEN) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [spoken(one, is_read=is_read) for one in value]
    return greek(value) if is_read and isinstance(value, str) else value
