"""Lines of text that break where a typographer would let them.

Textual breaks at any white space, the no-break spaces of French included, so that a line may
begin with a semicolon. Here those spaces are out of its sight while it wraps.
"""

import re

from textual.content import Content

_HIDDEN = {0x00A0: "\ue000", 0x202F: "\ue001"}
"""Private characters, which no text that passed the door can hold, one cell wide like the spaces."""
_SHOWN = {ord(private): chr(space) for space, private in _HIDDEN.items()}
TAB = 4
_ODD = re.compile("[^ -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f\u20ac]|  |^ | $")
"""Whatever is not one cell wide, and spaces that are more than a place to break at."""


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The lines of `text`, at most `width` cells wide; all but the first begin with `indent`."""
    plain = None if indent or _ODD.search(text) else _wrapped_plainly(text, width)
    if plain is not None:
        return plain
    held = text.expandtabs(TAB).translate(_HIDDEN)
    lines = [line.plain.rstrip() for line in Content(held).wrap(width)]
    if indent and len(lines) > 1:
        rest = held[len(lines[0]) :].lstrip()
        narrower = max(1, width - len(indent))
        lines[1:] = [indent + line.plain.rstrip() for line in Content(rest).wrap(narrower)]
    return [line.translate(_SHOWN) for line in lines]


def _wrapped_plainly(text: str, width: int) -> list[str] | None:
    """The same lines of a text that breaks at single spaces; None where a word is too long."""
    lines: list[str] = []
    at = 0
    while len(text) - at > width:
        end = text.rfind(" ", at, at + width + 1)
        if end < 0:
            return None
        lines.append(text[at:end])
        at = end + 1
    return [*lines, text[at:]]
