"""The practice: the talk, the composer, and every way to pause, stop or leave it."""

from contextlib import aclosing
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Footer, Label

from simulator.errors import SimulatorError
from simulator.practice.conversation import Conversation
from simulator.practice.events import (
    Entry,
    HelpShown,
    MenteeSpoke,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
)
from simulator.tui.screens.briefing import BriefPane
from simulator.tui.screens.confirm import Choice, ChoiceScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.talk import Message, Talk
from simulator.views.slash import Command, Spoken, Unknown, parsed
from simulator.views.talk import Said, progress, said, talk


class PracticeScreen(LocalisedScreen[Conversation | None]):
    """One conversation. Returns it when it is over; None where another one takes its place."""

    CSS_PATH = "practice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "tui.key.help", priority=True),
        Binding("escape", "interrupt", "tui.key.interrupt"),
        Binding("f3", "brief", "tui.key.brief", priority=True),
        Binding("f4", "mark", "tui.key.mark", priority=True),
        Binding("f6", "finish", "tui.key.finish", priority=True),
        Binding("f8", "stop", "tui.key.stop", priority=True),
    ]
    COMMANDS_BY_NAME: ClassVar[dict[str, str]] = {
        "help": "help",
        "brief": "brief",
        "mark": "mark",
        "finish": "finish",
        "stop": "stop",
    }

    def __init__(self, conversation: Conversation) -> None:
        super().__init__()
        self._conversation = conversation

    def compose(self) -> ComposeResult:
        scenario = self._conversation.stage.scenario
        with Horizontal(id="title-bar"):
            yield Label(Content(scenario.title), id="title")
            yield Label("", id="progress")
        yield Talk(id="talk")
        yield BriefPane(self._conversation.stage, self._conversation.session.opened.level)
        yield Composer(placeholder=self.t("tui.practice.composer"), id="composer")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        stage = self._conversation.stage
        lines = talk(self._conversation.session, stage.personas)
        self.query_one(Talk).show(tuple(self._message(one) for one in lines))
        composer = self.query_one(Composer)
        composer.remember(tuple(one.text for one in lines if one.speaker == "mentee"))
        composer.focus()
        self._show_progress()
        if self._conversation.is_owed_a_reply:
            self._hear(None)

    @on(Composer.Submitted)
    def take_turn(self, event: Composer.Submitted) -> None:
        """Say the line, run the command, or hurry the reply that is being worded."""
        if self._is_busy:
            self.simulator.pace.skip()
            self.query_one(Composer).text = event.text
            return
        match parsed(event.text, self.COMMANDS_BY_NAME):
            case Unknown(name=name):
                self.say_aside(self.t("tui.practice.unknown", command=name))
            case Command(name=name):
                self.call_later(getattr(self, f"action_{self.COMMANDS_BY_NAME[name]}"))
            case Spoken(text=text):
                self._hear(text)

    @property
    def _is_busy(self) -> bool:
        return any(not worker.is_finished for worker in self.workers if worker.node is self)

    @work(exclusive=True, exit_on_error=True)
    async def _hear(self, line: str | None) -> None:
        """Say `line` (or take the reply still owed), and show each event once it is stored."""
        conversation = self._conversation
        entries = conversation.reply() if line is None else conversation.say(line)
        self.simulator.pace.begin()
        try:
            async with aclosing(entries):
                async for entry in entries:
                    await self._show(entry)
        except SimulatorError as error:
            self.say_aside(self.worded(error))
            return
        self._show_progress()
        if conversation.session.ended:
            self._wind_up()

    async def _show(self, entry: Entry) -> None:
        shown = self.query_one(Talk)
        match entry.event:
            case MenteeSpoke():
                shown.add(self._latest())
                self._show_progress()
            case ReplyStarted():
                shown.add(self._latest())
            case ReplyPart(text=text):
                shown.extend(text)
                await self.simulator.pace.after(text)
            case ReplyReplaced():
                shown.reword("")
            case ReplyInterrupted(text=text):
                shown.reword(f"{text} {self.t('tui.practice.cut')}")
            case HelpShown():
                self.say_aside(self.t("views.help-message"))
            case _:
                pass

    def say_aside(self, text: str) -> None:
        """Show something that nobody in the scene says."""
        self.query_one(Talk).add(Message("", "note", text))

    def _latest(self) -> Message:
        latest = self._conversation.session.utterances[-1]
        return self._message(said(latest, self._conversation.stage.personas))

    def _message(self, one: Said) -> Message:
        text = one.text or self.t("tui.practice.silence") if one.speaker == "mentee" else one.text
        return Message(
            one.who,
            one.speaker,
            f"{text} {self.t('tui.practice.cut')}" if one.is_cut and text else text,
        )

    def _show_progress(self) -> None:
        turns = self._conversation.stage.scenario.turns
        now = progress(self._conversation.session, soft=turns.soft, hard=turns.hard)
        self.query_one("#progress", Label).update(
            Content(self.t("tui.practice.turn", taken=now.taken, soft=now.soft))
        )

    def _wind_up(self) -> None:
        self.say_aside(self.t("tui.practice.over"))
        self.query_one(Composer).disabled = True
        self.query_one(Talk).focus()

    def action_interrupt(self) -> None:
        """Cut the reply that is being worded, or close the brief."""
        pane = self.query_one(BriefPane)
        if pane.has_class("-open"):
            pane.remove_class("-open")
        elif self._is_busy:
            self._conversation.interrupt()
            self.simulator.pace.skip()

    def action_brief(self) -> None:
        """Show or hide the brief beside the talk."""
        self.query_one(BriefPane).toggle_class("-open")

    def action_finish(self) -> None:
        """Leave the talk and go on to the debrief; a talk that is not over asks first."""
        if self._conversation.session.ended:
            self.dismiss(self._conversation)
        else:
            self._ask_to_finish()

    @work
    async def _ask_to_finish(self) -> None:
        choice = await self.app.push_screen_wait(
            ChoiceScreen(
                "tui.finish",
                (Choice("stay", "tui.finish.stay"), Choice("finish", "tui.finish.finish")),
            )
        )
        if choice == "finish":
            await self._end_reply()
            self._conversation.leave()
            self.dismiss(self._conversation)

    @work
    async def action_stop(self) -> None:
        """STOP: everything halts at once; nobody asks why."""
        if self._conversation.session.ended:
            return
        await self._end_reply()
        if not self._conversation.session.is_stopped:
            self._conversation.stop()
        choice = await self.app.push_screen_wait(
            ChoiceScreen(
                "tui.stop",
                (
                    Choice("resume", "tui.stop.resume"),
                    Choice("lighter", "tui.stop.lighter"),
                    Choice("end", "tui.stop.end"),
                ),
            )
        )
        if choice == "end":
            self._conversation.leave()
            self.dismiss(self._conversation)
        elif choice == "lighter":
            self.dismiss(None)
            self.simulator.play_lighter(self._conversation)
        else:
            self._conversation.go_on()
            self.query_one(Composer).focus()

    @work
    async def action_mark(self) -> None:
        """The mentor beside the mentee pauses the scene and leaves a private mark."""
        await self._end_reply()
        mark = await self.app.push_screen_wait(MarkScreen())
        if mark is not None:
            turn = self._conversation.session.last_turn
            self._conversation.mark(turn, by="mentor", author=mark.author, note=mark.note)
            self.say_aside(self.t("tui.practice.marked", turn=turn, author=mark.author))
        self.query_one(Composer).focus()

    async def _end_reply(self) -> None:
        """Cut a reply under way where it stands, and wait until that is stored."""
        self._conversation.interrupt()
        self.simulator.pace.skip()
        await self.workers.wait_for_complete(
            [worker for worker in self.workers if worker.name == "_hear"]
        )
