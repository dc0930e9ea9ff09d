"""What was used: tokens as the server counted them, and their price where the package knows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from simulator.llm.endpoint import Endpoint

A_TOKEN = 4
"""Characters of a token, about, in English and French."""


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one or several calls; `cost` in US dollars, None where no price is known."""

    prompt: int = 0
    completion: int = 0
    cost: float | None = 0.0

    def __add__(self, other: "Usage") -> "Usage":
        known = self.cost is not None and other.cost is not None
        cost = (self.cost or 0.0) + (other.cost or 0.0) if known else None
        return Usage(self.prompt + other.prompt, self.completion + other.completion, cost)


def usage_of(answer: Any, endpoint: Endpoint, prices: Mapping[str, Any]) -> Usage | None:
    """What `answer`, whole or the last piece of a stream, says was used; None if it says nothing.

    `prices` is litellm's own table: name → dollars per token. A server on this machine costs
    nothing; one at an address of its own elsewhere has no price that we know.
    """
    counted = getattr(answer, "usage", None)
    if counted is None:
        return None
    prompt, completion = int(counted.prompt_tokens or 0), int(counted.completion_tokens or 0)
    return Usage(prompt, completion, _cost(prompt, completion, endpoint, prices))


def reckoned(asked: str, said: str, endpoint: Endpoint, prices: Mapping[str, Any]) -> Usage:
    """What a reply has used that nobody counted, by its length."""
    prompt, completion = -(-len(asked) // A_TOKEN), -(-len(said) // A_TOKEN)
    return Usage(prompt, completion, _cost(prompt, completion, endpoint, prices))


def _cost(
    prompt: int, completion: int, endpoint: Endpoint, prices: Mapping[str, Any]
) -> float | None:
    if endpoint.base:
        return None if endpoint.is_hosted else 0.0
    known = prices.get(endpoint.name) or prices.get(endpoint.name.partition("/")[2])
    if not known or known.get("input_cost_per_token") is None:
        return None
    into, out = known["input_cost_per_token"], known.get("output_cost_per_token") or 0.0
    return prompt * float(into) + completion * float(out)
