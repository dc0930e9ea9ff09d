"""Lines as they are heard: what only the eye understands becomes a pause, or goes.

Nothing that is said is stored in this form. Control characters never pass; signs that a screen
reader spells out or skips (rules, boxes, arrows, bullets, columns of spaces) give way to a comma
or a space. An empty line says nothing and is left out.
"""

import re
from collections.abc import Iterator

from simulator.text import clean

_PAUSES = re.compile(r"[\s\u00a0]*[·→⇒➔←↔↑↓\u2190-\u21ff\u27f0-\u27ff\u2b00-\u2bff]+[\s\u00a0]*")
_DRAWN = re.compile(r"[•‣◦⁃∙\u2500-\u25ff\u2800-\u28ff]+")
_POINT = re.compile(r"^\s*(?:[-*–—]\s+)+")
_BLANKS = re.compile(r"[ \t]+")
_MINUTES = re.compile(r"(?<=\d)([ \u00a0\u202f])min\b")
_BOTH = re.compile(r"(\w+)·(\w+)(?:·(s))?")
_HANGING = re.compile(r"^(?:, )+|(?:, )+$")


def _spelt(found: re.Match[str]) -> str:
    """Both forms of a word that is written for both: « mentor·e » is heard as two words."""
    base, ending, more = found.groups(default="")
    other = f"{base.removesuffix('eur')}{ending}" if ending.startswith("rice") else base + ending
    plural = "s" if more or ending.endswith("s") else ""
    return f"{base}{plural} ou {other}{more}"


def audible(text: str) -> Iterator[str]:
    """The lines of `text`, each fit to be heard; those in which nothing is left are left out."""
    for line in clean(text).splitlines():
        plain = _MINUTES.sub(r"\1minutes", _BOTH.sub(_spelt, _POINT.sub("", line)))
        plain = _DRAWN.sub(" ", _PAUSES.sub(", ", plain))
        if plain := _HANGING.sub("", _BLANKS.sub(" ", plain)).strip():
            yield plain
