"""The practice: the scene, the composer, the brief beside them, and how far the talk has come."""

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Key
from textual.widgets import Button, TextArea

from simulator.config import OFFLINE
from simulator.practice.conversation import Conversation
from simulator.tui.catching_up import caught_up
from simulator.tui.commands import Command
from simulator.tui.pace import Pace
from simulator.tui.screens.talking import TalkScreen
from simulator.tui.unsaid import Unsaid
from simulator.tui.widgets.brief import during
from simulator.tui.widgets.completion import Completion, Row
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.tui.widgets.scene import Scene, Words, nothing
from simulator.tui.widgets.way import Way
from simulator.views.slash import NAMES, Spoken, Unknown, parsed
from simulator.views.slash import Command as Slash
from simulator.views.talk import far_told, is_too_long, progress, too_long_told
from simulator.wiring.casting import Delay

CLOCK = 15
"""Seconds between two looks at the clock."""


class PracticeScreen(TalkScreen):
    """One conversation; returns how it was left."""

    CSS_PATH = "practice.tcss"

    def __init__(self, conversation: Conversation, pace: Pace, told: Words = nothing) -> None:
        super().__init__(conversation, pace)
        self._told = told
        """What is told of how this talk came to be, before anything is said in it."""
        self._is_silence_offered = False

    def compose(self) -> ComposeResult:
        scene = Scene(self._conversation, self.t, self._pace)
        completion = Completion()
        yield Heading(self._conversation.stage.scenario.title)
        yield Way()
        with Horizontal(id="stage"):
            yield scene
            with VerticalScroll(id="brief"):
                yield Prose(during(self._conversation, self.t))
        yield scene.status
        yield completion
        yield Composer(completion, placeholder=self.t("tui.practice.composer"), id="composer")
        yield Button(self.t("tui.practice.onward"), variant="primary", compact=True, id="onward")
        yield KeyBar()

    def on_mount(self) -> None:
        session = self._conversation.session
        said = session.said_by("mentee")
        self._unsaid = Unsaid(self.simulator, session.id)
        self._composer.remember(tuple(one.text for one in said))
        self._composer.replace_text(self._unsaid.line)
        self._composer.focus()
        self.query_one(Completion).know(tuple(self._rows()))
        self.simulator.house.casting.waiting = self.show_delay
        self.show_progress()
        self.set_interval(CLOCK, self.show_progress)
        if self._told is not nothing:
            self._scene.tell(self._told)
        if self._conversation.is_owed_a_reply:
            self.action_again()
        elif session.is_stopped:
            self.action_stop()

    async def relabel(self) -> None:
        """Say everything of the program's own again; the talk, and what is written, stay."""
        self._scene.relabel(self.t)
        self._composer.placeholder = self.t("tui.practice.composer")
        self.query_one("#brief Prose", Prose).say(during(self._conversation, self.t))
        self.query_one("#onward", Button).label = self.t("tui.practice.onward")
        self.query_one(Completion).know(tuple(self._rows()))
        self.simulator.house.casting.waiting = self.show_delay
        self.show_progress()
        self.refresh_bindings()

    @property
    def _composer(self) -> Composer:
        return self.query_one(Composer)

    @property
    def _slashes(self) -> dict[str, tuple[str, Command]]:
        """Everything that can be written after a slash, with where its action is."""
        here = {one.slash: ("screen", one) for one in self.OFFERS if one.slash}
        return here | {one.slash: ("app", one) for one in self.simulator.OFFERS if one.slash}

    def _rows(self) -> Iterator[Row]:
        """What is offered after a slash; not what would change nothing, though it is understood."""
        known, is_offline = self._slashes, self._conversation.stage.actor.name == OFFLINE
        for name in NAMES:
            if name == "offline" and is_offline:
                continue
            word = known[name][1].name
            yield Row(name, self.t(f"tui.key.{word}"), self.t(f"tui.does.{word}"))

    @on(Composer.Submitted)
    def take_turn(self, event: Composer.Submitted) -> None:
        """Say the line, or run the command; a silence is meant only when Enter is struck twice."""
        is_silence_meant, self._is_silence_offered = self._is_silence_offered, False
        match parsed(event.text, self._slashes):
            case Unknown(name=name):
                self._scene.tell(lambda t: t("tui.practice.unknown", command=name))
                if len(event.text.split()) > 1:
                    self._composer.give_back(event.text)
            case Slash(name=name, rest=rest):
                self._run(name, rest)
            case Spoken(text="") if self._conversation.is_owed_a_reply:
                self.action_again()
            case Spoken(text="") if not is_silence_meant:
                self._is_silence_offered = True
                self._scene.state(lambda t: t("tui.practice.silence"))
            case Spoken(text=text) if is_too_long(text):
                self._scene.tell(lambda t: too_long_told(text, t))
                self._composer.is_held = False
                self._composer.give_back(event.text)
            case Spoken(text=text):
                self._say(text)

    def _run(self, name: str, rest: str) -> None:
        """Run a command, with what was written behind it where it is about that."""
        place, command = self._slashes[name]
        given = (rest,) if name in {"note", "mark", "from"} else ()
        # In the app's own time: quitting waits until this screen has caught up.
        self.app.call_later(self.run_action, (place, command.does, given))

    @on(Completion.Chosen)
    def run_chosen(self, event: Completion.Chosen) -> None:
        self._composer.run(event.name)

    def on_key(self, event: Key) -> None:
        """Escape closes the brief; whoever writes while the talk has the keys writes a line."""
        composer = self._composer
        if event.key == "escape" and self.has_class("-brief"):
            event.stop()
            self.action_brief()
        elif event.is_printable and event.character and composer.display and not composer.has_focus:
            composer.focus()
            composer.insert(event.character)

    @on(Composer.Hurried)
    def hurry(self) -> None:
        self._pace.skip()

    @on(TextArea.Changed)
    def write(self) -> None:
        """Offer the commands that may be meant; whoever writes does not mean to be silent."""
        self.query_one(Completion).follow(self._composer.text)
        self._unsaid.note(self._composer.text)
        if self._is_silence_offered and self._composer.text:
            self._is_silence_offered = False
            self._scene.state(nothing)

    def on_resize(self) -> None:
        self.call_after_refresh(self.show_progress)

    @on(Scene.Moved)
    def show_progress(self) -> None:
        """How far the talk is, in the mentee's lines and in minutes."""
        house = self.simulator.house
        limits = self._conversation.stage.scenario.turns
        far = progress(self._conversation.session, limits, house.clock.now())
        used = house.casting.used(self._conversation)
        told = (far_told(far, self.t, is_short=one) for one in (False, True))
        self.query_one(Heading).say(*(" · ".join(filter(None, (one, used))) for one in told))
        self.query_one(Way).share = far.share

    def show_delay(self, delay: Delay) -> None:
        """Why no answer comes yet, and in how many seconds it is asked for again."""
        for scene in self.query(Scene):  # none once the talk was left
            scene.pause(delay.seconds, lambda left: delay.told(self.t, left))

    @on(Button.Pressed, "#onward")
    def go_onward(self) -> None:
        self.action_to_debrief()

    @on(Scene.Settled)
    def give_the_floor(self) -> None:
        """Nobody speaks: the mentee may, unless it is over."""
        self._composer.is_held = False
        self.show_progress()
        if self._is_over:
            self.add_class("-over")
            self._scene.state(lambda t: t("tui.practice.over"))
            self._scene.focus_talk()
        self.refresh_bindings()

    async def hush(self) -> None:
        """End what is under way, so that all of it is stored: keys struck before count as struck."""
        await caught_up(self._composer, self._composer)
        self._unsaid.note(self._composer.text)
        await super().hush()

    def _say(self, text: str) -> None:
        self.remove_class("-brief")
        self._composer.is_held = True
        self._scene.say(text)
        self.refresh_bindings()
