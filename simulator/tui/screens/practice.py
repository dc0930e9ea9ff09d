"""The practice: the scene, the composer, and every way to pause, stop or leave it."""

import asyncio
from contextlib import suppress
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import TextArea

from simulator.config import OFFLINE
from simulator.practice.conversation import Conversation
from simulator.tui.commands import Command, bindings, slashes
from simulator.tui.pace import Pace
from simulator.tui.screens import pauses
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.pauses import Left
from simulator.tui.widgets.brief import during
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.scene import Scene
from simulator.tui.widgets.way import Way
from simulator.views.briefing import Briefing
from simulator.views.slash import Command as Slash
from simulator.views.slash import Spoken, Unknown, parsed
from simulator.views.talk import progress
from simulator.wiring.casting import Delay

LONGEST_WAIT = 1
"""Seconds after which nothing holds up leaving."""
CLOCK = 15
"""Seconds between two looks at the clock."""


class PracticeScreen(LocalisedScreen[Left]):
    """One conversation; returns how it was left."""

    CSS_PATH = "practice.tcss"
    ABOUT = "tui.help.practice"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("practice.brief", "f3", slash="brief", first=True),
        Command("practice.hint", "f7", slash="hint", is_shown=False, first=True),
        Command("practice.mark", "f4", slash="mark", first=True),
        Command("practice.offline", "", slash="offline", is_shown=False, is_listed=False),
        Command("practice.finish", "f6", slash="finish", first=True),
        Command("practice.stop", "f8", slash="stop", first=True),
        Command("practice.interrupt", "escape"),
        Command("practice.to-debrief", "enter", "finish"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, conversation: Conversation, pace: Pace) -> None:
        super().__init__()
        self._conversation = conversation
        self._pace = pace
        self._is_silence_offered = False

    def compose(self) -> ComposeResult:
        stage = self._conversation.stage
        level = self._conversation.session.opened.level
        yield Heading(stage.scenario.title)
        yield Way()
        scene = Scene(self._conversation, self.t, self._pace)
        with Horizontal(id="stage"):
            yield scene
            with VerticalScroll(id="brief"):
                yield Prose(during(Briefing.of(stage.scenario, stage.personas, level), self.t))
        yield scene.status
        yield Composer(placeholder=self.t("tui.practice.composer"), id="composer")
        yield KeyBar()

    def on_mount(self) -> None:
        said = self._conversation.session.said_by("mentee")
        self._composer.remember(tuple(one.text for one in said))
        self._composer.focus()
        self.simulator.house.casting.waiting = self.show_delay
        self.show_progress()
        self.set_interval(CLOCK, self.show_progress)
        if self._conversation.is_owed_a_reply:
            self._ask_again()
        elif self._conversation.session.is_stopped:
            self.action_stop()

    @property
    def _scene(self) -> Scene:
        return self.query_one(Scene)

    @property
    def _composer(self) -> Composer:
        return self.query_one(Composer)

    @property
    def _slashes(self) -> dict[str, str]:
        """The action of everything that can be written after a slash, here and everywhere."""
        everywhere = slashes(self.simulator.OFFERS).items()
        return slashes(self.OFFERS) | {name: f"app.{action}" for name, action in everywhere}

    @property
    def _is_over(self) -> bool:
        return self._conversation.session.ended is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key has something to do at this moment."""
        match action:
            case "interrupt":
                is_speaking = any(one.is_speaking for one in self.query(Scene))
                return is_speaking or self.has_class("-brief")
            case "mark" | "stop":
                return not self._is_over
            case _:
                return True

    @on(Composer.Submitted)
    def take_turn(self, event: Composer.Submitted) -> None:
        """Say the line, or run the command; a silence is meant only when Enter is struck twice."""
        is_silence_meant, self._is_silence_offered = self._is_silence_offered, False
        match parsed(event.text, self._slashes):
            case Unknown(name=name):
                self._scene.tell(self.t("tui.practice.unknown", command=name))
            case Slash(name=name):
                # In the app's own time: quitting waits until this screen has caught up.
                self.app.call_later(self.run_action, self._slashes[name])
            case Spoken(text="") if self._conversation.is_owed_a_reply:
                self._ask_again()
            case Spoken(text="") if not is_silence_meant:
                self._is_silence_offered = True
                self._scene.state(self.t("tui.practice.silence"))
            case Spoken(text=text):
                self._say(text)

    @on(Composer.Hurried)
    def hurry(self) -> None:
        self._pace.skip()

    @on(TextArea.Changed)
    def write(self) -> None:
        """Whoever writes does not mean to be silent."""
        if self._is_silence_offered and self._composer.text:
            self._is_silence_offered = False
            self._scene.state("")

    @on(Scene.Moved)
    def show_progress(self) -> None:
        """How far the talk is, in the mentee's lines and in minutes."""
        now = self.simulator.house.clock.now()
        limits = self._conversation.stage.scenario.turns
        far = progress(self._conversation.session, limits, now)
        line = self.t("tui.practice.line", taken=far.taken, soft=far.soft)
        minutes = self.t("views.minutes", minutes=far.minutes)
        used = self.simulator.house.casting.used(self._conversation)
        self.query_one(Heading).say(" · ".join(filter(None, (line, minutes, used))))
        self.query_one(Way).share = far.share

    def show_delay(self, delay: Delay) -> None:
        """Why no answer comes yet, and in how many seconds it is asked for again."""
        self._scene.pause(delay.seconds, lambda left: delay.told(self.t, left))

    @on(Scene.Settled)
    def give_the_floor(self) -> None:
        """Nobody speaks: the mentee may, unless it is over."""
        self._composer.is_held = False
        self.show_progress()
        if self._is_over:
            self._scene.state(self.t("tui.practice.over"))
            self._composer.display = False
            self._scene.focus_talk()
        self.refresh_bindings()

    @on(Scene.HelpShown)
    @work
    async def offer_a_way_out(self) -> None:
        self._leave(await pauses.outside(self, self._conversation))

    def action_interrupt(self) -> None:
        """Cut the reply that is being worded, or close the brief."""
        if self.has_class("-brief"):
            self.action_brief()
        else:
            self.run_worker(self._scene.cut())

    def action_brief(self) -> None:
        """Show or hide the brief: beside the talk where there is room, else in its place."""
        self.toggle_class("-no-brief" if self.has_class("-wide") else "-brief")
        self.refresh_bindings()

    @work
    async def action_finish(self) -> None:
        """Leave the talk; one that is not over asks how."""
        if self._is_over:
            self._leave("over")
            return
        self._pace.hold()
        left = await pauses.finished(self)
        self._pace.release()
        if left is not None:
            await self.hush()
        self._leave(pauses.end(self, self._conversation) if left == "over" else left)

    @work
    async def action_stop(self) -> None:
        """STOP: everything halts at once; nobody asks why."""
        await self.hush()
        self._leave(await pauses.stopped(self, self._conversation))

    @work
    async def action_mark(self) -> None:
        """Pause for a mentor to set a mark; a reply under way goes on afterwards."""
        self._pace.hold()
        mark = await pauses.marked(self, self._conversation)
        if mark is not None:
            self._scene.tell(self.t("tui.practice.marked", author=mark.author))
        self._pace.release()

    @work
    async def action_hint(self) -> None:
        """One hint, because it was asked for; nobody in the scene hears it."""
        self._scene.tell(await pauses.hinted(self, self._conversation))

    def action_offline(self) -> None:
        """Go on in the same state with the partner that comes with the program."""
        self.simulator.house.casting.recast(self._conversation, OFFLINE)
        self._scene.tell(self.t("tui.practice.offline"))
        if self._conversation.is_owed_a_reply:
            self._ask_again()

    async def hush(self) -> None:
        """End what is under way, so that all of it is stored: keys struck before count as struck."""
        for pump in (self._composer, self._composer, self):
            has_caught_up = asyncio.Event()
            pump.call_later(has_caught_up.set)
            with suppress(TimeoutError):
                await asyncio.wait_for(has_caught_up.wait(), LONGEST_WAIT)
        await self._scene.cut()

    def _leave(self, left: Left | None) -> None:
        if left is not None:
            self.dismiss(left)

    def _say(self, text: str) -> None:
        self.remove_class("-brief")
        self._composer.is_held = True
        self._scene.say(text)
        self.refresh_bindings()

    def _ask_again(self) -> None:
        self._composer.is_held = True
        self._scene.hear()
