"""Where the mentee writes: Enter says it, Shift+Enter, Alt+Enter and Ctrl+J begin a new line.

Pasting never says anything. With an empty composer, Up brings back what was said before. While a
reply is being worded the composer is held: Enter then hurries the reply and keeps the text, unless
it is a command. While commands are offered, Up, Down, Tab, Enter and Escape are about those.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Key
from textual.message import Message

from simulator.tui.commands import Command, bindings
from simulator.tui.terminal import understand_alt_enter
from simulator.tui.widgets.completion import Completion
from simulator.tui.widgets.fields import Page
from simulator.views.slash import PREFIX, is_command

NEW_LINE = ("shift+enter", "alt+enter", "ctrl+j")


class Composer(Page):
    """A small text area that grows with its text."""

    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("composer.say", "enter", "submit", is_shown=False),
        Command("composer.newline", ",".join(NEW_LINE), is_shown=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    Composer {
        height: auto;
        min-height: 3;
        max-height: 7;
        padding: 1 2 1 1;
        background: $surface;
        background-tint: transparent;
        border: none;
        border-left: outer $secondary 50%;
        scrollbar-size-vertical: 1;
        &:focus { border: none; border-left: outer $secondary; background-tint: transparent; }
        &:disabled { opacity: 1; color: $text-disabled; border-left: outer $panel; }
    }
    """

    @dataclass
    class Submitted(Message):
        """The mentee said `text`, which may be empty."""

        text: str

    class Hurried(Message):
        """The mentee does not want to wait for the rest of the reply."""

    def __init__(
        self,
        completion: Completion,
        *,
        placeholder: str,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id, placeholder=placeholder)
        self.completion = completion
        """The commands that what is written may mean; the screen places it."""
        self.is_held = False
        """Whether a reply is being worded."""
        self._said: list[str] = []
        self._back = 0
        """How many lines back `Up` has gone; 0 when the text is the mentee's own."""

    def on_mount(self) -> None:
        understand_alt_enter()

    def remember(self, said: tuple[str, ...]) -> None:
        """Lines that Up brings back, oldest first."""
        self._said = [line for line in said if line]
        self._back = 0

    async def _on_key(self, event: Key) -> None:
        """Take Enter in turn with the letters before it: a binding would overtake them."""
        act = {"enter": self.action_submit} | dict.fromkeys(NEW_LINE, self.action_newline)
        if self.completion.is_open:
            act |= self._choosing()
        if event.key not in act:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        act[event.key]()

    def _choosing(self) -> dict[str, Callable[[], None]]:
        """What keys do while commands are offered."""
        return {
            "up": self.completion.action_cursor_up,
            "down": self.completion.action_cursor_down,
            "escape": self.completion.close,
            "tab": lambda: self.replace_text(f"{PREFIX}{self.completion.chosen} "),
            "enter": lambda: self.run(self.completion.chosen),
        }

    def replace_text(self, text: str) -> None:
        """Write `text` in the place of what is there, with the cursor behind it."""
        self.text = text
        self.move_cursor(self.document.end)

    def give_back(self, text: str) -> None:
        """Write again what was submitted in vain, unless something else is written by now."""
        if not self.text:
            self.replace_text(text)

    def run(self, command: str) -> None:
        """Carry out the command of that name."""
        self.text = f"{PREFIX}{command}"
        self.action_submit()

    def action_submit(self) -> None:
        """Say what is written, or hurry the reply that is being worded."""
        text = self.text.strip()
        if self.is_held and not is_command(text):
            self.post_message(self.Hurried())
            return
        self.clear()
        if text and not is_command(text):
            self._said.append(text)
            self.is_held = True  # until somebody gives the floor: a line after it must not overtake
        self._back = 0
        self.post_message(self.Submitted(text))

    def action_newline(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """Up: the line above, or an earlier thing said when nothing of one's own is here."""
        if select or not self._is_recalling or self._back == len(self._said):
            super().action_cursor_up(select)
        else:
            self._recall(self._back + 1)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002
        """Down: the line below, or back towards an empty composer."""
        if select or not self._back or not self._is_recalling:
            super().action_cursor_down(select)
        else:
            self._recall(self._back - 1)

    @property
    def _is_recalling(self) -> bool:
        return self.text == (self._said[-self._back] if self._back else "")

    def _recall(self, back: int) -> None:
        self._back = back
        self.replace_text(self._said[-back] if back else "")
