"""Which variable holds the key of an LLM's provider, and where a key that is not there may be kept.

A key of the environment stays there: litellm reads it itself. One that the environment does not
have is looked for in the keyring of the operating system, where a person put it under the name of
the same variable; it goes from there into the call and into nothing else. Neither is ever written
down here. Where the provider is told by the first part of the name, a missing key is told before
litellm is loaded.

    keyring set simulator OPENAI_API_KEY
"""

import asyncio
import importlib
from collections.abc import Callable, Mapping
from shlex import quote
from typing import Any

from simulator.config import APPLICATION
from simulator.llm.endpoint import KEY, Endpoint

Safe = Callable[[str], str]
"""From the name of a variable to the key that is kept under it; empty where there is none."""
ONE_OF = {"gemini": ("GEMINI_API_KEY",)}
"""Providers that take any of several keys: the one to name."""
KNOWN = {
    "openai": ("OPENAI_API_KEY",),
    "anthropic": ("ANTHROPIC_API_KEY",),
    "gemini": ("GEMINI_API_KEY", "GOOGLE_API_KEY"),
    "mistral": ("MISTRAL_API_KEY",),
    "groq": ("GROQ_API_KEY",),
    "openrouter": ("OPENROUTER_API_KEY",),
    "deepseek": ("DEEPSEEK_API_KEY",),
    "xai": ("XAI_API_KEY",),
    "together_ai": ("TOGETHERAI_API_KEY",),
    "cerebras": ("CEREBRAS_API_KEY",),
    "moonshot": ("MOONSHOT_API_KEY",),
}
"""First part of a name → the variables of which one has to be set; the first is named."""


def known_variable(endpoint: Endpoint) -> str:
    """The variable to look for, as far as it is known without litellm; empty where it is not.

    A server of one's own on this machine has no key that it would not be given in the environment.
    """
    if endpoint.base:
        return KEY if endpoint.is_hosted and not endpoint.key else ""
    return KNOWN.get(endpoint.name.partition("/")[0], ("",))[0]


def is_set(endpoint: Endpoint, environ: Mapping[str, str]) -> bool:
    """Whether the environment has a key for an LLM whose variable is known."""
    names = KNOWN.get(endpoint.name.partition("/")[0], ()) if not endpoint.base else (KEY,)
    return any(environ.get(one) for one in names)


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


def to_keep(variables: tuple[str, ...]) -> str:
    """What to type so that a key is kept in the keyring; it is asked for, and not shown."""
    return "; ".join(f"keyring set {quote(APPLICATION)} {one}" for one in variables)


async def kept(safe: Safe, variable: str) -> str:
    """The key under `variable`, without holding up the loop while a keyring is unlocked."""
    return await asyncio.to_thread(safe, variable)


def keyring_of_the_system(variable: str) -> str:
    """The key under `variable` in the operating system's keyring, if the extra is installed."""
    try:
        keyring = importlib.import_module("keyring")
    except ImportError:
        return ""
    try:
        return keyring.get_password(APPLICATION, variable) or ""
    except (keyring.errors.KeyringError, RuntimeError, OSError):
        return ""
