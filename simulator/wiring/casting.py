"""Casting: who words the persona's lines, by the name in the settings.

`offline` is the actor that comes with the program; any other name is an LLM, and only then is an LLM
library looked at. It can be loaded while the brief is read, so that the first turn need not wait.
A pause before an LLM is asked again is told to whichever front end set `Casting.waiting`.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from simulator.actors.offline import OfflineActor
from simulator.config import HUMAN, OFFLINE, Language, Settings
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.ports import Actor

if TYPE_CHECKING:
    from simulator.llm.patience import Waiting
    from simulator.wiring.house import House


@dataclass(frozen=True, slots=True)
class Receiver:
    """An LLM that is sent what is said."""

    name: str
    address: str
    """Where it is, if that is not its provider's own address."""
    is_hosted: bool
    """Whether what is said leaves this machine."""


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
    from simulator.llm.purse import Purse

    purse = Purse(settings.cap_tokens or None, settings.cap_dollars or None)
    return LlmPersona(Client(Endpoint.of(name), IN_A_TALK, waited=waited, purse=purse))


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
    """Who words the lines in one workspace."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self.waiting: Callable[[Delay], None] = _unheard
        """What the front end does about a pause before an LLM is asked again."""

    def recast(self, conversation: Conversation, actor: str) -> None:
        """Go on with another actor in the same state."""
        stage = conversation.stage
        cast = cast_as(actor, self._house.settings, self.waited)
        conversation.play_on(replace(stage, actor=cast))

    def waited(self, pause: "Waiting") -> None:
        """Tell the front end of a pause that a client makes."""
        self.waiting(Delay(pause.code, max(1, ceil(pause.seconds))))

    def warm(self) -> None:
        """Begin to load what the actor of the settings needs, in the background."""
        warmed(self._house.settings.actor)

    def used(self, conversation: Conversation) -> str:
        """What the actor has used of an LLM so far, in words; empty for nothing."""
        if conversation.stage.actor.name in {OFFLINE, HUMAN}:
            return ""
        from simulator.llm.persona import LlmPersona
        from simulator.llm.telling import used_told

        actor: object = conversation.stage.actor
        if not isinstance(actor, LlmPersona):
            return ""
        return used_told(self._house.translator, actor.client.purse)

    @staticmethod
    async def hung_up() -> None:
        """Close what an LLM library keeps open between turns; nothing where there is none."""
        if "simulator.llm.loading" in sys.modules:
            from simulator.llm.loading import released

            await released()

    def unconsented(self, actor: str) -> Receiver | None:
        """Whom `actor` would send words to outside this machine, if that was never agreed to here."""
        found = receiver(actor)
        if found is None or not found.is_hosted:
            return None
        held = (row.id for row in self._house.sessions() if row.actor == actor)
        return None if any(self._house.session(one).followup.consents for one in held) else found
