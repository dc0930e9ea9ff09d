"""Mentoring: the desk, and from there the review of a session, the files in and out, and back."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


async def sit_down(app: "SimulatorApp") -> None:
    """The desk, as often as somebody comes back to it."""
    app.notify(app.t("cli.queue.none"), markup=False)
