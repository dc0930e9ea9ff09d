"""Before an LLM outside this machine is used the first time: who receives what. Returns yes or no."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.commands import Command, bindings
from simulator.tui.held import said_again
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.views.consent import Receiver, consent_lines


class ConsentScreen(ModalScreen[bool], LocalisedScreen[bool]):
    """Nothing is sent unless the second answer is chosen; Escape is the first."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("consent.back", "escape", "refuse"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, receiver: Receiver) -> None:
        super().__init__()
        self._receiver = receiver

    def compose(self) -> ComposeResult:
        options = [
            Option(Content(self.t("tui.consent.refuse")), id="refuse"),
            Option(Content(self.t("tui.consent.agree")), id="agree"),
        ]
        text = "\n".join(consent_lines(self._receiver, self.t))
        yield Dialog(self.t("tui.consent.title"), text, OptionList(*options, id="answers"))

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id == "agree")

    def action_refuse(self) -> None:
        """Back without sending anything."""
        self.dismiss(False)

    async def relabel(self) -> None:
        await said_again(self)
