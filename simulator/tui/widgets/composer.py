"""Where the mentee writes: Enter says it, Shift+Enter, Alt+Enter and Ctrl+J begin a new line.

Pasting never says anything. With an empty composer, Up brings back what was said before.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea


class Composer(TextArea):
    """A small text area that grows with its text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "tui.key.say", show=False, priority=True),
        Binding(
            "shift+enter,alt+enter,ctrl+j", "newline", "tui.key.newline", show=False, priority=True
        ),
    ]

    DEFAULT_CSS = """
    Composer {
        height: auto;
        min-height: 3;
        max-height: 7;
        border: round $primary-muted;
        padding: 0 1;
        &:focus { border: round $primary; }
    }
    """

    @dataclass
    class Submitted(Message):
        """The mentee said `text`, which may be empty: a silence."""

        text: str

    def __init__(self, *, placeholder: str, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id,
            placeholder=placeholder,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self._said: list[str] = []
        self._back = 0

    def remember(self, said: tuple[str, ...]) -> None:
        """Lines that Up brings back, oldest first."""
        self._said = [line for line in said if line]
        self._back = 0

    def action_submit(self) -> None:
        text = self.text.strip()
        self.clear()
        if text:
            self._said.append(text)
        self._back = 0
        self.post_message(self.Submitted(text))

    def action_newline(self) -> None:
        self.insert("\n")

    def action_cursor_up(self, select: bool = False) -> None:
        """Up: the line before, or an earlier thing said when there is nothing here."""
        is_untouched = not self.text or (self._back and self.text == self._said[-self._back])
        if is_untouched and self._back < len(self._said) and not select:
            self._back += 1
            self.text = self._said[-self._back]
            self.move_cursor(self.document.end)
            return
        super().action_cursor_up(select)
