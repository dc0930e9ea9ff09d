"""How long one turn may take, and when to try again.

All deadlines count from the start of the turn, over every attempt: whoever waits does not care how
often it was tried. A pause that a server asks for is kept where it still leaves time for a first
word; where it does not, the failure is told at once, with the seconds.
"""

import asyncio
from dataclasses import dataclass
from typing import NamedTuple

from simulator.errors import ActorError

RETRIED = frozenset({
    "llm-busy", "llm-rate-limited", "llm-server-error", "llm-overloaded", "llm-reset",
    "llm-empty", "llm-garbage", "llm-interrupted",
})  # fmt: skip
"""What may be otherwise the next time; a wrong key, an empty purse or a late word will not be."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds, but for `attempts`."""

    first: float = 25.0
    """Until the first word, retries and their pauses included."""
    silence: float = 15.0
    """Between two pieces of a reply."""
    turn: float = 90.0
    """Until the last word."""
    attempts: int = 3
    pause: float = 0.5
    """Before the second attempt, where the server names none; doubled before each further one."""


class Waiting(NamedTuple):
    """A pause before another attempt, so that a screen can count down."""

    code: str
    seconds: float
    attempt: int
    """The attempt that follows, from 2."""


class Deadline(NamedTuple):
    """When it is over, by the loop's clock, and what it is then called."""

    at: float
    code: str
    seconds: float
    """What was allowed."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn under way."""

    limits: Limits
    began: float

    @classmethod
    def start(cls, limits: Limits) -> "Turn":
        """A turn that begins now."""
        return cls(limits, asyncio.get_running_loop().time())

    def deadline(self, *, has_spoken: bool) -> Deadline:
        """By when the next piece must have come."""
        whole = Deadline(self.began + self.limits.turn, "llm-too-slow", self.limits.turn)
        if has_spoken:
            now = asyncio.get_running_loop().time()
            silence = self.limits.silence
            return min(whole, Deadline(now + silence, "llm-stalled", silence))
        return min(
            whole, Deadline(self.began + self.limits.first, "llm-stalled", self.limits.first)
        )

    @property
    def whole(self) -> Deadline:
        """By when a reply that comes in one piece must be there."""
        return Deadline(self.began + self.limits.turn, "llm-too-slow", self.limits.turn)

    def pause(self, fault: ActorError, attempt: int) -> float | None:
        """Seconds to wait after the failed `attempt`, numbered from 1; None: do not try again."""
        if fault.code not in RETRIED or attempt >= self.limits.attempts:
            return None
        asked = fault.values.get("seconds")
        pause = self.limits.pause * 2 ** (attempt - 1)
        if isinstance(asked, int | float):
            pause = float(asked)
        now = asyncio.get_running_loop().time()
        return pause if now + pause < self.began + self.limits.first else None
