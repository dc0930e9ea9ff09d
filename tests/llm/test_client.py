import asyncio
import traceback
from contextlib import aclosing
from typing import Any

import pytest
from pydantic import BaseModel

from simulator.errors import ActorError
from simulator.llm.client import Client, Sampling
from simulator.llm.endpoint import Endpoint
from simulator.llm.patience import Limits, Waiting
from simulator.llm.usage import Usage
from tests.llm.faulty import EITHER_WAY, SHORT, STREAMED
from tests.llm.server import Reply, Server, cut, failure, given, raw, streamed, whole, worst
from tests.llm.talk import KEY, ONCE, PROMPT, client, heard

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

WHOLE = {
    "filter, as an empty 200": (whole("", "content_filter"), "llm-filtered"),
    "null": (whole(None), "llm-empty"),
    "empty": (whole(""), "llm-empty"),
    "choices=[]": (given({"id": "x", "object": "chat.completion", "choices": []}), "llm-empty"),
    "a web page": (raw("<html>hello</html>", "text/html"), "llm-garbage"),
    "half of an answer": (raw('{"choices": [{"mess', "application/json"), "llm-garbage"),
    "torn": (raw('{"choices"', "application/json", end="torn"), "llm-reset"),
    "cut off": (whole("a", "length"), "llm-cut-off"),
    "looping": (whole("la la " * 40), "llm-looping"),
}


@pytest.mark.parametrize("row", EITHER_WAY)
@pytest.mark.parametrize("is_streamed", [True, False])
async def test_what_a_server_answers_becomes_an_error_of_ours(
    server: Server, row: str, is_streamed: bool
) -> None:
    reply, code = EITHER_WAY[row]
    server.plays(reply)

    with pytest.raises(ActorError) as raised:
        await (heard(client(server)) if is_streamed else client(server).ask(PROMPT))

    assert raised.value.code == code
    assert len(server.requests) == 1
    assert KEY not in "".join(traceback.format_exception(raised.value))
    assert raised.value.__context__ is None or isinstance(raised.value.__context__, ActorError)


@pytest.mark.parametrize("row", STREAMED)
async def test_a_stream_that_goes_wrong_keeps_its_words_and_says_what_happened(
    server: Server, row: str
) -> None:
    reply, words, code = STREAMED[row]
    server.plays(reply)

    assert await failed(client(server)) == (words, code)


async def failed(one: Client) -> tuple[str, str]:
    """What was heard of a stream, and the code of the error that ended it."""
    pieces: list[str] = []
    try:
        async for piece in one.stream(PROMPT):
            pieces.append(piece)  # noqa: PERF401 - what came before the error counts
    except ActorError as error:
        return "".join(pieces), error.code
    return "".join(pieces), ""


@pytest.mark.parametrize("row", WHOLE)
async def test_a_whole_answer_that_goes_wrong_says_what_happened(server: Server, row: str) -> None:
    reply, code = WHOLE[row]
    server.plays(reply)

    with pytest.raises(ActorError) as raised:
        await client(server).ask(PROMPT)

    assert raised.value.code == code


async def test_a_stream_gives_its_words_and_what_they_used(server: Server) -> None:
    server.plays(streamed(["Well", ", ", "no."]))
    one = client(server)

    assert await heard(one) == "Well, no."
    assert one.usage == Usage(11, 7, 0.0)


async def test_what_an_llm_thinks_before_it_speaks_is_not_heard(server: Server) -> None:
    server.plays(streamed(["<thi", "nk>She is", " angry.</thi", "nk>\n\nWell", ", no."]))

    assert await heard(client(server)) == "Well, no."


async def test_a_failure_writes_nothing_to_the_terminal(
    server: Server, capfd: pytest.CaptureFixture[str]
) -> None:
    server.plays(failure(401, "invalid_api_key", f"Incorrect key {KEY}"))

    with pytest.raises(ActorError):
        await heard(client(server))

    assert "".join(capfd.readouterr()) == ""


async def test_a_stream_cut_after_any_number_of_words_is_never_complete(server: Server) -> None:
    words = [f"word{number} " for number in range(9)]
    ended = []
    for kept in range(len(words)):
        server.plays(cut(words[:kept]))
        with pytest.raises(ActorError) as raised:
            await heard(client(server))
        ended.append(raised.value.code)

    assert ended == ["llm-empty"] + ["llm-interrupted"] * 8


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(end="hang"), "llm-stalled"),
        (cut(["a ", "b "], "hang"), "llm-stalled"),
        (streamed([f"{n} " for n in range(90)], pause=0.01), "llm-too-slow"),
    ],
    ids=["before the first word", "after it", "a drip-feed"],
)
async def test_a_deadline_holds_whatever_the_server_does(
    server: Server, reply: Reply, code: str
) -> None:
    server.plays(reply)

    with pytest.raises(ActorError) as raised:
        await heard(client(server, SHORT))

    assert raised.value.code == code
    await until_closed(server)


async def test_a_whole_answer_has_its_deadline_too(server: Server) -> None:
    server.plays(Reply((b" ",), pause=0.005, repeats=True))

    with pytest.raises(ActorError) as raised:
        await client(server, SHORT).ask(PROMPT)

    assert raised.value.code == "llm-too-slow"


async def test_an_llm_that_loops_is_stopped_and_its_socket_closed(server: Server) -> None:
    server.plays(cut(["and then he said "], repeats=True))

    with pytest.raises(ActorError) as raised:
        await heard(client(server))

    assert raised.value.code == "llm-looping"
    await until_closed(server)


async def test_whoever_stops_listening_closes_the_socket(server: Server) -> None:
    server.plays(cut(["a ", "b "], "hang"))
    async with aclosing(client(server).stream(PROMPT)) as pieces:
        assert await anext(pieces) == "a "

    await until_closed(server)


async def test_cancelling_closes_the_socket(server: Server) -> None:
    server.plays(cut(["a "], "hang"))
    came = asyncio.Event()

    async def listen() -> None:
        async for _ in client(server).stream(PROMPT):
            came.set()

    task = asyncio.create_task(listen())
    await came.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    await until_closed(server)


async def until_closed(server: Server) -> None:
    """Return once the client has closed the connection; fail when it does not."""
    async with asyncio.timeout(1):
        await server.closed.wait()


async def test_a_failed_attempt_is_made_again_and_the_pause_told(server: Server) -> None:
    server.plays(failure(503), failure(429, retry_after="0.01"), streamed(["Yes."]))
    told: list[Waiting] = []
    one = client(server, Limits(first=2, turn=4, attempts=3, pause=0.002))
    one.waited = told.append

    assert await heard(one) == "Yes."
    assert told == [
        Waiting("llm-server-error", 0.002, 2),
        Waiting("llm-rate-limited", 0.01, 3),
    ]


async def test_a_server_that_asks_for_more_time_than_there_is_fails_at_once(
    server: Server,
) -> None:
    server.plays(failure(429, retry_after="30"), streamed(["Yes."]))

    with pytest.raises(ActorError) as raised:
        await heard(client(server, Limits(first=2, attempts=3)))

    assert raised.value.values["seconds"] == 30.0
    assert len(server.requests) == 1


@pytest.mark.parametrize("reply", [failure(401), failure(404), failure(402), failure(400)])
async def test_what_will_not_be_otherwise_is_not_tried_again(server: Server, reply: Reply) -> None:
    server.plays(reply)

    with pytest.raises(ActorError):
        await heard(client(server, Limits(attempts=3)))

    assert len(server.requests) == 1


async def test_nothing_is_tried_again_once_a_word_was_heard(server: Server) -> None:
    server.plays(cut(["a"]), streamed(["b"]))

    with pytest.raises(ActorError):
        await heard(client(server, Limits(attempts=3, pause=0.001)))

    assert len(server.requests) == 1


async def test_nobody_listens_at_that_address(litellm: Any) -> None:
    one = Client(Endpoint("openai/tiny", "http://127.0.0.1:1/v1"), ONCE)

    with pytest.raises(ActorError) as raised:
        await heard(one)

    assert raised.value.code == "llm-unreachable"
    assert raised.value.values["address"] == "http://127.0.0.1:1"


@pytest.mark.parametrize(
    ("name", "code", "typed"),
    [
        ("openai/gpt-4o", "llm-key-missing", "export OPENAI_API_KEY=…"),
        ("anthropic/claude-x", "llm-key-missing", "export ANTHROPIC_API_KEY=…"),
        ("gemini/gemini-x", "llm-key-missing", "export GEMINI_API_KEY=…"),
        ("nobody/knows", "llm-unknown", None),
    ],
)
async def test_a_missing_key_is_told_before_anything_is_sent(
    litellm: Any, monkeypatch: pytest.MonkeyPatch, name: str, code: str, typed: str | None
) -> None:
    monkeypatch.setattr("simulator.llm.endpoint.os.name", "posix")

    with pytest.raises(ActorError) as raised:
        await heard(Client(Endpoint(name), ONCE))

    assert raised.value.code == code
    assert raised.value.values.get("command") == typed


class Wanted(BaseModel):
    answer: str


async def test_a_schema_is_asked_for_and_a_server_that_refuses_it_is_asked_without(
    server: Server,
) -> None:
    server.plays(failure(400, "", "response_format is not known here"), whole('{"answer": "x"}'))

    assert await client(server).ask(PROMPT, Sampling(0, 3), Wanted) == '{"answer": "x"}'
    first, second = (one.body for one in server.requests)
    assert first["response_format"]["json_schema"]["name"] == "Wanted"
    assert "response_format" not in second
    assert (second["temperature"], second["seed"]) == (0, 3)


async def test_a_provider_s_key_goes_to_no_other_address(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    server.plays(worst)

    await heard(Client(Endpoint("openai/tiny", server.base), ONCE))

    assert server.requests[0].headers["authorization"] == "Bearer none"


async def test_the_worst_llm_says_its_whole_prompt_and_nothing_else(server: Server) -> None:
    server.plays(worst)

    said = await heard(client(server))

    assert said.split() == f"{PROMPT.system} {PROMPT.user}".split()


async def test_a_name_of_llama_needs_no_hub_to_count_its_tokens(server: Server) -> None:
    server.plays(streamed(["a"]))
    endpoint = Endpoint("hosted_vllm/meta-llama/Llama-3.1-8B", server.base)

    assert await heard(Client(endpoint, ONCE)) == "a"
    assert server.requests[0].body["model"] == "meta-llama/Llama-3.1-8B"
