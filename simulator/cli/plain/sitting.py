"""A sitting: one person at the plain mode, with the house in the language of now.

It asks in one way everywhere: choices with their numbers first, answered by a number or by words;
`?` says them again, 0 or `/quit` goes one step back, `language en` or `language fr` changes the
language at once. An answer that means nothing is refused with what would mean something, and
nothing happens. What fails is told, and the sitting goes on.
"""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from simulator.cli.plain.channel import Channel
from simulator.cli.plain.looking_back import LEAVE
from simulator.config import LANGUAGES, Language
from simulator.errors import SimulatorError
from simulator.i18n import Translator
from simulator.text import fold
from simulator.views.slash import PREFIX
from simulator.wiring import House

LONGEST_NUMBER = 6
"""Digits of a number that is read as one."""
_AGAIN = frozenset({"?", f"{PREFIX}help"})
_LANGUAGE = frozenset({"language", "langue"})


class SteppedBack(Exception):
    """A question was left without an answer: back to where it was asked from."""


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what it stands for, and how it is said."""

    key: str
    text: str
    group: str = ""
    """A heading said before the first of several options that share it."""
    more: str = ""
    """What is said of it beside its name, and can be looked for."""
    number: int = 0
    """A number of its own, where it is known by one; else its place."""


Options = Callable[[], Sequence[Option]]
"""The choices of now, in the language of now."""


class Sitting:
    """Who sits here, what they said about themselves, and how they are asked."""

    def __init__(self, house: House, channel: Channel) -> None:
        self.house = house
        self.channel = channel
        self.mentee = house.settings.mentee
        self.mentor = ""
        """The name given at the mentor's desk."""
        self._said: dict[str, tuple[Option, ...]] = {}
        """The choices that were said last, by their question."""

    @property
    def t(self) -> Translator:
        """Words in the language of now."""
        return self.house.translator

    def move(self, house: House) -> None:
        """Go on in the same house under other settings."""
        if house.settings.mentee != self.house.settings.mentee:
            self.mentee = house.settings.mentee
        self.house = house

    def speak(self, language: Language) -> None:
        """Go on in `language`, now and next time."""
        try:
            self.move(self.house.choices.keep("language", language))
        except SimulatorError as error:
            self.move(self.house.speaking(language))
            self.channel.say(self.t.error(error))
        self.say("cli.plain.language", language=self.t(f"cli.doctor.language.{language}"))

    def say(self, wording: str, **values: object) -> None:
        """One line from the catalogue."""
        self.channel.say(self.t(wording, **values))

    def say_all(self, lines: Iterable[str]) -> None:
        """Each of `lines`."""
        for line in lines:
            self.channel.say(line)

    def labelled(self, label: str, text: str) -> None:
        """`text` behind a label of the catalogue."""
        self.channel.say(self.t("views.labelled", label=self.t(label), text=text))

    def line(self, wording: str, **values: object) -> str:
        """What is answered to a question, in one line; may be empty.

        Raises `SteppedBack` for `/quit`, `EndOfInput` at the end.
        """
        self.say(wording, **values)
        while True:
            answer = self.channel.need(self.t("cli.plain.answer")).strip()
            if answer.lower() == LEAVE:
                raise SteppedBack
            if answer.lower() not in _AGAIN:
                return answer
            self.say(wording, **values)

    def agrees(self, wording: str, **values: object) -> bool:
        """Whether a question is answered with a clear yes."""
        return fold(self.line(wording, **values)) in {"yes", "oui"}

    def choose(
        self,
        wording: str,
        options: Options,
        back: str = "cli.plain.back",
        leave: str = "",
        **values: object,
    ) -> str:
        """The key of the option chosen; empty for none: `back` is the catalogue id of its words.

        `leave` is what `/quit` stands for, where that is something else.
        """
        offered = self._offer(wording, options, back, values, may_be_brief=True)
        while True:
            answer = self.channel.need(self.t("cli.plain.choice")).strip()
            if answer.lower() == LEAVE:
                return leave
            if fold(answer).rstrip(".") in {"0", fold(self.t(back))}:
                return ""
            if answer.lower() in _AGAIN or not answer:
                offered = self._offer(wording, options, back, values)
            elif (language := _language(answer)) is not None:
                self.speak(language)
                offered = self._offer(wording, options, back, values)
            elif len(found := matching(answer, offered)) == 1:
                self.say("cli.plain.chosen", text=found[0].text)
                return found[0].key
            else:
                self._refuse(answer, found, offered)

    def _offer(
        self,
        wording: str,
        options: Options,
        back: str,
        values: Mapping[str, object],
        *,
        may_be_brief: bool = False,
    ) -> tuple[Option, ...]:
        """Say the choices of now; where they were said before, only that they are the same."""
        offered = numbered(options())
        self.say(wording, **values)
        if may_be_brief and self._said.get(wording) == offered:
            self.channel.say(self.t.n("cli.plain.same", len(offered), back=self.t(back)))
            return offered
        self._said[wording] = offered
        group = ""
        for one in offered:
            if one.group != group:
                group = one.group
                self.channel.say(f"{group}{self.t('debrief.colon').rstrip()}")
            self._tell(one)
        self.channel.say(f"0. {self.t(back)}")
        return offered

    def _tell(self, one: Option) -> None:
        self.channel.say(f"{one.number}. {', '.join(filter(None, (one.text, one.more)))}")

    def _refuse(self, answer: str, found: Sequence[Option], offered: Sequence[Option]) -> None:
        """Say that an answer fits nothing, or which options it fits."""
        if not found:
            numbers = [one.number for one in offered]
            self.say("cli.plain.no-choice", given=answer, first=numbers[0], last=numbers[-1])
            return
        self.channel.say(self.t.n("cli.plain.several", len(found), given=answer))
        for one in found:
            self._tell(one)

    @contextmanager
    def telling(self) -> Generator[None]:
        """What fails inside is told, as is a question that was left; the sitting goes on behind it."""
        try:
            yield
        except SteppedBack:
            self.say("cli.plain.stepped-back")
        except SimulatorError as error:
            self.channel.say(self.t.error(error))


def numbered(options: Sequence[Option]) -> tuple[Option, ...]:
    """`options`, each with its number: its own, or its place from 1."""
    return tuple(
        one if one.number else replace(one, number=place) for place, one in enumerate(options, 1)
    )


def matching(answer: str, offered: Sequence[Option]) -> tuple[Option, ...]:
    """The options that `answer` may mean: by number, by name, or by all its words."""
    number = answer.removesuffix(".")
    if number.isdecimal():
        return tuple(one for one in offered if one.number == int(number[:LONGEST_NUMBER]))
    wanted = fold(answer)
    if not wanted:
        return ()
    if named := tuple(one for one in offered if wanted in {one.key, fold(one.text)}):
        return named
    begun = tuple(one for one in offered if fold(one.text).startswith(wanted))
    if len(begun) == 1:
        return begun
    return tuple(one for one in offered if _holds(one, wanted.split()))


def _holds(option: Option, words: Sequence[str]) -> bool:
    """Whether everything said of an option holds each of `words`."""
    said = fold(f"{option.group} {option.text} {option.more}")
    return all(word in said for word in words)


def _language(answer: str) -> Language | None:
    """The language asked for by `language fr`."""
    word, _, wanted = answer.lower().partition(" ")
    if word not in _LANGUAGE:
        return None
    return next((one for one in LANGUAGES if one == wanted.strip()), None)
