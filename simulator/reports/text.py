"""The debrief as plain text: labelled lines, wrapped, for a terminal, a mail or a screen reader."""

import textwrap
from collections.abc import Iterator

from simulator.debrief.draft import Debrief
from simulator.i18n import Translator
from simulator.reports.heading import heading
from simulator.views.debrief import Page, page

WIDTH = 88
"""Columns."""


def text(debrief: Debrief, t: Translator) -> str:
    """The whole page."""
    shown = page(debrief, t)
    return "\n".join(_lines(shown, heading(debrief, t))) + "\n"


def _lines(shown: Page, under: tuple[str, ...]) -> Iterator[str]:
    yield from _wrapped(shown.title)
    for line in (*under, shown.standing):
        yield from _wrapped(line)
    for section in shown.sections:
        yield ""
        yield section.title.upper()
        for line in section.lines:
            yield from _wrapped(line)


def _wrapped(line: str) -> list[str]:
    """`line` within the width; what goes on stands under where it began."""
    margin = " " * (len(line) - len(line.lstrip(" -")))
    return textwrap.wrap(
        line,
        WIDTH,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )
