"""Learning: progress, and from there to the briefing or the retry that it suggests, and back."""

from typing import TYPE_CHECKING

from simulator.tui.journeys import rehearsal
from simulator.tui.screens.progress import ProgressScreen

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


async def look(app: "SimulatorApp") -> None:
    """Progress, as often as somebody comes back to it from what it suggests."""
    if any(isinstance(one, ProgressScreen) for one in app.screen_stack):
        return
    at = ""
    while True:
        screen = ProgressScreen(app.house.learning.outlook(_whose(app)), at)
        taken = await app.push_screen_wait(screen)
        if taken is None:
            return
        at = screen.left_at
        if taken.kind == "retry" and taken.turn is not None:
            await rehearsal.practise(app, app.house.retry(taken.session, taken.turn))
        else:
            await rehearsal.prepare(app, taken.scenario, taken.level)


def _whose(app: "SimulatorApp") -> str:
    """The name given last, where anything is kept under it; else of whoever practised last."""
    known = [row.mentee for row in app.house.sessions()]
    return app.mentee if app.mentee in known else next(iter(known), "")
