"""Forgetting a session: what goes, what stays, and a question whose first answer changes nothing."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.views.shelf import ShelfSession


class ForgettingScreen(ModalScreen[bool], LocalisedScreen[bool]):
    """Returns whether the session is to be deleted; Escape keeps it."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("forgetting.back", "escape", "keep"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, session: ShelfSession) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        one = self._session
        text = self.t("tui.forgetting.text", title=one.title, when=one.when, lines=one.length)
        answers = [
            Option(Content(self.t("tui.forgetting.keep")), id="keep"),
            Option(Content(self.t("tui.forgetting.forget")), id="forget"),
        ]
        yield Dialog(self.t("tui.forgetting.title"), text, OptionList(*answers, id="answers"))

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id == "forget")

    def action_keep(self) -> None:
        """Back without deleting anything."""
        self.dismiss(False)
