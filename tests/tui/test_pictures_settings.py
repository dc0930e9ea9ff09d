"""Pictures of the settings, the keys and the palette."""

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.palette import PaletteScreen
from simulator.tui.screens.settings import SettingsScreen
from simulator.tui.screens.settings_ask import PickScreen
from simulator.tui.screens.settings_keys import KeysScreen
from simulator.tui.screens.settings_press import PressScreen
from simulator.tui.screens.welcome import WelcomeScreen
from tests.tui.hand import Hand, press, running, shown
from tests.tui.pictures import Given, app_of, before_anything_was_said, still


def at_home(given: Given) -> SimulatorApp:
    """The app of somebody who has chosen little, and whose home is the same on every machine."""
    given.house.settings = replace(given.house.settings, retention_days=90, mentee="Sam")
    return before_anything_was_said(given)


async def settings(hand: Hand, line: int) -> SettingsScreen:
    """The settings, with a line highlighted."""
    await shown(hand, WelcomeScreen)
    screen = SettingsScreen()
    hand.app.push_screen(screen)
    await shown(hand, SettingsScreen)
    await press(hand, *["down"] * line)
    return screen


async def test_the_settings(given: Given, picture: SnapshotAssertion) -> None:
    async with running(at_home(given), given.size) as hand:
        await settings(hand, 2)

        assert await still(hand) == picture


async def test_a_theme_to_choose(given: Given, picture: SnapshotAssertion) -> None:
    async with running(at_home(given), given.size) as hand:
        await settings(hand, 9)
        await press(hand, "enter")
        await shown(hand, PickScreen)
        await press(hand, "down")

        assert await still(hand) == picture


@pytest.mark.parametrize("given", ["en"], indirect=True)
async def test_a_key_that_is_taken(given: Given, picture: SnapshotAssertion) -> None:
    async with running(at_home(given), given.size) as hand:
        await shown(hand, WelcomeScreen)
        hand.app.push_screen(KeysScreen())
        await shown(hand, KeysScreen)
        await press(hand, "enter")
        await shown(hand, PressScreen)
        await press(hand, "f2")

        assert await still(hand) == picture


async def test_the_palette(given: Given, picture: SnapshotAssertion) -> None:
    given.house.begin(given.stage, mentee="Sam").leave()
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "ctrl+p")
        screen = await shown(hand, PaletteScreen)
        screen.query_one("#query").value = "rég" if given.is_french else "set"  # type: ignore[attr-defined]
        await hand.pause()

        assert await still(hand) == picture
