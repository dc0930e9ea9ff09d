"""The least that Textual can show: what the start of the app is measured beside."""

from textual.app import App, ComposeResult
from textual.widgets import Static

WORD = "Ready"


class Bare(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        yield Static(WORD)


if __name__ == "__main__":
    Bare().run()
