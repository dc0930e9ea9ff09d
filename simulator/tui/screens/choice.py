"""A question with a few answers, each one key away: STOP, finish, a word outside the scene."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.views.words import one_line


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the ids of its answers; all words are in the catalogue under `name`."""

    name: str
    answers: tuple[str, ...]
    text: str = ""
    """Catalogue id of other words above the answers than those of `name`."""
    marked: str = ""
    """The answer that is marked at first, where it is not the one that changes nothing."""

    def without(self, answer: str) -> "Question":
        """The same question without one of its answers."""
        return replace(self, answers=tuple(one for one in self.answers if one != answer))

    def saying(self, text: str) -> "Question":
        """The same question with other words above its answers."""
        return replace(self, text=text)


STOPPED = Question("tui.stop", ("resume", "lighter", "mentor", "end", "measures"))
FINISH = Question("tui.finish", ("stay", "debrief", "later"))
OUTSIDE = Question("tui.outside", ("stay", "stop"))
SPOIL = Question("tui.spoil", ("stay", "show"))


class ChoiceScreen(ModalScreen[str], LocalisedScreen[str]):
    """Returns the answer chosen; Escape gives the first, which changes nothing."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("choice.back", "escape", "first"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, question: Question) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        name = self._question.name
        options = [
            Option(Content(self.t(f"{name}.{answer}")), id=answer)
            for answer in self._question.answers
        ]
        text = self.t(self._question.text or f"{name}.text")
        yield Dialog(self.t(f"{name}.title"), text, OptionList(*options, id="answers"))

    def on_mount(self) -> None:
        answers = self.query_one(OptionList)
        answers.focus()
        answers.highlighted = answers.get_option_index(
            self._question.marked or self._question.answers[0]
        )

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id or self._question.answers[0])

    def action_first(self) -> None:
        """The answer that changes nothing."""
        self.dismiss(self._question.answers[0])


class TurnScreen(ModalScreen[int | None], LocalisedScreen[int | None]):
    """Which of the mentee's lines to say anew: returns its turn, or None."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("turn.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    TurnScreen Dialog OptionList { max-height: 14; }
    """

    def __init__(self, lines: Sequence[tuple[int, str]], proposed: int | None) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._proposed = proposed
        """The turn that is most worth another try."""

    def compose(self) -> ComposeResult:
        options = [
            Option(Content(f"{turn:>3}  {_short(text) or self.t('views.silence')}"), id=str(turn))
            for turn, text in self._lines
        ]
        lines = OptionList(*options, id="lines")
        yield Dialog(self.t("tui.turn.title"), self.t("tui.turn.text"), lines)

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.focus()
        turns = [turn for turn, _ in self._lines]
        options.highlighted = turns.index(self._proposed) if self._proposed in turns else 0

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option.id or 0))

    def action_cancel(self) -> None:
        """Back without choosing."""
        self.dismiss(None)


SHOWN = 54
"""Code points of a line that are enough to recognise it."""


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"
