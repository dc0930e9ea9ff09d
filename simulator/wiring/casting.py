"""Casting: who words the persona's lines, and who reads the mentee's again, by the settings.

`offline` is the actor that comes with the program; any other name is an LLM, and only then is an LLM
library looked at. It can be loaded while the brief is read, so that the first turn need not wait.
A pause before an LLM is asked again is told to whichever front end set `Casting.waiting`. All LLMs
of a session share one purse, which holds what was used before the session was taken up again.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Literal

from simulator.actors.offline import OfflineActor
from simulator.config import HUMAN, OFFLINE, Language, Settings
from simulator.errors import StorageError
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.ports import Actor
from simulator.practice.session import Session

if TYPE_CHECKING:
    from simulator.llm.patience import Waiting
    from simulator.llm.purse import Purse
    from simulator.llm.reader import LlmReader
    from simulator.wiring.house import House


@dataclass(frozen=True, slots=True)
class Receiver:
    """An LLM that is sent what is said."""

    name: str
    address: str
    """Where it is, if that is not its provider's own address."""
    is_hosted: bool
    """Whether what is said leaves this machine."""
    task: Literal["persona", "reader"] = "persona"
    """What it is sent for."""
    also: "Receiver | None" = None
    """Another LLM that would be sent something as well."""


@dataclass(frozen=True, slots=True)
class Delay:
    """A pause before an LLM is asked again."""

    code: str
    """What came instead of an answer, as its error is called."""
    seconds: int
    """Whole ones, at least 1."""

    def told(self, t: Translator, left: int | None = None) -> str:
        """The pause as one sentence, with the seconds `left` of it; all of them by default."""
        seconds = self.seconds if left is None else left
        if self.code == "llm-rate-limited":
            return t("llm.delay.asked", seconds=seconds)
        if self.code in {"llm-busy", "llm-overloaded"}:
            return t("llm.delay.busy", seconds=seconds)
        return t("llm.delay.unanswered", seconds=seconds)


def cast_as(name: str, settings: Settings, waited: "Callable[[Waiting], None]") -> Actor:
    """The actor of that name; a conversation that was held has nobody who speaks again.

    An LLM has a purse of its own, with the caps that `settings` set, and tells `waited` of each
    pause before it is asked again.
    """
    if name in {OFFLINE, HUMAN}:
        return OfflineActor()
    from simulator.llm.client import Client
    from simulator.llm.endpoint import Endpoint
    from simulator.llm.persona import IN_A_TALK, LlmPersona

    return LlmPersona(Client(Endpoint.of(name), IN_A_TALK, waited=waited, purse=capped(settings)))


def capped(settings: Settings) -> "Purse":
    """An empty purse with the caps that `settings` set."""
    from simulator.llm.purse import Purse

    return Purse(settings.cap_tokens or None, settings.cap_dollars or None)


def warmed(name: str) -> None:
    """Begin to load what `name` needs, in the background; nothing for the offline actor."""
    if name in {OFFLINE, HUMAN}:
        return
    from simulator.llm.loading import warm

    warm()


def receiver(name: str) -> Receiver | None:
    """Who is sent what is said where `name` words the lines; None for nobody."""
    if name in {OFFLINE, HUMAN}:
        return None
    from simulator.llm.endpoint import Endpoint

    endpoint = Endpoint.of(name)
    return Receiver(name, endpoint.address, endpoint.is_hosted)


def prompt_version(name: str, language: Language) -> str:
    """What is pinned of the prompt with a session; empty where there is none."""
    if name in {OFFLINE, HUMAN}:
        return ""
    from simulator.prompts.render import version

    return version("persona", language)


def _unheard(_: Delay) -> None:
    """Nobody is there to be told."""


class Casting:
    """Who words and who reads the lines in one workspace."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._talks: dict[str, Conversation] = {}
        """The latest of each session that has a purse."""
        self._purses: dict[str, Purse] = {}
        """By session; none of a session in which no LLM is called."""
        self._readers: dict[tuple[str, str], LlmReader] = {}
        """By session and by the name of the LLM."""
        self._agreed: set[Receiver] = set()
        """LLMs that were found to be agreed to."""
        self.waiting: Callable[[Delay], None] = _unheard
        """What the front end does about a pause before an LLM is asked again."""

    def under(self, house: "House") -> "Casting":
        """The same for `house`, which is this one under other settings; talks begun go on as begun."""
        other = Casting(house)
        other._talks, other._purses = self._talks, self._purses
        other._readers, other._agreed = self._readers, self._agreed
        other.waiting = self.waiting
        return other

    def attended(self, conversation: Conversation) -> Conversation:
        """`conversation` with its purse, and its reader where the settings name one."""
        settings, session = self._house.settings, conversation.session
        actor = conversation.stage.actor
        if actor.name in {OFFLINE, HUMAN} and not (settings.reader or settings.coach):
            return conversation
        from simulator.llm.persona import LlmPersona

        purse = self.purse(session)
        wording: object = actor
        if isinstance(wording, LlmPersona):
            wording.client.purse = purse
        conversation.attend(self.reader(session) if settings.reader else None, purse)
        self._talks[session.id] = conversation
        return conversation

    def close(self) -> None:
        """Keep what readers came to and what LLMs have used; whatever is under way is left."""
        for talk in self._talks.values():
            with suppress(StorageError):  # somebody else wrote to it since: theirs stands
                talk.gather()
        for reader in self._readers.values():
            reader.drop()
        self._talks.clear()

    def purse(self, session: Session) -> "Purse":
        """What is used for `session`, with what was kept of it before."""
        if session.id not in self._purses:
            purse = capped(self._house.settings)
            purse.already(session.followup.used)
            self._purses[session.id] = purse
        return self._purses[session.id]

    def recast(self, conversation: Conversation, actor: str) -> None:
        """Go on with another actor in the same state."""
        stage = conversation.stage
        cast = cast_as(actor, self._house.settings, self.waited)
        conversation.play_on(replace(stage, actor=cast))
        self.attended(conversation)

    def waited(self, pause: "Waiting") -> None:
        """Tell the front end of a pause that a client makes."""
        self.waiting(Delay(pause.code, max(1, ceil(pause.seconds))))

    def warm(self) -> None:
        """Begin to load what the LLMs of the settings need, in the background."""
        warmed(self._house.settings.reader or self._house.settings.actor)

    def used(self, conversation: Conversation) -> str:
        """What LLMs have used for the session so far, in words; empty for nothing."""
        purse = self._purses.get(conversation.session.id)
        if purse is None:
            return ""
        from simulator.llm.telling import used_told

        return used_told(self._house.translator, purse)

    @staticmethod
    async def hung_up() -> None:
        """Close what an LLM library keeps open between turns; nothing where there is none."""
        if "simulator.llm.loading" in sys.modules:
            from simulator.llm.loading import released

            await released()

    def unconsented(self, actor: str) -> Receiver | None:
        """Whom a talk would send words to outside this machine, if that was never agreed to here.

        First the LLM that words the lines, then the one that reads them; the other one of the two
        stands in `also`.
        """
        wording = self._unasked(receiver(actor))
        reading = self._unasked(self._reading())
        if wording is None or reading is None:
            return wording or reading
        return replace(wording, also=reading)

    def agreed(self, conversation: Conversation, asked: Receiver) -> None:
        """Keep that the mentee agreed to what `asked`, and whoever else it names, receive."""
        for one in (asked, asked.also):
            if one is not None:
                conversation.consent(one.name, one.address, to_read=one.task == "reader")

    def _reading(self) -> Receiver | None:
        """Who is sent the lines to be read again; None for nobody."""
        found = receiver(self._house.settings.reader or OFFLINE)
        return None if found is None else replace(found, task="reader")

    def _unasked(self, found: Receiver | None) -> Receiver | None:
        """`found`, if it would be sent what nobody agreed to here; who may speak may read too."""
        if found is None or not found.is_hosted or found in self._agreed:
            return None
        if not self._house.is_new:
            from simulator.transcripts.sessions import Sessions

            also = ("reading-agreed",) if found.task == "reader" else ()
            if found.name in Sessions(self._house.store).consents("consent-given", *also):
                self._agreed.add(found)
                return None
        return found

    def reader(self, session: Session) -> "LlmReader":
        """Who reads the lines of `session` again."""
        key = (session.id, self._house.settings.reader)
        if key not in self._readers:
            from simulator.llm.client import Client
            from simulator.llm.endpoint import Endpoint
            from simulator.llm.reader import AFTER_A_LINE, LlmReader

            endpoint = Endpoint.of(self._house.settings.reader)
            client = Client(endpoint, AFTER_A_LINE, purse=self.purse(session))
            found = self._reading()
            self._readers[key] = LlmReader(client, lambda: self._unasked(found) is None)
        return self._readers[key]
