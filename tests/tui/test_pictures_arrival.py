"""Pictures of what somebody sees before a practice, on a stage of the tests' own."""

from dataclasses import replace
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.tui.screens.forgetting import ForgettingScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.search import SearchScreen
from simulator.tui.screens.transcript import TranscriptScreen
from simulator.tui.screens.welcome import WelcomeScreen
from simulator.tui.widgets.fields import Field
from tests.tui.hand import Hand, press, running, shown, until
from tests.tui.pictures import Given, app_of, still


def kept(given: Given) -> None:
    """A talk that was left, one that was shared, and one under way."""
    left = given.house.begin(given.stage, mentee="Sam")
    left.leave()
    shared = given.house.begin(given.stage, mentee="Sam")
    shared.leave()
    given.house.afterwards(shared.session.id).share("Noor")
    given.house.begin(given.stage, mentee="Sam")


async def spoken(given: Given) -> None:
    """A talk in which something was said, noted and marked."""
    held = given.house.begin(given.stage, mentee="Sam")
    line = "Et le télétravail ?" if given.is_french else "And working from home?"
    async for _ in held.say(line):
        pass
    held.mark(2, by="mentee", author="Sam", note="?")


async def found(hand: Hand, words: str) -> SearchScreen:
    """The search, with the answer to these words."""
    await press(hand, "s")
    screen = await shown(hand, SearchScreen)
    screen.query_one("#words", Field).value = words
    await until(lambda: screen._found.words == words, "no answer came")
    await hand.pause()
    return screen


async def test_the_welcome(
    given: Given, picture: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = given.house
    monkeypatch.setattr(type(house), "is_new", True)
    house.workspace = replace(house.workspace, root=Path("/home/sam"))
    async with running(app_of(given), given.size) as hand:
        await shown(hand, WelcomeScreen)

        assert await still(hand) == picture


async def test_the_scenarios(given: Given, picture: SnapshotAssertion) -> None:
    await spoken(given)
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "down")

        assert await still(hand) == picture


async def test_the_sessions(given: Given, picture: SnapshotAssertion) -> None:
    kept(given)
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab", "down")

        assert await still(hand) == picture


async def test_the_filter(given: Given, picture: SnapshotAssertion) -> None:
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "slash", *"med")

        assert await still(hand) == picture


async def test_forgetting(given: Given, picture: SnapshotAssertion) -> None:
    kept(given)
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab", "x")
        await shown(hand, ForgettingScreen)

        assert await still(hand) == picture


async def test_the_search(given: Given, picture: SnapshotAssertion) -> None:
    await spoken(given)
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await found(hand, "télétravail" if given.is_french else "home")

        assert await still(hand) == picture


async def test_the_talk_to_read(given: Given, picture: SnapshotAssertion) -> None:
    await spoken(given)
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await found(hand, "télétravail" if given.is_french else "home")
        await press(hand, "enter")
        await shown(hand, TranscriptScreen)
        await hand.pause()

        assert await still(hand) == picture
