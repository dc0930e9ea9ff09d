"""A question with a few answers, each one key away: stop, finish, quit."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from simulator.tui.screens.localised import LocalisedScreen


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the id it returns, and the catalogue id of its words."""

    id: str
    words: str


class ChoiceScreen(LocalisedScreen[str], ModalScreen[str]):
    """Shows `<question>.title` and `<question>.text`; returns the id chosen, Escape the first."""

    CSS_PATH = "confirm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "first", "tui.key.back")]

    def __init__(self, question: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._question = question
        self._choices = tuple(choices)

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Label(Content(self.t(f"{self._question}.title")), id="title")
            yield Label(Content(self.t(f"{self._question}.text")), id="text")
            yield OptionList(
                *(Option(Content(self.t(one.words)), id=one.id) for one in self._choices)
            )

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id or self._choices[0].id)

    def action_first(self) -> None:
        """The safe answer."""
        self.dismiss(self._choices[0].id)
