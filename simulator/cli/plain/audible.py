"""Lines as they are heard: what only the eye understands becomes a pause, or goes.

Nothing that is said is stored in this form. Control characters never pass; signs that a screen
reader spells out or skips (rules, boxes, arrows, bullets, columns of spaces) give way to a comma
or a space. An empty line says nothing and is left out.
"""

import re
from collections.abc import Iterator

from simulator.i18n import Translator
from simulator.text import clean

_PAUSES = re.compile(r"[\s\u00a0]*[·→⇒➔←↔↑↓\u2190-\u21ff\u27f0-\u27ff\u2b00-\u2bff]+[\s\u00a0]*")
_DRAWN = re.compile(r"[•‣◦⁃∙\u2500-\u25ff\u2800-\u28ff]+")
_POINT = re.compile(r"^\s*(?:[-*–—]\s+)+")
_BLANKS = re.compile(r"[ \t]+")
_MINUTES = re.compile(r"(?<=\d)([ \u00a0\u202f])min\b")
_BOTH = re.compile(r"(\w+)·(\w+)(?:·(s))?")
_COMMAND = re.compile(
    r"(?P<before>.*?)(?P<colon>[\s\u202f]*:)?\s*\bsimulator "
    r"(?:practice|reflect|debrief|review|afterwards|share|ways) (?P<rest>\S.*)"
)
_TURN = re.compile(r"--from \w+:(\d+)$")
_ID = re.compile(r"\s*\[[0-9a-z]{10}\]")
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


def uncommanded(line: str, t: Translator) -> str:
    """A line of a page without the command at its end, which the plain mode offers as a choice.

    Where the command takes a turn up again, the turn is said instead.
    """
    line = _ID.sub("", line)
    found = _COMMAND.fullmatch(line)
    if found is None:
        return line
    if found["colon"] is None:
        return found["before"]
    if turn := _TURN.fullmatch(found["rest"]):
        return f"{found['before']}{found['colon']} {t('cli.plain.turn', turn=turn[1])}"
    return f"{found['before']}."
