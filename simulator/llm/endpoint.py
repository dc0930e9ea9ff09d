"""Where an LLM is: its name, its address where that is not the provider's, its key.

A server of one's own is spoken to in the protocol of OpenAI, which every one of them knows,
whatever prefix its name has: so one path is tested, and nothing else is asked of it behind our
back. Owned here: that the key of a provider goes to no other address than the one its own variable
names beside it, and that a key is in no representation of anything.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

LOCAL = {
    "ollama": "http://localhost:11434/v1",
    "ollama_chat": "http://localhost:11434/v1",
    "lm_studio": "http://localhost:1234/v1",
    "hosted_vllm": "http://localhost:8000/v1",
    "llama_cpp": "http://localhost:8080/v1",
    "llamafile": "http://localhost:8080/v1",
    "jan": "http://localhost:1337/v1",
    "gpt4all": "http://localhost:4891/v1",
}
"""Prefix of a name → where such a server listens unless told otherwise."""
NO_KEY = "none"
"""Sent where a server wants no key and the protocol wants one."""
BASE, KEY = "SIMULATOR_LLM_BASE", "SIMULATOR_LLM_KEY"
"""Variables: the address of a server of one's own, and the key for that address alone."""
OPENAI_BASES, OPENAI_KEY = ("OPENAI_API_BASE", "OPENAI_BASE_URL"), "OPENAI_API_KEY"
"""Variables by which many name a server that speaks the protocol, and the key that goes with it."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One LLM at one address."""

    name: str
    """As the person named it: `provider/name`."""
    base: str = ""
    """Address of an OpenAI-compatible server; empty: the provider's own."""
    key: str = field(default="", repr=False)
    """For `base` alone; a provider's key is read from the environment by litellm."""

    @classmethod
    def of(cls, name: str, environ: Mapping[str, str] | None = None) -> "Endpoint":
        """The LLM called `name`, at the address that the environment or its prefix gives."""
        environ = os.environ if environ is None else environ
        prefix = name.partition("/")[0]
        base = environ.get(BASE, "")
        if not base and prefix in LOCAL:
            own = environ.get(f"{prefix.removesuffix('_chat').upper()}_API_BASE", "")
            base = _versioned(own) if own else LOCAL[prefix]
        if not base and prefix == "openai":
            base = next((environ[one].rstrip("/") for one in OPENAI_BASES if environ.get(one)), "")
            if base:
                return cls(name, base, environ.get(KEY) or environ.get(OPENAI_KEY, ""))
        return cls(name, base, environ.get(KEY, "") if base else "")

    @property
    def is_hosted(self) -> bool:
        """Whether what is said leaves this machine."""
        host = urlsplit(self.base).hostname or ""
        return not re.fullmatch(r"localhost|127(?:\.\d+){3}|::1", host)

    @property
    def address(self) -> str:
        """Scheme, host and port of `base`, without what a key could stand in."""
        parts = urlsplit(self.base)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if self.base else ""

    @property
    def route(self) -> dict[str, str]:
        """What litellm is told of it."""
        if not self.base:
            return {"model": self.name}
        prefix, _, rest = self.name.partition("/")
        known = rest if rest and prefix in {*LOCAL, "openai"} else self.name
        return {"model": f"openai/{known}", "api_base": self.base, "api_key": self.key or NO_KEY}


def command(variables: tuple[str, ...], system: str = os.name) -> str:
    """What to type so that `variables` are set; the value stands for itself as `…`."""
    if system == "nt":
        return "; ".join(f'$env:{name} = "…"' for name in variables)
    return "export " + " ".join(f"{name}=…" for name in variables)


def _versioned(base: str) -> str:
    bare = base.rstrip("/")
    return bare if bare.endswith("/v1") else f"{bare}/v1"
