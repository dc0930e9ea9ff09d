"""The library: what can be rehearsed, what was rehearsed before, and one key to begin."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose, sections
from simulator.views.shelf import Shelf, ShelfScenario, ShelfSession, shelf


class LibraryScreen(LocalisedScreen[None]):
    """Scenarios above, earlier sessions below, the chosen one described beside or under them.

    On the first run, before there is any session, it says what this is instead.
    """

    CSS_PATH = "library.tcss"
    OFFERS: ClassVar[tuple[Command, ...]] = (Command("library.language", "l", "app.language"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, found: Shelf, home: Path) -> None:
        super().__init__()
        self._shelf = found
        self._home = home

    def compose(self) -> ComposeResult:
        yield Heading(self.t("tui.library.title"), self.t("tui.library.product"))
        with Vertical(id="lists"):
            with Vertical(id="welcome"):
                kept = self.t("tui.library.kept", where=_short(self._home))
                yield Prose([Block("text", self.t("tui.library.partner")), Block("text", kept)])
                yield Prose([Block("text", self.t("tui.library.start"))], id="start")
            yield OptionList(id="scenarios")
            yield Label(Content(self.t("tui.library.sessions")), classes="list-title", id="before")
            yield OptionList(id="sessions")
        with VerticalScroll(id="detail", can_focus=False):
            yield Prose(id="description")
        yield KeyBar()

    def on_mount(self) -> None:
        self.fill(self._shelf)
        self.query_one("#scenarios", OptionList).focus()

    def fill(self, found: Shelf) -> None:
        """Show another state of the shelf; what was highlighted stays so."""
        self._shelf = found
        self.set_class(not found.sessions, "-first")
        _fill(self.query_one("#scenarios", OptionList), list(_by_kind(found.scenarios)))
        _fill(self.query_one("#sessions", OptionList), [_session(one) for one in found.sessions])
        self._describe(self.query_one("#scenarios", OptionList))

    async def relabel(self) -> None:
        """Say everything again, in the language of now."""
        marked = self.query_one("#scenarios", OptionList).highlighted
        await self.recompose()
        self.fill(shelf(self.simulator.house, self.t))
        scenarios = self.query_one("#scenarios", OptionList)
        scenarios.highlighted = marked
        scenarios.focus()

    @on(OptionList.OptionHighlighted)
    def describe(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_list.has_focus:
            self._describe(event.option_list)

    def on_descendant_focus(self) -> None:
        if isinstance(self.focused, OptionList):
            self._describe(self.focused)

    @on(OptionList.OptionSelected, "#scenarios")
    def open_scenario(self, event: OptionList.OptionSelected) -> None:
        self.simulator.prepare(event.option.id or "")

    @on(OptionList.OptionSelected, "#sessions")
    def open_session(self, event: OptionList.OptionSelected) -> None:
        one = self._shelf.session(event.option.id)
        if one is not None:
            self.simulator.go_on(one.id)

    def _describe(self, chosen: OptionList) -> None:
        option = chosen.highlighted_option
        ref = option.id if option else None
        scenario, session = self._shelf.scenario(ref), self._shelf.session(ref)
        parts: tuple[str, ...]
        if session is not None:
            parts = (session.title, session.facts, session.next_step)
        elif scenario is not None:
            told = f"{scenario.skills} {scenario.done}"
            parts = (scenario.title, scenario.summary, told, scenario.facts)
        else:
            return
        title, *texts = parts if self.has_class("-wide") else ("", *parts[1:])
        heading = [Block("heading", title)] if title else []
        blocks = [[Block("text", text)] for text in texts]
        self.query_one("#description", Prose).say(sections([heading, *blocks]))


FACTS = "$foreground 65%"
"""Style of what stands under a title."""


def _by_kind(scenarios: tuple[ShelfScenario, ...]) -> Iterator[Option]:
    """One line a scenario, under the name of its kind."""
    for kind, some in groupby(scenarios, key=lambda one: one.kind):
        yield Option(Content.styled(kind, FACTS), disabled=True)
        for one in some:
            yield Option(Content.assemble(f"  {one.title}", (f"  {one.brief}", FACTS)), id=one.id)


def _session(one: ShelfSession) -> Option:
    return Option(Content.assemble(one.title, (f"\n{one.facts}", FACTS)), id=one.id)


def _fill(options: OptionList, found: list[Option]) -> None:
    marked = options.highlighted or 0
    options.clear_options()
    options.add_options(found)
    if not found:
        options.highlighted = None
        return
    open_to_all = [place for place, one in enumerate(found) if not one.disabled]
    options.highlighted = min(open_to_all, key=lambda place: (place < marked, abs(place - marked)))


def _short(path: Path) -> str:
    """`path` as people write it, `~` for their home."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
