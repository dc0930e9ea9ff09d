"""The talk to read again: as it was shown while it was held, with one turn marked.

The marked turn is said by a sign beside the name, and by its ground. Up and down move from turn to
turn; the view keeps what was said before it in sight.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.events import Click, Resize
from textual.message import Message as Fact
from textual.strip import Strip

from simulator.tui.commands import Command, bindings
from simulator.tui.widgets.talk import Message, Talk
from simulator.views.reviewing import Spoken

SIGN = "▸ "


class MarkedTalk(Talk, inherit_bindings=False):
    """Utterances with a turn marked; nothing can be said here."""

    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("reading.earlier", "up", "move(-1)", is_shown=False, is_listed=False),
        Command("reading.later", "down", "move(1)", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"marked-talk--marked"}

    DEFAULT_CSS = """
    MarkedTalk {
        .marked-talk--marked { background: $panel; }
    }
    """

    class Moved(Fact):
        """Another turn is marked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._spoken: tuple[Spoken, ...] = ()
        self._at = 0

    @property
    def turn(self) -> int:
        """The turn that is marked; 0 where nothing was said."""
        return self._spoken[self._at].turn if self._spoken else 0

    def tell(self, spoken: Sequence[Spoken], turn: int) -> None:
        """Show what was said, with `turn` marked."""
        self._spoken = tuple(spoken)
        self._messages = [Message(one.who, one.speaker, one.text) for one in spoken]
        self.mark(turn)

    def mark(self, turn: int) -> None:
        """Mark `turn`, and bring it into sight."""
        turns = [one.turn for one in self._spoken]
        self._at = max(0, bisect_right(turns, turn) - 1)
        for place, one in enumerate(self._spoken):
            who = f"{SIGN}{one.who}" if place == self._at else one.who
            self._messages[place] = replace(self._messages[place], who=who)
        self._wrap_all()
        self.call_after_refresh(self._reveal)

    def action_move(self, turns: int) -> None:
        """Mark an earlier or a later turn."""
        self._go(self._at + turns)

    def on_click(self, event: Click) -> None:
        """Mark the turn that was clicked."""
        self._go(bisect_right(self._starts, event.y + self.scroll_offset.y) - 1)

    def on_resize(self, event: Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._reveal)

    def render_line(self, y: int) -> Strip:
        """One line; those of the marked turn on a ground of their own."""
        strip = super().render_line(y)
        number = y + self.scroll_offset.y
        if not self._starts or bisect_right(self._starts, number) - 1 != self._at:
            return strip
        line = self._line(number)
        if line is None or line.kind == "gap":
            return strip
        ground = self.get_component_rich_style("marked-talk--marked", partial=True)
        return Strip([Segment(one.text, (one.style or Style()) + ground) for one in strip])

    def _go(self, place: int) -> None:
        if 0 <= place < len(self._spoken):
            self.mark(self._spoken[place].turn)
            self.post_message(self.Moved())

    def _reveal(self) -> None:
        """Bring the marked turn into sight, with a third of the room for what came before it."""
        if self._starts:
            above = self.scrollable_content_region.height // 3
            self.scroll_to(y=max(0, self._starts[self._at] - above), animate=False)
