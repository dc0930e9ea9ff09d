"""Before something leaves this machine: what it is, for whom, and yes or no."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.i18n import Translator
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog

Words = Callable[[Translator], Iterable[str]]
"""What is told, in a language."""


class LeavingScreen(ModalScreen[bool], LocalisedScreen[bool]):
    """Whether it was agreed to; Escape, and the first answer, are no.

    Title and answers are in the catalogue: `WORDING.title`, `WORDING.refuse`, `WORDING.agree`.
    """

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("leaving.back", "escape", "refuse"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, wording: str, words: Words) -> None:
        super().__init__()
        self._wording = wording
        self._words = words

    def compose(self) -> ComposeResult:
        answers = [
            Option(Content(self.t(f"{self._wording}.{one}")), id=one) for one in ("refuse", "agree")
        ]
        text = "\n".join(self._words(self.t))
        yield Dialog(self.t(f"{self._wording}.title"), text, OptionList(*answers, id="answers"))

    def on_mount(self) -> None:
        self.query_one(OptionList).focus()

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id == "agree")

    def action_refuse(self) -> None:
        """Nothing leaves."""
        self.dismiss(False)
