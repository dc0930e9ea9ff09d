"""The palette: everything that can be done or opened now, found by a few letters.

It reads the declarations of the screen in front and of the app, so that it never offers what has
nothing to do, and the titles on the shelf. Titles come from files: they are shown as they are.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from simulator.i18n import Translator
from simulator.tui.commands import Command, bindings, display
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.choices import TwoEnds
from simulator.tui.widgets.fields import Field
from simulator.views.finding import find
from simulator.views.shelf import Shelf, shelf

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp

PALETTE = "palette"
"""The one command that leads here."""
MOST = 100
"""Answers that are shown at once."""
FOUND = "bold underline"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to do or to open."""

    title: str
    told: str
    aside: str
    """Its key, or what kind of thing it is."""
    run: Callable[[], Awaitable[object] | None]
    terms: tuple[str, ...] = ()


def commands_of(screen: LocalisedScreen[object], t: Translator) -> Iterator[Entry]:
    """What can be done now on a screen and then everywhere, each thing once, whatever its keys."""
    app = screen.simulator
    active: dict[str | None, ActiveBinding] = {}
    for one in screen.active_bindings.values():
        if one.enabled:
            active.setdefault(one.binding.id, one)
    seen = {PALETTE}
    for command in (*screen.OFFERS, *app.OFFERS):
        if not command.is_listed or command.name in seen:
            continue
        found = active.get(command.id)
        if found is not None:
            cap, node = display(found.binding.key, t), found.node
        elif not command.keys and command.slash and screen.check_action(command.does, ()) is True:
            cap, node = f"/{command.slash}", screen
        else:
            continue
        seen.add(command.name)
        yield _entry(command, cap, node, t)


def titles_of(found: Shelf, app: "SimulatorApp") -> Iterator[Entry]:
    """Scenarios to prepare and sessions to go on with."""
    scenario, session = app.t("tui.palette.scenario"), app.t("tui.palette.session")
    for one in found.scenarios:
        yield Entry(one.title, one.brief, scenario, partial(app.prepare, one.id), one.terms)
    for held in found.sessions:
        yield Entry(held.title, held.when, session, partial(app.go_on, held.id), held.terms)


def answering(entries: Sequence[Entry], query: str) -> list[tuple[Entry, tuple[int, ...]]]:
    """The entries that answer, best first, with the places of the letters found in their titles."""
    found = [(one, find(query, one.title, (one.told, one.aside, *one.terms))) for one in entries]
    answers = [(one, match) for one, match in found if match is not None]
    answers.sort(key=lambda answer: -answer[1].score)
    return [(one, match.letters) for one, match in answers]


class PaletteScreen(ModalScreen[Entry | None], LocalisedScreen[Entry | None]):
    """Returns what was chosen, or None; whoever opened it runs it, on the screen it is meant for."""

    CSS_PATH = "palette.tcss"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("palette.choose", "enter", first=True),
        Command("palette.back", "escape", "close", first=True),
        Command("palette.down", "down", "move(1)", is_shown=False, is_listed=False, first=True),
        Command("palette.up", "up", "move(-1)", is_shown=False, is_listed=False, first=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, offered: Callable[[], Sequence[Entry]]) -> None:
        super().__init__()
        self._offered = offered
        """Everything there is to offer, each time in the language of then."""
        self._entries = tuple(offered())
        self._answers = list(self._entries)

    def compose(self) -> ComposeResult:
        yield Field(placeholder=self.t("tui.palette.ask"), id="query", max_length=80)
        yield OptionList(id="answers")
        yield Static(Content(self.t("tui.palette.none")), id="none")

    def on_mount(self) -> None:
        self.query_one(Field).focus()
        self.find("")

    async def relabel(self) -> None:
        """Offer everything in the language of now; what was written stays."""
        query = self.query_one(Field).value
        self._entries = tuple(self._offered())
        await self.recompose()
        field = self.query_one(Field)
        field.value = query
        field.focus()
        self.find(query)

    @on(Input.Changed)
    def look(self, event: Input.Changed) -> None:
        self.find(event.value)

    def find(self, query: str) -> None:
        """Show what answers, the best first and highlighted."""
        found = answering(self._entries, query)[:MOST]
        self._answers = [one for one, _ in found]
        options = self.query_one(OptionList)
        options.set_options([_option(one, letters) for one, letters in found])
        options.highlighted = 0 if found else None
        self.set_class(not found, "-none")

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Run what is highlighted."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(self._answers[place])

    def action_move(self, by: int) -> None:
        """Highlight the answer above or below, while one goes on writing."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_close(self) -> None:
        """Back without doing anything."""
        self.dismiss(None)


def entries_of(screen: LocalisedScreen[object], *, with_titles: bool) -> tuple[Entry, ...]:
    """Everything that the palette offers over a screen."""
    app, t = screen.simulator, screen.t
    found = shelf(app.house, t) if with_titles else Shelf()
    return (*commands_of(screen, t), *titles_of(found, app))


def _entry(command: Command, cap: str, node: DOMNode, t: Translator) -> Entry:
    run = partial(node.app.run_action, command.does, node)
    return Entry(t(f"tui.key.{command.name}"), t(f"tui.does.{command.name}"), cap, run)


def _option(entry: Entry, letters: tuple[int, ...]) -> Option:
    title = Content(entry.title)
    for letter in letters:
        title = title.stylize(FOUND, letter, letter + 1)
    left = Content.assemble(title, (f"  {entry.told}", "$text-muted"))
    return Option(TwoEnds(left, Content.styled(entry.aside, "$text-muted")))
