"""The inference server as a process of its own, on a free port of 127.0.0.1.

Owned here: that nothing waits for ever and that no server outlives its test. A shell stands between
the two; it reads until whoever started it closes the pipe or is gone, and then kills the server.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from queue import Queue
from threading import Thread
from time import monotonic
from typing import IO, Any
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from simulator.llm.client import Client
from simulator.llm.endpoint import Endpoint
from simulator.llm.patience import Limits
from tests.inference.kept import NETWORK, SERVER

needs_server = pytest.mark.skipif(
    not (SERVER.is_file() and NETWORK.is_file()), reason="`make test-llm` builds the server, once"
)

NAME = "tiny"
PLACES = 2
"""Requests that are answered at once; a further one waits."""
CONTEXT = 32_768
"""Tokens of a prompt and its reply."""
PATIENCE = 30.0
"""Seconds that anything here may take."""
ONCE = Limits(first=PATIENCE, silence=PATIENCE, turn=PATIENCE, attempts=1)
FOR_EVER = "--ignore-eos"
"""The server's option by which a reply ends at the most tokens and never before."""
ENDS_SOON = ("--logit-bias", "2+5")
"""The server's options by which a reply soon comes to an end of its own: 2 is the token for it."""
CLOSES_SOON = (*ENDS_SOON, "--logit-bias", "260+12")
"""The same for a string within a reply in JSON: 260 is the token of the quotation mark."""
_KEPT = '"$@" & server=$!; exec >/dev/null 2>&1; read -r _; kill -9 $server'


@dataclass(frozen=True, slots=True)
class Place:
    """What the server does in one of its places."""

    is_busy: bool
    tokens: int
    """Written so far for the request that is there; 0 once it has ended."""


@dataclass(frozen=True, slots=True)
class Llama:
    """A server that runs."""

    address: str
    key: str = ""
    kill: Callable[[], None] = lambda: None
    """End it at once, as a crash would."""

    @property
    def base(self) -> str:
        """Where it speaks the protocol of OpenAI."""
        return f"{self.address}/v1"

    def client(self, limits: Limits = ONCE, name: str = NAME, key: str = "") -> Client:
        """A client of ours for it."""
        return Client(Endpoint(f"openai/{name}", self.base, key or self.key), limits, {})

    def places(self) -> list[Place]:
        """What it does at this moment."""
        told = json.loads(self.told("/slots"))
        return [Place(one["is_processing"], _decoded(one)) for one in told]

    def written(self) -> int:
        """Tokens that it has written since it began, for requests that have ended."""
        (total,) = re.findall(
            r"^llamacpp:tokens_predicted_total (\d+)", self.told("/metrics"), re.MULTILINE
        )
        return int(total)

    def told(self, path: str) -> str:
        """What it answers to a plain request for `path`."""
        with urlopen(f"{self.address}{path}", timeout=PATIENCE) as answer:
            return str(answer.read(), "utf-8")

    def is_free(self) -> bool:
        """Whether it works on nothing any more, before it is too late."""
        return _before_long(lambda: not any(one.is_busy for one in self.places()))


@contextmanager
def served(*options: str, key: str = "") -> Iterator[Llama]:
    """A server with `options`, ready to answer; killed at the end, whatever happens."""
    command = [
        str(SERVER), "--model", str(NETWORK), "--alias", NAME, "--host", "127.0.0.1", "--port", "0",
        "--parallel", str(PLACES), "--ctx-size", str(PLACES * CONTEXT), "--threads", "1",
        "--slots", "--metrics", "--offline", *options, *(("--api-key", key) if key else ()),
    ]  # fmt: skip
    with subprocess.Popen(
        ["sh", "-c", _KEPT, "sh", *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as shell:
        assert shell.stdin is not None
        assert shell.stdout is not None
        reader = Thread(target=_read, args=(shell.stdout, heard := Queue[str]()))
        reader.start()
        try:
            one = Llama(_address(heard), key, shell.stdin.close)
            assert _before_long(lambda: _is_well(one)), "the server never said that it is well"
            yield one
        finally:
            shell.stdin.close()
            with suppress(subprocess.TimeoutExpired):
                shell.wait(PATIENCE)
            shell.kill()
            reader.join(PATIENCE)


def _read(output: IO[str], heard: Queue[str]) -> None:
    """Pass on each line of the server's; an empty one at its end."""
    for line in output:
        heard.put(line)
    heard.put("")


def _address(heard: Queue[str]) -> str:
    """Where the server listens, by its own word."""
    said = ""
    while line := heard.get(timeout=PATIENCE):
        said += line
        if found := re.search(r"listening on (http://127\.0\.0\.1:\d+)", line):
            return found[1]
    pytest.fail(f"the server ended at once:\n{said}")


def _is_well(one: Llama) -> bool:
    """Whether its health route says so; while it loads, it says 503."""
    try:
        return bool(json.loads(one.told("/health"))["status"] == "ok")
    except HTTPError:
        return False


def _decoded(place: Any) -> int:
    """Tokens written; a place that was never used says nothing of them."""
    following = place.get("next_token") or [{}]
    return int((following if isinstance(following, dict) else following[0]).get("n_decoded", 0))


def _before_long(is_so: Callable[[], bool]) -> bool:
    """Whether `is_so` comes true in time; asked again and again, each time of the server."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        if is_so():
            return True
    return False
