"""The settings: every choice on one page, kept as it is made, with what it means beside or below it."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.config import OFFLINE, Origin, settings_file
from simulator.tui import choosing
from simulator.tui.asking import asks
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.settings_change import changed, forgotten, is_agreed
from simulator.tui.screens.settings_keys import KeysScreen
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose, sections
from simulator.tui.widgets.shelves import Shelves
from simulator.views.settings import LLMS, Held, KeyStatus, SettingRow, settings_page


class SettingsScreen(LocalisedScreen[None]):
    """One list, in sections; what is highlighted is told in full."""

    CSS_PATH = "settings.tcss"
    ABOUT = "tui.help.settings"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("settings.change", "enter", first=True),
        Command("settings.reset", "r"),
        Command("settings.try", "t"),
        Command("settings.back", "escape", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, SettingRow] = {}
        self._keys: dict[str, KeyStatus] = {}
        self._told: dict[str, tuple[str, ...]] = {}
        """What came of trying an LLM, by its setting."""

    def compose(self) -> ComposeResult:
        yield Heading(self.t("tui.settings.heading"), self.t("tui.settings.aside"))
        with Vertical(id="list"):
            yield OptionList(id="settings")
        with VerticalScroll(id="detail", can_focus=False):
            yield Prose(id="about")
        yield KeyBar()

    def on_mount(self) -> None:
        self.fill()
        self.query_one(OptionList).focus()
        self._look_for_keys()

    def on_resize(self) -> None:
        if self._rows:
            self.fill()

    async def relabel(self) -> None:
        """Say the page again in the language of now, at the same line."""
        name = self._marked
        await self.recompose()
        self.fill(name)
        self.query_one(OptionList).focus()

    async def look_again(self) -> None:
        """What is kept of sessions has changed."""
        self.fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key has something to do on the line of the moment."""
        row = self._rows.get(self._marked)
        match action:
            case "try":
                return self._marked in LLMS and bool(self._llm(self._marked))
            case "change" if self._marked == "sessions":
                return self._library is not None
            case "change":
                return self._marked != "home"
            case "reset":
                return row is not None and row.is_kept
            case _:
                return True

    def fill(self, marked: str = "") -> None:
        """Show the settings as they are now; the line that was highlighted stays so.

        While the screen is being drawn anew in another language there is no list: it is filled after.
        """
        if not self.query(OptionList):
            return
        marked = marked or self._marked
        choices = self.simulator.house.choices
        held = Held(
            origins=self._origins(),
            holding=choices.holding(),
            file=settings_file(),
            keys=self._keys,
            is_colourless=self.app.no_color,
        )
        page = settings_page(held, self.t)
        self._rows = {row.name: row for section in page for row in section.rows}
        options: list[Option] = []
        for section in page:
            if options and self.size.height >= ROOMY:
                options.append(Option("", disabled=True))
            options.append(Option(Content.styled(section.title, "bold $primary"), disabled=True))
            options += [_option(row) for row in section.rows]
        found = self.query_one(OptionList)
        found.set_options(options)
        names = [one.id for one in options]
        found.highlighted = names.index(marked) if marked in names else 1
        self._describe()

    @property
    def _library(self) -> LibraryScreen | None:
        """The library, where the settings were opened from it."""
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        return below if isinstance(below, LibraryScreen) else None

    def _origins(self) -> tuple[Origin, ...]:
        """What holds and why; a file that cannot be read is told, and what holds is shown."""
        choices = self.simulator.house.choices
        with self.simulator.telling():
            return choices.origins()
        return choices.in_force()

    @property
    def _marked(self) -> str:
        found = [one.highlighted_option for one in self.query(OptionList)]
        return next((one.id or "" for one in found if one is not None), "")

    def _llm(self, name: str) -> str:
        """The LLM that a setting names; empty where it names none."""
        named = str(getattr(self.simulator.house.settings, name))
        return "" if named == OFFLINE else named

    @on(OptionList.OptionHighlighted)
    def _describe(self) -> None:
        row = self._rows.get(self._marked)
        if row is not None:
            told = [*row.about, *self._told.get(row.name, ())]
            blocks = [[Block("heading", row.title)], *([Block("text", one)] for one in told)]
            for about in self.query("#about").results(Prose):
                about.say(sections(blocks))
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def action_change(self) -> None:
        """Change the line that is highlighted, or go where it leads."""
        row = self._rows.get(self._marked)
        if row is None or not self.check_action("change", ()):
            return
        match row.name:
            case "keys":
                self.app.push_screen(KeysScreen(), lambda _: self.fill())
            case "sessions" if (library := self._library) is not None:
                self.dismiss(None)
                library.post_message(Shelves.Chosen("sessions"))
            case "old":
                self._forget()
            case _:
                self._change(row.name)

    @asks
    async def _change(self, name: str) -> None:
        value = await changed(self.simulator, name)
        if value is not None and await choosing.keep(self.simulator, name, value or None):
            self._said("tui.settings.now", name)

    @asks
    async def action_reset(self) -> None:
        """Put the line back to what holds without a choice."""
        name = self._marked
        if await choosing.drop(self.simulator, name):
            self._said("tui.settings.default", name)

    def _said(self, wording: str, name: str) -> None:
        """Say at the top what was kept."""
        self._told.pop(name, None)
        self.fill(name)
        row = self._rows[name]
        self.query_one(Heading).say(self.t(wording, title=row.title, value=row.value))
        if name in LLMS:
            self._look_for_keys()

    @asks
    async def _forget(self) -> None:
        """Forget what is old, after showing what that is."""
        gone = await forgotten(self.simulator)
        if gone:
            self.query_one(Heading).say(self.t.n("tui.settings.forgotten", gone))
            await self.simulator.refill()
            self.fill("retention_days")

    @work(exclusive=True, group="trying")
    async def action_try(self) -> None:
        """One small call to the LLM of this line, after saying where it goes."""
        setting, name = self._marked, self._llm(self._marked)
        if not await is_agreed(self.simulator, name):
            return
        self._tell(setting, self.t("tui.settings.trying", name=name))
        trial = await self.simulator.house.choices.tried(name)
        self._tell(setting, *trial.lines)

    def _tell(self, setting: str, *lines: str) -> None:
        self._told[setting] = lines
        self._describe()

    @work(thread=True, exclusive=True, group="keys")
    def _look_for_keys(self) -> None:
        """Look where the keys of LLMs are; a keyring may take its time."""
        house = self.simulator.house
        named = {one: str(getattr(house.settings, one)) for one in LLMS}
        found = {one: house.choices.key_of(name) for one, name in named.items() if name}
        self.app.call_from_thread(self._show_keys, found)

    def _show_keys(self, found: dict[str, KeyStatus]) -> None:
        self._keys = found
        if self.is_mounted:
            self.fill()

    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


ROOMY = 30
"""Lines from which on there is a gap between sections."""
TITLE = 24
"""Columns of what a line is about."""


def _option(row: SettingRow) -> Option:
    words = Content.assemble(f"  {row.title:<{TITLE}}", (row.value, "$text-muted"))
    return Option(words, id=row.name)
