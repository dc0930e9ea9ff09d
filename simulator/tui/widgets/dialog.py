"""The box of a question: a title, what it is about, and whatever answers it."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from simulator.tui.widgets.prose import Block, Prose


class Dialog(VerticalScroll, can_focus=False):
    """Stands in the middle of a modal screen and scrolls when the terminal is small."""

    DEFAULT_CSS = """
    Dialog {
        width: 68;
        max-width: 94%;
        height: auto;
        max-height: 94%;
        padding: 1 3;
        background: $panel;
        border-left: outer $primary;
        scrollbar-size-vertical: 1;
        .title { margin-bottom: 1; }
        .text { color: $text-muted; margin-bottom: 1; }
    }
    """

    def __init__(self, title: str, text: str, *answers: Widget) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._answers = answers

    def compose(self) -> ComposeResult:
        yield Prose([Block("heading", self._title)], classes="title")
        if self._text:
            yield Prose([Block("text", self._text)], classes="text")
        yield from self._answers
