"""Search in everything that was said: places as one types, each of which opens in its talk.

The store is asked in a thread, for what is written at that moment; while it answers, nothing else is
asked of it, and an answer to words that were written over is not shown. Whatever is typed is words.
"""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, OptionList

from simulator.errors import SimulatorError
from simulator.tui.commands import Command, bindings
from simulator.tui.journeys import arrival
from simulator.tui.lookups import searched
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.hits import Hits
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.places import Places

LONGEST = 200


class SearchScreen(LocalisedScreen[None]):
    """A field, and the places found."""

    CSS_PATH = "search.tcss"
    ABOUT = "tui.help.search"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("search.there", "enter", first=True),
        Command("search.back", "escape"),
        Command("search.down", "down", "move(1)", is_shown=False, is_listed=False),
        Command("search.up", "up", "move(-1)", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self) -> None:
        super().__init__()
        self._found = Places()
        self._is_asking = False

    def compose(self) -> ComposeResult:
        yield Heading(self.t("tui.search.title"))
        yield Field(placeholder=self.t("tui.search.words"), id="words", max_length=LONGEST)
        yield Hits(id="hits")
        yield Prose(id="nothing")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#words", Field).focus()
        self._tell()

    @property
    def _words(self) -> str:
        return self.query_one("#words", Field).value

    @property
    def _hits(self) -> Hits:
        return self.query_one("#hits", Hits)

    async def relabel(self) -> None:
        """Say everything again, in the language of now; what is written and found stays."""
        self.query_one(Heading).entitle(self.t("tui.search.title"))
        self.query_one("#words", Field).placeholder = self.t("tui.search.words")
        self.refresh_bindings()
        await self.look_again()

    async def look_again(self) -> None:
        """Ask again for what is written."""
        self._found = await self._asked(self._words)
        if self.is_there:
            self._tell()

    @on(Input.Changed)
    def look(self) -> None:
        """Ask for what is written, unless an answer is under way: then that is done after it."""
        if not self._is_asking:
            self._is_asking = True
            self.run_worker(self._follow(), group="looking")

    async def _follow(self) -> None:
        """Ask until the answer is to what is written."""
        try:
            while self.is_there and self._found.words != self._words:
                self._found = await self._asked(self._words)
        finally:
            self._is_asking = False
        if self.is_there:
            self._tell()

    async def _asked(self, words: str) -> Places:
        try:
            return await self.simulator.aside(partial(searched, self.simulator.house, words))
        except SimulatorError as error:
            self.simulator.tell(error)
            return Places(words)

    @on(OptionList.OptionSelected)
    def go(self) -> None:
        self.action_there()

    def on_resize(self) -> None:
        self.call_after_refresh(self._tell)

    def action_there(self) -> None:
        """Open the talk at the marked place."""
        place = self._hits.marked
        if place is not None:
            self.simulator.walk(arrival.read(self.simulator, place.session, place.turn))

    def action_move(self, places: int) -> None:
        """Mark another place while words are being written."""
        self._hits.action_cursor_down() if places > 0 else self._hits.action_cursor_up()

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss(None)

    def _tell(self) -> None:
        self._hits.tell(self._found.places, is_narrow=self.has_class("-narrow"))
        self._hits.display = bool(self._found.places)
        nothing = self.query_one("#nothing", Prose)
        nothing.display = not self._found.places
        nothing.say([Block("text", self._found.nothing(self.t))])
        self.query_one(Heading).say(self._found.counted(self.t))
