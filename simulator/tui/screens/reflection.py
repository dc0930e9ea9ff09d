"""Three questions to the mentee before anybody else says anything; one key skips them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Footer, Label, TextArea

from simulator.debrief.reflection import QUESTIONS
from simulator.tui.screens.localised import LocalisedScreen


class ReflectionScreen(LocalisedScreen[tuple[str, ...]]):
    """Returns the answers, in the order of the questions; empty when skipped."""

    CSS_PATH = "reflection.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "skip", "tui.key.skip"),
        Binding("f5", "keep", "tui.key.to-debrief", priority=True),
        Binding("f1", "help", "tui.key.help", priority=True),
    ]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="page", can_focus=False):
            yield Label(Content(self.t("tui.reflection.title")), id="title")
            yield Label(Content(self.t("tui.reflection.text")), id="text")
            for question in QUESTIONS:
                yield Label(Content(self.t(question)), classes="question")
                yield TextArea(tab_behavior="focus", show_line_numbers=False, classes="answer")
            yield Button(self.t("tui.reflection.done"), variant="primary", id="done")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query(TextArea).first().focus()

    @on(Button.Pressed, "#done")
    def done(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the answers and go on."""
        self.dismiss(tuple(area.text for area in self.query(TextArea)))

    def action_skip(self) -> None:
        """Go on without answers."""
        self.dismiss(())
