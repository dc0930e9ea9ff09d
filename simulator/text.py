"""Text at the door and under the finger: cleaning, folding, spans, and finding a quote again.

Untrusted text passes `clean` once, where it enters; after that every position in the product is a
code point of the cleaned, NFC text and every span is half-open. Folding is for comparing only and
always knows where each of its characters came from. All functions are pure and take time in
proportion to their input. Nothing here interprets markup or knows a language's vocabulary, but
for the elisions and abbreviations that decide where a word or a sentence ends.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

LIMIT = 20_000
"""Code points kept of any one text, unless the caller says otherwise."""


class Span(NamedTuple):
    """Code points `start` to `end`, the latter excluded."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of `text` that the span covers."""
        return text[self.start : self.end]


class Folded(NamedTuple):
    """Text made comparable; `origin[i]` is the source position of folded character `i`."""

    text: str
    origin: tuple[int, ...]


# Terminals act on these. A string sequence (OSC, DCS, SOS, PM, APC) goes with its payload when it
# is closed; left open it loses its introducer only, so that nothing a person typed is swallowed.
_SEQUENCES = re.compile(
    r"(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])"
    r"(?:[^\x07\x1b\x9c\n\x90\x98\x9d-\x9f]*+(?:\x07|\x1b\\|\x9c))?"
    r"|(?:\x1b\[|\x9b)[0-?]*+[ -/]*+[@-~]?"
    r"|\x1b[ -/]*+[0-~]?"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_JOINERS = frozenset("\u200c\u200d")
_EMOJI_STYLE = "\ufe0f"
_INVISIBLE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
_BLANKS = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0\ufffc"
    + "".join(map(chr, range(0xFE00, 0xFE0F)))
    + "".join(map(chr, range(0xE0100, 0xE01F0)))
)
_MARK = "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
_PILES = re.compile(f"({_MARK}{{8}}){_MARK}+")
_FIRST_JOINING_SCRIPT = 0x0590
"""Latin, Greek and Cyrillic lie below: no letter of theirs is ever joined by a joiner."""


def clean(text: str, *, limit: int = LIMIT) -> str:
    """`text` as NFC, with nothing in it that a terminal acts on or a reader cannot see.

    Kept: letters, digits, punctuation, symbols, spaces, `\\n`, `\\t`, up to eight marks piled on
    a letter, and joiners between characters that they join. At most `limit` code points; cleaning
    twice changes nothing more.
    """
    if text.isascii() and text.isprintable():
        return text[:limit]
    text = _SEQUENCES.sub("", _LINE_ENDS.sub("\n", text))
    text = "".join(char for char in text if _is_kept(char))
    text = unicodedata.normalize("NFC", text)[:limit]
    text = "".join(char for index, char in enumerate(text) if not _is_idle(text, index))
    return _PILES.sub(r"\1", unicodedata.normalize("NFC", text))


@lru_cache(maxsize=4096)
def _is_kept(char: str) -> bool:
    if char in "\n\t" or char in _JOINERS or char in _VISIBLE_FORMATS:
        return True
    return unicodedata.category(char) not in _INVISIBLE_CATEGORIES and char not in _BLANKS


def _is_idle(text: str, index: int) -> bool:
    """Whether the joiner or emoji selector at `index` has nothing to join or to style."""
    char = text[index]
    if char == _EMOJI_STYLE:
        return not index or unicodedata.category(text[index - 1]) not in {"So", "Sm", "Po", "Nd"}
    if char not in _JOINERS:
        return False
    before, after = index - 1, index + 1
    while before >= 0 and unicodedata.category(text[before]) == "Mn":
        before -= 1
    while after < len(text) and unicodedata.category(text[after]) == "Mn":
        after += 1
    return before < 0 or after == len(text) or not (_joins(text[before]) and _joins(text[after]))


def _joins(char: str) -> bool:
    category = unicodedata.category(char)
    if category == "So" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    return category[0] in "LM" and ord(char) >= _FIRST_JOINING_SCRIPT


_STRAIGHT = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u0060\u00b4\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\ufe58\ufe63\uff0d", "-"),
    "\u0153": "oe", "\u0152": "oe", "\u00e6": "ae", "\u00c6": "ae",
    "\u00f8": "o", "\u00d8": "o", "\u0142": "l", "\u0141": "l", "\u0131": "i",
}  # fmt: skip


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    """One character without case, accent or typography; empty for a lone mark."""
    if char in _STRAIGHT:
        return _STRAIGHT[char]
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    kept = "".join(one for one in plain if unicodedata.category(one) != "Mn")
    return "".join(_STRAIGHT.get(one, one) for one in kept)


def folded(text: str) -> Folded:
    """`text` for comparing, with the source position of each of its characters."""
    chars: list[str] = []
    origin: list[int] = []
    for index, source in enumerate(text):
        for char in _fold_char(source):
            if not char.isspace():
                chars.append(char)
            elif chars and chars[-1] != " ":
                chars.append(" ")
            else:
                continue
            origin.append(index)
    if chars and chars[-1] == " ":
        chars.pop()
        origin.pop()
    return Folded("".join(chars), tuple(origin))


def fold(text: str) -> str:
    """`text` without case, accents, typographic signs, and with single spaces inside only."""
    return folded(text).text


# An elided word ends with its apostrophe: « l’idée » is two words, "don't" is one.
_ELISION = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’](?=\w)"
_WORDS = re.compile(
    rf"\b{_ELISION}|\d+(?:[.,\u00a0\u202f]\d+)*+\w*+|\w[\w\u0300-\u036f]*(?:['’\-‑][^\W_]+)*+",
    re.IGNORECASE,
)


def words(text: str) -> list[Span]:
    """The words and numbers of `text`, in order; a hyphenated word is one, an elision is its own."""
    return [Span(*match.span()) for match in _WORDS.finditer(text)]


_STOPS = re.compile(
    r"\n\s*|(?P<mark>[.!?…]++)(?P<close>(?:[ \u00a0\u202f]?»|[\"”’')\]])*+)(?:\s++|\Z)"
)
_TITLES = frozenset({"M", "MM", "Mme", "Mlle", "Mr", "Mrs", "Ms", "Dr", "Pr", "Prof", "St", "Ste"})
_NEVER_LAST = frozenset({"p", "pp", "vs", "cf", "e.g", "i.e", "n°", "p. ex"})
_MID_SENTENCE = frozenset({"etc", "env", "approx", "min", "max", "av", "incl", "a.m", "p.m", "ex"})
_LAST_WORD = re.compile(r"(?:\bp\. ?)?[^\s(«\"“']*$")
_LONGEST_ABBREVIATION = 8


def sentences(text: str) -> list[Span]:
    """The sentences of `text`, in order, without surrounding space; a line break always ends one.

    Decimals, titles ("M. Dupuis"), abbreviations and an ellipsis that goes on in lower case do not
    end one; neither does a question quoted inside: « Vous partez ? » demande-t-elle.
    """
    spans: list[Span] = []
    start = 0
    for match in _STOPS.finditer(text):
        if match["mark"] and _goes_on(text, match):
            continue
        end = match.start() if match["mark"] is None else match.end("close")
        _append_trimmed(spans, text, start, end)
        start = match.end()
    _append_trimmed(spans, text, start, len(text))
    return spans


def _append_trimmed(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _goes_on(text: str, stop: re.Match[str]) -> bool:
    """Whether the sentence continues after this full stop, ellipsis or closed quotation."""
    after = text[stop.end() : stop.end() + 1]
    if not after or "\n" in text[stop.end("close") : stop.end()]:
        return False
    mark: str = stop["mark"]
    if after.islower() and (stop["close"] or mark in {"…", "...", ".."}):
        return True
    if mark != ".":
        return False
    before = _LAST_WORD.search(text[max(0, stop.start() - _LONGEST_ABBREVIATION) : stop.start()])
    word = before[0] if before else ""
    if len(word) == 1 and word.isupper() and word not in "AIY":
        return True
    if word in _TITLES or word.lower() in _NEVER_LAST:
        return True
    return after.islower() and word.lower() in _MID_SENTENCE


def locate(quote: str, text: str) -> Span | None:
    """Where `quote` stands in `text`: as it is written, else as it folds; None if it does not.

    The first place where it is not cut out of a longer word wins over the very first place. What
    the span covers always folds to what the quote folds to.
    """
    if not quote.strip():
        return None
    found = _first(quote, text, text, Span)
    if found is not None:
        return found
    needle, (haystack, origin) = fold(quote), folded(text)
    if not needle:
        return None

    def unfold(start: int, end: int) -> Span | None:
        cuts_head = start > 0 and origin[start - 1] == origin[start]
        cuts_tail = end < len(origin) and origin[end - 1] == origin[end]
        return None if cuts_head or cuts_tail else Span(origin[start], origin[end - 1] + 1)

    return _first(needle, haystack, text, unfold)


def _first(
    needle: str, haystack: str, text: str, to_source: Callable[[int, int], Span | None]
) -> Span | None:
    fallback: Span | None = None
    for start in _occurrences(needle, haystack):
        span = to_source(start, start + len(needle))
        if span is None:
            continue
        if _stands_free(span, text):
            return span
        fallback = fallback or span
    return fallback


def _stands_free(span: Span, text: str) -> bool:
    head = text[max(0, span.start - 1) : span.start + 1]
    tail = text[span.end - 1 : span.end + 1]
    return not (len(head) == 2 and head.isalnum()) and not (len(tail) == 2 and tail.isalnum())


def _occurrences(needle: str, haystack: str) -> Iterator[int]:
    """Every start of `needle`, overlaps included, in linear time (Knuth, Morris, Pratt 1977)."""
    if needle not in haystack:
        return
    back = [0] * len(needle)
    matched = 0
    for index in range(1, len(needle)):
        while matched and needle[index] != needle[matched]:
            matched = back[matched - 1]
        matched += needle[index] == needle[matched]
        back[index] = matched
    matched = 0
    for index, char in enumerate(haystack):
        while matched and (matched == len(needle) or char != needle[matched]):
            matched = back[matched - 1]
        matched += char == needle[matched]
        if matched == len(needle):
            yield index + 1 - matched
