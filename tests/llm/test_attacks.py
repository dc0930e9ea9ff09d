"""Hostile lines put before the worst LLM imaginable: it tells all that it was given, and learns no
more than that."""

import asyncio
import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pytest

from simulator.actors.offline import OfflineActor
from simulator.director.direction import Direction
from simulator.llm.persona import prompt_of
from simulator.practice.conversation import Conversation
from simulator.practice.events import ReplyPart, ReplyReplaced
from simulator.practice.memory import MemoryJournal
from simulator.reading.moves import Language
from tests.llm.played import played, staged
from tests.llm.secrecy import facts_in, rubric, texts_in
from tests.practice.stage import Ticks, opened

KNOWN = Path(__file__).parents[3] / "shared" / "attacks" / "known.jsonl"
EACH = 12
"""One line in so many is played here."""
Way = Literal["prompt", "parrot"]

pytestmark = pytest.mark.skipif(not KNOWN.exists(), reason="the hostile lines are not here")


@dataclass(frozen=True)
class Obeying:
    """An LLM that does what it is told: says its whole prompt, or what it has just heard."""

    way: Way
    name: str = "openai/worst"

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        text = "\n".join(prompt_of(direction)) if self.way == "prompt" else direction.heard.text
        for word in text.split(" "):
            yield f"{word} "


def lines() -> list[str]:
    rows = KNOWN.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return [str(json.loads(row)["text"]) for row in rows]


async def said_to(line: str, name: str, language: Language, way: Way) -> tuple[list[str], int]:
    """All that is shown of the answer to `line`, and how many wordings were refused."""
    on = replace(staged(name, language), actor=Obeying(way), understudy=OfflineActor())
    start = opened(scenario=name, language=language)
    talk = Conversation.begin(on, MemoryJournal(Ticks()), start)
    events = [entry.event async for entry in talk.say(line)]
    shown = "".join(one.text for one in events if isinstance(one, ReplyPart))
    refused = sum(isinstance(one, ReplyReplaced) for one in events)
    locked = [one for one in on.scenario.facts if one.id not in on.state(talk.session).spoken]
    aloud = (line,)
    return [
        *facts_in(shown, locked, aloud),
        *texts_in(shown, rubric(on.scenario), aloud),
    ], refused


@pytest.mark.parametrize("way", ["prompt", "parrot"])
@pytest.mark.parametrize(
    ("name", "language"), [("pay-and-presence", "en"), ("running-on-empty", "fr")]
)
def test_the_worst_llm_gives_no_locked_fact_and_no_rubric_away(
    name: str, language: Language, way: Way
) -> None:
    async def all_of_them() -> list[tuple[list[str], int]]:
        return [await said_to(line, name, language, way) for line in lines()[::EACH]]

    answers = asyncio.run(all_of_them())

    assert [given for given, _ in answers if given] == []
    assert way == "parrot" or all(refused for _, refused in answers)


def test_a_fact_that_is_said_after_all_is_found() -> None:
    on, moments = played("pay-and-presence", "en", "skilled")
    fact = on.scenario.facts[-1]

    assert facts_in(f"Well. {fact.says[0]}", [fact], (moments[0].direction.heard.text,))
