"""Lines of text that break where a typographer would let them.

Textual breaks at any white space, the no-break spaces of French included, so that a line may
begin with a semicolon. Here those spaces are out of its sight while it wraps.
"""

from textual.content import Content

_HIDDEN = {0x00A0: "\ue000", 0x202F: "\ue001"}
"""Private characters, which no text that passed the door can hold, one cell wide like the spaces."""
_SHOWN = {ord(private): chr(space) for space, private in _HIDDEN.items()}
TAB = 4


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The lines of `text`, at most `width` cells wide; all but the first begin with `indent`."""
    held = text.expandtabs(TAB).translate(_HIDDEN)
    lines = [line.plain.rstrip() for line in Content(held).wrap(width)]
    if indent and len(lines) > 1:
        rest = held[len(lines[0]) :].lstrip()
        narrower = max(1, width - len(indent))
        lines[1:] = [indent + line.plain.rstrip() for line in Content(rest).wrap(narrower)]
    return [line.translate(_SHOWN) for line in lines]
