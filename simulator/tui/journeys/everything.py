"""What leads from anywhere to anything: the palette, and the settings.

Scenarios and sessions are offered only while no talk is under way: one is not left by opening another.
"""

from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING

from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.palette import PaletteScreen, entries_of
from simulator.tui.screens.settings import SettingsScreen

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp

TALK = "practice"
"""The place of the screen on which a talk is held."""


async def palette(app: "SimulatorApp") -> None:
    """Find something by a few letters, and do it on the screen one came from; twice is back again."""
    screen = app.screen
    if isinstance(screen, PaletteScreen):
        screen.action_close()
    if not isinstance(screen, LocalisedScreen) or screen.is_modal:
        return
    with_titles = not _is_talking(app)
    offered = partial(entries_of, screen, with_titles=with_titles)
    chosen = await app.push_screen_wait(PaletteScreen(offered))
    if chosen is None:
        return
    doing = chosen.run()
    if isawaitable(doing):
        await doing


async def settings(app: "SimulatorApp") -> None:
    """The settings, over whatever one was doing; a second time changes nothing."""
    if not any(isinstance(one, SettingsScreen) for one in app.screen_stack):
        await app.push_screen_wait(SettingsScreen())


def _is_talking(app: "SimulatorApp") -> bool:
    stack = [one for one in app.screen_stack if isinstance(one, LocalisedScreen)]
    return any(command.place == TALK for screen in stack for command in screen.OFFERS)
