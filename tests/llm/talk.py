"""Clients for the failing server, with deadlines that nobody waits for."""

from simulator.llm.client import Client
from simulator.llm.endpoint import Endpoint
from simulator.llm.patience import Limits
from simulator.prompts.render import Prompt
from tests.llm.server import Server

KEY = "sk-planted-4f9a8b7c6d5e4f3a2b1c"
PROMPT = Prompt("You answer.", "Well?")
ONCE = Limits(first=20, silence=20, turn=20, attempts=1)


def client(server: Server, limits: Limits = ONCE) -> Client:
    return Client(Endpoint("openai/tiny", server.base, KEY), limits, {"OPENAI_API_KEY": KEY})


async def heard(one: Client) -> str:
    """The whole of a stream."""
    return "".join([piece async for piece in one.stream(PROMPT)])
