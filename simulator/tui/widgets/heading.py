"""The first line of a screen: where one is, and one thing worth knowing about it."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Label


class Heading(Horizontal):
    """A title at the left and an aside at the right."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self._title = title
        self._aside = aside

    def compose(self) -> ComposeResult:
        yield Label(Content(self._title), id="title")
        yield Label(Content(self._aside), id="aside")

    def say(self, aside: str) -> None:
        """Put something else at the right."""
        self.query_one("#aside", Label).update(Content(aside))

    def entitle(self, title: str) -> None:
        """Say the title otherwise."""
        self.query_one("#title", Label).update(Content(title))
