"""Which variables hold the key of an LLM's provider, and which of them are not set.

Keys stay where they are: litellm reads them from the environment itself. Here only their names are
handled, so that a missing one can be told before anything is sent, with what to type.
"""

from typing import Any

from simulator.llm.endpoint import KEY, Endpoint

ONE_OF = {"gemini": ("GEMINI_API_KEY",)}
"""Providers that take any of several keys: the one to name."""


def variables_of(litellm: Any, endpoint: Endpoint) -> tuple[str, ...]:
    """The variables to set for `endpoint`; empty where no provider goes by that name."""
    if endpoint.base:
        return (KEY,)
    try:
        provider = litellm.get_llm_provider(endpoint.name)[1]
    except litellm.exceptions.BadRequestError:
        return ()
    return ONE_OF.get(provider) or (f"{provider.upper()}_API_KEY",)


def missing(litellm: Any, endpoint: Endpoint) -> tuple[str, ...]:
    """The variables of its provider that are not set, though it needs them."""
    if endpoint.base:
        return ()
    found = litellm.validate_environment(endpoint.name)
    if found["keys_in_environment"]:
        return ()
    provider = litellm.get_llm_provider(endpoint.name)[1]
    return ONE_OF.get(provider) or tuple(found["missing_keys"])
