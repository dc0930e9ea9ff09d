"""Pictures of the screens: 80×24 in English and 120×40 in French, on a stage of the tests' own."""

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.briefing import BriefingScreen, Chosen
from simulator.tui.screens.choice import STOPPED, ChoiceScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from tests.tui.hand import (
    press,
    running,
    say,
    shown,
    until_silent,
)
from tests.tui.pictures import Given, app_of, before_anything_was_said, still


@pytest.mark.parametrize("given", ["en"], indirect=True)
async def test_the_library_on_the_first_run(given: Given, picture: SnapshotAssertion) -> None:
    async with running(before_anything_was_said(given), given.size) as hand:
        await shown(hand, LibraryScreen)

        assert await still(hand) == picture


@pytest.mark.parametrize("given", ["fr"], indirect=True)
async def test_the_library_with_sessions(given: Given, picture: SnapshotAssertion) -> None:
    given.house.begin(given.stage, mentee="Sam").leave()
    given.house.begin(given.stage, mentee="Sam")
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab")

        assert await still(hand) == picture


async def test_the_briefing(given: Given, picture: SnapshotAssertion) -> None:
    async with running(app_of(given), given.size) as hand:
        hand.app.push_screen(BriefingScreen(given.stage, Chosen("Sam", 2)))
        await shown(hand, BriefingScreen)

        assert await still(hand) == picture


async def test_the_practice(given: Given, picture: SnapshotAssertion) -> None:
    held = given.house.begin(given.stage, mentee="Sam")
    app = SimulatorApp(given.house, conversation=held, seconds_per_word=0)
    async with running(app, given.size) as hand:
        await shown(hand, PracticeScreen)
        await say(hand, "Et le télétravail ?" if given.is_french else "And working from home?")
        await until_silent(hand)
        await press(hand, "enter")

        assert await still(hand) == picture


async def test_the_scene_stopped(given: Given, picture: SnapshotAssertion) -> None:
    async with running(before_anything_was_said(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        hand.app.push_screen(ChoiceScreen(STOPPED))
        await shown(hand, ChoiceScreen)

        assert await still(hand) == picture


async def test_the_reflection(given: Given, picture: SnapshotAssertion) -> None:
    async with running(app_of(given), given.size) as hand:
        hand.app.push_screen(ReflectionScreen())
        await shown(hand, ReflectionScreen)

        assert await still(hand) == picture
