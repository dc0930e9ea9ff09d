"""A talk held over a channel, one line at a time.

The mentee's lines come from the channel, one a line. An empty line is a silence, and the persona
answers it; a person at a terminal says so twice, and blank lines at the end of a script are none.
A line that begins with `/` is a command, and an unknown one is refused, never spoken; `//` says a
slash.

A talk that is `part` of the whole plain mode tells every failure and goes on, leaves the scene to
whoever began it when it is stopped, and stays open where it is left. A script's ends when it is
left, and a failure of the actor ends the script.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import aclosing
from typing import Literal

from simulator.cli.plain.channel import Channel
from simulator.cli.plain.looking_back import reflect
from simulator.cli.plain.telling import Telling
from simulator.config import OFFLINE
from simulator.debrief.hints import Hint
from simulator.errors import ActorError, UsageError
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.views.debrief_words import quoted
from simulator.views.hints import hint_words
from simulator.views.slash import NAMES, PREFIX, Command, Spoken, Unknown, parsed
from simulator.views.talk import is_too_long, progress, too_long_told
from simulator.wiring import House

Left = Literal["ended", "finished", "stopped", "quit", "cut"]
"""How a talk was left: at its ending, by the mentee, halted, for now, by the end of the input."""


class PlainPractice:
    """One conversation held over a channel."""

    def __init__(
        self,
        conversation: Conversation,
        channel: Channel,
        t: Translator,
        house: House,
        *,
        part: bool = False,
    ) -> None:
        self._conversation = conversation
        self._house = house
        self._channel = channel
        self._t = t
        self._is_part = part
        self._tell = Telling(channel, t, with_keys=not part)
        self._left: Left | Literal[""] = ""
        house.casting.waiting = self._tell.delayed
        deeds: dict[str, Callable[[str], None]] = {
            "help": self._help,
            "brief": self.brief,
            "hint": self._hint,
            "note": self._note,
            "mark": self._mark,
            "from": self._from,
            "offline": self._offline,
            "stop": self._stop,
            "finish": self._finish,
            "quit": self._quit,
            "again": self._again,
            "time": self._time,
        }
        self._deeds = {name: deeds[name] for name in NAMES}
        if not part:
            self._deeds["go"] = self._go

    @property
    def conversation(self) -> Conversation:
        """The one under way: another than at first once a line was taken up again."""
        return self._conversation

    def run(self, *, is_told: bool = False) -> Left:
        """Talk until an ending, until it is left, or until the end of the input.

        With `is_told` the brief and what was said so far are known already.
        """
        self._left = ""
        if not is_told:
            self.brief()
            self.recall()
        if self._conversation.is_owed_a_reply:
            self._speak(None)
        for line in self._lines():
            self._take(line)
            if left := self._way_out():
                return left
        return "cut"

    def _way_out(self) -> Left | Literal[""]:
        """How the talk was left, if it was."""
        return self._left or ("ended" if self._conversation.session.ended else "")

    def reflect(self) -> None:
        """Ask the three questions; an empty answer to each, or the end of input, skips them."""
        reflect(self._conversation, self._channel, self._t)

    def _lines(self) -> Iterator[str]:
        """The mentee's lines; silences are held back until it is known that they are meant."""
        silences = 0
        while (line := self._channel.ask(self._t("cli.plain.you"))) is not None:
            if line.strip():
                # A person who says something after all meant no silence by an empty line.
                yield from [] if self._channel.is_person else [""] * silences
                silences = 0
                yield line
            elif self._channel.is_person and silences:
                silences = 0
                yield line
            else:
                silences += 1
                if self._channel.is_person:
                    self._say("cli.plain.silence")

    def _take(self, line: str) -> None:
        """Act on one line of input."""
        match parsed(line, self._deeds):
            case Unknown(name=name):
                known = ", ".join(f"{PREFIX}{one}" for one in self._deeds)
                self._say("cli.plain.unknown", command=name, known=known)
            case Command(name=name, rest=rest):
                self._do(name, rest)
            case Spoken() if self._conversation.session.is_stopped:
                self._say("cli.plain.stopped")
            case Spoken(text=text) if is_too_long(text):
                self._channel.say(too_long_told(text, self._t))
            case Spoken(text=text):
                self._speak(text)

    def _do(self, name: str, rest: str) -> None:
        """Carry out a command; what cannot be done is said, and the talk goes on."""
        try:
            self._deeds[name](rest)
        except UsageError as error:
            self._channel.say(self._t.error(error))
        except ActorError as error:
            if not self._is_forgiving:
                raise
            self._channel.say(self._t.error(error))

    @property
    def _is_forgiving(self) -> bool:
        return self._is_part or self._channel.is_person

    def _speak(self, line: str | None) -> None:
        """Say a line and hear the answer; what fails is told to a person, who may go on."""
        try:
            asyncio.run(self._heard(line))
        except ActorError as error:
            if not self._is_forgiving:
                raise
            self._channel.say(self._t.error(error))
            self._say("cli.plain.failed")
        except KeyboardInterrupt:
            if not self._is_part:
                raise
            self._tell.cut(self._conversation)

    async def _heard(self, line: str | None) -> None:
        """Say `line` (or hear the reply still owed) and write each reply as one line."""
        conversation = self._conversation
        heard = conversation.reply() if line is None else conversation.say(line)
        try:
            async with aclosing(heard) as entries:
                async for entry in entries:
                    self._tell.entry(entry, conversation)
        finally:
            await self._house.casting.hung_up()

    def _say(self, wording: str, **values: object) -> None:
        self._tell.say(wording, **values)

    def recall(self, latest: int = 0) -> None:
        """Write what was said so far: the `latest` of it, or all."""
        self._tell.recall(self._conversation, latest)

    def brief(self, _rest: str = "") -> None:
        """Write the brief."""
        self._tell.brief(self._conversation)

    def _help(self, _rest: str) -> None:
        for name in self._deeds:
            does = "leave" if self._is_part and name == "quit" else name
            self._tell.labelled(f"{PREFIX}{name}", self._t(f"cli.plain.help.{does}"))

    def _stop(self, _rest: str) -> None:
        if not self._conversation.session.is_stopped:
            self._conversation.stop()
        if self._is_part:
            self._left = "stopped"
        else:
            self._say("cli.plain.stopped")

    def _go(self, _rest: str) -> None:
        if self._conversation.session.is_stopped:
            self._conversation.go_on()
        self._say("cli.plain.going-on")

    def _hint(self, _rest: str) -> None:
        conversation = self._conversation
        if conversation.session.is_stopped:
            self._say("cli.plain.stopped")
            return
        given = asyncio.run(self._hinted()).event()
        conversation.take_hint(given)
        self._channel.say(f"{self._t('cli.plain.hint')} {hint_words(given, self._t)}")

    async def _hinted(self) -> Hint:
        conversation = self._conversation
        coach = self._house.second_opinion
        try:
            return await coach.hint(conversation.session, conversation.stage)
        finally:
            await self._house.casting.hung_up()

    def _again(self, _rest: str) -> None:
        """Ask once more for the answer that is still owed."""
        if self._conversation.is_owed_a_reply:
            self._speak(None)
        else:
            self._say("cli.plain.nothing-owed")

    def _offline(self, _rest: str) -> None:
        """Go on in the same state with the embedded partner."""
        self._house.casting.recast(self._conversation, OFFLINE)
        self._say("cli.plain.offline")
        self._speak(None)

    def _mark(self, rest: str) -> None:
        turn = self._conversation.session.last_turn
        self._conversation.mark(turn, by="mentee", note=rest)
        self._say("cli.plain.marked", turn=turn)

    def _note(self, rest: str) -> None:
        """A note to oneself about this moment."""
        if not rest:
            self._say("cli.plain.note-how")
            return
        turn = self._conversation.session.last_turn
        self._conversation.mark(turn, by="mentee", note=rest, private=True)
        self._say("cli.plain.noted", turn=turn)

    def _from(self, rest: str) -> None:
        """Take the talk up again at one of the mentee's lines, in a session of its own."""
        said = {one.turn: one.text for one in self._conversation.session.said_by("mentee")}
        if not said:
            self._say("cli.plain.from.nothing")
        elif rest not in map(str, said):
            self._say("cli.plain.from.how")
            for turn, text in said.items():
                self._tell.labelled(
                    self._t("cli.plain.turn", turn=turn), text or self._t("views.silence")
                )
        else:
            self._take_up(int(rest), said[int(rest)])

    def _take_up(self, turn: int, text: str) -> None:
        self._conversation = self._house.retry(self._conversation.session.id, turn)
        words = quoted(_one_line(text) or self._t("views.silence"), self._t)
        self._say("cli.plain.from.begun", turn=turn, words=words)
        self._tell.recall(self._conversation, 1)

    def _time(self, _rest: str) -> None:
        """How long it has taken, and how many lines."""
        conversation = self._conversation
        limits = conversation.stage.scenario.turns
        spent = progress(conversation.session, limits, self._house.clock.now())
        taken = self._t.n("views.lines", spent.taken)
        minutes = (
            self._t("views.minutes", minutes=spent.minutes)
            if spent.minutes
            else self._t("cli.plain.under-a-minute")
        )
        self._say("cli.plain.time", minutes=minutes, taken=taken, soft=limits.soft)

    def _finish(self, _rest: str) -> None:
        """End the talk where it stands."""
        self._conversation.leave()
        self._left = "finished"

    def _quit(self, _rest: str) -> None:
        if not self._is_part:
            self._conversation.leave()
        self._left = "quit"


def _one_line(text: str) -> str:
    return " ".join(text.split())
