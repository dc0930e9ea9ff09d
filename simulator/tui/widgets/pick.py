"""One of a few things, on one line: what is chosen stands between two arrows.

Left and Right, Space, Enter, a click: each brings another one at once, so that no menu ever covers
anything. What it offers can be said in other words; what is chosen stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

Value = TypeVar("Value")


class Pick(Static, Generic[Value], can_focus=True):
    """Holds one `value` of those offered, which are never none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space,enter", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    DEFAULT_CSS = """
    Pick {
        height: 1;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { background: $primary 30%; }
    }
    """

    @dataclass
    class Changed(Message):
        """Somebody chose another value."""

        pick: "Pick[Any]"

        @property
        def control(self) -> "Pick[Any]":
            return self.pick

    def __init__(self, options: Sequence[tuple[str, Value]], value: Value, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._options = tuple(options)
        self._value = value

    def on_mount(self) -> None:
        self._tell()

    @property
    def value(self) -> Value:
        """What is chosen."""
        return self._value

    def choose(self, value: Value) -> None:
        """Hold another value, as if somebody had chosen it."""
        if value != self._value:
            self.hold(value)
            self.post_message(self.Changed(self))

    def hold(self, value: Value) -> None:
        """Hold another value of those offered; nobody chose it."""
        self._value = value
        self._tell()

    def say(self, options: Sequence[tuple[str, Value]]) -> None:
        """Offer the same values in other words."""
        self._options = tuple(options)
        self._tell()

    def on_click(self, event: Click) -> None:
        event.stop()
        self.action_turn(1)

    def action_turn(self, steps: int) -> None:
        """The value so many places on, round and round."""
        values = [value for _, value in self._options]
        self.choose(values[(values.index(self._value) + steps) % len(values)])

    def _tell(self) -> None:
        words = next(words for words, value in self._options if value == self._value)
        self.update(Content(f"‹ {words} ›"))
