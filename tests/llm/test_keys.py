"""Keys: where they are found, and that they are in nothing of ours."""

import logging
import os
import sys
import traceback
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from simulator.actors.offline import OfflineActor
from simulator.errors import ActorError
from simulator.llm.client import Client
from simulator.llm.endpoint import Endpoint
from simulator.llm.keys import KNOWN, keyring_of_the_system, variables_of
from simulator.llm.persona import LlmPersona
from simulator.practice.conversation import Conversation
from simulator.practice.memory import MemoryJournal
from tests.llm.server import Request, Server, failure, streamed
from tests.llm.talk import ONCE, PROMPT, heard
from tests.practice.stage import Ticks, opened, stage

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

PLANTED = "sk-planted-in-the-keyring-0123456789"


class Locked(Exception):
    """What a keyring raises that cannot be opened."""


class Keyring(SimpleNamespace):
    """The operating system's, as far as it is asked."""

    def __init__(self, held: dict[tuple[str, str], str], *, is_locked: bool = False) -> None:
        super().__init__(errors=SimpleNamespace(KeyringError=Locked))
        self.held, self.is_locked = held, is_locked
        self.asked: list[tuple[str, str]] = []

    def get_password(self, service: str, name: str) -> str | None:
        self.asked.append((service, name))
        if self.is_locked:
            raise Locked
        return self.held.get((service, name))


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Keyring:
    one = Keyring({("simulator", "OPENAI_API_KEY"): PLANTED})
    monkeypatch.setitem(sys.modules, "keyring", one)
    return one


@pytest.mark.parametrize("name", ["openai/gpt-4o", "gpt-4o"])
async def test_a_key_of_the_keyring_goes_into_the_call(
    server: Server, keyring: Keyring, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("OPENAI_API_BASE", server.base)
    server.plays(streamed(["Yes."]))
    one = Client(Endpoint(name), ONCE)

    assert [await heard(one), await heard(one)] == ["Yes.", "Yes."]
    assert server.requests[0].headers["authorization"] == f"Bearer {PLANTED}"
    assert keyring.asked == [("simulator", "OPENAI_API_KEY")]


async def test_a_key_of_the_environment_comes_first(
    server: Server, keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_BASE", server.base)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-environment")
    server.plays(streamed(["Yes."]))

    await heard(Client(Endpoint("openai/gpt-4o"), ONCE))

    assert server.requests[0].headers["authorization"] == "Bearer sk-of-the-environment"
    assert keyring.asked == []


async def test_a_server_of_this_machine_is_given_no_key_of_a_provider_s(
    server: Server, keyring: Keyring
) -> None:
    server.plays(streamed(["Yes."]))

    await heard(Client(Endpoint("openai/tiny", server.base), ONCE, {}))

    assert server.requests[0].headers["authorization"] == "Bearer none"
    assert keyring.asked == []


def test_a_keyring_that_is_not_there_or_locked_holds_nothing(
    keyring: Keyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.is_locked = True
    locked = keyring_of_the_system("OPENAI_API_KEY")
    monkeypatch.setitem(sys.modules, "keyring", None)

    assert (locked, keyring_of_the_system("OPENAI_API_KEY")) == ("", "")


@pytest.mark.parametrize("prefix", KNOWN)
async def test_a_missing_key_is_told_before_the_library_is_loaded(
    prefix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.llm.endpoint.os.name", "posix")
    monkeypatch.setattr("simulator.llm.client.loaded", None)
    one = Client(Endpoint(f"{prefix}/x"), ONCE, {}, safe=lambda _: "")

    with pytest.raises(ActorError) as raised:
        await heard(one)

    (name, *_) = KNOWN[prefix]
    assert raised.value.code == "llm-key-missing"
    assert raised.value.values["command"] == f"export {name}=…"
    assert raised.value.values["keyring"] == f"keyring set simulator {name}"


@pytest.mark.parametrize("prefix", KNOWN)
def test_what_is_known_of_a_provider_is_what_the_library_asks_for(
    litellm: Any, prefix: str
) -> None:
    assert KNOWN[prefix][0] in litellm.validate_environment(f"{prefix}/x")["missing_keys"]
    assert prefix == "together_ai" or variables_of(litellm, Endpoint(f"{prefix}/x")) == (
        KNOWN[prefix][0],
    )


async def test_a_key_is_in_no_transcript_log_error_or_representation(
    server: Server,
    keyring: Keyring,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    def tells(request: Request) -> Any:
        key = request.headers["authorization"].removeprefix("Bearer ")
        return failure(400, "invalid_request_error", f"no such thing for {key}")

    monkeypatch.setenv("OPENAI_API_BASE", server.base)
    monkeypatch.chdir(tmp_path)
    caplog.set_level(logging.DEBUG)
    server.plays(tells)
    one = Client(Endpoint("openai/gpt-4o"), ONCE)
    journal = MemoryJournal(Ticks())
    talk = Conversation.begin(stage(LlmPersona(one), OfflineActor()), journal, opened())

    with pytest.raises(ActorError) as raised:
        [entry async for entry in talk.say("Why?")]

    error = raised.value
    everything = (
        *(entry.model_dump_json() for entry in journal.read()),
        *traceback.format_exception(error),
        repr(error.values), repr(one), repr(await one._call({"api_key": PLANTED})),
        caplog.text, *capfd.readouterr(),
    )  # fmt: skip
    assert server.requests[0].headers["authorization"].endswith(PLANTED)
    assert error.code == "llm-refused"
    assert PLANTED not in "\n".join(everything)
    assert "playwright" not in caplog.text
    assert not any(one.name for one in os.scandir(tmp_path))


async def test_a_prompt_holds_no_key(server: Server, keyring: Keyring) -> None:
    server.plays(streamed(["Yes."]))

    await heard(Client(Endpoint("openai/tiny", server.base, PLANTED), ONCE))

    assert PLANTED not in server.requests[0].prompt
    assert PROMPT.user in server.requests[0].prompt
