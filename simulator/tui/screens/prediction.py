"""One guess a skill, before the draft is seen: will it be found in what was said?

What is passed over is left out; nothing of it is a mark. The guesses are noted like the answers.
"""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Button, Label

from simulator.practice.events import Expected
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.guess import Guess
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.debrief_words import capital
from simulator.views.words import skill_name


class PredictionScreen(LocalisedScreen[dict[str, Expected] | None]):
    """Returns the guesses made, by skill; None for back to one's own words."""

    AUTO_FOCUS = ""
    CSS_PATH = "prediction.tcss"
    ABOUT = "tui.help.prediction"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("prediction.guess-yes", "y,o", "guess('yes')", is_shown=False),
        Command("prediction.guess-no", "n", "guess('no')", is_shown=False),
        Command("prediction.guess-unsure", "u,p", "guess('unsure')", is_shown=False),
        Command("prediction.to-debrief", "enter,f5", "keep", first=True),
        Command("prediction.skill-after", "down", "move(1)", is_shown=False, is_listed=False),
        Command("prediction.skill-before", "up", "move(-1)", is_shown=False, is_listed=False),
        Command("prediction.back", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(
        self, session: str, skills: Sequence[str], guesses: Mapping[str, Expected]
    ) -> None:
        super().__init__()
        self._session = session
        self._skills = tuple(skills)
        self._guesses = dict(guesses)

    def compose(self) -> ComposeResult:
        yield Heading("")
        with VerticalScroll(id="page", can_focus=False):
            yield Prose(id="question")
            yield Prose(id="text")
            for skill in self._skills:
                yield Guess(skill, self._named(skill), self.t, self._guesses.get(skill))
            yield Button("", variant="primary", compact=True, id="done")
        yield KeyBar()

    def on_mount(self) -> None:
        self._say()
        open_ = [one for one in self.query(Guess) if one.answer is None]
        (open_ or list(self.query(Guess)))[0].focus(scroll_visible=bool(self._guesses))

    async def relabel(self) -> None:
        """In the other language; every guess stays."""
        self._say()
        for one in self.query(Guess):
            one.say(self._named(one.skill), self.t)
        self.query_one(KeyBar).refresh()

    def _say(self) -> None:
        heading = self.query_one(Heading)
        heading.query_one("#title", Label).update(Content(self.t("tui.prediction.title")))
        heading.say(self.t("tui.reflection.step", step=2, of=2))
        question = [Block("text", self.t("tui.prediction.question"))]
        self.query_one("#question", Prose).say(question)
        self.query_one("#text", Prose).say([Block("text", self.t("tui.prediction.text"))])
        self.query_one("#done", Button).label = Content(self.t("tui.prediction.done"))

    def _named(self, skill: str) -> str:
        return capital(skill_name(self.t, skill))

    @on(Guess.Given)
    def note(self, event: Guess.Given) -> None:
        """Note a guess that was made, or taken back."""
        guess = event.guess
        self._guesses.pop(guess.skill, None)
        if guess.answer is not None:
            self._guesses[guess.skill] = guess.answer
        with self.simulator.telling():
            self.simulator.house.notebook.guess(self._session, self._guesses)

    @on(Button.Pressed, "#done")
    def done(self) -> None:
        self.action_keep()

    def action_guess(self, answer: Expected) -> None:
        """Answer for the skill in focus and go on to the next one."""
        if isinstance(self.focused, Guess):
            self.focused.give(answer)
            self.focus_next(Guess if self.focused is not self.query(Guess).last() else "#done")

    def action_move(self, by: int) -> None:
        """The skill below, or above."""
        (self.focus_next if by > 0 else self.focus_previous)()

    def action_keep(self) -> None:
        """Take the guesses along, to the debrief."""
        self.dismiss(self._guesses)

    def action_back(self) -> None:
        """Back to one's own words; the guesses are kept in mind."""
        self.dismiss(None)
