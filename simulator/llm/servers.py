"""Servers of LLMs on this machine: found on their usual ports, asked for their LLMs, and tried out.

To find them, each port is asked for its list of LLMs and nothing else, all at once, so that the
whole takes no longer than the slowest answer that is waited for. Nothing is sent to another machine
until somebody asks for an LLM there to be tried; and what a server calls its LLMs is data.
"""

import asyncio
import os
from collections.abc import Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from shlex import quote
from time import perf_counter
from urllib.parse import urlsplit

from simulator.errors import ActorError
from simulator.llm.client import Client, Sampling
from simulator.llm.endpoint import BASE, Endpoint
from simulator.llm.patience import Limits
from simulator.llm.probing import asked
from simulator.llm.usage import Usage
from simulator.prompts.render import Prompt
from simulator.text import clean

WAIT = 0.3
"""Seconds that a server has for each answer."""
MOST = 50
"""LLMs of one server that are listed."""
LONGEST = 120
"""Code points of a name; what is longer, or has blanks in it, cannot be typed and is left out."""
TITLES = {
    "ollama": "Ollama",
    "lm_studio": "LM Studio",
    "hosted_vllm": "vLLM",
    "llama_cpp": "llama.cpp",
    "jan": "Jan",
    "gpt4all": "GPT4All",
}
"""Prefix of a name → the program that listens there unless told otherwise."""
OWN = "openai"
"""The prefix for a server of one's own at an address that the environment sets."""
UNSPOKEN = ("embed", "rerank", "whisper")
"""Parts of the names of those that do not talk."""
A_TRY = Limits(first=60.0, silence=15.0, turn=75.0, attempts=1)
"""An LLM that was not used lately is first read from the disk."""
SMALL = Sampling(temperature=0.0, tokens=400)
HELLO = Prompt("You answer in one short sentence.", "Say hello.")


@dataclass(frozen=True, slots=True)
class Server:
    """A server that answered, and what it has."""

    prefix: str
    """What stands before the slash in the names of its LLMs."""
    base: str
    llms: tuple[str, ...]

    @property
    def title(self) -> str:
        """The program that usually listens there, or the address that was set."""
        return TITLES.get(self.prefix) or urlsplit(self.base).netloc.rpartition("@")[2]

    @property
    def names(self) -> tuple[str, ...]:
        """What to give as the actor, the judge or the coach."""
        return tuple(f"{self.prefix}/{one}" for one in self.llms)


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one small call to an LLM."""

    name: str
    address: str
    """Empty for a provider's own."""
    is_hosted: bool
    first: float = 0.0
    """Seconds until its first word, its loading included."""
    whole: float = 0.0
    said: str = ""
    usage: Usage = field(default_factory=Usage)
    fault: ActorError | None = None

    @property
    def command(self) -> str:
        """What to type to practise with it."""
        return practise(self.name)


def practise(name: str) -> str:
    """What to type to practise with the LLM `name`."""
    return f"simulator practice SCENARIO --actor {quote(name)}"


async def servers(
    environ: Mapping[str, str] | None = None, wait: float = WAIT
) -> tuple[Server, ...]:
    """The servers of this machine that answer, in the order of `TITLES`.

    Where the environment sets one address for every name, that is the only one asked.
    """
    environ = os.environ if environ is None else environ
    prefixes = (OWN,) if environ.get(BASE) else tuple(TITLES)
    endpoints = {prefix: Endpoint.of(f"{prefix}/x", environ) for prefix in prefixes}
    found = await asyncio.gather(
        *(
            _listed(prefix, one.base, wait)
            for prefix, one in endpoints.items()
            if not one.is_hosted and one.base.startswith("http:")
        )
    )
    return tuple(one for one in found if one is not None)


async def tried(name: str, client: Client | None = None) -> Tried:
    """One small call to the LLM `name`: `HELLO` is sent, and a failure is told, not raised."""
    client = client or Client(Endpoint.of(name), A_TRY)
    endpoint = client.endpoint
    found = Tried(name, endpoint.address, endpoint.is_hosted)
    try:
        await client.ready()
        began, first, said = perf_counter(), 0.0, ""
        async with aclosing(client.stream(HELLO, SMALL)) as pieces:
            async for piece in pieces:
                first = first or perf_counter() - began
                said += piece
    except ActorError as fault:
        return replace(found, usage=client.usage, fault=fault)
    took = perf_counter() - began
    return replace(
        found, first=first, whole=took, said=" ".join(clean(said).split()), usage=client.usage
    )


async def _listed(prefix: str, base: str, wait: float) -> Server | None:
    answer = await asked(f"{base.rstrip('/')}/models", wait)
    if answer is None and prefix == "ollama":
        answer = await asked(f"{base.removesuffix('/v1')}/api/tags", wait)
    if not isinstance(answer, Mapping):
        return None
    listed = answer.get("data", answer.get("models"))
    if not isinstance(listed, list):
        return None
    return Server(prefix, base, tuple(_names(listed))[:MOST])


def _names(listed: list[object]) -> Iterator[str]:
    for one in listed:
        name = (one.get("id") or one.get("name")) if isinstance(one, Mapping) else None
        if not isinstance(name, str) or not 0 < len(name) <= LONGEST:
            continue
        is_typed = name == clean(name) and name.isprintable() and not any(map(str.isspace, name))
        if is_typed and not any(part in name.lower() for part in UNSPOKEN):
            yield name
