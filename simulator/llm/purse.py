"""What a session has used of LLMs, and how much it may: whoever calls one for it shares one purse.

The cap is looked at before anything is sent, so that the call which goes past it is the last. A
reply that was cut off and not counted by its server is reckoned from its length. Where no price is
known, a cap in money cannot hold, and `is_blind` says so. What was paid is kept with the session,
so that a cap holds over a resume: `due` says it once, as events, and `already` opens the purse again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock

from simulator.errors import ActorError
from simulator.llm.usage import Usage
from simulator.practice.events import LlmUsed


@dataclass(slots=True)
class Purse:
    """Tokens and dollars of one session, and its caps; no cap where None."""

    tokens: int | None = None
    dollars: float | None = None
    usage: Usage = field(default_factory=Usage)
    _due: dict[str, Usage] = field(init=False, default_factory=dict, compare=False)
    _lock: Lock = field(init=False, default_factory=Lock, repr=False, compare=False)
    """A reader pays from a thread of its own."""

    @property
    def used(self) -> int:
        """Tokens so far, both ways."""
        return self.usage.prompt + self.usage.completion

    @property
    def is_blind(self) -> bool:
        """Whether there is a cap in money and no telling what was spent."""
        return self.dollars is not None and self.usage.cost is None

    def open(self, name: str) -> None:
        """Raise `llm-cap-reached` or `llm-cost-cap-reached`, if no more may be used."""
        if self.tokens is not None and self.used >= self.tokens:
            raise ActorError("llm-cap-reached", actor=name, used=self.used, cap=self.tokens)
        spent = self.usage.cost
        if self.dollars is not None and spent is not None and spent >= self.dollars:
            raise ActorError("llm-cost-cap-reached", actor=name, cost=spent, cap=self.dollars)

    def already(self, used: Iterable[LlmUsed]) -> None:
        """Add what was kept with the session before."""
        for one in used:
            self.usage += Usage(one.prompt, one.completion, one.cost)

    def pay(self, used: Usage, by: str = "") -> None:
        """Add what a server says was used, by the LLM of that name."""
        with self._lock:
            self.usage += used
            self._due[by] = self._due.get(by, Usage()) + used

    def due(self) -> tuple[LlmUsed, ...]:
        """What was paid since this was last asked, one for each LLM, to be kept."""
        with self._lock:
            due, self._due = self._due, {}
        return tuple(
            LlmUsed(by=name, prompt=one.prompt, completion=one.completion, cost=one.cost)
            for name, one in due.items()
        )
