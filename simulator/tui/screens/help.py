"""Help: what the keys of the screen one comes from do, and what is good to know there."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.prose import Block, Prose


class HelpScreen(ModalScreen[None], LocalisedScreen[None]):
    """Shows `rows`, pairs of a key and what it does, and the text of the catalogue id `about`."""

    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("help.back", "escape,enter,q", "close"),
        Command("help.down", "down", "scroll(1)", is_shown=False, is_listed=False),
        Command("help.up", "up", "scroll(-1)", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    HelpScreen {
        Dialog { width: 76; }
        .row { height: auto; }
        .key { width: 14; color: $primary; text-style: bold; }
        .about { margin-top: 1; color: $text-muted; }
    }
    """

    def __init__(self, rows: Sequence[tuple[str, str]], about: str) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._about = about

    def compose(self) -> ComposeResult:
        rows = [
            Horizontal(
                Static(Content(cap), classes="key"),
                Prose([Block("text", does)]),
                classes="row",
            )
            for cap, does in self._rows
        ]
        about = Prose([Block("text", self.t(self._about))], classes="about")
        yield Dialog(self.t("tui.help.title"), "", *rows, about)

    def action_scroll(self, lines: int) -> None:
        """Move the text by so many lines."""
        self.query_one(Dialog).scroll_relative(y=lines, animate=False)

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss(None)
