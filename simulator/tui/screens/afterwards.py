"""How the real conversation went: whether the resolution was kept, and the mentee's own words."""

from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.debrief.next_step import Reminder
from simulator.practice.events import RealTalkTold
from simulator.tui.catching_up import caught_up
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Page
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.words import one_line

Kept = Literal["yes", "partly", "no", ""]
ANSWERS: tuple[Kept, ...] = ("", "yes", "partly", "no")
"""The first says nothing of it: who only writes is not taken to have said yes."""


class AfterwardsScreen(ModalScreen[RealTalkTold | None], LocalisedScreen[RealTalkTold | None]):
    """Returns what was told, or None. Nothing of it is ever judged."""

    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("afterwards.keep", "f5", first=True),
        Command("afterwards.back", "escape", "cancel"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    AfterwardsScreen {
        OptionList { height: auto; margin-bottom: 1; }
        Page { height: 5; background: $background; }
        .how { color: $text-muted; margin-top: 1; }
    }
    """

    def __init__(self, due: Reminder, told: RealTalkTold | None = None) -> None:
        """`told` is what was written of it before."""
        super().__init__()
        self._due = due
        self._told = told or RealTalkTold(text="")

    def compose(self) -> ComposeResult:
        made = self._due.made
        options = [Option(Content(self.t(f"tui.afterwards.{one or 'open'}"))) for one in ANSWERS]
        text = self.t("tui.afterwards.text", when=one_line(made.when), then=one_line(made.then))
        yield Dialog(
            self.t("tui.afterwards.title"),
            text,
            OptionList(*options, id="kept"),
            Page(placeholder=self.t("tui.afterwards.words"), id="words"),
            Prose([Block("note", self.t("tui.afterwards.how"))], classes="how"),
        )

    def on_mount(self) -> None:
        kept = self.query_one("#kept", OptionList)
        kept.focus()
        kept.highlighted = ANSWERS.index(self._told.kept)
        self.query_one("#words", Page).text = self._told.text

    @on(OptionList.OptionSelected)
    def write(self) -> None:
        """An answer is chosen; words may follow."""
        self.query_one("#words").focus()

    async def action_keep(self) -> None:
        """Keep the answer and the words."""
        await caught_up(self.focused)
        place = self.query_one("#kept", OptionList).highlighted
        kept: Kept = ANSWERS[place] if place is not None else ""
        self.dismiss(RealTalkTold(text=self.query_one("#words", Page).text, kept=kept))

    def action_cancel(self) -> None:
        """Back without telling anything."""
        self.dismiss(None)
