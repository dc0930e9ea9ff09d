"""The judge, the reader and the persona before a server that really infers.

The network's weights are random, so nothing it says is true or apt. What is shown is that the
grammar of a reply reaches the server and holds there, and that whatever such an LLM says goes
through our own checks: a judge that knows nothing proves nothing, and a mentee is answered anyway.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import BaseModel, ConfigDict

from simulator.actors.offline import OfflineActor
from simulator.debrief.judging.judging import judged
from simulator.debrief.judging.reply import Reply, read
from simulator.llm.client import Sampling
from simulator.llm.judge import LlmJudge, prompt_of
from simulator.llm.persona import LlmPersona
from simulator.llm.reader import LlmReader
from simulator.practice.conversation import Conversation
from simulator.practice.events import ReplyDone, ReplyStarted
from simulator.practice.memory import MemoryJournal
from simulator.practice.refining import Look
from simulator.reading.moves import Language, Reading
from tests.debrief.judging.judges import asked
from tests.inference.served import CLOSES_SOON, PATIENCE, Llama, needs_server, served
from tests.practice.stage import Ticks, opened, stage

pytestmark = [
    needs_server,
    pytest.mark.enable_socket,
    pytest.mark.allow_hosts(["127.0.0.1"]),
    pytest.mark.timeout(4 * PATIENCE),
]


class Weather(BaseModel):
    """A form that no prompt of ours speaks of."""

    model_config = ConfigDict(extra="forbid")

    rain: bool
    wind: int
    words: list[str]


@pytest.fixture(scope="module")
def terse() -> Iterator[Llama]:
    """Its replies end soon, and so does a string within them."""
    with served(*CLOSES_SOON) as one:
        yield one


@pytest.mark.parametrize("attempt", [1, 2, 3, 4])
async def test_a_judges_reply_is_held_to_its_form_by_the_server(terse: Llama, attempt: int) -> None:
    asking = replace(asked(), attempt=attempt)

    raw = await LlmJudge(terse.client()).ask(asking)

    assert Reply.model_validate_json(raw) == read(raw)


async def test_any_form_is_kept_to_without_a_word_of_it_in_the_prompt(terse: Llama) -> None:
    prompt = prompt_of(asked())

    raw = await terse.client().ask(prompt, Sampling(tokens=2_000, seed=3), Weather)

    assert Weather.model_validate_json(raw).model_dump().keys() == {"rain", "wind", "words"}


async def test_without_a_form_a_random_network_gives_no_verdict(brief: Llama) -> None:
    raw = await brief.client().ask(prompt_of(asked()), Sampling(1.0, seed=3, tokens=2_000))

    assert raw.strip()
    assert read(raw) is None


async def test_a_judge_that_knows_nothing_proves_nothing(terse: Llama) -> None:
    askings = [asked(), asked("ask-why")]

    found = [one async for one in judged(LlmJudge(terse.client()), askings, times=3)]

    assert [one.item for one in found] == ["hear-her", "ask-why"]
    assert not [one for one in found if one.verdict == "observed" or one.spots]


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_a_reader_that_knows_nothing_adds_nothing(terse: Llama, language: Language) -> None:
    reader = LlmReader(terse.client())
    reader.begin(Look(2, "What is behind the rule?", "Come in.", Reading(words=5), language, ()))

    assert reader.under_way is not None
    assert await asyncio.to_thread(reader.under_way.ended, PATIENCE)
    refined = reader.taken()

    assert refined is not None
    assert (refined.added, refined.withdrawn) == ((), ())
    assert refined.why in {"", "reader-everything"}


async def test_a_mentee_is_answered_whatever_a_random_network_says(endless: Llama) -> None:
    actor, understudy = LlmPersona(endless.client()), OfflineActor()
    conversation = Conversation.begin(
        stage(actor, understudy), MemoryJournal(Ticks()), opened(actor=actor.name)
    )

    entries = [one.event async for one in conversation.say("What is behind the rule?")]

    started = [one.actor for one in entries if isinstance(one, ReplyStarted)]
    assert started[0] == "openai/tiny"
    assert started[-1] == "offline"
    assert [one.text.strip() != "" for one in entries if isinstance(one, ReplyDone)] == [True]
    assert not conversation.is_owed_a_reply
    assert await asyncio.to_thread(endless.is_free)
