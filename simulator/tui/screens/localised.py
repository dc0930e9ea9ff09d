"""What every screen shares: its translator, and keys described in the reader's language."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.binding import ActiveBinding
from textual.screen import Screen

from simulator.i18n import Translator
from simulator.tui.commands import Command, named
from simulator.tui.keycaps import caps

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.tui.app import SimulatorApp

Result = TypeVar("Result")


class LocalisedScreen(Screen[Result]):
    """A screen of this app, in the language of the moment."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-usual"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (24, "-tall")]

    OFFERS: ClassVar[tuple[Command, ...]] = ()
    """What can be done here, in the order of the footer."""
    ABOUT: ClassVar[str] = "tui.help.about"
    """Catalogue id of what the help says under the keys."""
    TAKES_EVERY_KEY: ClassVar[bool] = False
    """Whether a key struck here is meant as a key, and stands for no command."""

    _keys_named: "Mapping[str, str] | None" = None
    """The keys of somebody's own choice that sentences here name."""

    def on_mount(self) -> None:
        """Be laid out for the room there is from the first frame on."""
        self._keys_named = self.simulator.keys_chosen
        width, height = self.app.size
        for room, breakpoints in (
            (width, self.HORIZONTAL_BREAKPOINTS),
            (height, self.VERTICAL_BREAKPOINTS),
        ):
            self.add_class(max(one for one in breakpoints if one[0] <= room)[1])

    async def on_screen_resume(self) -> None:
        """Keys may have been chosen meanwhile."""
        await self.name_keys()

    async def name_keys(self) -> None:
        """Say everything again where other keys are named than those of now."""
        before, self._keys_named = self._keys_named, self.simulator.keys_chosen
        if before is not None and before != self._keys_named:
            await self.relabel()

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
        help_first, *rest = self.simulator.OFFERS
        return named(super().active_bindings, (help_first, *self.OFFERS, *rest), self.t)

    @property
    def is_there(self) -> bool:
        """Whether it can be drawn: not any more while it is being left, or the app with it."""
        return self.is_attached and self.display

    def cap(self, command: str) -> str:
        """The key of the command of that id, as it is written on the keyboard."""
        return caps(self.simulator, command)[0]

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave this screen, once, whatever lies over it by then.

        Textual would take away whichever screen is in front, one more for every time.
        """
        if self not in self.app.screen_stack:
            return AwaitComplete()
        while (front := self.app.screen) is not self:
            front.dismiss(None)
        return super().dismiss(result)

    async def hush(self) -> None:
        """End what is under way here, so that all of it is stored before the app is left."""

    async def look_again(self) -> None:
        """Show what is kept as it is now; nothing where nothing of it is listed."""

    def point_out(self, session: str) -> None:
        """Mark the row of that session; nothing where none is listed."""

    async def relabel(self) -> None:
        """Say everything again, in the language of now.

        What is written, marked and in focus stays so where it has an id; a screen that holds more
        keeps it by a way of its own. The first frame waits for none of it.
        """
        from simulator.tui.saying_again import said_again

        await said_again(self)
