"""Beginning a journey: each is loaded when it is begun, so that the first frame waits for none.

These are for `SimulatorApp.walk`, which begins a journey only while no thread loads anything: of
two threads that import at once, one may be handed a module that is half made.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.practice.conversation import Conversation
    from simulator.tui.app import SimulatorApp


def load_library() -> None:
    """Load what the library takes, in whatever thread this is called in."""
    import_module("simulator.tui.screens.library")


def load() -> None:
    """Load what a rehearsal takes, in whatever thread this is called in."""
    import_module("simulator.tui.journeys.rehearsal")


async def prepare(app: "SimulatorApp", ref: str) -> None:
    """The briefing of a scenario, and what follows."""
    from simulator.tui.journeys import rehearsal

    await rehearsal.prepare(app, ref)


async def practise(app: "SimulatorApp", conversation: "Conversation") -> None:
    """A talk, and what follows."""
    from simulator.tui.journeys import rehearsal

    await rehearsal.practise(app, conversation)


async def go_on(app: "SimulatorApp", session: str) -> None:
    """A session from where it was left."""
    from simulator.tui.journeys import rehearsal

    await rehearsal.go_on(app, session)


async def desk(app: "SimulatorApp") -> None:
    """The mentor's desk."""
    from simulator.tui.journeys import mentoring

    await mentoring.sit_down(app)


async def progress(app: "SimulatorApp") -> None:
    """Looking back and ahead, skill by skill."""
    from simulator.tui.journeys import learning

    await learning.look(app)


async def palette(app: "SimulatorApp") -> None:
    """Everything that can be done or opened."""
    from simulator.tui.journeys import everything

    await everything.palette(app)


async def settings(app: "SimulatorApp") -> None:
    """The settings."""
    from simulator.tui.journeys import everything

    await everything.settings(app)
