"""What a turn costs above the LLM itself: ours against a bare call, for the same line.

    python -m benches.llm [TURNS]     or     python -m benches.llm --quick

A scripted server in a process of its own needs 300 ms for the first token and then gives 30 a
second, of lines that nobody has anything against. Each turn is played through conversation, persona,
client and guard, and then the prompt of that turn is sent by a bare `litellm.acompletion` to the
same server, which answers with the same line. Compared are the time to the first checked clause
(bare: until its last letter has come) and to the end of the reply; the ratio is of each turn's two
times, and what is printed is its median. 200 turns by default take some seven minutes, `--quick` is
20 of them. Exit status 1 where a ratio is above 1.05.
"""

import asyncio
import re
import sys
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from simulator.actors.offline import OfflineActor
from simulator.config import Settings
from simulator.director.direction import Direction
from simulator.llm.client import Client
from simulator.llm.endpoint import Endpoint
from simulator.llm.loading import library, released
from simulator.llm.persona import LlmPersona, prompt_of
from simulator.practice.conversation import Conversation
from simulator.practice.events import ReplyPart, ReplyReplaced, SessionOpened
from simulator.practice.memory import MemoryJournal
from simulator.practice.stage import Stage
from simulator.wiring import StageBuild
from simulator.wiring.machine import SystemClock
from tests.llm.server import Reply, Request, serving, streamed

TURNS, QUICK, WARMING = 200, 20, 3
"""Turns measured, those of `--quick`, and those before them that are not measured."""
FIRST, RATE = 0.3, 30
"""Seconds until the first token; tokens a second from then on."""
MOST = 1.05
SCENARIO = "pay-and-presence"
TALK = 12
"""Turns of one talk."""
MENTEE = (
    "Thank you for making time this week.",
    "I have written down a few thoughts.",
    "I will come to it in a moment.",
    "It took me a while to sort it out.",
    "I wanted to say it to you first.",
    "I know that your week is full.",
    "There is no hurry on my side.",
    "I hope that this is a good moment.",
    "I have slept on it.",
    "It is not easy to put into words.",
    "I am glad that we can talk.",
    "That is where I stand.",
)
"""What earns nothing: the lines below say no fact and yield nothing, and would be refused for it."""
LINES = (
    "You see it that way, and I had not looked at it from there before.",
    "Let me think about it, because I would rather not answer too fast.",
    "That is a fair question, though I am not sure it has one answer.",
    "Perhaps so, but tell me how you would go about it in practice.",
    "I hear what you say. It has been on my mind for a while too.",
    "Go on, I would like to follow where you are heading with this.",
    "It depends, frankly, on how the others would take it in the end.",
    "We may not agree here, yet I am glad that you said it aloud.",
    "I had expected something else, so give me a moment to sort it out.",
    "Nobody has put it like that, and it does make me wonder a little.",
    "All right, then say it in your own words and I will listen.",
    "My week has been long, so forgive me if I sound rather short.",
)
_TOKEN = re.compile(r"\s?[\w’']+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds from the beginning of a turn."""

    clause: float
    whole: float


class Noted:
    """The persona through an LLM, which keeps the order that it was given."""

    def __init__(self, client: Client) -> None:
        self._persona = LlmPersona(client)
        self.name = self._persona.name
        self.order: Direction | None = None

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        self.order = direction
        async with aclosing(self._persona.speak(direction)) as pieces:
            async for piece in pieces:
                yield piece


@dataclass(slots=True)
class Bench:
    """One server, one client, and what has been measured."""

    client: Client
    litellm: Any
    actor: Noted
    stage: Stage

    async def turn(self, conversation: Conversation, line: str) -> tuple[Times, Times]:
        """The times of ours and of the bare call for one line of the mentee's."""
        begun, clause, at = perf_counter(), "", 0.0
        async with aclosing(conversation.say(line)) as entries:
            async for entry in entries:
                if isinstance(entry.event, ReplyPart) and not clause:
                    clause, at = entry.event.text, perf_counter() - begun
                assert not isinstance(entry.event, ReplyReplaced), "a good line was refused"
        ours = Times(at, perf_counter() - begun)
        return ours, await self._bare(clause.strip())

    async def _bare(self, clause: str) -> Times:
        """The same prompt, sent without us."""
        assert self.actor.order is not None
        prompt = prompt_of(self.actor.order)
        said = [("system", prompt.system), ("user", prompt.user)]
        begun, text, at = perf_counter(), "", 0.0
        stream = await self.litellm.acompletion(
            **self.client.endpoint.route,
            messages=[{"role": role, "content": content} for role, content in said],
            stream=True,
        )
        async for chunk in stream:
            text += (chunk.choices[0].delta.content if chunk.choices else "") or ""
            if not at and clause in text:
                at = perf_counter() - begun
        assert clause in text, (clause, text)
        return Times(at, perf_counter() - begun)


async def measured(base: str, turns: int) -> list[tuple[Times, Times]]:
    """The times of `turns` turns, ours and the bare call's."""
    client = Client(Endpoint("openai/scripted", base), environ={})
    actor = Noted(client)
    stage = StageBuild(Settings.load({"home": Path("nowhere"), "language": "en"}), SCENARIO)()
    stage = replace(stage, actor=actor, understudy=OfflineActor())
    bench = Bench(client, library(), actor, stage)
    times: list[tuple[Times, Times]] = []
    lines = cycle(MENTEE)
    conversation = _begun(stage, 0)
    while len(times) < turns + WARMING:
        spent = len(conversation.session.said_by("mentee"))
        if conversation.session.ended or spent == TALK:
            conversation = _begun(stage, len(times))
        times.append(await bench.turn(conversation, next(lines)))
    await released()
    return times[WARMING:]


def main(arguments: Sequence[str]) -> None:
    """Print the figures, one a line."""
    given = [int(one) for one in arguments if one.isdigit()]
    turns = QUICK if "--quick" in arguments else (given or [TURNS])[0]
    here, there = get_context("spawn").Pipe()
    server = get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    server.start()
    try:
        times = asyncio.run(measured(here.recv(), turns))
    finally:
        server.terminate()
        server.join()
    ratios = [
        _print("first checked clause", times, lambda one: one.clause),
        _print("whole reply", times, lambda one: one.whole),
    ]
    sys.exit(max(ratios) > MOST)


def _print(name: str, times: list[tuple[Times, Times]], part: Callable[[Times], float]) -> float:
    """One line of figures; their ratio at the median."""
    ratios = [part(ours) / part(bare) for ours, bare in times]
    ours, bare = (median(part(one[place]) for one in times) for place in (0, 1))
    late = quantiles(ratios, n=20)[-1]
    print(
        f"{name}: {median(ratios):.3f} of a bare call's time at the median, {late:.3f} at p95"
        f" ({1000 * ours:.0f} ms against {1000 * bare:.0f}); {len(times)} turns"
    )
    return median(ratios)


def _begun(stage: Stage, seed: int) -> Conversation:
    scenario = stage.scenario
    opened = SessionOpened(
        session=f"bench-{seed}",
        scenario=scenario.id,
        scenario_hash="",
        personas={},
        language=scenario.language,
        level=scenario.level,
        seed=seed,
        actor=stage.actor.name,
        program_version="",
        mentee="Sam",
    )
    return Conversation.begin(stage, MemoryJournal(SystemClock()), opened)


def _serve(told: Connection) -> None:
    """The scripted server: the next line for each prompt it has not seen, the same for one it has."""

    def script(request: Request) -> Reply:
        line = next(one for one in LINES if _beginning(one) not in request.prompt)
        return streamed(_TOKEN.findall(line), first=FIRST, pause=1 / RATE)

    async def serve() -> None:
        async with serving() as server:
            server.plays(script)
            told.send(server.base)
            await asyncio.Event().wait()

    asyncio.run(serve())


def _beginning(line: str) -> str:
    """What a prompt holds of a line at least, once it was said."""
    return " ".join(line.split()[:5])


if __name__ == "__main__":
    main(sys.argv[1:])
