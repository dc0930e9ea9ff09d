"""The debrief: one page with its evidence, a draft or signed, and everything that follows from it.

The points are gone through one by one; what is done (trying again, reading on) is done at the
point that is marked. What stands behind the page is one key away, the mentor's copy is asked for
twice.
"""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from simulator.debrief.draft import Debrief
from simulator.debrief.next_step import Suggestion
from simulator.i18n import Translator
from simulator.tui.asking import asks
from simulator.tui.commands import Command, bindings
from simulator.tui.screens import after_debrief as after
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.onward import Again, Onward
from simulator.tui.widgets.curve import StanceCurve
from simulator.tui.widgets.deeds import Deeds
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.point import Point, said
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.debrief import Page, Section, page
from simulator.views.debrief_pieces import mentee_turn, pieces
from simulator.views.debrief_plot import Plot, listed
from simulator.views.debrief_ruled import tries_left
from simulator.views.words import one_line

BESIDE = frozenset({"course", "mentor", "marks", "next"})
"""Sections of the page in the second column, where there is one."""
BESIDE_BEHIND = frozenset({"cues", "comments", "figures", "hidden", "hints", "sources"})
"""The same of what stands behind the page."""
DEEDS = ("retry", "ways", "talk", "behind", "commit", "share", "save", "mentor", "judge")
"""Names of the commands that lead on from the page."""


class DebriefScreen(LocalisedScreen[Onward]):
    """One page about one session; returns where to go on."""

    AUTO_FOCUS = ""
    CSS_PATH = "debrief.tcss"
    ABOUT = "tui.help.debrief"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("debrief.retry", "r"),
        Command("debrief.ways", "w"),
        Command("debrief.point-after", "n", "point(1)"),
        Command("debrief.point-before", "p", "point(-1)", is_shown=False),
        Command("debrief.talk", "t"),
        Command("debrief.behind", "f"),
        Command("debrief.commit", "c"),
        Command("debrief.share", "h"),
        Command("debrief.save", "e"),
        Command("debrief.mentor", "m", "copy"),
        Command("debrief.judge", "j", is_shown=False),
        Command("debrief.back", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(
        self, debrief: Debrief, suggested: Suggestion | None = None, *, again_at: int = 0
    ) -> None:
        """`again_at` is the turn of an earlier talk that was taken up again, where one was."""
        super().__init__()
        self._again_at = again_at
        self._scrolled = -1.0
        """How far the page was scrolled to show the marked point; the reader may scroll on."""
        self._debrief = debrief
        self._suggested = suggested
        self._is_behind = debrief.standing == "stopped"
        """Whether what stands behind the page is shown; of a stopped scene there is nothing else."""

    @property
    def debrief(self) -> Debrief:
        """The copy that is shown."""
        return self._debrief

    def compose(self) -> ComposeResult:
        shown = page(
            self._debrief, self.t, whole=self._is_behind, suggested=self._suggested, in_app=True
        )
        yield Heading(shown.title, self._aside())
        with VerticalScroll(id="page"):
            with Vertical(id="main"):
                signed = "" if self._debrief.is_draft else "-signed"
                yield Prose(self._standing(shown.standing), id="standing", classes=signed)
                yield from self._column(shown, is_beside=False)
            with Vertical(id="beside"):
                yield from self._column(shown, is_beside=True)
                yield Deeds([one for one in self.OFFERS if one.name in DEEDS], id="deeds")
        yield KeyBar()

    def on_mount(self) -> None:
        self._settle(0)

    async def relabel(self) -> None:
        """In the other language, at the same point."""
        self._suggested = self.simulator.house.learning.suggested(self._debrief.mentee)
        await self.redraw()

    async def redraw(self, debrief: Debrief | None = None) -> None:
        """Show the same place of this copy, or of another."""
        at = self._place()
        self._debrief = debrief or self._debrief
        await self.recompose()
        self._settle(at)

    @property
    def turn(self) -> int:
        """The utterance that the marked point is about; else that of the first thing to try."""
        if isinstance(self.focused, Point):
            return self.focused.turn
        left = tries_left(self._debrief)
        return left[0].turn if left else 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What makes no sense here is not offered."""
        held, house = self._debrief, self.simulator.house
        match action:
            case "retry":
                return not held.is_recorded and bool(held.measures.turns.part)
            case "point":
                return bool(self.query(Point))
            case "ways":
                return not held.is_recorded
            case "judge":
                return bool(house.settings.judge) and held.standing != "stopped"
            case "commit" | "behind":
                return held.standing != "stopped"
            case _:
                return True

    def action_point(self, by: int) -> None:
        """The next point, or the one before."""
        points, at = list(self.query(Point)), self._place()
        whole = self.query_one("#page", VerticalScroll)
        is_seen = whole.scroll_y == self._scrolled or whole.region.overlaps(points[at].region)
        point = points[(at + by) % len(points) if is_seen else at]
        self.set_focus(point, scroll_visible=False)
        whole.scroll_to_widget(point, animate=False, immediate=True)
        self._scrolled = whole.scroll_y

    def action_behind(self) -> None:
        """What stands behind the page, or the page again."""
        self._is_behind = not self._is_behind
        self.call_next(self._turned)

    async def _turned(self) -> None:
        await self.recompose()
        self._settle(0)

    @asks
    async def action_retry(self) -> None:
        """Ask from which turn, and take it up again there."""
        turns = [one.turn for one in self._debrief.made]
        turn = await after.turn_to_try(self, mentee_turn(self.turn, turns))
        if turn is not None:
            self.dismiss(Again(self._debrief.session, turn))

    @asks
    async def action_ways(self) -> None:
        """What was said at one moment, then and in other tries."""
        if (onward := await after.ways(self)) is not None:
            self.dismiss(onward)

    @asks
    async def action_talk(self) -> None:
        """Read the talk, at the turn of the marked point."""
        await after.talk(self)

    @asks
    async def action_copy(self) -> None:
        """The other copy; the mentor's tells what stayed hidden, so it is asked for twice."""
        await after.other_copy(self)

    @asks
    async def action_share(self) -> None:
        """Who may read this session."""
        await after.share(self)

    @asks
    async def action_commit(self) -> None:
        """One next step in real life."""
        await after.commit(self)

    @asks
    async def action_save(self) -> None:
        """Write this copy to a file beside the transcripts."""
        await after.save(self)

    @asks
    async def action_judge(self) -> None:
        """A second opinion, from an LLM, once what it gets was agreed to."""
        await after.judge(self)

    def action_back(self) -> None:
        """From what stands behind the page to the page; from there to where one came from."""
        if self._is_behind and self._debrief.standing != "stopped":
            self.action_behind()
        else:
            self.dismiss(None)

    def _standing(self, words: str) -> Iterator[Block]:
        is_front_hidden = self._is_behind and self._debrief.standing != "stopped"
        yield Block("text", self.t("tui.debrief.behind") if is_front_hidden else words)
        yield from _around(self._debrief, self._again_at, self.t)

    def _aside(self) -> str:
        state = "draft" if self._debrief.is_draft else "signed"
        return self.t(f"tui.debrief.{state}.{self._debrief.audience}")

    def _column(self, shown: Page, *, is_beside: bool) -> Iterator[Widget]:
        names = BESIDE_BEHIND if self._is_behind else BESIDE
        for section in shown.sections:
            is_asked = self._debrief.standing == "stopped" or section.is_behind == self._is_behind
            if is_asked and (section.id in names) == is_beside:
                yield from _drawn(section, shown.plot, self)

    def _place(self) -> int:
        points = list(self.query(Point))
        return points.index(self.focused) if isinstance(self.focused, Point) else 0

    def _settle(self, at: int) -> None:
        """Mark the point of that number, and bring all of it into sight."""
        points = list(self.query(Point))
        whole = self.query_one("#page", VerticalScroll)
        whole.can_focus = not points
        if not points:
            whole.focus()
            return
        point = points[min(at, len(points) - 1)]
        self.set_focus(point, scroll_visible=False)
        if at:
            self.call_after_refresh(whole.scroll_to_widget, point, animate=False)


def _around(debrief: Debrief, again_at: int, t: Translator) -> Iterator[Block]:
    """Who may read it and has not signed it yet, and which talk it is another try of."""
    if (shares := debrief.followup.shares) and debrief.is_draft:
        names = t.listed(one_line(one.with_whom) for one in shares)
        yield Block("text", t("tui.debrief.shared", names=names))
    if again_at:
        yield Block("strong", t("tui.debrief.again", turn=again_at))


def _drawn(
    section: Section, plot: Plot | None, screen: LocalisedScreen[Onward]
) -> Iterable[Widget]:
    yield Prose([Block("heading", section.title)], classes="title")
    if section.id == "course" and plot is not None:
        yield StanceCurve(plot, screen.t)
        signs = [Block("sign", one.text) for one in listed(plot)]
        yield Prose([*signs, Block("text", screen.t("debrief.plot.numbered"))], classes="piece")
        return
    has_evidence = any(line.kind in {"quote", "note"} for line in section.items)
    spacing = "-apart" if has_evidence else ""
    for piece in pieces(section.items):
        if piece.is_point:
            yield Point(piece, classes=spacing)
        else:
            yield Prose(said(piece), classes=f"piece {spacing}")
