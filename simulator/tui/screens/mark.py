"""The mentor's private mark: who sets it, and what for."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from simulator.config import LONGEST_NAME
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field


@dataclass(frozen=True, slots=True)
class Mark:
    """What was written: the mentor's declared name, and a note that may be empty."""

    author: str
    note: str


class MarkScreen(ModalScreen[Mark | None], LocalisedScreen[Mark | None]):
    """The scene pauses while this is open. Returns the mark, or None."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("mark.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    MarkScreen Field { margin-bottom: 1; background: $background; }
    """

    def compose(self) -> ComposeResult:
        yield Dialog(
            self.t("tui.mark.title"),
            self.t("tui.mark.text"),
            Field(
                self.simulator.mentor,
                placeholder=self.t("tui.mark.author"),
                id="author",
                max_length=LONGEST_NAME,
            ),
            Field(placeholder=self.t("tui.mark.note"), id="note", max_length=400),
        )

    def on_mount(self) -> None:
        self.query_one("#note" if self.simulator.mentor else "#author", Field).focus()

    @on(Input.Submitted, "#author")
    def write_note(self) -> None:
        self.query_one("#note", Field).focus()

    @on(Input.Submitted, "#note")
    def keep(self) -> None:
        """Keep the mark; a mark has an author, so that a missing name is asked for."""
        author = self.query_one("#author", Field)
        if not author.value.strip():
            author.focus()
            return
        self.simulator.mentor = author.value.strip()
        self.dismiss(Mark(author.value.strip(), self.query_one("#note", Field).value.strip()))

    def action_cancel(self) -> None:
        """Back to the scene without a mark."""
        self.dismiss(None)
