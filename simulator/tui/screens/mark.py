"""The mentor's private mark: who sets it, and what for."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from simulator.tui.screens.localised import LocalisedScreen


@dataclass(frozen=True, slots=True)
class Mark:
    """What was written: the mentor's name (declared) and the note, either may be empty."""

    author: str
    note: str


class MarkScreen(LocalisedScreen[Mark | None], ModalScreen[Mark | None]):
    """The scene pauses while this is open. Returns the mark, or None."""

    CSS_PATH = "mark.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", "tui.key.back")]

    def compose(self) -> ComposeResult:
        with Vertical(id="box"):
            yield Label(Content(self.t("tui.mark.title")), id="title")
            yield Label(Content(self.t("tui.mark.text")), id="text")
            yield Input(placeholder=self.t("tui.mark.author"), id="author", max_length=80)
            yield Input(placeholder=self.t("tui.mark.note"), id="note", max_length=400)

    def on_mount(self) -> None:
        author = self.query_one("#author", Input)
        author.value = self.simulator.mentor
        (self.query_one("#note", Input) if author.value else author).focus()

    @on(Input.Submitted, "#author")
    def write_note(self) -> None:
        self.query_one("#note", Input).focus()

    @on(Input.Submitted, "#note")
    def keep(self) -> None:
        author = self.query_one("#author", Input).value.strip()
        self.simulator.mentor = author
        self.dismiss(Mark(author=author, note=self.query_one("#note", Input).value.strip()))

    def action_cancel(self) -> None:
        """Back to the scene without a mark."""
        self.dismiss(None)
