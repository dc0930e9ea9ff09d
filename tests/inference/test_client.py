"""The client before a server that really infers.

The network's weights are random: what it says proves nothing but that tokens, streams, limits and
faults of a real server pass through litellm and our client as they should.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace

import pytest

from simulator.errors import ActorError
from simulator.llm.client import Client, Sampling
from simulator.llm.endpoint import Endpoint
from simulator.prompts.render import Prompt
from tests.inference.served import (
    CONTEXT,
    ENDS_SOON,
    FOR_EVER,
    ONCE,
    PATIENCE,
    Llama,
    needs_server,
    served,
)

pytestmark = [
    needs_server,
    pytest.mark.enable_socket,
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.timeout(4 * PATIENCE),
]

PROMPT = Prompt("You answer.", "Well?")
SOME, MANY = 40, 8_000
"""Tokens: a moment's worth, and more than anybody waits for."""


def wordy(tokens: int, seed: int = 1) -> Sampling:
    return Sampling(temperature=1.0, seed=seed, tokens=tokens)


async def test_a_reply_comes_to_its_own_end(brief: Llama) -> None:
    client = brief.client()

    pieces = [piece async for piece in client.stream(PROMPT, wordy(MANY))]

    assert "".join(pieces).strip()
    assert 0 < client.usage.completion < MANY


async def test_a_whole_answer_comes_in_one_piece(brief: Llama) -> None:
    client = brief.client()

    said = await client.ask(PROMPT, wordy(MANY))

    assert said.strip()

    assert 0 < client.usage.completion < MANY


async def test_words_are_heard_while_the_server_still_writes(endless: Llama) -> None:
    heard, written = [], []

    async with aclosing(endless.client().stream(PROMPT, wordy(MANY))) as pieces:
        async for piece in pieces:
            heard.append(piece)
            written.append(max(one.tokens for one in endless.places() if one.is_busy))
            if len(heard) == SOME:
                break

    assert all(heard)
    assert written[0] < written[-1] < MANY


async def test_a_reply_that_the_most_tokens_cut_off_is_not_complete(endless: Llama) -> None:
    client, heard = endless.client(), list[str]()

    with pytest.raises(ActorError) as caught:
        await listened(client.stream(PROMPT, wordy(SOME)), heard.append)

    assert caught.value.code == "llm-cut-off"
    assert len(heard) > SOME / 2
    assert client.usage.completion == SOME


async def test_whoever_stops_listening_sets_the_server_free(endless: Llama) -> None:
    before = endless.written()

    async with aclosing(endless.client().stream(PROMPT, wordy(MANY))) as pieces:
        await anext(pieces)
        is_busy = any(one.is_busy for one in endless.places())

    assert is_busy
    assert await asyncio.to_thread(endless.is_free)
    assert endless.written() - before < MANY


async def test_cancelling_a_turn_sets_the_server_free(endless: Llama) -> None:
    spoken, before = asyncio.Event(), endless.written()
    talk = listened(endless.client().stream(PROMPT, wordy(MANY)), lambda _: spoken.set())
    turn = asyncio.create_task(talk)
    async with asyncio.timeout(PATIENCE):
        await spoken.wait()

    turn.cancel()
    await asyncio.wait([turn], timeout=PATIENCE)

    assert turn.cancelled()
    assert await asyncio.to_thread(endless.is_free)
    assert endless.written() - before < MANY


async def test_after_a_cancelled_turn_the_next_one_is_answered(endless: Llama) -> None:
    client = endless.client()
    async with aclosing(endless.client().stream(PROMPT, wordy(MANY))) as pieces:
        await anext(pieces)

    with pytest.raises(ActorError) as caught:
        await client.ask(PROMPT, wordy(SOME))

    assert caught.value.code == "llm-cut-off"
    assert client.usage.completion == SOME


async def test_two_talks_at_once_are_both_served(endless: Llama) -> None:
    client = endless.client()
    first, second = (client.stream(PROMPT, wordy(MANY, seed)) for seed in (1, 2))

    async with aclosing(first), aclosing(second):
        said = [(await anext(first), await anext(second)) for _ in range(SOME)]
        at_work = [one.is_busy for one in endless.places()]

    assert [one for one, _ in said] != [other for _, other in said]
    assert at_work == [True, True]


async def test_one_more_than_the_server_has_places_for_waits_its_turn(brief: Llama) -> None:
    client = brief.client()

    said = await asyncio.gather(*(client.ask(PROMPT, wordy(MANY, seed)) for seed in range(1, 6)))

    assert all(one.strip() for one in said)


async def test_a_server_of_one_network_answers_to_any_name(brief: Llama) -> None:
    assert (await brief.client(name="another").ask(PROMPT, wordy(MANY))).strip()


async def test_an_address_without_the_protocol_is_told_as_an_unknown_llm(brief: Llama) -> None:
    astray = Client(Endpoint("openai/tiny", f"{brief.address}/v9"), ONCE, {})

    with pytest.raises(ActorError) as caught:
        await astray.ask(PROMPT)

    assert caught.value.code == "llm-unknown"


async def test_a_wrong_key_is_refused_and_the_right_one_is_not() -> None:
    with served(*ENDS_SOON, key="sk-right") as guarded:
        with pytest.raises(ActorError) as caught:
            await guarded.client(key="sk-wrong").ask(PROMPT, wordy(MANY))
        said = await guarded.client().ask(PROMPT, wordy(MANY))

    assert caught.value.code == "llm-key-refused"
    assert "sk-wrong" not in str(caught.value.values)
    assert said.strip()


async def test_a_prompt_that_does_not_fit_is_told_as_too_long(brief: Llama) -> None:
    endless_talk = Prompt("You answer.", "~" * (CONTEXT + 1))

    with pytest.raises(ActorError) as caught:
        await brief.client().ask(endless_talk)

    assert caught.value.code == "llm-too-long"


async def test_a_server_that_dies_in_mid_sentence_is_no_complete_reply() -> None:
    heard: list[str] = []

    with served(FOR_EVER) as mortal:

        def hear(piece: str) -> None:
            heard.append(piece)
            if len(heard) == SOME:
                mortal.kill()

        with pytest.raises(ActorError) as caught:
            await listened(mortal.client().stream(PROMPT, wordy(MANY)), hear)
        with pytest.raises(ActorError) as gone:
            await mortal.client().ask(PROMPT)

    assert len(heard) >= SOME
    assert caught.value.code in {"llm-reset", "llm-interrupted"}
    assert gone.value.code == "llm-unreachable"


async def test_a_server_that_is_too_slow_for_the_turn_is_left_at_the_deadline(
    endless: Llama,
) -> None:
    hurried, before = endless.client(replace(ONCE, turn=2.5)), endless.written()

    with pytest.raises(ActorError) as caught:
        await listened(hurried.stream(PROMPT, wordy(MANY)), lambda _: None)

    assert caught.value.code == "llm-too-slow"
    assert await asyncio.to_thread(endless.is_free)
    assert endless.written() - before < MANY


async def listened(pieces: AsyncGenerator[str, None], hear: Callable[[str], None]) -> None:
    """Hear `pieces` to their end, each as it comes."""
    async with aclosing(pieces):
        async for piece in pieces:
            hear(piece)
