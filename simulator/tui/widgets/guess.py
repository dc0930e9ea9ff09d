"""One skill and one guess: will what shows it be found in the talk? One key or one click answers."""

from typing import ClassVar, get_args

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from simulator.i18n import Translator
from simulator.practice.events import Expected

ANSWERS: tuple[Expected, ...] = get_args(Expected)
NAMED = 38
"""Cells of a skill's name, where both stand on one line."""
BETWEEN = 3
INDENT = 2


class Guess(Widget, can_focus=True):
    """The skill's name and three answers, the chosen one marked by a full dot."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
        Binding("delete,backspace", "clear", show=False),
    ]
    DEFAULT_CSS = """
    Guess {
        height: auto;
        max-width: 92;
        padding: 0 1;
        margin-bottom: 1;
        border-left: outer $primary 40%;
        background: $surface;
        &:focus { border-left: outer $primary; }
    }
    """

    class Given(Message):
        """A guess was made, or taken back."""

        def __init__(self, guess: "Guess") -> None:
            super().__init__()
            self.guess = guess

        @property
        def control(self) -> "Guess":
            return self.guess

    def __init__(self, skill: str, name: str, t: Translator, answer: Expected | None) -> None:
        super().__init__()
        self.skill = skill
        self.answer = answer
        self._called = name
        self._t = t

    def say(self, name: str, t: Translator) -> None:
        """The same in another language."""
        self._called, self._t = name, t
        self.refresh(layout=True)

    def give(self, answer: Expected | None) -> None:
        """Guess."""
        self.answer = answer
        self.refresh()
        self.post_message(self.Given(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return 1 if self._is_one_line(width) else 2

    def render(self) -> Content:
        options = self._options()
        parts = [
            Content.styled(text, "bold" if answer == self.answer else "$foreground 70%")
            for answer, text in options
        ]
        name = Content.styled(self._called, "bold" if self.has_focus else "")
        answers = Content(" " * BETWEEN).join(parts)
        if self._is_one_line(self.content_size.width):
            return Content.assemble(name.pad_right(max(0, NAMED - name.cell_length)), answers)
        return Content.assemble(name, "\n", " " * INDENT, answers)

    def on_click(self, event: Click) -> None:
        place = event.get_content_offset_capture(self)
        is_one = self._is_one_line(self.content_size.width)
        x = place.x - (NAMED if is_one else INDENT)
        if not is_one and place.y == 0:
            return
        for answer, text in self._options():
            if 0 <= x < len(text):
                self.give(answer)
                return
            x -= len(text) + BETWEEN

    def action_turn(self, by: int) -> None:
        """The next answer, or the one before."""
        at = ANSWERS.index(self.answer) if self.answer else (-1 if by > 0 else 0)
        self.give(ANSWERS[(at + by) % len(ANSWERS)])

    def action_clear(self) -> None:
        """No guess after all."""
        self.give(None)

    def _options(self) -> list[tuple[Expected, str]]:
        return [
            (one, f"{'●' if one == self.answer else '○'} {self._t(f'tui.guess.{one}')}")
            for one in ANSWERS
        ]

    def _is_one_line(self, width: int) -> bool:
        options = sum(len(text) for _, text in self._options()) + BETWEEN * (len(ANSWERS) - 1)
        return len(self._called) < NAMED and NAMED + options <= width
