"""The status: a pause of an LLM is told on it, counted down, and gone when words come."""

import asyncio
from collections.abc import AsyncGenerator

import pytest

from simulator.director.direction import Direction
from simulator.llm.patience import Waiting
from simulator.tui.widgets import status
from simulator.tui.widgets.status import Status
from simulator.wiring import House
from tests.tui.hand import Hand, practising, press, say, until, until_silent, until_speaking

ASKED = "The LLM asks us to wait: trying again in {} s."
SPEAKING = "Claire is speaking"
LIVELY = 0.000_1
"""Seconds per word of a screen that may move."""


class Limited:
    """An actor whose server asks for a pause, and that begins and ends its words once it may."""

    name = "offline"

    def __init__(self, house: House, seconds: float = 3.0) -> None:
        self._house = house
        self._seconds = seconds
        self.has_paused = asyncio.Event()
        self.may_speak = asyncio.Event()
        self.may_end = asyncio.Event()

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        self._house.casting.waited(Waiting("llm-rate-limited", self._seconds, 2))
        self.has_paused.set()
        await self.may_speak.wait()
        yield f"{len(direction.said)} moments, let me think. "
        await self.may_end.wait()
        yield "No."


def line(hand: Hand) -> str:
    return str(hand.app.screen.query_one(Status).render())


async def until_told(hand: Hand, words: str) -> None:
    await until(lambda: line(hand).startswith(words), f"never said: {words}")


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds that only pass when a test says so."""
    monkeypatch.setattr(status, "SECOND", 3600.0)


@pytest.mark.usefixtures("slow")
async def test_a_pause_is_counted_down_until_it_is_over(house: House) -> None:
    actor = Limited(house)
    async with practising(house, actor, seconds_per_word=LIVELY) as (hand, _):
        shown = hand.app.screen.query_one(Status)
        await say(hand, "Why?")
        await until_told(hand, ASKED.format(3))
        told = []
        for _second in range(3):
            shown.tick()
            told.append(line(hand))

        assert told[:2] == [ASKED.format(2), ASKED.format(1)]
        assert told[2].startswith(SPEAKING)
        assert shown._timer is None


async def test_the_seconds_go_by_on_their_own(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(status, "SECOND", 0.001)
    actor = Limited(house)
    async with practising(house, actor, seconds_per_word=LIVELY) as (hand, _):
        await say(hand, "Why?")
        await until(actor.has_paused.is_set, "it was never asked")

        await until_told(hand, SPEAKING)


@pytest.mark.usefixtures("slow")
@pytest.mark.parametrize("seconds_per_word", [LIVELY, 0])
async def test_a_pause_is_not_told_any_more_when_words_come(
    house: House, seconds_per_word: float
) -> None:
    actor = Limited(house)
    async with practising(house, actor, seconds_per_word=seconds_per_word) as (hand, held):
        await say(hand, "Why?")
        await until_told(hand, ASKED.format(3))
        actor.may_speak.set()
        await until_speaking(hand, held)

        assert line(hand).startswith(SPEAKING)
        assert hand.app.screen.query_one(Status)._timer is None


@pytest.mark.usefixtures("slow")
async def test_cutting_in_ends_a_pause_and_its_countdown(house: House) -> None:
    async with practising(house, Limited(house), seconds_per_word=LIVELY) as (hand, _):
        await say(hand, "Why?")
        await until_told(hand, ASKED.format(3))
        await press(hand, "escape")
        await until_silent(hand)

        assert "LLM" not in line(hand)
        assert hand.app.screen.query_one(Status)._timer is None


async def test_where_nothing_should_move_a_pause_is_one_line_that_stands(house: House) -> None:
    async with practising(house, Limited(house, 12.0)) as (hand, _):
        await say(hand, "Why?")
        await until_told(hand, ASKED.format(12))

        assert hand.app.screen.query_one(Status)._timer is None


async def test_a_pause_is_told_in_the_language_of_the_reader(maison: House) -> None:
    async with practising(maison, Limited(maison, 12.0)) as (hand, _):
        await say(hand, "Pourquoi ?")

        await until_told(hand, "Le LLM demande d’attendre\u202f: nouvel essai dans 12 s.")


async def test_a_pause_told_while_nobody_is_to_answer_is_not_shown(house: House) -> None:
    async with practising(house) as (hand, _):
        house.casting.waited(Waiting("llm-busy", 5.0, 2))

        assert line(hand) == ""
