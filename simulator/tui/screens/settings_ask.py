"""What is asked for one setting: one of a few answers, or a line; Escape leaves it as it is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from simulator.errors import SimulatorError
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field


@dataclass(frozen=True, slots=True)
class Answer:
    """One that can be chosen: what it stands for, and its words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """Answers that were looked for while the question stood there, and what to say about them."""

    answers: tuple[Answer, ...]
    told: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its words, its answers, the one that holds, and where more may come from."""

    title: str
    text: str
    answers: tuple[Answer, ...] = ()
    now: str = ""
    placeholder: str = ""
    """What stands where a line is to be written."""
    more: Callable[[], Awaitable[Found]] | None = None
    preview: Callable[[str], None] | None = None
    """Told of the answer that is highlighted."""


class PickScreen(ModalScreen[str | None], LocalisedScreen[str | None]):
    """Returns the id of the answer chosen, or None."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("pick.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    PickScreen {
        OptionList { max-height: 14; height: auto; }
        #found { color: $text-muted; margin-top: 1; height: auto; }
    }
    """

    def __init__(self, ask: Callable[[], Asked]) -> None:
        super().__init__()
        self._ask = ask
        """Words the question, each time in the language of then."""
        self._asked = ask()

    def compose(self) -> ComposeResult:
        options = OptionList(*map(_option, self._asked.answers), id="answers")
        looking = self.t("tui.settings.looking") if self._asked.more else ""
        found = [Static(Content(looking), id="found")] if looking else []
        yield Dialog(self._asked.title, self._asked.text, options, *found)

    def on_mount(self) -> None:
        self._mark(self._asked.now)

    async def relabel(self) -> None:
        """Ask again in the language of now; what is highlighted stays so."""
        marked = self.query_one(OptionList).highlighted_option
        self._asked = self._ask()
        await self.recompose()
        self._mark(marked.id or "" if marked else "")

    def _mark(self, answer: str) -> None:
        options = self.query_one(OptionList)
        options.focus()
        ids = [one.id for one in self._asked.answers]
        options.highlighted = ids.index(answer) if answer in ids else 0
        if self._asked.more is not None:
            self._look_for_more(self._asked.more)

    @work(exclusive=True)
    async def _look_for_more(self, more: Callable[[], Awaitable[Found]]) -> None:
        """Put what was found before the last answer, which is the way to write another."""
        found = await more()
        if not self.query("#found"):  # it is being asked anew, in another language
            return
        options = self.query_one(OptionList)
        *first, last = self._asked.answers
        known = {one.id for one in first}
        new = [one for one in found.answers if one.id not in known]
        marked = options.highlighted_option
        options.set_options(map(_option, (*first, *new, last)))
        ids = [one.id for one in (*first, *new, last)]
        options.highlighted = ids.index(marked.id) if marked and marked.id in ids else 0
        self.query_one("#found", Static).update(Content(found.told))

    @on(OptionList.OptionHighlighted)
    def look(self, event: OptionList.OptionHighlighted) -> None:
        if self._asked.preview is not None and event.option.id is not None:
            self._asked.preview(event.option.id)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)

    def action_cancel(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)


class WriteScreen(ModalScreen[str | None], LocalisedScreen[str | None]):
    """Returns a line that `check` takes, or None; what is refused is said where it was written."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("write.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    WriteScreen {
        Field { background: $background; }
        #refused { color: $error; margin-top: 1; height: auto; }
    }
    """

    def __init__(
        self, ask: Callable[[], Asked], value: str, check: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._ask = ask
        self._value = value
        self._check = check

    def compose(self) -> ComposeResult:
        asked = self._ask()
        field = Field(self._value, placeholder=asked.placeholder, id="line", max_length=120)
        yield Dialog(asked.title, asked.text, field, Static(id="refused"))

    def on_mount(self) -> None:
        self.query_one(Field).focus()

    @on(Input.Changed)
    def forgive(self) -> None:
        self.query_one("#refused", Static).update("")

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Give the line back, if it can be."""
        try:
            self._check(event.value.strip())
        except SimulatorError as error:
            self.query_one("#refused", Static).update(Content(self.t.error(error)))
        else:
            self.dismiss(event.value.strip())

    async def relabel(self) -> None:
        """Ask again in the language of now; what was written stays."""
        self._value = self.query_one(Field).value
        await self.recompose()
        self.query_one(Field).focus()

    def action_cancel(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)


def _option(answer: Answer) -> Option:
    return Option(Content(answer.words), id=answer.id)


def confirmed(title: str, text: str, keep: str, go: str) -> Asked:
    """A question whose first answer changes nothing; its second is `go`."""
    return Asked(title, text, (Answer("keep", keep), Answer("go", go)))
