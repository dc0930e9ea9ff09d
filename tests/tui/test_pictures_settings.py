"""Pictures of the settings, the keys and the palette."""

from dataclasses import replace

from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.palette import PaletteScreen
from simulator.tui.screens.settings import SettingsScreen
from simulator.tui.screens.settings_ask import PickScreen
from simulator.tui.screens.settings_press import PressScreen
from simulator.tui.screens.welcome import WelcomeScreen
from tests.tui.hand import Hand, press, running, shown
from tests.tui.pictures import Given, before_anything_was_said, still


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


async def test_a_key_that_is_taken(given: Given, picture: SnapshotAssertion) -> None:
    taken = "F2 est prise : English (partout)." if given.is_french else "F2 is taken."
    async with running(at_home(given), given.size) as hand:
        await settings(hand, 11)
        hand.app.push_screen(PressScreen(lambda: given.stage.scenario.title, lambda _key: taken))
        await shown(hand, PressScreen)
        await press(hand, "f2")

        assert await still(hand) == picture


async def test_the_palette(given: Given, picture: SnapshotAssertion) -> None:
    async with running(at_home(given), given.size) as hand:
        await settings(hand, 9)
        await press(hand, "ctrl+p")
        screen = await shown(hand, PaletteScreen)
        screen.query_one("#query", Input).value = "ré" if given.is_french else "on"
        await hand.pause()

        assert await still(hand) == picture
