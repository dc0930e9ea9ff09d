"""The first line of a screen: where one is, and one thing worth knowing about it."""

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Label

GAP = 2
"""Cells between the two."""


class Heading(Horizontal):
    """A title at the left and an aside at the right."""

    def __init__(self, title: str, aside: str = "") -> None:
        super().__init__()
        self._title = title
        self._aside = aside

    def compose(self) -> ComposeResult:
        yield Label(Content(self._title), id="title")
        yield Label(Content(self._aside), id="aside")

    def say(self, aside: str, shorter: str = "") -> None:
        """Put something else at the right: the `shorter` where the title would be cut."""
        fits = cell_len(self._title) + cell_len(aside) + GAP <= self.content_size.width
        self.query_one("#aside", Label).update(Content(aside if fits or not shorter else shorter))

    def entitle(self, title: str) -> None:
        """Say the title otherwise."""
        self._title = title
        self.query_one("#title", Label).update(Content(title))
