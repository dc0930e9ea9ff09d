"""The review: first the talk, then one point at a time, then the agenda and the signature.

Every ruling is stored at its key. A line is asked for where a reason is due; what is being written
in it survives a change of language. What a key does is the round's to say; this shows it.
"""

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, OptionList

from simulator.debrief.review.rulings import LONGEST
from simulator.tui.asking import asks
from simulator.tui.commands import Command, bindings
from simulator.tui.review.round import Round, naming
from simulator.tui.screens.choice import ChoiceScreen, Question
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.closing import ClosingList
from simulator.tui.widgets.deeds import Deeds
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.marked_talk import MarkedTalk
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.reviewing import brought, closing, page, spoken, standing
from simulator.wiring.desk import Reviewing

SIGN = Question("tui.sign", ("stay", "sign"))
RULINGS: tuple[Command, ...] = (
    Command("review.accept", "a", "do('accept')", is_shown=False),
    Command("review.adjust", "j", "do('adjust')", is_shown=False),
    Command("review.reject", "r", "do('reject')", is_shown=False),
    Command("review.observed", "y", "do('observed')", is_shown=False),
    Command("review.not-observed", "n", "do('not-observed')", is_shown=False),
    Command("review.no-chance", "x", "do('no-chance')", is_shown=False),
    Command("review.could-not-judge", "u", "do('could-not-judge')", is_shown=False),
    Command("review.elsewhere", "o", "do('elsewhere')", is_shown=False),
    Command("review.set-aside", "l", "do('set-aside')", is_shown=False),
    Command("review.other-words", "w", "do('other-words')", is_shown=False),
    Command("review.agenda", "k", "do('agenda')", is_shown=False),
    Command("review.reword", "e", is_shown=False),
    Command("review.take-off", "d", "do('take-off')", is_shown=False),
    Command("review.accept-rest", "v", "do('accept-rest')", is_shown=False),
    Command("review.sign", "s", is_shown=False),
    Command("review.go-on", "enter", "do('go-on')", is_shown=False),
)
"""What is done to the thing in front, in the order in which it is offered under it."""


KEPT = frozenset({"remark", "add-point", "moment"})
"""Lines that leave no trace on what is in front: that they were kept is said."""
MOST = 0.7
"""Share of the height that the point may have where the talk stands above it."""
LEAST = 3
"""Lines of the point that are always in sight."""


class Card(VerticalScroll, inherit_bindings=False):
    """The point at hand, which up and down scroll."""

    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("card.up", "up", "scroll_up", is_shown=False, is_listed=False),
        Command("card.down", "down", "scroll_down", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)


class ReviewScreen(LocalisedScreen[None]):
    """One mentor's review of one session; leaving it loses nothing."""

    CSS_PATH = "review.tcss"
    ABOUT = "tui.help.review"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        *RULINGS,
        Command("review.talk", "t", "do('talk')"),
        Command("review.remark", "c", "do('remark')"),
        Command("review.add-point", "p", "do('add-point')"),
        Command("review.moment", "m", "do('moment')", is_shown=False),
        Command("review.previous", "left", "do('previous')", is_shown=False),
        Command("review.next", "right", "do('next')", is_shown=False),
        Command("review.back", "escape"),
        Command("review.page-up", "pageup", "look(-6)", is_shown=False, is_listed=False),
        Command("review.page-down", "pagedown", "look(6)", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, reviewing: Reviewing, title: str) -> None:
        super().__init__()
        self._reviewing = reviewing
        self._title = title
        self._round: Round | None = None

    @property
    def round(self) -> Round:
        """Where the mentor is."""
        if self._round is None:
            self._round = Round(self._reviewing, self.t)
        return self._round

    def compose(self) -> ComposeResult:
        yield Heading(self._title)
        with Horizontal(id="both"):
            yield MarkedTalk(id="talk")
            with Vertical(id="side"):
                with Card(id="card"):
                    yield Prose(id="point")
                yield ClosingList(id="closing", markup=False)
                with Vertical(id="asking"):
                    yield Prose(id="asked")
                    yield Field(id="line", max_length=LONGEST, select_on_focus=False)
                yield Deeds(RULINGS, id="deeds")
        yield KeyBar()

    def on_mount(self) -> None:
        self._show()

    async def relabel(self) -> None:
        """Say everything again; what is being written stays."""
        self.round.t = self.t
        await super().relabel()
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key is there while what it does can be done."""
        name = str(parameters[0]) if action == "do" and parameters else action
        return name in self.round.offered if action in {"do", "sign", "reword"} else True

    def action_do(self, name: str) -> None:
        """Do what the command of that name does here."""
        with self.simulator.telling(), naming(self.round.review, self.t):
            self.round.do(name)
        self._show()

    def action_look(self, lines: int) -> None:
        """Move the talk by so many lines, or while it is read what its mentee brings to it."""
        moved = Card if self.round.mode == "talk" and not self.round.step else MarkedTalk
        self.query_one(moved).scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        """Back from what is half done, else to the desk."""
        if self.round.leave():
            self.dismiss(None)
        else:
            self._show()

    @asks
    async def action_sign(self) -> None:
        """Ask once more, then freeze a version for the mentee."""
        if await self.app.push_screen_wait(ChoiceScreen(SIGN)) == "sign":
            with self.simulator.telling(), naming(self.round.review, self.t):
                version = self._reviewing.sign()
                self.notify(self.t("tui.sign.done", version=version), markup=False, timeout=8)
            self._show()

    @on(Input.Submitted)
    def take_line(self, event: Input.Submitted) -> None:
        """The line that was awaited is written."""
        ask = self.round.ask
        with self.simulator.telling(), naming(self.round.review, self.t):
            self.round.written(event.value)
            if ask is not None and ask.what in KEPT:
                kept = self.t(f"review.kept.{ask.what}", turn=ask.turn)
                self.notify(kept, markup=False, timeout=5)
        self._show()

    @on(MarkedTalk.Moved)
    def follow(self) -> None:
        """Another turn is marked in the talk."""
        self.round.turn = self.query_one(MarkedTalk).turn

    @on(OptionList.OptionHighlighted)
    def mark(self) -> None:
        """Another line of the closing is marked."""
        self.round.look_at(self.query_one(ClosingList).marked)
        self.query_one(MarkedTalk).mark(self.round.turn)
        self.refresh_bindings()

    @on(OptionList.OptionSelected)
    def action_reword(self) -> None:
        """Word the question of a moment anew."""
        question = self.round.reword()
        self._show()
        self.query_one(Field).value = question

    def _show(self) -> None:
        """Everything as it stands now."""
        at = self.round
        for mode in ("talk", "points", "closing"):
            self.set_class(at.mode == mode, f"-{mode}")
        self.query_one(Heading).say(self._head())
        held = self._reviewing
        said = spoken(held.session, held.personas, held.debrief.marks, self.t)
        self.query_one(MarkedTalk).tell(said, at.turn)
        self.query_one("#point", Prose).say(self._page())
        lines = closing(at.review, at.moments, self.t) if at.mode == "closing" else ()
        self.query_one(ClosingList).tell(lines, self.t)
        self._ask()
        self.refresh_bindings()
        self.call_after_refresh(self._fit)

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Let the point have the room that the talk and what stands under it leave."""
        both, side = self.query_one("#both"), self.query_one("#side")
        is_beside = self.has_class("-wide") or self.round.mode == "closing"
        room = both.size.height if is_beside else round(both.size.height * MOST) - 1
        left = max(LEAST, room - self._under(side.content_size.width))
        card = self.query_one(Card)
        card.styles.max_height = left
        above = min(self._lines("#point", side.content_size.width), left)
        self.query_one(ClosingList).styles.max_height = max(LEAST, left - above - 1)

    def _under(self, width: int) -> int:
        """Lines that what stands under the point takes, in that many columns."""
        deeds, asking = self.query_one(Deeds), self.query_one("#asking")
        used = deeds.lines(width) + deeds.styles.margin.height if deeds.display else 0
        if asking.display:
            used += self._lines("#asked", width) + asking.styles.margin.height
            used += self.query_one(Field).display
        return used

    def _lines(self, prose: str, width: int) -> int:
        return self.query_one(prose, Prose).get_content_height(self.size, self.size, width)

    def _ask(self) -> None:
        """Open the line that is awaited, or give the keys back to what is in front."""
        at, field = self.round, self.query_one(Field)
        is_open = self.has_class("-asking")
        self.set_class(at.ask is not None, "-asking")
        asked = tuple(self._asked())
        self.set_class(bool(asked), "-asked")
        self.query_one("#asked", Prose).say(asked)
        if at.ask is not None:
            if not is_open:
                field.value = ""
            field.focus()
            return
        front = {"talk": "#talk", "points": "#card", "closing": "#closing"}
        self.query_one(front[at.mode]).focus()

    def _asked(self) -> Iterator[Block]:
        at = self.round
        if at.ask is not None:
            yield Block("text", at.ask.words(self.t))
        elif at.step:
            yield Block("text", self.t(f"review.step.{at.step}", turn=at.turn))

    def _page(self) -> Iterator[Block]:
        """What stands in front: how to read, the point at hand, or what is left to do."""
        at, t = self.round, self.t
        if at.mode == "points":
            held = self._reviewing
            pieces = page(at.review, at.place, held.debrief, held.session, t)
            yield from (Block(one.kind, one.text) for one in pieces)
        elif at.mode == "closing":
            yield Block("text", t(f"review.last.{at.last}"))
            if at.rest:
                yield Block("text", t.n("review.last.rest", len(at.rest)))
        elif at.step == "picking":
            yield Block("text", t("review.read.pick"))
        else:
            told = tuple(brought(self._reviewing.debrief, t))
            yield Block("text", t(f"review.read.{'brought' if told else 'first'}"))
            yield from (Block("gap"),) if told else ()
            yield from (Block(one.kind, one.text) for one in told)

    def _head(self) -> str:
        """How far the review is, and which point is at hand."""
        at = self.round
        said = standing(at.review, self.t)
        if at.mode != "points":
            return said
        of = len(at.review.opened.draft)
        return self.t("review.head.point", place=at.place + 1, of=of, standing=said)
