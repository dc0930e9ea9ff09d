"""What every screen shares: its translator, and keys described in the reader's language."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import ActiveBinding
from textual.screen import Screen

from simulator.i18n import Translator
from simulator.tui.keys import named

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp

Result = TypeVar("Result")


class LocalisedScreen(Screen[Result]):
    """A screen of this app, in the language of the moment."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-usual"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]

    ABOUT: ClassVar[str] = "tui.help.about"
    """Catalogue id of what the help says under the keys."""

    @property
    def simulator(self) -> "SimulatorApp":
        """The app, as what it is."""
        return cast("SimulatorApp", self.app)

    @property
    def t(self) -> Translator:
        """Words in the reader's language."""
        return self.simulator.t

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys of the moment, in the order of their declaration, in the reader's language."""
        return named(super().active_bindings, self._bindings.key_to_bindings, self.t)

    def action_help(self) -> None:
        """Show what can be done here."""
        self.simulator.show_help()
