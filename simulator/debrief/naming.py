"""What the mentee called a thing: a noun phrase of their own, with its determiner.

Only a phrase whose two ends are certain is taken, and none that somebody was quoted with. What
belongs to the other ("your rule") is left out: it would sound different a turn later.
"""

from collections.abc import Mapping

from simulator.reading.moves import Language
from simulator.reading.tokens import quotations
from simulator.text import Span, fold, words

_DETERMINERS: Mapping[Language, frozenset[str]] = {
    "en": frozenset({"the", "a", "an", "my", "our", "this", "that", "these", "those"}),
    "fr": frozenset(
        {
            *("le", "la", "les", "l'", "un", "une", "mon", "ma", "mes", "notre", "nos"),
            *("ce", "cet", "cette", "ces"),
        }
    ),
}
_NEAR = 1
"""Words that may stand between a determiner and the topic's word."""
_NOT_BETWEEN = frozenset({"bit", "lot", "few", "more", "little", "peu", "plus", "petit", "petite"})
_NOT_BEFORE = frozenset({"as", "like", "comme", "que", "than"})
_ENDS: Mapping[Language, frozenset[str]] = {
    "en": frozenset(
        {
            *(
                "and",
                "or",
                "but",
                "to",
                "for",
                "on",
                "at",
                "in",
                "of",
                "by",
                "with",
                "from",
                "about",
            ),
            *(
                "is",
                "was",
                "are",
                "were",
                "because",
                "so",
                "that",
                "when",
                "if",
                "since",
                "without",
            ),
            *(
                "yesterday",
                "today",
                "tomorrow",
                "now",
                "again",
                "too",
                "please",
                "i",
                "you",
                "it",
                "we",
            ),
        }
    ),
    "fr": frozenset(
        {
            *(
                "et",
                "ou",
                "mais",
                "a",
                "au",
                "aux",
                "pour",
                "sur",
                "dans",
                "en",
                "par",
                "avec",
                "sans",
            ),
            *(
                "est",
                "etait",
                "sont",
                "parce",
                "donc",
                "qui",
                "que",
                "qu'",
                "quand",
                "si",
                "depuis",
            ),
            *(
                "hier",
                "aujourd'hui",
                "demain",
                "je",
                "j'",
                "tu",
                "vous",
                "il",
                "elle",
                "on",
                "c'",
                "ca",
            ),
            *("ne", "n'", "devant", "la-dessus", "ici"),
        }
    ),
}
"""Words after which it is certain that the noun phrase was over."""


def noun_phrase(text: str, start: int, end: int, language: Language) -> str | None:
    """The noun phrase that ends with the word at `start`, where its bounds are certain."""
    spans = words(text)
    before = [span for span in spans if span.end <= start]
    after = next((span for span in spans if span.start >= end), None)
    if any(opened < start < closed for opened, closed in quotations(text)):
        return None
    if after is not None and _goes_on(text, end, after, language):
        return None
    for place in range(len(before) - 1, max(-1, len(before) - 2 - _NEAR), -1):
        span = before[place]
        if any(not (char.isalpha() or char in " '’-") for char in text[span.end : start]):
            return None
        if fold(span.of(text)) in _DETERMINERS[language]:
            if place and fold(before[place - 1].of(text)) in _NOT_BEFORE:
                return None
            return f"{span.of(text).lower()}{text[span.end : end]}"
        if fold(span.of(text)) in _NOT_BETWEEN:
            return None
    return None


def _goes_on(text: str, end: int, after: Span, language: Language) -> bool:
    """Whether the next word may still belong to the phrase."""
    is_joined = not text[end : after.start].strip(" ’'-")
    return is_joined and fold(after.of(text)) not in _ENDS[language]


def after_de(thing: str) -> str:
    """A French noun phrase after « de »."""
    for article, joined in (("le ", "du "), ("les ", "des ")):
        if thing.startswith(article):
            return joined + thing.removeprefix(article)
    return f"d’{thing}" if thing.startswith(("un ", "une ")) else f"de {thing}"
