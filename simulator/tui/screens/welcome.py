"""The welcome: the first thing ever seen, and one key to begin.

It says what this is, that the partner is a program, and where words are kept; it asks for nothing.
What it needs is the head of one scenario, so that it is there at once.
"""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from simulator.config import OFFLINE
from simulator.tui.commands import Command, bindings, display
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.choices import MUTED, TwoEnds
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose
from simulator.tui.widgets.shelves import Shelves
from simulator.views.shelf import gentlest
from simulator.views.words import one_line

LANGUAGES = {"en": ("English", ""), "fr": ("Français", "")}
"""Each by its own name, whoever reads it."""


class WelcomeScreen(LocalisedScreen[bool]):
    """Returns whether a first practice is to begin; all scenarios are shown otherwise."""

    CSS_PATH = "welcome.tcss"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("welcome.all", "a,escape"),
        Command("welcome.language", "l", "app.language"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def compose(self) -> ComposeResult:
        t = self.t
        with Horizontal(id="languages"):
            yield Label(Content(t("tui.library.product")), id="product")
            yield Shelves()
        with VerticalScroll(id="page", can_focus=False):
            yield Prose([Block("heading", t("tui.welcome.title"))], id="title")
            yield Prose([Block("text", t("tui.welcome.partner"))])
            yield Prose([Block("text", self._kept())], classes="muted")
            scene = self._scene()
            yield Prose(scene, id="scene")
            yield OptionList(*self._ways(can_begin=bool(scene)), markup=False)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(Shelves).tell(
            LANGUAGES, self.simulator.house.settings.language, self.cap("welcome.language")
        )
        self.query_one(OptionList).focus()

    async def relabel(self) -> None:
        """Say everything again, in the language of now."""
        marked = self.query_one(OptionList).highlighted
        await self.recompose()
        self.on_mount()
        self.query_one(OptionList).highlighted = marked

    @on(Shelves.Chosen)
    async def speak(self, event: Shelves.Chosen) -> None:
        if event.name != self.simulator.house.settings.language:
            await self.simulator.action_language()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id == "begin")

    def action_all(self) -> None:
        """Show all scenarios."""
        self.dismiss(False)

    def _kept(self) -> str:
        """Where words are kept, and that none leaves; where an LLM is set, that one is asked first."""
        house = self.simulator.house
        settings = house.settings
        names = {settings.actor, settings.reader, settings.judge, settings.coach}
        wording = "tui.welcome.kept" if names <= {OFFLINE, ""} else "tui.welcome.asked"
        return self.t(wording, where=_short(house.home))

    def _scene(self) -> list[Block]:
        """The scenario to begin with, in the words of its file."""
        house = self.simulator.house
        card = gentlest(house.cards(), house.settings.language)
        if card is None:
            return []
        minutes = self.t("views.minutes", minutes=card.minutes)
        first = self.t("tui.welcome.first", title=one_line(card.title), minutes=minutes)
        return [Block("heading", first), Block("text", one_line(card.summary))]

    def _ways(self, *, can_begin: bool) -> list[Option]:
        """Beginning, where there is something to begin with, and all scenarios."""
        enter, every = display("enter", self.t), self.cap("welcome.all")
        ways = {"begin": enter, "all": every} if can_begin else {"all": enter}
        return [
            Option(
                TwoEnds(
                    Content(self.t(f"tui.welcome.{way}")),
                    Content.styled(cap, MUTED),
                ),
                id=way,
            )
            for way, cap in ways.items()
        ]


def _short(path: Path) -> str:
    """`path` as people write it, `~` for their home."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
