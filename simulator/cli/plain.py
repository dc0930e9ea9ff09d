"""The plain mode: a whole practice, line by line, for a pipe, a script or a screen reader.

One line per event, each with its speaker's name in front; no box drawing, no colour, no spinner,
no cursor movement. It is the accessible front end, and the second one that keeps the core honest:
everything it shows comes from the same events and views as the app's screens.

The mentee's lines come from standard input, one a line. An empty line is a silence, and the
persona answers it; blank lines at the end of the input are not. A line that begins with `/` is a
command, and an unknown one is refused, never spoken; `//` says a slash.
"""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import TextIO

from simulator.config import OFFLINE
from simulator.debrief.hints import Hint
from simulator.debrief.reflection import QUESTIONS
from simulator.errors import ActorError
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.events import (
    Entry,
    Expected,
    HelpShown,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
)
from simulator.text import clean
from simulator.views.briefing import Briefing
from simulator.views.hints import hint_words
from simulator.views.slash import PREFIX, Command, Spoken, Unknown, parsed
from simulator.views.words import skill_name
from simulator.wiring import House
from simulator.wiring.casting import Delay

_EXPECTED: Mapping[str, Expected] = {"y": "yes", "o": "yes", "n": "no", "?": "unsure"}
"""How the answers of either language begin."""


@dataclass(frozen=True, slots=True)
class Channel:
    """Where lines come from and go to; `is_person` when somebody sits at a terminal."""

    lines: TextIO
    out: TextIO
    is_person: bool

    def say(self, text: str = "") -> None:
        """Write one whole line, at once."""
        self.out.write(f"{text}\n")
        self.out.flush()

    def ask(self, prompt: str) -> str | None:
        """The next line, without its end; None at the end of the input. Prompts only a person."""
        if self.is_person:
            self.out.write(prompt)
            self.out.flush()
        line = self.lines.readline()
        return clean(line.rstrip("\r\n")) if line else None


class PlainPractice:
    """One conversation held over a channel."""

    def __init__(
        self, conversation: Conversation, channel: Channel, t: Translator, house: House
    ) -> None:
        self._conversation = conversation
        self._house = house
        self._channel = channel
        self._t = t
        house.casting.waiting = self._delayed
        self._commands: dict[str, Callable[[str], bool]] = {
            "help": self._help,
            "brief": self._brief,
            "stop": self._stop,
            "go": self._go,
            "hint": self._hint,
            "again": self._again,
            "offline": self._offline,
            "mark": self._mark,
            "quit": self._quit,
        }

    def run(self) -> None:
        """Talk until an ending, `/quit` or the end of the input."""
        self._brief("")
        self._recall()
        if self._conversation.is_owed_a_reply:
            self._speak(None)
        for line in self._lines():
            if not self._take(line) or self._conversation.session.ended:
                return

    def reflect(self) -> None:
        """Ask the three questions; an empty answer to each, or the end of input, skips them."""
        answers = []
        self._channel.say(self._t("cli.plain.reflect"))
        for question in QUESTIONS:
            self._channel.say(self._t(question))
            answer = self._channel.ask(self._t("cli.plain.you"))
            if answer is None:
                break
            answers.append(answer)
        self._conversation.reflect(tuple(answers))
        self._predict()

    def _predict(self) -> None:
        """Ask of each skill whether its behaviour will be found; what is passed over is left out."""
        conversation = self._conversation
        skills = conversation.stage.scenario.skills
        if not skills or conversation.session.followup.prediction is not None:
            return
        answers: dict[str, Expected] = {}
        self._channel.say(self._t("cli.plain.predict"))
        for skill in skills:
            self._channel.say(skill_name(self._t, skill))
            answer = self._channel.ask(self._t("cli.plain.you"))
            if answer is None:
                break
            if (expected := _EXPECTED.get(answer.strip()[:1].lower())) is not None:
                answers[skill] = expected
        conversation.predict(answers)

    def _lines(self) -> Iterator[str]:
        """The mentee's lines; silences are held back until something follows them."""
        silences = 0
        while (line := self._channel.ask(self._t("cli.plain.you"))) is not None:
            if line.strip() or self._channel.is_person:
                yield from [""] * silences
                silences = 0
                yield line
            else:
                silences += 1

    def _take(self, line: str) -> bool:
        """Act on one line of input; false when the talk is to be left."""
        match parsed(line, self._commands):
            case Unknown(name=name):
                known = ", ".join(f"{PREFIX}{one}" for one in self._commands)
                self._channel.say(self._t("cli.plain.unknown", command=name, known=known))
            case Command(name=name, rest=rest):
                return self._commands[name](rest)
            case Spoken() if self._conversation.session.is_stopped:
                self._channel.say(self._t("cli.plain.stopped"))
            case Spoken(text=text):
                self._speak(text)
        return True

    def _speak(self, line: str | None) -> None:
        """Say a line and hear the answer; what fails is told to a person, who may go on."""
        try:
            asyncio.run(self._heard(line))
        except ActorError as error:
            if not self._channel.is_person:
                raise
            self._channel.say(self._t.error(error))
            self._channel.say(self._t("cli.plain.failed"))

    async def _heard(self, line: str | None) -> None:
        await self._show(line)
        await self._house.casting.hung_up()

    async def _show(self, line: str | None) -> None:
        """Say `line` (or hear the reply still owed) and write each reply as one line."""
        conversation = self._conversation
        heard = conversation.reply() if line is None else conversation.say(line)
        async with aclosing(heard) as entries:
            async for entry in entries:
                self._write(entry)

    def _delayed(self, delay: Delay) -> None:
        """Say why no answer comes yet."""
        self._channel.say(delay.told(self._t))

    def _write(self, entry: Entry) -> None:
        match entry.event:
            case ReplyDone(text=text):
                self._said(self._name(entry.event.turn), text)
            case ReplyInterrupted(text=text):
                cut = self._t("cli.plain.cut")
                self._said(self._name(entry.event.turn), f"{text} {cut}")
            case HelpShown():
                self._channel.say(self._t("views.help-message"))
            case ReplyStarted() | ReplyPart() | ReplyReplaced():
                pass
            case _:
                pass

    def _said(self, who: str, words: str) -> None:
        """One line: a label, the colon of the reader's language, and the words."""
        self._channel.say(f"{who}{self._t('debrief.colon')}{_one_line(words)}")

    def _name(self, turn: int) -> str:
        session = self._conversation.session
        voice = next(one.voice for one in session.utterances if one.turn == turn)
        return self._conversation.stage.personas[voice].name

    def _recall(self) -> None:
        """Write what was said so far: the opening, or the whole talk when it is taken up again."""
        for one in self._conversation.session.utterances:
            name = self._name(one.turn) if one.speaker == "persona" else self._t("cli.plain.me")
            self._said(name, one.text)

    def _brief(self, _rest: str) -> bool:
        stage = self._conversation.stage
        briefing = Briefing.of(
            stage.scenario, stage.personas, self._conversation.session.opened.level
        )
        for line in briefing.lines(self._t):
            self._channel.say(line)
        return True

    def _help(self, _rest: str) -> bool:
        for name in self._commands:
            self._said(f"{PREFIX}{name}", self._t(f"cli.plain.help.{name}"))
        return True

    def _stop(self, _rest: str) -> bool:
        self._conversation.stop()
        self._channel.say(self._t("cli.plain.stopped"))
        return True

    def _go(self, _rest: str) -> bool:
        if self._conversation.session.is_stopped:
            self._conversation.go_on()
        self._channel.say(self._t("cli.plain.going-on"))
        return True

    def _hint(self, _rest: str) -> bool:
        conversation = self._conversation
        if conversation.session.is_stopped:
            self._channel.say(self._t("cli.plain.stopped"))
            return True
        given = asyncio.run(self._hinted()).event()
        conversation.take_hint(given)
        self._channel.say(f"{self._t('cli.plain.hint')} {hint_words(given, self._t)}")
        return True

    async def _hinted(self) -> Hint:
        conversation = self._conversation
        return await self._house.second_opinion.hint(conversation.session, conversation.stage)

    def _again(self, _rest: str) -> bool:
        """Ask once more for the answer that is still owed."""
        self._speak(None)
        return True

    def _offline(self, _rest: str) -> bool:
        """Go on in the same state with the embedded partner."""
        self._house.casting.recast(self._conversation, OFFLINE)
        self._channel.say(self._t("cli.plain.offline"))
        self._speak(None)
        return True

    def _mark(self, rest: str) -> bool:
        turn = self._conversation.session.last_turn
        self._conversation.mark(turn, by="mentee", note=rest)
        self._channel.say(self._t("cli.plain.marked", turn=turn))
        return True

    def _quit(self, _rest: str) -> bool:
        self._conversation.leave()
        return False


def _one_line(text: str) -> str:
    return " ".join(text.split())
