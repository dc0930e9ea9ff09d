"""The least that Textual can show: what the app is measured beside.

python -m benches.app.bare          one word
python -m benches.app.bare write    a place to write, and nothing else
"""

import sys

from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Static

WORD = "Ready"


class Bare(App[None]):
    """One widget."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self._widget = widget

    def compose(self) -> ComposeResult:
        yield self._widget


def main() -> None:
    """Run what the arguments name."""
    if sys.argv[1:] == ["write"]:
        from textual.widgets import TextArea

        Bare(TextArea(placeholder=WORD)).run()
    else:
        Bare(Static(WORD)).run()


if __name__ == "__main__":
    main()
