"""The reader: one line of the mentee's read a second time, after it was answered.

It goes on beside the talk and is left when the next line comes; its failures are told to nobody,
and kept. After one that every other line would meet, nothing is asked any more. What of its answer
may be believed is decided where it is read, not here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from simulator.debrief.judging.rereading import Answers, Rereading, reread, unread
from simulator.errors import ActorError
from simulator.llm.beside import Beside
from simulator.llm.client import Client, Sampling
from simulator.llm.judge import HOPELESS
from simulator.llm.loading import released
from simulator.llm.patience import Limits
from simulator.practice.events import ReadingRefined
from simulator.practice.refining import Look
from simulator.prompts.render import Prompt, render, version

AFTER_A_LINE = Limits(first=30.0, turn=60.0, attempts=2, pause=1.0)
"""Nobody waits; a line that takes longer is left anyway by the next one."""
TOKENS = 4_000
"""An answer to every kind takes 700; the rest is for an LLM that thinks first."""


@dataclass(slots=True)
class LlmReader:
    """The port `Reader` over a client; one per session."""

    client: Client
    may_look: Callable[[], bool] = lambda: True
    """Whether the mentee agreed to what it receives; asked before each line."""
    is_hopeless: bool = field(init=False, default=False)
    """It failed as it would fail again."""
    under_way: Beside[ReadingRefined] | None = field(init=False, default=None)

    def begin(self, look: Look) -> None:
        """Begin to look, beside everything else; a look under way is left."""
        self.drop()
        if not self.is_hopeless and self.may_look():
            self.under_way = Beside(lambda: self._read(look))

    def taken(self) -> ReadingRefined | None:
        """What came of the look; None while there is nothing, and again once it was taken."""
        return None if self.under_way is None else self.under_way.taken()

    def drop(self) -> None:
        """Leave the look under way: nothing comes of it any more."""
        if self.under_way is not None:
            self.under_way.drop()
            self.under_way = None

    async def _read(self, look: Look) -> ReadingRefined:
        asked = Rereading.of(look)
        pinned = version("reader", asked.language)
        name = self.client.endpoint.name
        sampling = Sampling(0.0, 1, TOKENS)
        try:
            said = await self.client.ask(prompt_of(asked), sampling, Answers)
        except ActorError as fault:
            self.is_hopeless = fault.code in HOPELESS
            return unread(look, fault.code, by=name, prompt_version=pinned)
        finally:
            await released()
        return reread(asked, said, by=name, prompt_version=pinned)


def prompt_of(asked: Rereading) -> Prompt:
    """What a reader is given: the line and what it answered, and nothing else of anything."""
    return render("reader", asked.language, transcript=asked.transcript)
