"""The debrief as plain text: labelled lines, wrapped, for a terminal, a mail or a screen reader.

The course of the talk is drawn in rows of bars, each with its label and figures; the plain form
says the same in sentences and draws nothing.
"""

import textwrap
from collections.abc import Iterator

from simulator.debrief.draft import Debrief
from simulator.debrief.next_step import Suggestion
from simulator.i18n import Translator
from simulator.reports.heading import heading
from simulator.views.debrief import Page, Section, page
from simulator.views.debrief_plot import listed, rows

WIDTH = 88
"""Columns."""


def text(
    debrief: Debrief,
    t: Translator,
    *,
    whole: bool = False,
    plain: bool = False,
    suggested: Suggestion | None = None,
) -> str:
    """The page, on demand with all that stands behind it; `plain` draws nothing."""
    shown = page(debrief, t, whole=whole, suggested=suggested)
    lines = list(_lines(shown, heading(debrief, t), t, plain=plain))
    if not whole:
        lines += ["", *_wrapped(t("reports.full", session=debrief.session))]
    return "\n".join(lines) + "\n"


def _lines(shown: Page, under: str, t: Translator, *, plain: bool) -> Iterator[str]:
    yield from _wrapped(shown.title)
    yield from _wrapped(under)
    yield from _wrapped(shown.standing)
    for section in shown.sections:
        yield ""
        yield section.title.upper()
        yield from _drawn(shown, section, t) if not plain else _said(section)


def _said(section: Section) -> Iterator[str]:
    for line in section.lines:
        yield from _wrapped(line)


def _drawn(shown: Page, section: Section, t: Translator) -> Iterator[str]:
    """The section, with the chart in place of the sentences that say what it shows."""
    if section.id != "course" or shown.plot is None:
        yield from _said(section)
        return
    yield from rows(shown.plot, t)
    for line in listed(shown.plot):
        yield from _wrapped(line.text)
    yield from _wrapped(section.items[-1].text)


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
