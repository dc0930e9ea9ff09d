"""The talk: everything said so far, as one widget that draws lines.

One `ScrollView` renders every message from cached wrapped lines; while a reply is worded only the
last message is wrapped again, so that the cost of a keystroke does not grow with the talk. Spoken
text is plain: never markup, whatever it holds.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

Role = Literal["mentee", "persona", "note"]

WIDEST = 76
"""Cells of text in a line: longer lines are hard to read."""
INDENT = 2


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said: by whom in words, in which role, and the text so far."""

    who: str
    role: Role
    text: str


class Talk(ScrollView, can_focus=True):
    """A list of messages that stays at its end unless the reader scrolls up."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "talk--mentee",
        "talk--persona",
        "talk--note",
        "talk--text",
        "talk--aside",
    }

    DEFAULT_CSS = """
    Talk {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        padding: 0 1;
        .talk--mentee { color: $secondary; text-style: bold; }
        .talk--persona { color: $primary; text-style: bold; }
        .talk--note { color: $text-muted; text-style: italic; }
        .talk--text { color: $foreground; }
        .talk--aside { color: $text-muted; text-style: italic; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._messages: list[Message] = []
        self._blocks: list[list[tuple[str, str]]] = []
        """Per message, its lines as (component class, text), wrapped for `_wrapped_for`."""
        self._starts: list[int] = []
        self._wrapped_for = 0

    @property
    def messages(self) -> tuple[Message, ...]:
        return tuple(self._messages)

    def show(self, messages: tuple[Message, ...]) -> None:
        """Replace everything."""
        self._messages = list(messages)
        self._wrap_all()
        self.scroll_end(animate=False)

    def add(self, message: Message) -> None:
        """Put `message` after the last, and show it."""
        self._messages.append(message)
        self._blocks.append(self._wrap(message))
        self._grown(len(self._blocks) - 1)
        self.scroll_end(animate=False)

    def extend(self, text: str) -> None:
        """Add `text` to the last message; the view follows if it stood at the end."""
        self.reword(self._messages[-1].text + text)

    def reword(self, text: str) -> None:
        """Give the last message another text."""
        follows = self.is_vertical_scroll_end
        self._messages[-1] = replace(self._messages[-1], text=text)
        self._blocks[-1] = self._wrap(self._messages[-1])
        self._grown(len(self._blocks) - 1)
        if follows:
            self.scroll_end(animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the widget, from the cache."""
        line = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.rich_style
        place = bisect_right(self._starts, line) - 1
        if place < 0 or line - self._starts[place] >= len(self._blocks[place]):
            return Strip.blank(width, base)
        component, text = self._blocks[place][line - self._starts[place]]
        style = base + self.get_component_rich_style(component, partial=True) if component else base
        return Strip([Segment(text, style)]).adjust_cell_length(width, Style.null() + base)

    def on_resize(self, _event: Resize) -> None:
        if self._text_width() != self._wrapped_for:
            follows = self.is_vertical_scroll_end
            self._wrap_all()
            if follows:
                self.scroll_end(animate=False)

    def _text_width(self) -> int:
        return max(10, min(WIDEST, self.scrollable_content_region.width - INDENT - 1))

    def _wrap(self, message: Message) -> list[tuple[str, str]]:
        body = "talk--aside" if message.role == "note" else "talk--text"
        lines = [
            (body, " " * INDENT + line.plain)
            for line in Content(message.text).wrap(self._text_width())
        ]
        head = [(f"talk--{message.role}", message.who)] if message.who else []
        return [*head, *lines, ("", "")]

    def _wrap_all(self) -> None:
        self._wrapped_for = self._text_width()
        self._blocks = [self._wrap(message) for message in self._messages]
        self._grown(0)

    def _grown(self, first: int) -> None:
        """Heights changed from message `first` on."""
        before = self._starts[first - 1] + len(self._blocks[first - 1]) if first else 0
        heights = [len(block) for block in self._blocks[first:]]
        self._starts[first:] = list(accumulate(heights[:-1], initial=before)) if heights else []
        total = self._starts[-1] + len(self._blocks[-1]) if self._blocks else 0
        self.virtual_size = Size(self.scrollable_content_region.width, total)
        self.refresh()
