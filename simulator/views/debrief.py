"""The debrief as a page: sections of plain lines, in the reader's language, for every front end.

The screen, the plain mode, text, Markdown and HTML all render this one page, so that none of them
says more or less than the others. A line knows what it is (a point, a quote, a note), never how
it looks. What was said stays as it was said; only the words around it are worded here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.i18n import Translator
from simulator.views import debrief_parts as parts
from simulator.views.debrief_parts import Line

__all__ = ["Line", "Page", "Section", "page"]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page, with a stable id."""

    id: str
    title: str
    items: tuple[Line, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The section as plain lines: points with a dash, what belongs to them set in."""
        return tuple(_MARKS[line.kind] + line.text for line in self.items)


@dataclass(frozen=True, slots=True)
class Page:
    """One copy of a debrief, worded."""

    title: str
    standing: str
    """What it is, and whether it is a draft."""
    sections: tuple[Section, ...]


_MARKS: dict[Literal["text", "point", "quote", "note"], str] = {
    "text": "",
    "point": "- ",
    "quote": "    ",
    "note": "  ",
}


def page(debrief: Debrief, t: Translator) -> Page:
    """The page of one copy; sections that have nothing to say are left out."""
    built = ((name, tuple(lines)) for name, lines in _sections(debrief, t))
    return Page(
        title=t("debrief.title", title=debrief.title),
        standing=t(f"debrief.copy.{debrief.audience}"),
        sections=tuple(
            Section(name, t(f"debrief.section.{name}"), lines) for name, lines in built if lines
        ),
    )


def _sections(debrief: Debrief, t: Translator) -> Iterator[tuple[str, Iterable[Line]]]:
    yield "how-it-ended", parts.ended(debrief, t)
    yield "own-words", parts.own_words(debrief, t)
    yield "keep", parts.keep(debrief, t)
    yield "try", parts.tries(debrief, t)
    yield "criteria", parts.criteria(debrief, t)
    yield "cues", parts.cues(debrief, t)
    yield "marks", parts.marks(debrief, t)
    yield "moved", parts.moved(debrief, t)
    yield "figures", parts.figures(debrief, t)
    yield "hidden", parts.hidden(debrief, t)
    yield "questions", parts.questions(debrief, t)
    yield "resources", parts.resources(debrief, t)
    yield "next", parts.next_steps(debrief, t)
