import asyncio
import logging
import sys
from datetime import UTC, datetime
from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.errors import ActorError
from simulator.llm.endpoint import Endpoint, command
from simulator.llm.loading import LOGGERS, warm
from simulator.llm.looping import LONGEST, is_looping
from simulator.llm.patience import Limits, Turn
from simulator.llm.retry_after import seconds_asked
from simulator.llm.scrub import scrubbed, secrets_of
from simulator.llm.thoughts import Thoughts
from simulator.llm.usage import Usage, usage_of

NOON = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


def asking(**headers: str) -> Exception:
    error = ValueError("no")
    error.litellm_response_headers = {  # type: ignore[attr-defined]
        name.replace("_", "-"): value for name, value in headers.items()
    }
    return error


@pytest.mark.parametrize(
    ("error", "seconds"),
    [
        (asking(Retry_After="7"), 7.0),
        (asking(retry_after_ms="250", retry_after="9"), 0.25),
        (asking(retry_after="Sun, 01 Mar 2026 12:00:30 GMT"), 30.0),
        (asking(retry_after="Sun, 01 Mar 2026 11:00:00 GMT"), 0.0),
        (asking(retry_after="9999999"), 86_400.0),
        (asking(retry_after="soon"), None),
        (ValueError("Please retry in 34.5s."), 34.5),
        (ValueError("no"), None),
    ],
)
def test_a_pause_is_read_however_it_is_asked_for(error: Exception, seconds: float | None) -> None:
    assert seconds_asked(error, NOON) == seconds


@pytest.mark.parametrize(
    ("name", "model", "base"),
    [
        ("ollama/llama3.2", "openai/llama3.2", "http://localhost:11434/v1"),
        ("lm_studio/a/b", "openai/a/b", "http://localhost:1234/v1"),
        ("gpt-4o", "gpt-4o", ""),
        ("anthropic/claude-x", "anthropic/claude-x", ""),
    ],
)
def test_a_server_of_one_s_own_is_found_by_the_prefix_of_its_name(
    name: str, model: str, base: str
) -> None:
    endpoint = Endpoint.of(name, {})

    assert (endpoint.route["model"], endpoint.base) == (model, base)
    assert endpoint.is_hosted is not base.startswith("http://localhost")


def test_the_environment_says_where_a_server_is() -> None:
    own = Endpoint.of("ollama/x", {"OLLAMA_API_BASE": "http://10.0.0.2:11434/"})
    named = Endpoint.of(
        "tiny", {"SIMULATOR_LLM_BASE": "http://127.0.0.1:9/v1", "SIMULATOR_LLM_KEY": "k"}
    )

    assert (own.base, own.is_hosted) == ("http://10.0.0.2:11434/v1", True)
    assert named.route == {
        "model": "openai/tiny",
        "api_base": "http://127.0.0.1:9/v1",
        "api_key": "k",
    }


def test_a_key_for_an_address_goes_to_no_provider() -> None:
    assert Endpoint.of("openai/gpt-4o", {"SIMULATOR_LLM_KEY": "k"}).route == {
        "model": "openai/gpt-4o"
    }


def test_what_to_type_depends_on_the_system() -> None:
    assert command(("A", "B"), "posix") == "export A=… B=…"
    assert command(("A", "B"), "nt") == '$env:A = "…"; $env:B = "…"'


@pytest.mark.parametrize(
    "text",
    ["and so on. " * 12, "a" * 80, "\n" * 80, "x" * 10 + "yes, but no; " * 6],
)
def test_words_said_over_and_over_are_noticed(text: str) -> None:
    assert is_looping(text)


@pytest.mark.parametrize(
    "text", ["No, no, no, no!", "Well.", "", "On Monday we talk. On Tuesday we walk. " * 2]
)
def test_people_may_repeat_themselves(text: str) -> None:
    assert not is_looping(text)


def test_a_reply_without_end_is_noticed() -> None:
    assert is_looping(" ".join(map(str, range(LONGEST))))


@given(st.text(max_size=300), st.text("abcdef0123456789", min_size=8, max_size=40))
def test_a_known_secret_is_in_no_message(around: str, secret: str) -> None:
    secrets = secrets_of({"SOME_API_KEY": secret, "HOME": "/home"})

    assert secret not in scrubbed(f"{around} {secret}{around}", secrets)


@given(st.data())
def test_thoughts_go_wherever_the_pieces_are_cut(data: st.DataObject) -> None:
    said = data.draw(st.sampled_from(["Well, no.", "<b>no</b>", "", "<thin ice", "a <think> b"]))
    whole = (
        data.draw(st.sampled_from(["", "<think></think>\n", "\n<think>x <y> z</think> "])) + said
    )
    cuts = data.draw(st.lists(st.integers(0, len(whole)), max_size=6).map(sorted))
    thoughts = Thoughts()

    places = [0, *cuts, len(whole)]
    heard = [thoughts.spoken(whole[start:end]) for start, end in pairwise(places)]

    assert "".join(heard) + thoughts.rest() == said


def test_warming_up_loads_the_library_in_the_background_and_quietly(litellm: object) -> None:
    thread = warm()
    thread.join()

    assert not thread.daemon
    assert "litellm" in sys.modules
    assert not [name for name in LOGGERS if logging.getLogger(name).isEnabledFor(logging.CRITICAL)]


def test_usage_adds_up_and_an_unknown_price_stays_unknown() -> None:
    assert Usage(1, 2, 0.5) + Usage(3, 4, 0.25) == Usage(4, 6, 0.75)
    assert (Usage(1, 2, 0.5) + Usage(3, 4, None)).cost is None


def test_a_price_is_known_for_a_provider_s_llm_alone() -> None:
    prices = {"gpt-x": {"input_cost_per_token": 0.5, "output_cost_per_token": 2.0}}
    answer = SimpleNamespace(usage=SimpleNamespace(prompt_tokens=2, completion_tokens=3))

    assert usage_of(answer, Endpoint("openai/gpt-x"), prices) == Usage(2, 3, 7.0)
    assert usage_of(answer, Endpoint("openai/gpt-x", "http://x"), prices) == Usage(2, 3, None)
    assert usage_of(SimpleNamespace(), Endpoint("gpt-x"), prices) is None


async def test_a_pause_doubles_and_ends_with_the_attempts() -> None:
    turn = Turn.start(Limits(first=60, attempts=3, pause=0.5))
    fault = ActorError("llm-server-error")

    assert [turn.pause(fault, attempt) for attempt in (1, 2, 3)] == [0.5, 1.0, None]


async def test_a_wrong_key_is_not_tried_again() -> None:
    turn = Turn.start(Limits())

    assert turn.pause(ActorError("llm-key-refused"), 1) is None


async def test_the_first_word_and_the_whole_turn_have_deadlines_of_their_own() -> None:
    limits = Limits(first=5, silence=3, turn=4)
    turn = Turn(limits, asyncio.get_running_loop().time() - 2)

    assert turn.deadline(has_spoken=False).code == "llm-too-slow"
    assert turn.deadline(has_spoken=True).code == "llm-too-slow"
    assert Turn(Limits(first=5, turn=90), turn.began).deadline(has_spoken=False).seconds == 5


@pytest.mark.parametrize("variable", ["OPENAI_API_BASE", "OPENAI_BASE_URL"])
def test_the_address_that_openai_s_own_variable_names_is_used_with_its_key(variable: str) -> None:
    environ = {variable: "http://127.0.0.1:9/v1/", "OPENAI_API_KEY": "k"}

    endpoint = Endpoint.of("openai/tiny", environ)

    assert endpoint.base == "http://127.0.0.1:9/v1"
    assert endpoint.key == "k"
    assert not endpoint.is_hosted
    assert Endpoint.of("anthropic/tiny", environ).base == ""
