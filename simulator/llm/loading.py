"""Loading litellm: late, quietly, and the same way wherever it is first needed.

Importing it takes seconds, looks up prices on the network and reads `.env` of the working folder
unless told otherwise before. Owned here: that it is told. Nothing is loaded when this module is
imported; `warm` loads in a thread, so that a first turn need not wait.
"""

import asyncio
import importlib
import logging
import os
import sys
import warnings
from threading import Thread
from typing import Any

SWITCHES = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",  # prices come from the package, not from the network
    "LITELLM_MODE": "PRODUCTION",  # no `.env` of whatever folder one stands in
    "HF_HUB_OFFLINE": "1",  # no tokenizer is fetched to count what the server did not count
}
LOGGERS = ("LiteLLM", "LiteLLM Proxy", "LiteLLM Router", "openai", "httpx", "httpcore")
"""They write tracebacks and requests with the prompt and sometimes the key in them."""


def library() -> Any:
    """litellm, silent and without telemetry or callbacks; blocks while it is first imported."""
    os.environ.update(SWITCHES)
    import litellm

    importlib.import_module("openai.resources.chat.completions")  # or the first call would
    litellm.suppress_debug_info = True
    litellm.disable_aiohttp_transport = True  # httpx closes a cancelled stream's socket at once
    litellm.turn_off_message_logging = True
    litellm.success_callback = []
    litellm.failure_callback = []
    warnings.filterwarnings(
        "ignore", module=r"(?:litellm|pydantic)\b"
    )  # of its types, to its makers
    warnings.filterwarnings(
        "ignore", "coroutine 'OpenAIChatCompletion", RuntimeWarning
    )  # of a call that was cancelled before it had left
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [logging.NullHandler()]
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)
    return litellm


async def loaded() -> Any:
    """litellm, without holding up the loop while it is imported."""
    return await asyncio.to_thread(library)


def warm() -> Thread:
    """Start loading in the background; a later call waits for what is not done by then.

    So does the end of the program, which could not be reached past a thread frozen in an import.
    """
    thread = Thread(target=library, name="warm-llm")
    thread.start()
    return thread


async def released() -> None:
    """Close the connections that litellm keeps open for the running loop, and those only.

    A reader has a loop of its own, and its call goes on. Nothing where litellm is not loaded, or is
    being loaded at this moment.
    """
    cache = getattr(sys.modules.get("litellm"), "in_memory_llm_clients_cache", None)
    if cache is None:
        return
    own = f"-{id(asyncio.get_running_loop())}"
    for key in [one for one in tuple(cache.cache_dict) if str(one).endswith(own)]:
        kept = cache.cache_dict.pop(key, None)
        cache.ttl_dict.pop(key, None)
        client = getattr(kept, "_client", None) or getattr(kept, "client", None)
        if client is not None and hasattr(client, "aclose"):
            await client.aclose()
