"""The app: one house, the screens in front of one another, in the language of the reader.

It joins screens to the house and decides nothing of its own: what a line does is decided by the
conversation, what a debrief says by the debrief, and which screen follows which by a journey.
Everything spoken is stored before it is shown, so that leaving, or a crash, loses nothing.
Journeys, and the rooms they need, are loaded when one is begun: what stands at the top of this
file is what the first screen needs.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from simulator.errors import SimulatorError
from simulator.i18n import Translator
from simulator.tui import choosing, sweeping
from simulator.tui.commands import Command, bindings, display
from simulator.tui.crash import words_for
from simulator.tui.journeys import arrival, beginning
from simulator.tui.keyhelp import keys_of
from simulator.tui.pace import SECONDS_PER_WORD
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.telling import Telling

if TYPE_CHECKING:
    from simulator.practice.conversation import Conversation
    from simulator.wiring import House

Value = TypeVar("Value")


class SimulatorApp(App[int]):
    """Everything that is the same on every screen."""

    TITLE = "Simulator"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("app.help", "f1", slash="help", first=True),
        Command("app.palette", "ctrl+p", is_shown=False, first=True),
        Command("app.language", "f2", is_shown=False, first=True),
        Command("app.dark", "f9", is_shown=False, first=True),
        Command("app.settings", "f10", is_shown=False, first=True),
        Command("app.quit", "ctrl+q", slash="quit", first=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(
        self,
        house: "House",
        *,
        scenario: str | None = None,
        conversation: "Conversation | None" = None,
        seconds_per_word: float = SECONDS_PER_WORD,
    ) -> None:
        super().__init__()
        choosing.dress(self, house.settings.theme)
        choosing.calm(self, is_wanted=house.settings.reduced_motion)
        self.keys_chosen: Mapping[str, str] = {}
        """The keys that somebody chose, by the id of the command."""
        self.house = house
        choosing.name_keys(self, house)
        self.mentor = ""
        """Name of the mentor sitting beside the mentee, once they gave it."""
        self.mentee = house.settings.mentee
        """Name the mentee gave last."""
        self._seconds_per_word = seconds_per_word
        self._scenario = scenario
        self._conversation = conversation
        self._loading = asyncio.Lock()
        self._is_setting_out = False
        """Whether a journey has begun that has shown nothing yet."""

    @property
    def t(self) -> Translator:
        """Words in the reader's language."""
        return self.house.translator

    @property
    def pace(self) -> float:
        """Seconds that a word takes to appear; none where nothing should move."""
        is_still = self.house.settings.reduced_motion or self.animation_level == "none"
        return 0 if is_still else self._seconds_per_word

    def get_key_display(self, binding: Binding) -> str:
        """The key as it is written on the reader's keyboard."""
        return display(binding.key, self.t)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether a key of the app's has something to do over the screen in front."""
        screen = self.screen if self.screen_stack else None
        return not (isinstance(screen, LocalisedScreen) and screen.TAKES_EVERY_KEY)

    def on_mount(self) -> None:
        self.screen_change_signal.subscribe(self, self._arrive, immediate=True)
        is_asked = self._conversation is not None or self._scenario is not None
        if self.house.is_new and not is_asked:
            self.walk(arrival.welcome(self))
        else:
            from simulator.tui.screens.library import LibraryScreen

            self.push_screen(LibraryScreen())
        self.call_after_refresh(self._warm, self.house)
        self.call_after_refresh(choosing.recall, self)
        if self._conversation is not None:
            self.practise(self._conversation)
        elif self._scenario is not None:
            self.prepare(self._scenario)

    def prepare(self, ref: str) -> None:
        """Open the briefing of a scenario."""
        self.walk(beginning.prepare(self, ref))

    def practise(self, conversation: "Conversation") -> None:
        """Hold a conversation."""
        self.walk(beginning.practise(self, conversation))

    def go_on(self, session: str) -> None:
        """Take a session up where it was left."""
        self.walk(beginning.go_on(self, session))

    def walk(self, journey: Coroutine[None, None, None]) -> None:
        """Go through a journey; what goes wrong on it is told, and nobody has to leave.

        While one is under way to its first screen no other begins: a key that is struck twice while
        something loads opens one thing.
        """
        if self._is_setting_out:
            journey.close()
            return
        self._is_setting_out = True
        self.run_worker(self._walked(journey))

    async def _walked(self, journey: Coroutine[None, None, None]) -> None:
        try:
            with closing(journey), self.telling():
                async with self._loading:
                    pass
                await journey
        finally:
            self._is_setting_out = False

    def _arrive(self, _screen: Screen[object]) -> None:
        """A journey has come to a screen, or is over."""
        self._is_setting_out = False

    async def aside(self, work: Callable[[], Value]) -> Value:
        """Do `work` in a thread, one after another; no journey begins meanwhile."""
        async with self._loading:
            return await asyncio.to_thread(work)

    async def refill(self, session: str = "") -> None:
        """Let every screen that lists what is kept look again, and mark `session` where it is."""
        for screen in self.screen_stack:
            if isinstance(screen, LocalisedScreen):
                await screen.look_again()
                screen.point_out(session)

    def telling(self) -> Telling:
        """What goes wrong inside is told, and nobody has to leave."""
        return Telling(self)

    def tell(self, error: SimulatorError) -> None:
        """What went wrong and what to do about it."""
        self.notify(self.t.error(error), severity="error", markup=False, timeout=10)

    @work(group="looking")
    async def _warm(self, house: "House") -> None:
        """Load, while the mentee chooses, what their first line and its answer take."""
        try:
            await self.aside(beginning.load_library)
            await self.aside(beginning.load)
            await self.aside(partial(house.recogniser, house.settings.language))
            await self.aside(house.casting.warm)
        finally:
            sweeping.let_go()

    def action_search(self) -> None:
        """Look for words in everything that was said."""
        self.walk(arrival.search(self))

    def action_desk(self) -> None:
        """Open the mentor's desk."""
        self.walk(beginning.desk(self))

    def action_progress(self) -> None:
        """Look back and ahead, skill by skill."""
        self.walk(beginning.progress(self))

    def action_help(self) -> None:
        """Show what can be done on the screen in front, or put that away again."""
        screen = self.screen
        if isinstance(screen, HelpScreen):
            screen.action_close()
        elif isinstance(screen, LocalisedScreen):
            self.push_screen(HelpScreen(partial(keys_of, screen), screen.ABOUT))

    async def action_language(self) -> None:
        """The other language, on every screen at once."""
        is_english = self.house.settings.language == "en"
        await choosing.switch(self, "language", "fr" if is_english else "en")

    async def action_dark(self) -> None:
        """Dark, or light."""
        is_light = self.house.settings.theme == "light"
        await choosing.switch(self, "theme", "dark" if is_light else "light")

    def action_palette(self) -> None:
        """Find everything that can be done or opened."""
        self.walk(beginning.palette(self))

    def action_settings(self) -> None:
        """Open the settings."""
        self.walk(beginning.settings(self))

    def action_help_quit(self) -> None:
        """Ctrl+C copies; whoever wants to leave with it is told how."""
        self.notify(self.t("tui.how-to-quit"), markup=False)

    async def action_quit(self) -> None:
        """Leave; every screen first ends what is under way on it, so that it is stored."""
        for screen in self.screen_stack:
            if isinstance(screen, LocalisedScreen):
                await screen.hush()
        self.exit(0)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a plain word instead of a traceback: its locals would show what was said."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.panic(words_for(error, self.house.home, self.t))


def run(
    house: "House", *, scenario: str | None = None, conversation: "Conversation | None" = None
) -> int:
    """Run the app on this terminal; returns the exit status."""
    app = SimulatorApp(house, scenario=scenario, conversation=conversation)
    app.run()
    return app.return_code or 0
