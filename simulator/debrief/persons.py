"""Persons: whom a sentence speaks of, told by its pronouns alone.

It says nothing of what is meant, and knows the two languages that a debrief is written in.
"""

import re

from simulator.reading.moves import Language
from simulator.text import fold, words

_OWN: dict[Language, frozenset[str]] = {
    "en": frozenset({"i", "i'm", "i've", "i'd", "i'll", "my", "me", "mine", "myself"}),
    "fr": frozenset({"je", "j", "moi", "me", "m", "mon", "ma", "mes", "mien", "mienne"}),
}
_OTHER: dict[Language, frozenset[str]] = {
    "en": frozenset({"you", "your", "you're", "you've", "you'd", "you'll", "yours", "yourself"}),
    "fr": frozenset(
        {"tu", "te", "t", "toi", "ton", "ta", "tes", "vous", "votre", "vos", "tien", "votres"}
    ),
}
_BOTH: dict[Language, frozenset[str]] = {
    "en": frozenset({"we", "we're", "we've", "we'd", "we'll", "us", "our", "both", "let's"}),
    "fr": frozenset({"nous", "on", "notre", "nos", "ensemble", "deux"}),
}
_LIKENS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:me too|i too|i also|so (?:am|was|did|have) i|my own|myself|when i was|i once"
        r"|same (?:thing )?(?:here|for me|happened)|i know (?:the|that) feeling)\b|\btoo\b[.! ]*$"
    ),
    "fr": re.compile(
        r"\b(?:moi aussi|moi non plus|moi-meme|(?:mon|ma|mes) propres?|quand j'(?:etais|avais)"
        r"|pareil pour moi|j'ai (?:deja )?(?:connu|vecu)|moi,? j'(?:etais|ai|avais))\b"
    ),
}


def is_of_self(text: str, language: Language) -> bool:
    """Whether it speaks of the speaker."""
    return not _OWN[language].isdisjoint(_forms(text, language))


def is_of_other(text: str, language: Language) -> bool:
    """Whether it speaks of, or to, the one who listens."""
    return not _OTHER[language].isdisjoint(_forms(text, language))


def is_of_both(text: str, language: Language) -> bool:
    """Whether it speaks of the two together."""
    return not _BOTH[language].isdisjoint(_forms(text, language))


def likens(text: str, language: Language) -> bool:
    """Whether it sets something of the speaker's own beside what the other has told."""
    return _LIKENS[language].search(fold(text)) is not None


def _forms(text: str, language: Language) -> frozenset[str]:
    plain = fold(text)
    said = (plain[start:end] for start, end in words(plain))
    if language == "fr":
        return frozenset(part for one in said for part in one.split("'"))
    return frozenset(said)
