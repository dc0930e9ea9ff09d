"""Help: the keys of the screen one comes from, and what the program is."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from simulator.tui.screens.localised import LocalisedScreen


class HelpScreen(LocalisedScreen[None], ModalScreen[None]):
    """Shows `keys`, pairs of a key and what it does."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,enter", "close", "tui.key.back")]

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = tuple(keys)

    def compose(self) -> ComposeResult:
        widest = max((len(key) for key, _ in self._keys), default=0)
        lines = [
            part
            for key, does in self._keys
            for part in ((key.rjust(widest), "bold $primary"), f"   {does}\n")
        ]
        with VerticalScroll(id="box"):
            yield Static(
                Content.assemble(
                    (self.t("tui.help.title"), "bold"),
                    "\n\n",
                    *lines,
                    "\n",
                    self.t("tui.help.text"),
                )
            )

    def action_close(self) -> None:
        """Back to the screen below."""
        self.dismiss(None)
