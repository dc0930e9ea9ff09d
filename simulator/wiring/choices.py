"""A person's choices: what holds now and why, what is kept of it, and what it means for sessions.

Every choice is written at once, into the user's own file alone. Which LLM has a key is told by the
name of the variable; no key is ever read out. No session is forgotten here unless it was named.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from simulator.config import HUMAN, NAMES, OFFLINE, Origin, Settings, drop, keep, origins
from simulator.transcripts.forget import Forgotten
from simulator.transcripts.rows import SessionRow
from simulator.views.settings import Holding, KeyStatus

if TYPE_CHECKING:
    from simulator.wiring.house import House


@dataclass(frozen=True, slots=True)
class Reach:
    """What came of looking for LLMs: names that can be given, and what to say about them."""

    names: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of one small call to an LLM."""

    works: bool
    lines: tuple[str, ...]


class Choices:
    """The settings of one house, to be looked at and changed."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def origins(self) -> tuple[Origin, ...]:
        """Every setting with where it comes from; raises `BadFile` for a file that cannot be used."""
        return origins(self._house.settings)

    def in_force(self) -> tuple[Origin, ...]:
        """Every setting as it is, whatever it comes from: where the file cannot be read."""
        settings = self._house.settings
        return tuple(Origin(name, getattr(settings, name), "default", "") for name in NAMES)

    def keep(self, name: str, value: object) -> "House":
        """Write a choice down; the same house under it.

        It holds in this run, whatever a flag or a variable said before. Raises what
        `simulator.config.keep` raises; nothing changed then.
        """
        kept = keep(name, value)
        if name.startswith("keys") or kept is None:
            return self._reread(name.partition(".")[0])
        return self._house.under(self._after(name, kept))

    def drop(self, name: str) -> "House":
        """Take a choice back; the same house under what holds without it."""
        drop(name)
        return self._reread(name.partition(".")[0])

    def holding(self) -> Holding:
        """What is kept of sessions, and who can read them."""
        rows = self._house.sessions()
        readers = dict.fromkeys(name for one in rows for name in one.shared_with)
        return Holding(
            where=self._house.home,
            sessions=len(rows),
            readers=tuple(readers),
            shared=sum(one.is_shared for one in rows),
            old=len(self.aged()),
        )

    def aged(self, days: int | None = None) -> tuple[SessionRow, ...]:
        """The sessions nothing was added to for so many days, by default those of the settings.

        Newest first; none where the number is 0.
        """
        days = self._house.settings.retention_days if days is None else days
        if not days:
            return ()
        first = self._house.clock.now() - timedelta(days=days)
        return tuple(one for one in self._house.sessions() if one.last_at < first)

    def forget(self, sessions: Iterable[str]) -> tuple[Forgotten, ...]:
        """Delete the sessions of these ids for good."""
        return tuple(self._house.forget(one) for one in sessions)

    @staticmethod
    def key_of(name: str) -> KeyStatus:
        """Whether there is a key for the LLM `name`, and what to type; may wait for a keyring."""
        if name in {"", OFFLINE, HUMAN}:
            return KeyStatus(name, "none-needed")
        from simulator.llm.endpoint import Endpoint, command
        from simulator.llm.keys import KNOWN, keyring_of_the_system, known_variable, to_keep

        endpoint = Endpoint.of(name)
        if endpoint.base and (endpoint.key or not endpoint.is_hosted):
            return KeyStatus(name, "none-needed")
        variables = KNOWN.get(name.partition("/")[0], ())
        for one in variables if not endpoint.base else ():
            if os.environ.get(one):
                return KeyStatus(name, "environment", one)
        variable = known_variable(endpoint)
        if not variable:
            return KeyStatus(name, "unknown")
        if keyring_of_the_system(variable):
            return KeyStatus(name, "keyring", variable)
        return KeyStatus(name, "missing", variable, command((variable,)), to_keep((variable,)))

    @staticmethod
    def is_hosted(name: str) -> bool:
        """Whether what an LLM is sent leaves this machine."""
        from simulator.llm.endpoint import Endpoint

        return Endpoint.of(name).is_hosted

    async def reach(self) -> Reach:
        """The LLMs of this machine that answer; nothing leaves it."""
        from simulator.llm.servers import servers
        from simulator.llm.telling import servers_told

        found = await servers()
        names = tuple(name for one in found for name in one.names)
        return Reach(names, tuple(servers_told(self._house.translator, found)))

    @staticmethod
    def providers() -> tuple[str, ...]:
        """Providers for which the environment has a key: the first part of a name."""
        from simulator.llm.keys import KNOWN

        return tuple(
            one for one, names in KNOWN.items() if any(os.environ.get(name) for name in names)
        )

    async def tried(self, name: str) -> Trial:
        """One small call to the LLM `name`, and what came of it in words."""
        from simulator.llm.loading import released
        from simulator.llm.servers import tried
        from simulator.llm.telling import tried_told

        found = await tried(name)
        await released()
        return Trial(found.fault is None, tuple(tried_told(self._house.translator, found)))

    def _after(self, name: str, value: object) -> Settings:
        chosen = cast("dict[str, Any]", {name: value})
        return replace(self._house.settings, **chosen, flags=self._house.settings.flags - {name})

    def _reread(self, name: str) -> "House":
        """The house under what the environment and the file say of one setting."""
        value = getattr(Settings.load(), name)
        return self._house.under(self._after(name, value))
