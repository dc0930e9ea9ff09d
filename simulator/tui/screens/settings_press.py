"""A key to strike: whichever it is, it is meant as a key and stands for no command."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Static

from simulator.tui.commands import display
from simulator.tui.keynames import normal
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog


class PressScreen(ModalScreen[str | None], LocalisedScreen[str | None]):
    """Takes one key: returns it once `refused` has nothing against it, None after Escape."""

    TAKES_EVERY_KEY = True
    DEFAULT_CSS = """
    PressScreen {
        #pressed { color: $primary; text-style: bold; height: 1; }
        #refused { color: $error; margin-top: 1; height: auto; min-height: 2; }
    }
    """

    def __init__(self, what: Callable[[], str], refused: Callable[[str], str]) -> None:
        super().__init__()
        self._what = what
        self._refused = refused

    def compose(self) -> ComposeResult:
        text = self.t("tui.keys.press.text", what=self._what())
        yield Dialog(
            self.t("tui.keys.press"),
            text,
            Static("…", id="pressed", markup=False),
            Static(id="refused", markup=False),
        )

    def on_key(self, event: Key) -> None:
        """Take the key, or say why it cannot be."""
        event.stop()
        event.prevent_default()
        self._take(normal(event.key))

    def _take(self, key: str) -> None:
        if key == "escape":
            self.dismiss(None)
            return
        self.query_one("#pressed", Static).update(Content(display(key, self.t)))
        why = self._refused(key)
        if why:
            self.query_one("#refused", Static).update(Content(why))
        else:
            self.dismiss(key)
