"""What a choice changes in the app that runs: its theme, its keys, its language, at once.

A key of the settings file that cannot be is told, and the declared one holds: nothing is dropped in
silence. What is loaded for it is loaded here, after the first frame.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual import constants
from textual.app import App

from simulator.tui.keycaps import caps
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.theme import THEMES, worn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.config import Theme
    from simulator.tui.app import SimulatorApp
    from simulator.tui.keymap import Place
    from simulator.wiring import House


def dress(app: App[int], theme: "Theme") -> None:
    """Show the app in a theme, in greys where no colours are wanted."""
    chosen = worn(theme, is_colourless=app.no_color)
    for one in THEMES.values():
        if one.name not in app.available_themes:
            app.register_theme(one)
    app.theme = chosen.name


def name_keys(app: "SimulatorApp", house: "House") -> None:
    """Let sentences name keys as they are now."""
    house.translator = house.translator.naming(partial(caps, app))


def calm(app: App[int], *, is_wanted: bool) -> None:
    """Let nothing move where that `is_wanted`; else as the terminal's surroundings say."""
    app.animation_level = "none" if is_wanted else constants.TEXTUAL_ANIMATIONS


async def adopt(app: "SimulatorApp", house: "House") -> None:
    """Go on in `house`, the same under other settings: what differs shows at once."""
    before, after = app.house.settings, house.settings
    app.house = house
    name_keys(app, house)
    if after.theme != before.theme:
        dress(app, after.theme)
    if after.keys != before.keys:
        bind(app)
    if after.reduced_motion != before.reduced_motion:
        calm(app, is_wanted=after.reduced_motion)
    if after.mentee != before.mentee:
        app.mentee = after.mentee
    if after.language != before.language:
        for screen in app.screen_stack:
            if isinstance(screen, LocalisedScreen):
                await screen.relabel()
                # What was put behind a question in the middle of a layout waits to be woken for it.
                app.call_later(screen.check_idle)


async def keep(app: "SimulatorApp", name: str, value: object) -> bool:
    """Keep a choice and show it; False where it could not be kept, which is told."""
    with app.telling():
        await adopt(app, app.house.choices.keep(name, value))
        return True
    return False


async def switch(app: "SimulatorApp", name: str, value: object) -> None:
    """Keep a choice that one key made; it holds even where it cannot be kept, which is told."""
    if not await keep(app, name, value):
        chosen = cast("dict[str, Any]", {name: value})
        await adopt(app, app.house.under(replace(app.house.settings, **chosen)))


async def drop(app: "SimulatorApp", name: str) -> bool:
    """Take a choice back; False where that could not be kept, which is told."""
    with app.telling():
        await adopt(app, app.house.choices.drop(name))
        return True
    return False


def bind(app: "SimulatorApp") -> None:
    """Give every command the keys that were chosen for it; what cannot be is told.

    A screen that names keys in its sentences does so anew once it is in front again.
    """
    from simulator.tui.places import every_place

    _bind(app, every_place(app.OFFERS))


def _bind(app: "SimulatorApp", places: "Sequence[Place]") -> None:
    from simulator.tui.keymap import Keymap, reason

    keymap, refused = Keymap.of(places, app.house.settings.keys)
    app.set_keymap(dict(keymap.chosen))
    app.keys_chosen = keymap.chosen
    for one in refused:
        why = reason(one, keymap, app.t)
        told = app.t("tui.keys.ignored", command=one.command, reason=why)
        app.notify(told, severity="warning", markup=False, timeout=12)


def remind(app: "SimulatorApp") -> None:
    """Say how many sessions are older than they were meant to be kept; none goes by itself."""
    days = app.house.settings.retention_days
    old = len(app.house.choices.aged()) if days else 0
    if old:
        app.notify(app.t.n("tui.settings.reminder", old, days=days), markup=False, timeout=12)


def recall(app: "SimulatorApp") -> None:
    """After the first frame: the keys that were chosen, and what is older than it was meant to be."""
    if app.house.settings.keys:
        app.run_worker(partial(_look_and_bind, app), thread=True)
    with app.telling():
        remind(app)


def _look_and_bind(app: "SimulatorApp") -> None:
    """In a thread: to know every command, every screen has to be loaded."""
    from simulator.tui.places import every_place

    app.call_from_thread(_bind, app, every_place(app.OFFERS))
    app.call_from_thread(_name_anew, app)


def _name_anew(app: "SimulatorApp") -> None:
    if isinstance(app.screen, LocalisedScreen):
        app.screen.call_next(app.screen.name_keys)
