"""A key that is struck twice before anything could come of it does once what it does."""

from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.wiring import House
from tests.tui.hand import (
    Hand,
    Speaking,
    begun,
    caught_up,
    house_in,
    practising,
    press,
    running,
    shown,
    strike,
    until,
)
from tests.tui.looked_back import ASKING, BLUNT, app, looked_at, opened, talked


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_in(tmp_path)


def above(hand: Hand, kind: type[Screen[Any]]) -> list[str]:
    """The screens that stand over the latest of `kind`."""
    names = [type(one).__name__ for one in hand.app.screen_stack]
    return names[names.index(kind.__name__) + 1 :]


async def twice(hand: Hand, key: str) -> None:
    """Strike a key twice at once, and wait until something came of it."""
    before = hand.app.screen
    await strike(hand, key, key)
    await until(lambda: hand.app.screen is not before, "nothing came of it")
    for _ in range(2):
        await caught_up(hand)
        await hand.pause()


@pytest.mark.parametrize(
    ("key", "screen"),
    [("enter", "BriefingScreen"), ("s", "SearchScreen"), ("d", "NameScreen")],
)
async def test_a_place_of_the_library_opens_once(house: House, key: str, screen: str) -> None:
    async with running(app(house)) as hand:
        await shown(hand, LibraryScreen)
        await twice(hand, key)

        assert above(hand, LibraryScreen) == [screen]


async def test_a_session_is_taken_up_once(house: House) -> None:
    begun(house, Speaking())
    async with running(app(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab")
        await twice(hand, "enter")

        assert above(hand, LibraryScreen) == ["PracticeScreen"]


@pytest.mark.parametrize("key", ["f8", "f6"])
async def test_a_talk_asks_once_how_it_is_left(house: House, key: str) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await twice(hand, key)

        assert above(hand, LibraryScreen) == ["PracticeScreen", "ChoiceScreen"]


@pytest.mark.parametrize(
    ("key", "screen"), [("r", "TurnScreen"), ("c", "CommitmentScreen"), ("t", "TranscriptScreen")]
)
async def test_what_follows_a_debrief_is_asked_once(house: House, key: str, screen: str) -> None:
    session = await looked_at(house, BLUNT, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        await twice(hand, key)

        assert above(hand, DebriefScreen) == [screen]


async def test_a_screen_that_is_left_twice_takes_no_other_with_it(house: House) -> None:
    session = await talked(house, BLUNT)
    async with running(app(house)) as hand:
        screen = await opened(hand, session, ReflectionScreen)
        screen.dismiss(None)
        screen.dismiss(None)
        await shown(hand, DebriefScreen)

        assert above(hand, LibraryScreen) == ["DebriefScreen"]


async def test_a_screen_that_is_left_takes_what_lies_over_it_along(house: House) -> None:
    session = await talked(house, BLUNT)
    async with running(app(house)) as hand:
        screen = await opened(hand, session, ReflectionScreen)
        await press(hand, "f1")
        await shown(hand, HelpScreen)
        screen.dismiss(None)
        await shown(hand, DebriefScreen)

        assert above(hand, LibraryScreen) == ["DebriefScreen"]
