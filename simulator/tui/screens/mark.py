"""A word about this moment that nobody in the scene hears: a note to oneself, a mark for a mentor."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from simulator.config import LONGEST_NAME
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field

LONGEST_NOTE = 400
What = Literal["note", "mark"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What was written, and the declared name of a mentor who wrote it themselves."""

    note: str
    author: str = ""


class MarkScreen(ModalScreen[Mark | None], LocalisedScreen[Mark | None]):
    """The scene pauses while this is open. Returns what was written, or None.

    A note to oneself is nothing without words; a mark may be without.
    """

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("mark.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    MarkScreen Field { margin-bottom: 1; background: $background; }
    """

    def __init__(self, what: What, written: str = "") -> None:
        super().__init__()
        self._what = what
        self._written = written

    def compose(self) -> ComposeResult:
        fields: list[Widget] = [
            Field(
                self._written,
                placeholder=self.t(f"tui.mark.{self._what}.note"),
                id="note",
                max_length=LONGEST_NOTE,
            )
        ]
        if self._what == "mark":
            author = Field(
                self.simulator.mentor,
                placeholder=self.t("tui.mark.author"),
                id="author",
                max_length=LONGEST_NAME,
            )
            fields.append(author)
        yield Dialog(
            self.t(f"tui.mark.{self._what}.title"), self.t(f"tui.mark.{self._what}.text"), *fields
        )

    def on_mount(self) -> None:
        self.query_one("#note", Field).focus()

    @on(Input.Submitted)
    def keep(self) -> None:
        """Keep what is written; a mentor's name is remembered for the next mark."""
        note = self.query_one("#note", Field).value.strip()
        author = "".join(one.value.strip() for one in self.query("#author").results(Field))
        if self._what == "mark":
            self.simulator.mentor = author
        self.dismiss(Mark(note, author) if note or self._what == "mark" else None)

    def action_cancel(self) -> None:
        """Back to the scene, and nothing is kept."""
        self.dismiss(None)
