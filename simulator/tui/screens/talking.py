"""A talk under way: its commands, whichever key, word or click asks for one, and what each does.

What is asked in a pause, and recorded of the answer, is in `pauses`; how the talk looks is the
screen's that is built on this one.
"""

from typing import ClassVar

from textual import on
from textual.binding import BindingType

from simulator.config import OFFLINE
from simulator.practice.conversation import Conversation
from simulator.tui.asking import asks
from simulator.tui.catching_up import caught_up
from simulator.tui.commands import Command, bindings
from simulator.tui.pace import Pace
from simulator.tui.screens import pauses
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.mark import What
from simulator.tui.screens.pauses import Left
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.scene import Scene
from simulator.views.talk import progress, time_told


class TalkScreen(LocalisedScreen[Left]):
    """One conversation; returns how it was left."""

    ABOUT = "tui.help.practice"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("practice.to-debrief", "enter"),
        Command("practice.stop", "f8", slash="stop", first=True),
        Command("practice.interrupt", "escape"),
        Command("practice.brief", "f3", slash="brief", first=True),
        Command("practice.hint", "f7", slash="hint", first=True),
        Command("practice.note", "f5", slash="note", first=True),
        Command("practice.mark", "f4", slash="mark", first=True),
        Command("practice.finish", "f6", slash="finish", first=True),
        Command("practice.from", "ctrl+r", slash="from", is_shown=False, first=True),
        Command("practice.read-back", "pageup", "read(-1)", is_shown=False, first=True),
        Command("practice.read-on", "pagedown", "read(1)", is_shown=False, first=True),
        Command("practice.time", "", slash="time"),
        Command("practice.again", "", slash="again"),
        Command("practice.offline", "", slash="offline"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, conversation: Conversation, pace: Pace) -> None:
        super().__init__()
        self._conversation = conversation
        self._pace = pace

    @property
    def _scene(self) -> Scene:
        return self.query_one(Scene)

    @property
    def _is_over(self) -> bool:
        return self._conversation.session.ended is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key has something to do at this moment."""
        match action:
            case "interrupt":
                return any(one.is_speaking for one in self.query(Scene))
            case "stop" | "hint" | "finish":
                return not self._is_over
            case "to_debrief":
                return self._is_over
            case _:
                return True

    @on(Scene.HelpShown)
    @asks
    async def offer_a_way_out(self) -> None:
        self._leave(await pauses.outside(self, self._conversation))

    def action_interrupt(self) -> None:
        """Cut the reply that is being worded."""
        self.run_worker(self._scene.cut())

    def action_brief(self) -> None:
        """Show or hide the brief: beside the talk where there is room, else in its place."""
        self.toggle_class("-no-brief" if self.has_class("-wide") else "-brief")
        self.refresh_bindings()

    def action_to_debrief(self) -> None:
        """Go on from a talk that is over."""
        self._leave("over")

    def action_read(self, pages: int) -> None:
        """Roll the talk, or the brief that stands in its place."""
        shown = self.query_one("#brief" if self.has_class("-brief") else "#talk")
        shown.scroll_relative(y=pages * max(1, shown.size.height - 2), animate=False)

    @asks
    async def action_finish(self) -> None:
        """Leave a talk that is not over; it is asked how."""
        self._pace.hold()
        left = await pauses.finished(self)
        self._pace.release()
        if left is not None:
            await self.hush()
        self._leave(pauses.end(self, self._conversation) if left == "over" else left)

    @asks
    async def action_stop(self) -> None:
        """STOP: everything halts at once; nobody asks why."""
        await self.hush()
        self._leave(await pauses.stopped(self, self._conversation))

    @asks
    async def action_from(self, turn: str = "") -> None:
        """Take the talk up again at one of one's lines; the session under way stays as it is."""
        if not self._conversation.session.said_by("mentee"):
            self._scene.tell(lambda t: t("tui.practice.nothing-said"))
            return
        await self.hush()
        self._leave(await pauses.taken_up(self, self._conversation, turn))

    def action_note(self, text: str = "") -> None:
        """Keep a note to oneself on what was said last."""
        self._keep("note", text)

    def action_mark(self, text: str = "") -> None:
        """Mark what was said last for a mentor."""
        self._keep("mark", text)

    @asks
    async def _keep(self, what: What, text: str) -> None:
        self._pace.hold()
        kept = await pauses.noted(self, self._conversation, what, text)
        if kept is not None:
            self._scene.tell(kept)
        self._pace.release()

    @asks
    async def action_hint(self) -> None:
        """One hint, because it was asked for; nobody in the scene hears it."""
        await self._scene.aside(pauses.hinted(self, self._conversation))

    def action_time(self) -> None:
        """Say how long it has taken, and how many lines."""
        limits, now = self._conversation.stage.scenario.turns, self.simulator.house.clock.now()
        far = progress(self._conversation.session, limits, now)
        self._scene.tell(lambda t: time_told(far, t))

    def action_offline(self) -> None:
        """Go on in the same state with the partner that comes with the program."""
        self.simulator.house.casting.recast(self._conversation, OFFLINE)
        self._scene.tell(lambda t: t("tui.practice.offline"))
        if self._conversation.is_owed_a_reply:
            self.action_again()

    def action_again(self) -> None:
        """Ask once more for the answer that the latest line is still owed."""
        if not self._conversation.is_owed_a_reply:
            self._scene.tell(lambda t: t("tui.practice.nothing-owed"))
        elif not self._scene.is_speaking:
            self.query_one(Composer).is_held = True
            self._scene.hear()

    async def hush(self) -> None:
        """End what is under way, so that all of it is stored."""
        await caught_up(self)
        await self._scene.cut()

    def _leave(self, left: Left | None) -> None:
        if left is not None:
            self.dismiss(left)
