"""The debrief as one page, with everything else behind it, in the reader's language.

The screen, the plain mode, text, Markdown and HTML all render this one page, so that none of them
says more or less than the others. The page is what a mentor and a mentee talk over; what stands
behind it is for whoever asks why. A line knows what it is (a point, a quote, a note), never how it
looks. What was said stays as it was said; only the words around it are worded here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.debrief.next_step import Suggestion
from simulator.i18n import Translator
from simulator.views import debrief_behind as behind
from simulator.views import debrief_figures as counted
from simulator.views import debrief_front as front
from simulator.views import debrief_ruled as ruled
from simulator.views.debrief_plot import Plot, plot
from simulator.views.debrief_reread import reread
from simulator.views.debrief_words import Line

__all__ = ["Line", "Page", "Section", "page"]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the page, with a stable id."""

    id: str
    title: str
    items: tuple[Line, ...]
    is_behind: bool = False
    """It stands behind the one page, for whoever asks why."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The section as plain lines: points with a dash, what belongs to them set in."""
        return tuple(_MARKS[line.kind] + line.text for line in self.items)


@dataclass(frozen=True, slots=True)
class Page:
    """One copy of a debrief, worded."""

    title: str
    standing: str
    """What it is: a draft, or signed by whom and when."""
    sections: tuple[Section, ...]
    plot: Plot | None = None
    """What the section `course` says in sentences, to be drawn; None where nothing was moved."""


_MARKS: dict[Literal["text", "point", "quote", "note"], str] = {
    "text": "",
    "point": "- ",
    "quote": "    ",
    "note": "  ",
}


def page(
    debrief: Debrief,
    t: Translator,
    *,
    whole: bool = False,
    suggested: Suggestion | None = None,
    in_app: bool = False,
) -> Page:
    """The page of one copy, on demand with all that stands behind it.

    `suggested` is what to practise next, which takes more than this session to know. `in_app`
    names no command of the shell, since what they do is one key away there.

    Sections that have nothing to say are left out.
    """
    built = [
        Section(name, t(f"debrief.section.{name}"), tuple(lines))
        for name, lines in _front(debrief, t, suggested, in_app=in_app)
    ]
    if whole:
        built += [
            Section(name, t(f"debrief.section.{name}"), tuple(lines), is_behind=True)
            for name, lines in _behind(debrief, t)
        ]
    return Page(
        title=t("debrief.title", title=debrief.title),
        standing=ruled.standing(debrief, t),
        sections=tuple(one for one in built if one.items),
        plot=plot(debrief, t),
    )


def _front(
    debrief: Debrief, t: Translator, suggested: Suggestion | None, *, in_app: bool
) -> Iterator[tuple[str, Iterable[Line]]]:
    yield "how-it-ended", front.ended(debrief, t)
    yield "own-words", front.own_words(debrief, t, in_app=in_app)
    yield "keep", front.keep(debrief, t)
    yield "try", front.tries(debrief, t)
    yield "course", front.course(debrief, t)
    yield "mentor", ruled.mentor(debrief, t)
    if debrief.audience == "mentee":
        yield "marks", behind.marks(debrief, t)
    yield "next", front.next_steps(debrief, t, suggested, in_app=in_app)


def _behind(debrief: Debrief, t: Translator) -> Iterator[tuple[str, Iterable[Line]]]:
    yield "answers", behind.answers(debrief, t)
    yield "further", behind.further(debrief, t)
    yield "criteria", behind.criteria(debrief, t)
    yield "cues", behind.cues(debrief, t)
    if debrief.audience == "mentor":
        yield "marks", behind.marks(debrief, t)
    yield "comments", ruled.comments(debrief, t)
    yield "questions", behind.questions(debrief, t)
    yield "moved", behind.moved(debrief, t)
    yield "figures", counted.figures(debrief, t)
    yield "hidden", behind.hidden(debrief, t)
    yield "judged", behind.judged(debrief, t)
    yield "reread", reread(debrief, t)
    yield "hints", behind.hints(debrief, t)
    yield "sources", behind.sources(debrief, t)
    yield "resources", behind.resources(debrief, t)
