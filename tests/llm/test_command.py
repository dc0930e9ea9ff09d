"""A practice with an LLM from the command line, in a process of its own, against a scripted server."""

import asyncio
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.llm.server import Server, failure, streamed

GREETS = b"Thank you for seeing me.\n"
PRACTICE = ("practice", "pay-and-presence", "--plain", "--actor", "openai/tiny")
pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])


@dataclass(frozen=True)
class Ran:
    """What a command left."""

    status: int
    out: str
    err: str


async def ran(
    server: Server, home: Path, *arguments: str, said: bytes = b"", **environ: str
) -> Ran:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "simulator", *arguments, "--home", str(home)),
        env={
            **os.environ,
            "SIMULATOR_LLM_BASE": server.base,
            "SIMULATOR_LANGUAGE": "en",
            **environ,
        },
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, err = await process.communicate(said)
    return Ran(process.returncode or 0, out.decode(), err.decode())


async def test_an_llm_words_the_reply_and_what_it_used_is_told(
    server: Server, tmp_path: Path
) -> None:
    server.plays(streamed(["Go on", ", I have", " half an hour", "."]))

    done = await ran(server, tmp_path, *PRACTICE, said=GREETS)

    assert done.status == 0, done.err
    assert "Claire Dawson: Go on, I have half an hour." in done.out
    assert "tokens" in done.out
    assert len(server.requests) == 1


async def test_where_an_llm_fails_the_line_is_kept(server: Server, tmp_path: Path) -> None:
    server.plays(failure(401, "invalid_api_key", "no"))

    failed = await ran(server, tmp_path, *PRACTICE, said=GREETS)
    listed = await ran(server, tmp_path, "sessions", "--format", "json")

    (session,) = json.loads(listed.out)
    assert failed.status == 4
    assert "Traceback" not in failed.err
    assert (session["turns"], session["outcome"]) == (1, "open")


async def test_a_pause_that_a_server_asks_for_is_one_line_before_the_reply(
    server: Server, tmp_path: Path
) -> None:
    words = "The LLM asks us to wait: trying again in 1 s."
    server.plays(failure(429, retry_after="0.01"), streamed(["Go on", "."]))

    done = await ran(server, tmp_path, *PRACTICE, said=GREETS)

    lines = done.out.splitlines()
    assert done.status == 0, done.err
    assert lines.count(words) == 1
    assert lines[lines.index(words) + 1].startswith("Claire")
    assert len(server.requests) == 2


async def test_what_may_be_used_has_a_cap(server: Server, tmp_path: Path) -> None:
    server.plays(streamed(["Go on", "."]))
    lines = GREETS + b"What is behind the rule?\n"

    capped = await ran(server, tmp_path, *PRACTICE, said=lines, SIMULATOR_CAP_TOKENS="5")

    assert capped.status == 4
    assert len(server.requests) == 1
