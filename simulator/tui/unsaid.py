"""The line somebody has begun and not said: noted as it is written, and there again when they are.

A command is no line. That it cannot be noted is told once.
"""

from typing import TYPE_CHECKING

from simulator.views.slash import is_command

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


class Unsaid:
    """The line that is being written in one session."""

    def __init__(self, app: "SimulatorApp", session: str) -> None:
        self._app = app
        self._session = session
        self._is_refused = False
        self.line = app.house.notebook.of(session).line
        """As it was noted last; empty for none."""

    def note(self, text: str) -> None:
        """Note how it stands now."""
        line = "" if is_command(text) else text
        if self._is_refused or line == self.line:
            return
        self._is_refused = True
        with self._app.telling():
            self._app.house.notebook.line(self._session, line)
            self.line, self._is_refused = line, False
