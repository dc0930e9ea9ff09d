"""Servers on this machine: what is found, what is asked of them, what a try tells."""

import json
from time import perf_counter

import pytest

from simulator.i18n import Translator
from simulator.llm.endpoint import LOCAL, Endpoint
from simulator.llm.servers import MOST, TITLES, WAIT, Server, servers, tried
from simulator.llm.telling import servers_told, tried_told
from simulator.reading.moves import Language
from tests.llm.server import Reply, Request, failure, given, raw, serving, streamed
from tests.llm.server import Server as Failing
from tests.llm.talk import KEY, client

pytestmark = [pytest.mark.enable_socket, pytest.mark.allow_hosts(["127.0.0.1"])]

CLOSED = "http://127.0.0.1:1/v1"
LISTED = {"object": "list", "data": [{"id": "tiny"}, {"id": "org/small"}]}


def places(**known: str) -> dict[str, str]:
    """The environment in which each server is at the address given, and the others nowhere."""
    return {f"{one.upper()}_API_BASE": known.get(one, CLOSED) for one in TITLES}


@pytest.mark.parametrize("prefix", TITLES)
async def test_a_server_is_found_and_its_llms_listed(prefix: str) -> None:
    async with serving() as server:
        server.plays(given(LISTED))
        (found,) = await servers(places(**{prefix: server.base}))

        assert found == Server(prefix, server.base, ("tiny", "org/small"))
        assert found.names == (f"{prefix}/tiny", f"{prefix}/org/small")
        assert [one.path for one in server.requests] == ["/v1/models"]
        assert set(server.requests[0].headers) == {"host", "connection"}
        assert Endpoint.of(found.names[1], places(**{prefix: server.base})).route["model"] == (
            "openai/org/small"
        )


async def test_an_old_ollama_is_asked_in_its_own_way() -> None:
    def old(request: Request) -> Reply:
        if request.path == "/api/tags":
            return given({"models": [{"name": "llama3.2:3b"}]})
        return failure(404)

    async with serving() as server:
        server.plays(old)
        (found,) = await servers(places(ollama=server.base))

        assert found.names == ("ollama/llama3.2:3b",)
        assert [one.path for one in server.requests] == ["/v1/models", "/api/tags"]


@pytest.mark.parametrize(
    "reply",
    [
        raw("<html>hello</html>", "text/html"),
        raw("nonsense", "application/json"),
        raw("[1, 2]", "application/json"),
        given({"data": "many"}),
        failure(401),
        failure(500),
        Reply(end="reset"),
        Reply((b"{",), end="torn"),
    ],
    ids=["a page", "nonsense", "a list", "no list", "401", "500", "reset", "torn"],
)
async def test_what_is_no_server_of_llms_is_none(reply: Reply) -> None:
    async with serving() as server:
        server.plays(reply)

        assert await servers(places(llama_cpp=server.base)) == ()


async def test_all_are_asked_at_once_and_none_is_waited_for() -> None:
    async with serving() as server:
        server.plays(Reply(end="hang"))
        began = perf_counter()
        found = await servers(dict.fromkeys(places(), server.base), wait=0.1)

        assert found == ()
        assert len(server.requests) == len(TITLES) + 1
        assert perf_counter() - began < 2 * 0.1 * len(TITLES)
        assert WAIT <= 0.3


async def test_a_name_that_cannot_be_typed_and_one_that_does_not_talk_are_left_out() -> None:
    odd = ["tiny", "nomic-embed-text", "a b", "\x1b[2J", "x" * 200, "", 7, None, "$(reboot)"]
    async with serving() as server:
        server.plays(given({"data": [{"id": one} for one in odd] + ["no"]}))
        (found,) = await servers(places(jan=server.base))

        assert found.llms == ("tiny", "$(reboot)")
        assert "--actor 'jan/$(reboot)'" in "\n".join(servers_told(Translator.of("en"), (found,)))


async def test_no_more_are_listed_than_anybody_reads() -> None:
    async with serving() as server:
        server.plays(given({"data": [{"id": f"l{n}"} for n in range(3 * MOST)]}))
        (found,) = await servers(places(jan=server.base))

        assert len(found.llms) == MOST


async def test_nobody_is_asked_on_another_machine() -> None:
    away = dict.fromkeys(places(), "http://192.0.2.1/v1")

    assert await servers(away) == ()
    assert await servers({"SIMULATOR_LLM_BASE": "https://llm.example.org/v1"}) == ()


async def test_an_address_of_one_s_own_is_the_only_one_asked() -> None:
    async with serving() as server:
        server.plays(given(LISTED))
        (found,) = await servers({"SIMULATOR_LLM_BASE": server.base})

        assert found.names == ("openai/tiny", "openai/org/small")
        assert found.title == server.base.split("/")[2]


def test_every_program_that_is_looked_for_has_its_usual_place() -> None:
    ports = [LOCAL[one].split(":")[2] for one in TITLES]

    assert ports == ["11434/v1", "1234/v1", "8000/v1", "8080/v1", "1337/v1", "4891/v1"]


async def test_a_try_says_what_works(server: Failing) -> None:
    server.plays(streamed(["Hel", "lo\n\n", "there."], pause=0.01))

    found = await tried("openai/tiny", client(server))

    assert (found.said, found.fault) == ("Hello there.", None)
    assert 0 < found.first < found.whole
    assert not found.is_hosted
    assert len(server.requests) == 1
    assert len(json.dumps(server.requests[0].body)) < 600


async def test_a_try_that_fails_says_why_without_the_key(server: Failing) -> None:
    server.plays(failure(401, "invalid_api_key", f"Incorrect key {KEY}"))

    found = await tried("openai/tiny", client(server))
    told = "\n".join(tried_told(Translator.of("en"), found))

    assert found.fault is not None
    assert found.fault.code == "llm-key-refused"
    assert "was refused" in told
    assert KEY not in told


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_was_found_is_told_in_words(language: Language, server: Failing) -> None:
    t = Translator.of(language, strict=True)
    server.plays(streamed(["Hello."]))
    found = await tried("openai/tiny", client(server))
    one, two = Server("jan", "http://x/v1", ("a",)), Server("jan", "http://x/v1", ("a", "b"))

    told = [*servers_told(t, ()), *servers_told(t, (one, two, Server("jan", "http://x/v1", ())))]

    assert len(told) == 7
    assert sum("--actor jan/" in line for line in told) == 3
    assert any("--actor openai/tiny" in line for line in tried_told(t, found))
