"""What every screen shares: its translator, and keys described in the reader's language.

Textual freezes binding descriptions at import; ours are catalogue ids, translated each time the
keys are shown, so that switching the language switches the footer too.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from textual.binding import ActiveBinding
from textual.screen import Screen

from simulator.errors import SimulatorError
from simulator.i18n import Translator

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp

Result = TypeVar("Result")
KEY_IDS = "tui.key."


class LocalisedScreen(Screen[Result]):
    """A screen of this app, in the language of the moment."""

    @property
    def simulator(self) -> "SimulatorApp":
        """The app, as what it is."""
        return cast("SimulatorApp", self.app)

    @property
    def t(self) -> Translator:
        """Words in the reader's language."""
        return self.simulator.t

    def worded(self, error: SimulatorError) -> str:
        """What went wrong and what to do, in the reader's language."""
        return self.t.error(error)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys of the moment, described in the reader's language."""
        return {
            key: active._replace(
                binding=replace(
                    active.binding,
                    description=self.t(active.binding.description),
                )
            )
            if active.binding.description.startswith(KEY_IDS)
            else active
            for key, active in super().active_bindings.items()
        }

    def action_help(self) -> None:
        """Show what can be done here."""
        self.simulator.show_help()
