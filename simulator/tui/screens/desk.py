"""The mentor's desk: what was shared and waits, reviews under way, and those that were signed."""

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.tui.asking import asks
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.agreement import AgreementScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.name import NameScreen
from simulator.tui.screens.receiving import ReceivingScreen
from simulator.tui.screens.sending import SendingScreen
from simulator.tui.widgets.choices import TwoEnds
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.desk import DeskEntry, asked, desk_entries, pile_name
from simulator.views.pieces import Piece

FACTS = "$foreground 65%"
"""Style of what stands beside a title."""


class DeskScreen(LocalisedScreen[str | None]):
    """Returns the session to review, or None."""

    CSS_PATH = "desk.tcss"
    ABOUT = "tui.help.desk"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("desk.open", "enter", first=True),
        Command("desk.receive", "i"),
        Command("desk.send-back", "e"),
        Command("desk.agreement", "g"),
        Command("desk.name", "n"),
        Command("desk.back", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, at: str = "") -> None:
        super().__init__()
        self._at = at
        """Session that is marked."""
        self._entries: tuple[DeskEntry, ...] = ()

    def compose(self) -> ComposeResult:
        app = self.simulator
        self._entries = desk_entries(
            app.house.desk.queue(), app.mentor, self.t, app.house.clock.now()
        )
        yield Heading(self.t("tui.desk.title"), app.mentor)
        with Horizontal(id="both"):
            if self._entries:
                yield OptionList(*self._options(), id="entries")
            with VerticalScroll(id="page", can_focus=False):
                yield Prose(self._nothing(), id="told")
        yield KeyBar()

    def on_mount(self) -> None:
        self._mark()

    async def relabel(self) -> None:
        """Say everything again; the same session stays marked."""
        await self.recompose()
        self._mark()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A session can be opened where there is one, and its review sent back once it was signed."""
        if action == "open":
            return bool(self._entries)
        return action != "send_back" or (self._marked is not None and self._marked.is_signed)

    @on(OptionList.OptionHighlighted)
    def tell_of(self, event: OptionList.OptionHighlighted) -> None:
        """Show what there is to know of the session that is marked now."""
        self._at = event.option.id or ""
        self._tell()

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Review what is marked."""
        if self._at:
            self.dismiss(self._at)

    def action_back(self) -> None:
        """Back to the library."""
        self.dismiss(None)

    @asks
    async def action_receive(self) -> None:
        """Bring in a file that somebody sent."""
        if await self.app.push_screen_wait(ReceivingScreen()):
            await self.relabel()

    @asks
    async def action_send_back(self) -> None:
        """Write the signed review into a file to send."""
        with self.simulator.telling():
            path = await self.app.push_screen_wait(SendingScreen(self._at, self.simulator.mentor))
            if path is not None:
                said = self.t("tui.sending.done", path=path)
                self.notify(said, markup=False, timeout=10)

    @asks
    async def action_name(self) -> None:
        """Sit down under another name."""
        if name := await self.app.push_screen_wait(NameScreen(self.simulator.mentor)):
            self.simulator.mentor = name
            await self.relabel()

    def action_agreement(self) -> None:
        """Show how far mentors and drafts agree."""
        self.app.push_screen(AgreementScreen())

    @property
    def _marked(self) -> DeskEntry | None:
        return next((one for one in self._entries if one.session == self._at), None)

    def _mark(self) -> None:
        if not self._entries:
            return
        options = self.query_one("#entries", OptionList)
        options.focus()
        self._at = (self._marked or self._entries[0]).session
        options.highlighted = options.get_option_index(self._at)
        self._tell()

    def _tell(self) -> None:
        marked = self._marked
        pieces: list[Piece] = []
        if marked is not None:
            marks = self.simulator.house.desk.asked(marked.session)
            pieces += (*marked.page, *asked(marks, marked.who, self.t))
        self.query_one("#told", Prose).say([Block(one.kind, one.text) for one in pieces])
        self.refresh_bindings()

    def _nothing(self) -> tuple[Block, ...]:
        """What is said on an empty desk."""
        if self._entries:
            return ()
        return (
            Block("text", self.t("tui.desk.empty")),
            Block("gap"),
            Block("text", self.t("tui.desk.empty.how")),
        )

    def _options(self) -> Iterator[Option]:
        """The sessions, each pile under its name with a line between."""
        for place, (pile, some) in enumerate(groupby(self._entries, lambda one: one.pile)):
            name = pile_name(pile, self.t)
            yield Option(Content.styled(f"\n{name}" if place else name, FACTS), disabled=True)
            for one in some:
                yield Option(
                    TwoEnds(
                        Content(f"  {one.who}"),
                        Content.styled(one.when, FACTS),
                        Content.styled(f"  {one.title}", FACTS),
                    ),
                    id=one.session,
                )
