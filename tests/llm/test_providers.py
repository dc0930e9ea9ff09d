"""Hosted providers that speak a protocol of their own, played by the failing server."""

import json
from typing import Any

import pytest

from simulator.errors import ActorError
from simulator.llm.client import Client
from simulator.llm.endpoint import Endpoint
from tests.llm.server import Reply, Server, given, raw
from tests.llm.talk import ONCE, heard

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

CLAUDE, GEMINI = "anthropic/claude-3-5-haiku-latest", "gemini/gemini-1.5-flash"


def claude(*words: str, stop: str | None = "end_turn", **more: Any) -> Reply:
    """A stream in the events of Anthropic; cut where `stop` is None."""
    message = {"id": "m", "type": "message", "role": "assistant", "content": [], "model": "x"}
    events: list[dict[str, Any]] = [
        {
            "type": "message_start",
            "message": message | {"usage": {"input_tokens": 3, "output_tokens": 1}},
        },
        {
            "type": "content_block_start",
            "index": 0,
            "content_block": {"type": "text", "text": ""},
        },
    ]
    events += [
        {
            "type": "content_block_delta",
            "index": 0,
            "delta": {"type": "text_delta", "text": one},
        }
        for one in words
    ]
    if stop is not None:
        delta = {"stop_reason": stop, "stop_sequence": None}
        events += [
            {"type": "content_block_stop", "index": 0},
            {"type": "message_delta", "delta": delta, "usage": {"output_tokens": 5}},
            {"type": "message_stop"},
        ]
    if more:
        events.append({"type": "error", "error": more})
    return raw("".join(f"event: {one['type']}\ndata: {json.dumps(one)}\n\n" for one in events))


def gemini(*words: str, finish: str | None = "STOP") -> Reply:
    """A stream in the chunks of Gemini; cut where `finish` is None."""
    chunks: list[dict[str, Any]] = [
        {"content": {"parts": [{"text": one}], "role": "model"}} for one in words
    ]
    if finish is not None:
        chunks = [*chunks[:-1], {**(chunks[-1] if chunks else {}), "finishReason": finish}]
    return raw("".join(f"data: {json.dumps({'candidates': [one]})}\n\n" for one in chunks))


def refused(status: int, kind: str, message: str = "no", **headers: str) -> Reply:
    return given({"type": "error", "error": {"type": kind, "message": message}}, status, **headers)


def exhausted(message: str) -> Reply:
    error = {"code": 429, "message": message, "status": "RESOURCE_EXHAUSTED"}
    return given({"error": error}, 429)


ROWS = {
    "claude 429": (CLAUDE, refused(429, "rate_limit_error", retry_after="7"), "llm-rate-limited"),
    "claude 529": (CLAUDE, refused(529, "overloaded_error", "Overloaded"), "llm-overloaded"),
    "claude 401": (CLAUDE, refused(401, "authentication_error"), "llm-key-refused"),
    "claude 403": (CLAUDE, refused(403, "permission_error"), "llm-forbidden"),
    "claude 404": (CLAUDE, refused(404, "not_found_error"), "llm-unknown"),
    "claude 413": (CLAUDE, refused(413, "request_too_large"), "llm-too-long"),
    "claude 500": (CLAUDE, refused(500, "api_error"), "llm-server-error"),
    "claude credit": (
        CLAUDE,
        refused(400, "invalid_request_error", "Your credit balance is too low to access the API"),
        "llm-quota",
    ),
    "claude context": (
        CLAUDE,
        refused(400, "invalid_request_error", "prompt is too long: 250000 tokens > 200000 maximum"),
        "llm-too-long",
    ),
    "claude cut": (CLAUDE, claude("No", ".", stop=None), "llm-interrupted"),
    "claude refusal": (CLAUDE, claude("No", stop="refusal"), "llm-filtered"),
    "claude overloaded midway": (
        CLAUDE,
        claude("No", stop=None, type="overloaded_error", message="Overloaded"),
        "llm-overloaded",
    ),
    "claude out of words": (CLAUDE, claude("No", stop="max_tokens"), "llm-cut-off"),
    "gemini quota": (GEMINI, exhausted("You exceeded your current quota."), "llm-quota"),
    "gemini rate": (
        GEMINI,
        exhausted("You exceeded your current quota. Please retry in 34.5s."),
        "llm-rate-limited",
    ),
    "gemini cut": (GEMINI, gemini("Well, I am", finish=None), "llm-interrupted"),
    "gemini safety": (GEMINI, gemini(finish="SAFETY"), "llm-filtered"),
}


@pytest.fixture
def hosted(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    base = server.base.removesuffix("/v1")
    monkeypatch.setenv("ANTHROPIC_API_BASE", base)
    monkeypatch.setenv("ANTHROPIC_API_KEY", "key")
    monkeypatch.setenv("GEMINI_API_BASE", f"{base}/v1beta")
    monkeypatch.setenv("GEMINI_API_KEY", "key")
    return server


@pytest.mark.parametrize("row", ROWS)
async def test_a_provider_s_own_way_to_fail_becomes_an_error_of_ours(
    hosted: Server, row: str
) -> None:
    name, reply, code = ROWS[row]
    hosted.plays(reply)

    with pytest.raises(ActorError) as raised:
        await heard(Client(Endpoint(name), ONCE))

    assert raised.value.code == code


@pytest.mark.parametrize(
    ("name", "reply"), [(CLAUDE, claude("Well", ", no.")), (GEMINI, gemini("Well", ", no."))]
)
async def test_a_provider_s_stream_gives_its_words(hosted: Server, name: str, reply: Reply) -> None:
    hosted.plays(reply)

    assert await heard(Client(Endpoint(name), ONCE)) == "Well, no."
