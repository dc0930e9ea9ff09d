"""The keys: every command with its key, place by place; a new one is struck, and taken or refused."""

from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui import choosing
from simulator.tui.asking import asks
from simulator.tui.commands import Command, bindings, display
from simulator.tui.keymap import Keymap, Place, place_name, reason
from simulator.tui.places import every_place
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.settings_press import PressScreen
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar

CAPS, WORD = {True: 12, False: 18}, 16
"""Columns of keys, where there is little room or not, and of their word."""


class KeysScreen(LocalisedScreen[None]):
    """One list, place by place; what was chosen is marked as one's own."""

    ABOUT = "tui.help.keys"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("keys.change", "enter", first=True),
        Command("keys.reset", "r"),
        Command("keys.reset-all", "a"),
        Command("keys.back", "escape", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    KeysScreen {
        #list { height: 1fr; padding: 0 2; }
        OptionList { height: 1fr; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[Place, ...] = ()
        self._keymap = Keymap(())

    def compose(self) -> ComposeResult:
        yield Heading(self.t("tui.keys.heading"))
        with Vertical(id="list"):
            yield OptionList(id="commands")
        yield KeyBar()

    def on_mount(self) -> None:
        self._places = every_place(self.simulator.OFFERS)
        self.fill()
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        if self._places:
            self.fill()

    async def relabel(self) -> None:
        """Say the list again in the language of now, at the same line."""
        marked = self._marked
        await self.recompose()
        self.fill(marked)
        self.query_one(OptionList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key has something to do on the line of the moment."""
        match action:
            case "reset":
                return self._keymap.is_chosen(self._marked)
            case "reset_all":
                return bool(self._keymap.chosen)
            case _:
                return True

    def fill(self, marked: str = "") -> None:
        """Show the keys as they are now, unless the list is just being drawn anew."""
        if not self.query(OptionList):
            return
        marked = marked or self._marked
        self._keymap, _ = Keymap.of(self._places, self.simulator.house.settings.keys)
        commands = sorted(filter(self._is_listed, self._keymap.commands.values()), key=_order)
        options: list[Option] = []
        for place, some in groupby(commands, key=lambda one: place_name(one, self.t)):
            heading = place[:1].upper() + place[1:]
            options.append(Option(Content.styled(heading, "bold $primary"), disabled=True))
            options += [self._option(one) for one in some]
        found = self.query_one(OptionList)
        found.set_options(options)
        names = [one.id for one in options]
        found.highlighted = names.index(marked) if marked in names else 1
        self.refresh_bindings()

    def _is_listed(self, command: Command) -> bool:
        """Going back is the same everywhere: it is listed only where somebody chose otherwise."""
        is_usual = command.name == "back" or not command.is_listed
        return not is_usual or self._keymap.is_chosen(command.id)

    def _option(self, command: Command) -> Option:
        caps = " ".join(display(one, self.t) for one in self._keymap.keys_of(command.id))
        mine = f"  ({self.t('tui.keys.yours')})" if self._keymap.is_chosen(command.id) else ""
        width = CAPS[self.has_class("-narrow")]
        cut = caps if len(caps) < width else f"{caps[: width - 2]}…"
        words = Content.assemble(
            (f"  {cut:<{width}}", "bold"),
            f"{self.t(f'tui.key.{command.name}'):<{WORD}}",
            (f"{self._does(command)}{mine}", "$text-muted"),
        )
        return Option(words, id=command.id)

    def _does(self, command: Command) -> str:
        wording = f"tui.does.{command.name}"
        return self.t(wording)

    @property
    def _marked(self) -> str:
        found = [one.highlighted_option for one in self.query(OptionList)]
        return next((one.id or "" for one in found if one is not None), "")

    @on(OptionList.OptionHighlighted)
    def look(self) -> None:
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    @asks
    async def action_change(self) -> None:
        """Take another key for the command that is highlighted."""
        command = self._keymap.commands.get(self._marked)
        if command is None:
            return
        screen = PressScreen(
            lambda: self._does(command), lambda key: self._why_not(command.id, key)
        )
        key = await self.app.push_screen_wait(screen)
        if key is not None:
            await self._choose(command, key)

    @asks
    async def action_reset(self) -> None:
        """Give the command that is highlighted the key it came with."""
        command = self._keymap.commands[self._marked]
        why = self._why_not(command.id, "")
        if why:
            self.notify(why, severity="warning", markup=False)
        else:
            await self._choose(command, "")

    @asks
    async def action_reset_all(self) -> None:
        """Give every command the key it came with."""
        if await choosing.drop(self.simulator, "keys"):
            self.fill()
            self.query_one(Heading).say(self.t("tui.keys.all-back"))

    async def _choose(self, command: Command, keys: str) -> None:
        name = f"keys.{command.id}"
        remapped = self._keymap.remapped(command.id, keys)
        kept = remapped.chosen.get(command.id)
        if await choosing.keep(self.simulator, name, kept):
            self.fill(command.id)
            caps = " ".join(display(one, self.t) for one in self._keymap.keys_of(command.id))
            word = self.t(f"tui.key.{command.name}")
            self.query_one(Heading).say(self.t("tui.keys.kept", key=caps, word=word))

    def _why_not(self, command: str, keys: str) -> str:
        """Why the command cannot have the keys, in words; empty where it can."""
        found = self._keymap.refusal(command, keys)
        return reason(found, self._keymap, self.t) if found is not None else ""

    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


FIRST = ("app", "library", "briefing", "practice", "composer", "reflection", "debrief")
"""Places in the order in which one comes to them; the others follow."""


def _order(command: Command) -> tuple[int, str]:
    known = command.place in FIRST
    return (FIRST.index(command.place) if known else len(FIRST), command.place)
