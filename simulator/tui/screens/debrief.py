"""The debrief: a draft with its evidence, for the mentee; the mentor's copy is one key away."""

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll

from simulator.debrief.draft import Debrief
from simulator.debrief.openings import Audience
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.choice import SPOIL, ChoiceScreen, TurnScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.curve import StanceCurve
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Block, Prose, sections
from simulator.views.debrief import Page, Section, page

NEXT = "next"
"""The section that says which command tries again: here that is a key."""


class DebriefScreen(LocalisedScreen[int | None]):
    """One page about one session; returns the turn to take up again, or None."""

    CSS_PATH = "debrief.tcss"
    ABOUT = "tui.help.debrief"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("debrief.retry", "r"),
        Command("debrief.mentor", "m", "copy"),
        Command("debrief.save", "s"),
        Command("debrief.back", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, debrief: Debrief) -> None:
        super().__init__()
        self._debrief = debrief

    def compose(self) -> ComposeResult:
        shown: Page = page(self._debrief, self.t, whole=True)
        main = [one for one in shown.sections if not one.is_behind]
        beside = [one for one in shown.sections if one.is_behind]
        yield Heading(shown.title)
        with VerticalScroll(id="page"):
            with Vertical(id="main"):
                yield Prose([Block("text", shown.standing)], id="standing")
                yield Prose(sections([_blocks(one) for one in main]))
            with Vertical(id="beside"):
                if self._debrief.curve:
                    yield StanceCurve(self._debrief.curve, self._debrief.personas, self.t)
                yield Prose(sections([_blocks(one) for one in beside]))
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#page").focus()

    @work
    async def action_copy(self) -> None:
        """The other copy; the mentor's tells what stayed hidden, so it is asked for twice."""
        other: Audience = "mentor" if self._debrief.audience == "mentee" else "mentee"
        if other == "mentor" and await self.app.push_screen_wait(ChoiceScreen(SPOIL)) != "show":
            return
        house, session = self.simulator.house, self._debrief.session
        with self.simulator.telling():
            if other == "mentor" and not house.session(session).followup.is_shared:
                house.afterwards(session).share(self.t("tui.spoil.beside"))
            self._debrief = house.debrief(session, other)
            await self.recompose()
            self.query_one("#page").focus()

    @work
    async def action_retry(self) -> None:
        """Ask from which turn, and take it up again there."""
        with self.simulator.telling():
            session = self.simulator.house.session(self._debrief.session)
            lines = tuple((one.turn, one.text) for one in session.said_by("mentee"))
            if lines:
                proposed = self._debrief.tries[0].turn if self._debrief.tries else None
                turn = await self.app.push_screen_wait(TurnScreen(lines, proposed))
                if turn is not None:
                    self.dismiss(turn)

    def action_save(self) -> None:
        """Write this copy as Markdown beside the transcripts."""
        with self.simulator.telling():
            path = self.simulator.house.save_debrief(self._debrief.session, self._debrief.audience)
            self.notify(self.t("tui.debrief.saved", path=path), markup=False, timeout=8)

    def action_back(self) -> None:
        """Back to the library."""
        self.dismiss(None)


def _blocks(section: Section) -> tuple[Block, ...]:
    """The section as prose; a point is set off from the one before when it brings its evidence."""
    blocks = [Block("heading", section.title)]
    has_evidence = any(line.kind in {"quote", "note"} for line in section.items)
    for place, line in enumerate(section.items):
        if has_evidence and place and line.kind in {"point", "text"}:
            blocks.append(Block("gap"))
        blocks.append(Block(line.kind, line.text))
    return tuple(blocks)
