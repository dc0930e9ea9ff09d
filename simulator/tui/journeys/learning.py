"""Learning: progress, and from there to the briefing or the retry that it suggests, and back."""

from functools import partial
from typing import TYPE_CHECKING

from simulator.tui.journeys import rehearsal
from simulator.tui.screens.progress import ProgressScreen

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp
    from simulator.wiring import House
    from simulator.wiring.learning import Outlook


async def look(app: "SimulatorApp") -> None:
    """Progress, as often as somebody comes back to it from what it suggests."""
    if any(isinstance(one, ProgressScreen) for one in app.screen_stack):
        return
    at = whose = ""
    while True:
        screen = ProgressScreen(partial(_reckoned, app), at, whose)
        taken = await app.push_screen_wait(screen)
        if taken is None:
            return
        at, whose = screen.left_at, screen.whose
        if taken.kind == "retry" and taken.turn is not None:
            await rehearsal.practise(app, app.house.retry(taken.session, taken.turn))
        else:
            await rehearsal.prepare(app, taken.scenario, taken.level)


async def _reckoned(app: "SimulatorApp", name: str) -> "Outlook":
    """Looking back over every session takes a while: the screen goes on meanwhile."""
    return await app.aside(partial(_outlook, app.house, name))


def _outlook(house: "House", name: str) -> "Outlook":
    """Of that name, where anything is kept under it; else of whoever practised last."""
    with house.apart() as here:
        known = [row.mentee for row in here.sessions()]
        return here.learning.outlook(name if name in known else next(iter(known), ""))
