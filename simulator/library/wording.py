"""Rules about how lines are worded: placeholders, length, markup, and tu or vous.

A line is said aloud, so it is short, plain, and in one register. What a quotation holds in its
marks is somebody else's speech and is not held against the register.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from simulator.library.diagnostics import Diagnostic, error, warning
from simulator.library.lines import Line, every_text
from simulator.library.yamlfile import Document
from simulator.text import fold, words

LONGEST_LINE = 45
"""Words; people say about 17 at a time in such talks."""
PLACEHOLDERS = ("{mentee}", "{persona}")
_BRACED = re.compile(r"\{[^{}\n]{0,40}\}|[{}]")
_MARKUP = ("#", "- ", "* ", "```", "|", ">")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_TU = re.compile(r"\b(?:tu|toi|tes|te)\b|\bt'(?=[a-z])")
_VOUS = re.compile(
    r"(?<!rendez-)(?<!rendez )\b(?:vous|votre|vos|votres)\b(?! (?:deux|tous|autres))"
)


def check_texts(document: Document) -> Iterator[Diagnostic]:
    """Rules for every text of a file, whatever it is for."""
    for trail, text in every_text(dict(document.data)):
        if not text:
            yield error(document.place(trail), "empty-text", key=_named(trail))
        for found in _BRACED.finditer(text):
            if found.group() not in PLACEHOLDERS:
                place = document.place(trail)
                yield error(place, "unknown-placeholder", value=found.group())


def check_lines(lines: Iterable[Line], document: Document) -> Iterator[Diagnostic]:
    """Rules for what the persona says."""
    for line in lines:
        place = document.place(line.trail)
        length = len(words(line.text))
        if length > LONGEST_LINE:
            yield warning(place, "line-too-long", words=length, most=LONGEST_LINE)
        if any(part.lstrip().startswith(_MARKUP) for part in line.text.splitlines()):
            yield warning(place, "line-looks-like-markup", text=line.text)


def check_register(
    lines: Iterable[Line], document: Document, register: Literal["tu", "vous"]
) -> Iterator[Diagnostic]:
    """French lines that address the mentee otherwise than the scenario declares."""
    other = _TU if register == "vous" else _VOUS
    for line in lines:
        if found := other.search(_own_words(line.text)):
            place = document.place(line.trail)
            yield warning(place, "register-mixed", word=found.group(), register=register)


def check_one_register(lines: Iterable[Line], document: Document) -> Iterator[Diagnostic]:
    """French lines of one person, of which some say tu and some vous."""
    every = tuple(lines)
    tu = [line for line in every if _TU.search(_own_words(line.text))]
    vous = [line for line in every if _VOUS.search(_own_words(line.text))]
    if tu and vous:
        register: Literal["tu", "vous"] = "tu" if len(tu) > len(vous) else "vous"
        yield from check_register(every, document, register)


def _own_words(text: str) -> str:
    return fold(_QUOTED.sub(" ", text))


def _named(trail: Iterable[str | int]) -> str:
    return ".".join(str(step) for step in trail)
