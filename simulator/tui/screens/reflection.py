"""Three questions to the mentee before anybody else says anything; one key passes over them.

What is written is noted at every keystroke, so that neither leaving the app nor a crash takes it,
and Escape asks before it takes any of it away.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Label, TextArea

from simulator.debrief.reflection import QUESTIONS
from simulator.tui.asking import asks
from simulator.tui.catching_up import caught_up
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.choice import ChoiceScreen, Question
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.fields import Page
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose

UNKEPT = Question("tui.unkept", ("stay", "keep", "leave"))


class ReflectionScreen(LocalisedScreen[tuple[str, ...] | None]):
    """Returns the answers, in the order of the questions; None when they are passed over."""

    AUTO_FOCUS = ""
    CSS_PATH = "reflection.tcss"
    ABOUT = "tui.help.reflection"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("reflection.onward", "f5", "keep", first=True),
        Command("reflection.skip", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, session: str, *, intention: str = "", answers: Sequence[str] = ()) -> None:
        super().__init__()
        self._session = session
        self._intention = intention
        self._answers = tuple(answers)
        """What was written before the screen was opened."""
        self._is_refused = False
        """Whether it was told that nothing can be noted."""

    def compose(self) -> ComposeResult:
        yield Heading("")
        with VerticalScroll(id="page", can_focus=False):
            yield Prose(id="intention")
            yield Prose(id="text")
            for _ in QUESTIONS:
                yield Prose(classes="question")
                yield Page(classes="answer")
            yield Button("", variant="primary", compact=True, id="done")
        yield KeyBar()

    def on_mount(self) -> None:
        self._say()
        pages = list(self.query(Page))
        for page, answer in zip(pages, self._answers, strict=False):
            page.text = answer
            page.move_cursor(page.document.end)
        empty = [page for page in pages if not page.text]
        (empty or pages)[0].focus(scroll_visible=bool(self._answers))

    async def relabel(self) -> None:
        """In the other language; every word written and the cursor stay where they are."""
        self._say()
        self.query_one(KeyBar).refresh()

    async def hush(self) -> None:
        """Note what was struck last before the app is left."""
        await caught_up(self.focused)
        self.note()

    def _say(self) -> None:
        heading = self.query_one(Heading)
        heading.query_one("#title", Label).update(Content(self.t("tui.reflection.title")))
        heading.say(self.t("tui.reflection.step", step=1, of=2))
        intention = self.query_one("#intention", Prose)
        intention.display = bool(self._intention)
        words = self.t("debrief.intention", words=self.t.quoted(self._intention))
        intention.say([Block("text", words)])
        self.query_one("#text", Prose).say([Block("text", self.t("tui.reflection.text"))])
        for prose, question in zip(self.query(".question"), QUESTIONS, strict=True):
            if isinstance(prose, Prose):
                prose.say([Block("text", self.t(question))])
        self.query_one("#done", Button).label = Content(self.t("tui.reflection.done"))

    @property
    def answers(self) -> tuple[str, ...]:
        """What is written now."""
        return tuple(page.text for page in self.query(Page))

    @on(TextArea.Changed)
    def note(self) -> None:
        """Note what is being written; that it cannot be noted is told once."""
        if self._is_refused:
            return
        self._is_refused = True
        with self.simulator.telling():
            self.simulator.house.notebook.answer(self._session, self.answers)
            self._is_refused = False

    @on(Button.Pressed, "#done")
    async def done(self) -> None:
        await self.action_keep()

    async def action_keep(self) -> None:
        """Take the answers along and go on."""
        await caught_up(self.focused)
        self.dismiss(self.answers)

    @asks
    async def action_skip(self) -> None:
        """Go on without answers; words that were written are asked after."""
        await caught_up(self.focused)
        if not any(answer.strip() for answer in self.answers):
            self.dismiss(None)
            return
        match await self.app.push_screen_wait(ChoiceScreen(UNKEPT)):
            case "keep":
                self.dismiss(self.answers)
            case "leave":
                self.dismiss(None)
            case _:
                pass
