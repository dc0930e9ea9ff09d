"""The library: what can be rehearsed, what was rehearsed before, and one key to begin.

It opens with what can be rehearsed; what was rehearsed comes when it has been read, in a thread.
What is typed into the filter, which list is in front, how it is grouped and what is marked stay as
they are when the lists are read again and when the language changes.
"""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, OptionList

from simulator.tui.commands import Command, bindings
from simulator.tui.journeys import arrival
from simulator.tui.lookups import read, scenarios
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import GAP, Block, Prose, sections
from simulator.tui.widgets.shelves import Shelves
from simulator.views.library import FRONTS, LibraryView, described
from simulator.views.rows import Row
from simulator.views.shelf import ShelfSession


class LibraryScreen(LocalisedScreen[None]):
    """Two lists, one of them in front; the marked row is described beside or under it."""

    CSS_PATH = "library.tcss"
    ABOUT = "tui.help.library"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("library.open", "enter", first=True),
        Command("library.filter", "slash"),
        Command("library.clear", "escape"),
        Command("library.turn", "tab", is_shown=False, first=True),
        Command("library.read", "r"),
        Command("library.forget", "x,delete"),
        Command("library.search", "s", "app.search"),
        Command("library.progress", "p", "app.progress"),
        Command("library.desk", "d", "app.desk"),
        Command("library.settings", "comma,f10", "app.settings"),
        Command("library.group", "g"),
        Command("library.language", "l", "app.language", is_shown=False),
        Command("library.down", "down", "move(1)", is_shown=False, is_listed=False),
        Command("library.up", "up", "move(-1)", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self) -> None:
        super().__init__()
        self._view = LibraryView()
        self._first: Row | None = None
        """What was marked when the library opened."""

    def compose(self) -> ComposeResult:
        yield Heading(self.t("tui.library.title"), self.t("tui.library.product"))
        with Horizontal(id="top"):
            yield Shelves()
            yield Field(placeholder=self.t("tui.library.filter"), id="filter")
        with Vertical(id="lists"):
            yield Prose(id="nothing")
            for name in FRONTS:
                yield Choices(id=name)
        with VerticalScroll(id="detail", can_focus=False):
            yield Prose(id="description")
        yield KeyBar()

    def on_mount(self) -> None:
        self._choices.focus()
        with self.simulator.telling():
            self._view = self._view.opened(scenarios(self.simulator.house))
            self._tell()
        self._first = self._choices.marked
        self.run_worker(self.look_again(), group="looking")

    @property
    def _choices(self) -> Choices:
        """The list in front."""
        return self.query_one(f"#{self._view.front}", Choices)

    @property
    def _filter(self) -> Field:
        return self.query_one("#filter", Field)

    @property
    def _session(self) -> ShelfSession | None:
        """The session that is marked."""
        row = self._choices.marked if self.is_mounted else None
        return row.of if row is not None and isinstance(row.of, ShelfSession) else None

    async def look_again(self) -> None:
        """Read the lists again, in a thread, and show them."""
        house = self.simulator.house
        found, trouble = await self.simulator.aside(partial(read, house))
        if trouble is not None:
            self.simulator.tell(trouble)
        is_meant = house.settings.language == self.simulator.house.settings.language
        if is_meant and self.is_there:
            is_untouched = not self._view.is_read and self._choices.marked == self._first
            self._view = self._view.filled(found)
            self._tell(to_top=is_untouched)

    def point_out(self, session: str) -> None:
        """Mark the row of that session, if it is on the list in front."""
        for choices in self.query(f"#{self._view.front}").results(Choices):
            choices.mark(f"session:{session}")

    async def relabel(self) -> None:
        """Say everything again, in the language of now."""
        self.query_one(Heading).entitle(self.t("tui.library.title"))
        self._filter.placeholder = self.t("tui.library.filter")
        self.refresh_bindings()
        await self.look_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key has something to do at this moment."""
        match action:
            case "clear":
                return self.has_class("-filtered")
            case "filter":
                return not self._filter.has_focus
            case "move":
                return self._filter.has_focus
            case "read" | "forget":
                return self._session is not None
            case _:
                return True

    @on(OptionList.OptionHighlighted)
    def describe(self) -> None:
        """Say beside the list what is known of the marked row."""
        row = self._choices.marked
        title, *texts = described(row.of) if row is not None else ("",)
        told = [Block("heading", title), *(Block("text", text) for text in texts)]
        if not self.has_class("-wide"):
            told = told[not self.has_class("-narrow") :]
        blocks = sections([[one] for one in told]) if self.has_class("-wide") else told
        self.query_one("#description", Prose).say(one for one in blocks if one.text or one == GAP)
        self.refresh_bindings()

    @on(Input.Changed, "#filter")
    def narrow_down(self, event: Input.Changed) -> None:
        self._view = self._view.asked(event.value)
        self._tell(to_top=True)

    @on(OptionList.OptionSelected)
    def choose(self) -> None:
        self.action_open()

    @on(Shelves.Chosen)
    def bring(self, event: Shelves.Chosen) -> None:
        if event.name != self._view.front:
            self.action_turn()

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell)

    def action_open(self) -> None:
        """Prepare the marked scenario, or go on with the marked session."""
        row = self._choices.marked
        if row is None:
            return
        if isinstance(row.of, ShelfSession):
            self.simulator.go_on(row.of.id)
        else:
            self.simulator.prepare(row.of.id)

    def action_filter(self) -> None:
        """Write what to look for among the titles."""
        self.add_class("-filtered")
        self._filter.focus()
        self.refresh_bindings()

    def action_clear(self) -> None:
        """Take away what was written; where nothing was, leave the filter."""
        if self._filter.value:
            self._filter.value = ""
            return
        self.remove_class("-filtered")
        self._choices.focus()
        self.refresh_bindings()

    def action_turn(self) -> None:
        """Bring the other list to the front."""
        self._view = self._view.turned()
        self._tell()
        if not self._filter.has_focus:
            self._choices.focus()
        self.describe()

    def action_group(self) -> None:
        """Put the rows under other headings."""
        self._view = self._view.regrouped()
        self._tell()

    def action_move(self, rows: int) -> None:
        """Mark another row while the filter is being written."""
        choices = self._choices
        choices.action_cursor_down() if rows > 0 else choices.action_cursor_up()

    def action_read(self) -> None:
        """Read the talk of the marked session."""
        if self._session is not None:
            self.simulator.walk(arrival.read(self.simulator, self._session.id))

    def action_forget(self) -> None:
        """Forget the marked session, once that was confirmed."""
        if self._session is not None:
            self.simulator.walk(arrival.forget(self.simulator, self._session))

    def _tell(self, *, to_top: bool = False) -> None:
        """Show the rows as they are meant to be seen now."""
        view, now = self._view, self.simulator.house.clock.now()
        groups = view.rows(self.t, now)
        for name in FRONTS:
            self.query_one(f"#{name}").display = name == view.front
        self._choices.tell(groups, is_narrow=self.has_class("-narrow"), to_top=to_top)
        nothing = self.query_one("#nothing", Prose)
        nothing.display = view.is_read and not groups
        nothing.say([Block("text", view.nothing(self.t))])
        self.query_one(Shelves).tell(
            view.counts(self.t, now, groups), view.front, self.cap("library.turn")
        )
        self.describe()
