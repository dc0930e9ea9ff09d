"""Three questions to the mentee before anybody else says anything; one key skips them."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Button

from simulator.debrief.reflection import QUESTIONS
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.fields import Page
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose


class ReflectionScreen(LocalisedScreen[tuple[str, ...]]):
    """Returns the answers, in the order of the questions; empty when skipped."""

    CSS_PATH = "reflection.tcss"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("reflection.to-debrief", "f5", "keep", first=True),
        Command("reflection.skip", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def compose(self) -> ComposeResult:
        yield Heading(self.t("tui.reflection.title"))
        with VerticalScroll(id="page", can_focus=False):
            yield Prose([Block("text", self.t("tui.reflection.text"))], id="text")
            for question in QUESTIONS:
                yield Prose([Block("text", self.t(question))], classes="question")
                yield Page(classes="answer")
            yield Button(self.t("tui.reflection.done"), variant="primary", compact=True, id="done")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query(Page).first().focus()

    @on(Button.Pressed, "#done")
    def done(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the answers and go on."""
        self.dismiss(tuple(page.text for page in self.query(Page)))

    def action_skip(self) -> None:
        """Go on without answers."""
        self.dismiss(())
