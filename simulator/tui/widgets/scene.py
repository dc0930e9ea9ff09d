"""The scene: the talk, and the one worker that consumes the conversation.

Each event is already stored when it gets here; the scene only shows it, at a human pace. It ends
in facts: `Moved` after an event that changes how far the talk is, `Settled` when nobody is
speaking any more, `HelpShown` when a line was answered outside the scene. A reply is cut by
closing the conversation's iterator, which stores what was heard of it.

What the program itself says here is held as what it means, so that it is said again in another
language the moment one is chosen, with the talk, the place in it and a reply under way as they are.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing, suppress
from functools import partial
from typing import TypeAlias

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message as Fact
from textual.worker import Worker, WorkerCancelled

from simulator.errors import SimulatorError
from simulator.i18n import Translator
from simulator.practice import events
from simulator.practice.conversation import Conversation
from simulator.tui.pace import Pace
from simulator.tui.widgets.status import Status
from simulator.tui.widgets.talk import Message, Talk
from simulator.views.beside import beside, beside_words
from simulator.views.talk import Said, said, talk

WAITING = "…"
Words: TypeAlias = Callable[[Translator], str]
"""Something the program says, in whatever language it is asked for."""


def nothing(_: Translator) -> str:
    """Nothing to say."""
    return ""


class Scene(Vertical):
    """Everything said so far, and what is being said."""

    DEFAULT_CSS = """
    Scene {
        height: 1fr;
    }
    """

    class Moved(Fact):
        """Something was said: the talk is further on."""

    class Settled(Fact):
        """Nobody is speaking: the mentee may, unless it is over."""

    class HelpShown(Fact):
        """The line was about the mentee, not the scene; the persona does not answer it."""

    def __init__(self, conversation: Conversation, t: Translator, pace: Pace) -> None:
        super().__init__()
        self._conversation = conversation
        self._t = t
        self.pace = pace
        self._talk = Talk(id="talk")
        self.status = Status()
        """One line on what is happening; the screen places it."""
        self.is_speaking = False
        """Whether a reply is under way."""
        self._places: dict[int, int] = {}
        """Where in the talk each turn is shown."""
        self._asides: dict[int, Words] = {}
        """Where in the talk the program said something."""
        self._stated: Words = nothing
        self._is_awaited = False
        """Something is awaited that nobody in the scene says: a hint."""
        self._hearing: Worker[None] | None = None
        self._begun = asyncio.Event()
        """The line under way is stored, so that cutting its answer loses nothing."""

    def compose(self) -> ComposeResult:
        yield self._talk

    def on_mount(self) -> None:
        lines = talk(self._conversation.session, self._conversation.stage.personas)
        shown: list[Message] = []
        for one in lines:
            self._places[one.turn] = len(shown)
            shown.append(self._message(one))
            for event in beside(self._conversation.session, one.turn):
                words = partial(beside_words, event)
                self._asides[len(shown)] = words
                shown.append(Message("", "note", words(self._t)))
        self._talk.show(tuple(shown))

    def say(self, line: str) -> None:
        """Say `line` for the mentee and hear the answer."""
        self._listen(line)

    def hear(self) -> None:
        """Hear the answer that the mentee's latest line is still owed."""
        self._listen(None)

    async def cut(self) -> None:
        """End a reply under way where it stands; returns once that is stored."""
        worker = self._hearing
        if worker is None or worker.is_finished:
            return
        await self._begun.wait()
        worker.cancel()
        with suppress(WorkerCancelled):
            await worker.wait()

    def tell(self, words: Words) -> None:
        """Show in the talk something that nobody in the scene says."""
        self._asides[self._talk.add(Message("", "note", words(self._t)))] = words

    def state(self, words: Words) -> None:
        """Say on one line what is happening, or nothing."""
        self._stated = words
        self.status.say(words(self._t))

    def relabel(self, t: Translator) -> None:
        """Say everything of the program's own in the language of `t`; the talk stays where it is."""
        self._t = t
        shown = list(self._talk.messages)
        personas = self._conversation.stage.personas
        for one in talk(self._conversation.session, personas):
            if one.turn in self._places:
                shown[self._places[one.turn]] = self._message(one)
        for place, words in self._asides.items():
            shown[place] = Message("", "note", words(t))
        self._talk.relabel(tuple(shown))
        self.status.reword(self._stated(t))

    async def aside(self, coming: Awaitable[Words]) -> None:
        """Tell what the mentee asked the program for, with any pause before it."""
        self._is_awaited = True
        try:
            self.tell(await coming)
        finally:
            self._is_awaited = False
            if not self.is_speaking:
                self.status.go_on()

    def pause(self, seconds: int, words: Callable[[int], str]) -> None:
        """Tell of a pause before the answer, in `words` for the seconds left; words end it."""
        if (self.is_speaking or self._is_awaited) and self.status.is_attached:
            self.status.pause(seconds, words, is_still=self.pace.is_still)

    def focus_talk(self) -> None:
        """Let the keys scroll the talk."""
        self._talk.focus()

    def _listen(self, line: str | None) -> None:
        self._begun.clear()
        self.is_speaking = True
        self._hearing = self._hear(line)

    @work(exclusive=True)
    async def _hear(self, line: str | None) -> None:
        conversation = self._conversation
        trouble = nothing
        self.pace.begin()
        try:
            entries = conversation.reply() if line is None else conversation.say(line)
            async with aclosing(entries):
                async for entry in entries:
                    self._begun.set()
                    await self._show(entry.event)
        except SimulatorError as error:
            trouble = partial(told, error)
        finally:
            self._begun.set()
            self._settle(trouble)

    async def _show(self, event: events.Event) -> None:
        match event:
            case events.MenteeSpoke():
                self._show_latest()
                self.post_message(self.Moved())
            case events.ReplyStarted(voice=voice):
                self._show_latest()
                name = self._conversation.stage.personas[voice].name
                self.state(lambda t: t("tui.practice.speaking", name=name))
                await self.pace.breathe()
            case events.ReplyPart(text=text):
                self.status.go_on()
                self._show_latest()
                await self.pace.after(text)
            case events.ReplyReplaced(shown=shown):
                self._show_latest()
                if shown:
                    await self._take_back()
            case events.ReplyDone() | events.ReplyInterrupted():
                self._show_latest()
            case events.HelpShown():
                self.tell(partial(beside_words, event))
                self.post_message(self.HelpShown())
            case _:
                pass

    async def _take_back(self) -> None:
        """Say that what was shown is gone, long enough to be seen."""
        voice = self._conversation.session.utterances[-1].voice
        name = self._conversation.stage.personas[voice].name
        self.state(lambda t: t("tui.practice.rewording", name=name))
        await self.pace.breathe()

    def _settle(self, trouble: Words = nothing) -> None:
        """Show how the reply was left, and say so."""
        self.is_speaking = False
        if not self.is_attached:
            return
        self._show_latest()
        if trouble is not nothing:
            self.tell(trouble)
        is_owed = self._conversation.is_owed_a_reply
        self.state((lambda t: t("tui.practice.unanswered")) if is_owed else nothing)
        self.post_message(self.Settled())

    def _show_latest(self) -> None:
        """Show the latest utterance: a new one, or the same further on."""
        one = said(self._conversation.session.utterances[-1], self._conversation.stage.personas)
        message = self._message(one)
        if one.turn in self._places:
            self._talk.reword(self._places[one.turn], message.text)
        else:
            self._places[one.turn] = self._talk.add(message)

    def _message(self, one: Said) -> Message:
        if one.speaker == "mentee":
            return Message(self._t("views.you"), "mentee", one.text or self._t("views.silence"))
        if one.is_cut and not self._conversation.session.is_speaking:
            return Message(
                one.who, "persona", f"{one.text.rstrip()} {self._t('views.cut')}".lstrip()
            )
        return Message(one.who, "persona", one.text or WAITING)


def told(error: SimulatorError, t: Translator) -> str:
    """What went wrong and what to do about it."""
    return t.error(error)
