"""The talk: everything said so far, as one widget that draws lines.

One `ScrollView` renders every message from cached wrapped lines; while a reply is worded only the
last message is wrapped again, so that the cost of a keystroke does not grow with the talk. Spoken
text is plain: never markup, whatever it holds. Who speaks is said in words and by a bar at the
side, never by colour alone.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar, Literal, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from simulator.tui.wrap import wrapped
from simulator.views.words import one_line

Role = Literal["mentee", "persona", "note"]
Kind = Literal["who", "text", "aside", "gap"]

WIDEST = 76
"""Cells of text in a line: longer lines are hard to read."""
NARROWEST = 10
BAR = {"mentee": "▌ ", "persona": "▌ ", "note": "  "}


@dataclass(frozen=True, slots=True)
class Message:
    """One thing said: by whom in words, in which role, and the text so far."""

    who: str
    role: Role
    text: str


class Line(NamedTuple):
    """One line of the widget."""

    role: Role
    kind: Kind
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
        scrollbar-gutter: stable;
        background: transparent;
        .talk--mentee { color: $secondary; }
        .talk--persona { color: $primary; }
        .talk--note { color: $text-muted; }
        .talk--text { color: $foreground; }
        .talk--aside { color: $text-muted; text-style: italic; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._messages: list[Message] = []
        self._blocks: list[list[Line]] = []
        """The lines of each message, wrapped for the width `_wrapped_for`."""
        self._starts: list[int] = []
        self._wrapped_for = 0
        self._base = Style()
        """Of the frame that is being drawn."""

    @property
    def messages(self) -> tuple[Message, ...]:
        """Everything shown, oldest first."""
        return tuple(self._messages)

    def show(self, messages: tuple[Message, ...]) -> None:
        """Replace everything."""
        self._messages = list(messages)
        self._wrap_all()
        self.anchor()

    def relabel(self, messages: tuple[Message, ...]) -> None:
        """Word everything anew; the view stays where it is."""
        self._messages = list(messages)
        self._wrap_all()

    def reveal(self, place: int) -> None:
        """Let the message at `place` be the first one seen, or as near to it as can be."""
        self.release_anchor()
        if place < len(self._starts):
            self.scroll_to(y=self._starts[place], animate=False, force=True)

    def add(self, message: Message) -> int:
        """Put `message` after the last, go there, and return its place."""
        place = len(self._messages)
        self._messages.append(message)
        self._blocks.append(self._wrap(message))
        self._grown(place)
        self.anchor()
        return place

    def reword(self, place: int, text: str) -> None:
        """Give a message another text; the view follows if it stood at the end."""
        before = self._blocks[place]
        self._messages[place] = replace(self._messages[place], text=text)
        self._blocks[place] = after = self._wrap(self._messages[place])
        if len(after) != len(before):
            self._grown(place)
            return
        pairs = enumerate(zip(before, after, strict=True))
        changed = [number for number, (was, now) in pairs if was != now]
        if changed:
            first, last = changed[0], changed[-1]
            self.refresh_lines(self._starts[place] + first, last - first + 1)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of one frame, in styles that are looked up once."""
        self._base = self.rich_style
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the widget, from the cache."""
        number = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self._base
        line = self._line(number)
        if line is None or line.kind == "gap":
            return Strip.blank(width, base)
        bar = Segment(BAR[line.role], base + self._style(line.role))
        words = Strip(self._words(line, number, base)).apply_offsets(0, number)
        return Strip([bar, *words]).adjust_cell_length(width, base)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words, without the bars at their side."""
        lines = "\n".join(line.text for block in self._blocks for line in block)
        return selection.extract(lines), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002
        """Draw what is selected."""
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        if self._text_width() != self._wrapped_for:
            self._wrap_all()

    def _line(self, number: int) -> Line | None:
        place = bisect_right(self._starts, number) - 1
        if place < 0 or number - self._starts[place] >= len(self._blocks[place]):
            return None
        return self._blocks[place][number - self._starts[place]]

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"talk--{name}", partial=True)

    def _words(self, line: Line, number: int, base: Style) -> list[Segment]:
        """The line's text, the part that is selected in its own style."""
        if line.kind == "who":
            style = base + self._style(line.role) + Style(bold=True)
        else:
            style = base + self._style(line.kind)
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is None:
            return [Segment(line.text, style)]
        start, end = span[0], len(line.text) if span[1] == -1 else span[1]
        marked = style + self.screen.get_component_rich_style("screen--selection")
        parts = (
            (line.text[:start], style),
            (line.text[start:end], marked),
            (line.text[end:], style),
        )
        return [Segment(text, one) for text, one in parts if text]

    def _text_width(self) -> int:
        width = self.scrollable_content_region.width - len(BAR["note"])
        return max(NARROWEST, min(WIDEST, width))

    def _wrap(self, message: Message) -> list[Line]:
        if not self.scrollable_content_region.width:
            return []
        kind: Kind = "aside" if message.role == "note" else "text"
        lines = [
            Line(message.role, kind, line) for line in wrapped(message.text, self._text_width())
        ]
        head = [Line(message.role, "who", one_line(message.who))] if message.who else []
        return [*head, *lines, Line(message.role, "gap", "")]

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
