"""Ways side by side: one moment, what was said at it first, and what each other try brought.

Columns where there is room, below one another where there is not. From here another line can be
tried at the same moment, or one of the tries opened.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll

from simulator.library.persona import Persona
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.onward import Again, Onward, Opened
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import GAP, Block, Prose
from simulator.views.ways_columns import Column, Moment, moment
from simulator.wiring.learning import Tried

MOST_BESIDE = 3
"""Columns beside one another."""


class WayTried(Prose, can_focus=True):
    """One column."""

    def __init__(self, column: Column, you: str) -> None:
        super().__init__(_blocks(column, you))
        self.session = column.session
        self.is_here = column.is_here


class WaysScreen(LocalisedScreen[Onward]):
    """Returns where to go on; None for back."""

    AUTO_FOCUS = ""
    CSS_PATH = "ways.tcss"
    ABOUT = "tui.help.ways"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("ways.open-way", "enter"),
        Command("ways.retry", "r"),
        Command("ways.moment-after", "n", "moment(1)"),
        Command("ways.moment-before", "p", "moment(-1)", is_shown=False),
        Command("ways.way-after", "right", "way(1)", is_shown=False, is_listed=False),
        Command("ways.way-before", "left", "way(-1)", is_shown=False, is_listed=False),
        Command("ways.back", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(
        self, tried: Sequence[Tried], personas: Mapping[str, Persona], *, here: str, turn: int = 0
    ) -> None:
        """`here` is the session one comes from, `turn` the utterance it was read at."""
        super().__init__()
        self._tried = tuple(tried)
        self._personas = dict(personas)
        self._here = here
        turns = [one.laid.turn if one.session == here else 0 for one in self._tried]
        self._at = turns.index(turn) if turn in turns else 0

    def compose(self) -> ComposeResult:
        shown = self._moment
        several = len(self._tried) > 1
        place = self.t("tui.ways.moment", at=self._at + 1, of=len(self._tried)) if several else ""
        yield Heading(self.t("tui.ways.title", turn=shown.turn), place)
        with VerticalScroll(id="page", can_focus=False):
            yield Prose(list(self._heard(shown)), id="heard")
            with Container(id="ways") as ways:
                ways.styles.grid_size_columns = min(MOST_BESIDE, len(shown.columns))
                for column in shown.columns:
                    yield WayTried(column, self.t("debrief.you"))
        yield KeyBar()

    def on_mount(self) -> None:
        ways = list(self.query(WayTried))
        first = next((one for one in ways if one.is_here), ways[0])
        self.set_focus(first, scroll_visible=False)

    async def relabel(self) -> None:
        """In the other language, at the same way."""
        await self._redraw(self._place())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is no other moment where there is one only."""
        return action != "moment" or len(self._tried) > 1

    def action_open_way(self) -> None:
        """The debrief of the way in focus."""
        way = self.focused
        if isinstance(way, WayTried):
            self.dismiss(None if way.session == self._here else Opened(way.session))

    def action_retry(self) -> None:
        """Another line at this moment."""
        self.dismiss(Again(self._tried[self._at].session, self._moment.turn))

    async def action_moment(self, by: int) -> None:
        """The next moment that was tried, or the one before."""
        self._at = (self._at + by) % len(self._tried)
        await self._redraw(0)

    def action_way(self, by: int) -> None:
        """The way at the right, or at the left."""
        ways = list(self.query(WayTried))
        self._mark(ways[(self._place() + by) % len(ways)])

    def action_back(self) -> None:
        """Back to the debrief."""
        self.dismiss(None)

    @property
    def _moment(self) -> Moment:
        laid = self._tried[self._at].laid
        return moment(laid, self._personas, self.t, here=self._here)

    async def _redraw(self, place: int) -> None:
        await self.recompose()
        ways = list(self.query(WayTried))
        self._mark(ways[min(place, len(ways) - 1)])

    def _mark(self, way: WayTried) -> None:
        """Put one in focus, and in sight at once."""
        self.set_focus(way, scroll_visible=False)
        page = self.query_one("#page")
        self.call_after_refresh(page.scroll_to_widget, way, animate=False)

    def _place(self) -> int:
        ways = list(self.query(WayTried))
        return ways.index(self.focused) if isinstance(self.focused, WayTried) else 0

    def _heard(self, shown: Moment) -> Iterator[Block]:
        if shown.heard is not None:
            yield Block("text", self.t("tui.ways.heard", who=shown.heard.who))
            yield Block("quote", self.t.quoted(shown.heard.words))
        yield Block("note", self.t("tui.ways.stood", stood=shown.stood))


def _blocks(column: Column, you: str) -> Iterator[Block]:
    yield Block("heading", column.name)
    yield GAP
    yield Block("text", you)
    yield Block("quote", column.line)
    for reply in column.replies:
        yield GAP
        yield Block("text", reply.who)
        yield Block("quote", reply.words)
    yield GAP
    yield from (Block("strong", one) for one in column.effects)
    yield from (Block("point", one) for one in column.came)
