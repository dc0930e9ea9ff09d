"""Notices lines that are in another language, or in none.

Judged by the short words that every sentence of a language is full of, and by the shape of words
(vowels, keyboard rows). The invariant: a line of the session's language, however misspelt, is left
alone, and so is anything too short to tell. It refuses to name the language of a single line: only
a whole text is told by `likeliest`.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from simulator.reading.tokens import Word
from simulator.text import fold
from simulator.text import words as written_words

_LEAST_WORDS = 4
_LEAST_LETTERS = 5
_LEAST_TOLD = 3
_MOST_TOLD = 20_000
"""Characters of a text by which its language is told."""
_CLEAR_LEAD = 1.5
_VOWELS = frozenset("aeiouy\u0153\u00e6")
_KEYBOARD = re.compile(
    r"(?:asdf|sdfg|dfgh|fghj|ghjk|hjkl|qsdf|jklm|qwer|wert|azer|zert|erty|rtyu|tyui|yuio|uiop"
    r"|zxcv|wxcv|xcvb|cvbn|vbnm|fdsa|lkjh|poiu|trez|ewq|kjhg)"
)
_REPEATED = re.compile(r"(.)\1{3,}|^(..?)\2{2,}$")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{5,}")


def foreign(
    words: Sequence[Word], own: frozenset[str], others: Mapping[str, frozenset[str]]
) -> float:
    """How sure it is, 0 to 1, that the words are of one of the `others`."""
    forms = [word.form for word in words if word.kind == "word"]
    if len(forms) < _LEAST_WORDS:
        return 0.0
    at_home = sum(form in own for form in forms) / len(forms)
    abroad = max(
        sum(form in short and form not in own for form in forms) for short in others.values()
    )
    share = abroad / len(forms)
    if abroad >= 2 and share >= 0.35 and at_home <= share / 2:
        return 0.9
    if abroad >= 3 and share >= 0.25 and at_home <= share / 3:
        return 0.75
    return 0.0


def meaningless(words: Sequence[Word], known: frozenset[str]) -> float:
    """How sure it is, 0 to 1, that there is no word of any language in what was typed."""
    forms = [word.form for word in words if word.kind == "word"]
    too_short = sum(map(len, forms)) < _LEAST_LETTERS
    if too_short or any(word.kind == "figure" for word in words):
        return 0.0
    mashed = sum(form not in known and _is_mashed(form) for form in forms)
    if any(form in known for form in forms) or mashed * 2 <= len(forms):
        return 0.0
    return 0.9 if mashed == len(forms) else 0.7


def _is_mashed(form: str) -> bool:
    """Whether no language would spell a word like this."""
    if not form.isascii() and not any(character in _VOWELS for character in form):
        return False
    if len(form) <= 3:
        return len(form) > 1 and _VOWELS.isdisjoint(form) and not form.isupper()
    if _KEYBOARD.search(form) or _REPEATED.search(form) or _CLUSTER.search(form):
        return True
    return _VOWELS.isdisjoint(form)


def likeliest(text: str, frequent: Mapping[str, frozenset[str]]) -> str | None:
    """The language whose `frequent` words, that no other shares, `text` holds most of.

    None where there are too few of them, or where another language comes near.
    """
    shared = Counter(word for known in frequent.values() for word in known)
    forms = [fold(text[span.start : span.end]) for span in written_words(text[:_MOST_TOLD])]
    ranked = sorted(
        (
            (sum(form in known and shared[form] == 1 for form in forms), language)
            for language, known in frequent.items()
        ),
        reverse=True,
    )
    (most, language), *others = ranked
    next_best = max((count for count, _ in others), default=0)
    return language if most >= _LEAST_TOLD and most >= _CLEAR_LEAD * next_best else None
