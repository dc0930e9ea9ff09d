"""Arriving: the first time ever, and everything done in the library beside rehearsing.

Each screen is loaded when it is shown, so that whoever only begins a practice waits for none of it.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from simulator.config import OFFLINE
from simulator.i18n import Translator
from simulator.tui.journeys import beginning
from simulator.views.shelf import ShelfSession, gentlest
from simulator.views.words import one_line

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


async def welcome(app: "SimulatorApp") -> None:
    """What this is, and a first practice by one key; then the library."""
    from simulator.tui.screens.welcome import WelcomeScreen

    is_begun = await app.push_screen_wait(WelcomeScreen())
    await app.aside(beginning.load_library)
    from simulator.tui.screens.library import LibraryScreen

    app.push_screen(LibraryScreen())
    if is_begun:
        app.walk(first_practice(app))


async def first_practice(app: "SimulatorApp") -> None:
    """The gentlest scenario, with the partner that comes with the program, at once."""
    from simulator.tui.journeys import rehearsal
    from simulator.wiring.casting import cast_as

    house = app.house
    card = gentlest(house.cards(), house.settings.language)
    if card is None:
        return
    offline = cast_as(OFFLINE, house.settings, house.casting.waited)
    stage = replace(await app.aside(partial(house.stage, card.id)), actor=offline)
    role = one_line(stage.scenario.brief.role)
    await rehearsal.practise(app, house.begin(stage, level=card.level), partial(_cue, role))


def _cue(role: str, t: Translator) -> str:
    """What somebody needs to know who never did this before."""
    return t("tui.welcome.cue", role=role)


async def search(app: "SimulatorApp") -> None:
    """Words somewhere in everything said; each place opens in its talk."""
    from simulator.tui.screens.search import SearchScreen

    await app.push_screen_wait(SearchScreen())


async def read(app: "SimulatorApp", session: str, turn: int = 0) -> None:
    """A talk to read, from its beginning or at a turn; nothing in it can be changed."""
    from simulator.tui.screens.transcript import TranscriptScreen

    held = app.house.session(session)
    if await app.push_screen_wait(TranscriptScreen(held, app.house.stage_of(held), turn)):
        app.go_on(session)


async def forget(app: "SimulatorApp", session: ShelfSession) -> None:
    """Delete a session for good, once somebody has read what goes and said yes."""
    from simulator.tui.screens.forgetting import ForgettingScreen

    if await app.push_screen_wait(ForgettingScreen(session)):
        app.house.forget(session.id)
        await app.refill()
