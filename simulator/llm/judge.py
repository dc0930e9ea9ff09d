"""The judge: one question of the debrief's to an LLM, its reply handed back as it came.

What of the reply may be believed is decided where it is read, not here. A question is asked without
chance; asked again, it is asked with some, or the answers would agree because they are one. Few
are under way at once, so that no server of one's own is swamped; one alone until there was an
answer, and none once a failure showed that every other would fail in the same way.
"""

from asyncio import Lock, Semaphore
from dataclasses import dataclass, field

from simulator.debrief.judging.asking import Asking
from simulator.debrief.judging.reply import Reply
from simulator.errors import ActorError
from simulator.llm.client import Client, Sampling
from simulator.llm.patience import Limits
from simulator.prompts.render import Prompt, render

PATIENT = Limits(first=60.0, turn=120.0, attempts=3, pause=1.0)
"""Nobody is in a talk while a judge thinks."""
AT_ONCE, AT_ONCE_HERE = 4, 2
"""Questions under way at a provider, and at a server on this machine."""
TOKENS = 4_000
"""A verdict, three quotes and a sentence take 300; the rest is for an LLM that thinks first."""
AGAIN = 0.7
"""Temperature from the second time on."""
HOPELESS = frozenset({
    "llm-key-missing", "llm-key-refused", "llm-forbidden", "llm-quota", "llm-unknown",
    "llm-unreachable", "llm-cap-reached", "llm-cost-cap-reached",
})  # fmt: skip
"""What the next question would meet as well."""


@dataclass(slots=True)
class LlmJudge:
    """The port `Judge` over a client; one per event loop."""

    client: Client
    hopeless: ActorError | None = None
    """The failure after which nothing is asked any more."""
    turns: Semaphore = field(init=False)
    _first: Lock = field(init=False, default_factory=Lock)
    _has_answered: bool = field(init=False, default=False)

    def __post_init__(self) -> None:
        self.turns = Semaphore(AT_ONCE if self.client.endpoint.is_hosted else AT_ONCE_HERE)

    @property
    def name(self) -> str:
        """The name by which litellm knows the LLM."""
        return self.client.endpoint.name

    async def ask(self, asking: Asking) -> str:
        """The reply as it came; raises `ActorError` when there is none."""
        temperature = 0.0 if asking.attempt == 1 else AGAIN
        sampling = Sampling(temperature, asking.attempt, TOKENS)
        async with self.turns:
            async with self._first:
                if not self._has_answered:
                    return await self._asked(asking, sampling)
            return await self._asked(asking, sampling)

    async def _asked(self, asking: Asking, sampling: Sampling) -> str:
        if self.hopeless is not None:
            raise ActorError(self.hopeless.code, **self.hopeless.values)
        try:
            said = await self.client.ask(prompt_of(asking), sampling, Reply)
        except ActorError as fault:
            if fault.code in HOPELESS:
                self.hopeless = fault
            raise
        self._has_answered = True
        return said


def prompt_of(asking: Asking) -> Prompt:
    """What a judge is given for `asking`: nothing of who the two people are."""
    return render(
        "judge",
        asking.language,
        question=asking.question,
        is_to_avoid=int(asking.is_to_avoid),
        yes_looks_like=asking.yes_looks_like,
        no_looks_like=asking.no_looks_like,
        transcript=asking.transcript,
    )
