"""The app: screens in order, one conversation at a time, in the language of the reader.

It joins screens to the house and decides nothing of its own: what a line does is decided by the
conversation, what a debrief says by the debrief. Everything spoken is stored before it is shown,
so that leaving, or a crash, loses nothing.
"""

from typing import ClassVar

from textual import work
from textual.app import App
from textual.binding import Binding, BindingType

from simulator.config import Language
from simulator.errors import SimulatorError
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.tui.pace import SECONDS_PER_WORD, Pace
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.localised import KEY_IDS
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.theme import DARK, LIGHT
from simulator.wiring import House


class SimulatorApp(App[int]):
    """Library, briefing, practice, reflection, debrief."""

    TITLE = "Simulator"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "tui.key.quit", priority=True),
        Binding("f9", "dark", "tui.key.dark", show=False),
    ]

    def __init__(
        self,
        house: House,
        *,
        scenario: str | None = None,
        conversation: Conversation | None = None,
        seconds_per_word: float = SECONDS_PER_WORD,
    ) -> None:
        super().__init__()
        self.house = house
        self.pace = Pace(seconds_per_word)
        self.mentor = ""
        """Name of the mentor sitting beside the mentee, once they gave it."""
        self._scenario = scenario
        self._conversation = conversation

    @property
    def t(self) -> Translator:
        """Words in the reader's language."""
        return self.house.translator

    def on_mount(self) -> None:
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self.push_screen(LibraryScreen())
        if self._conversation is not None:
            self._practise(self._conversation)
        elif self._scenario is not None:
            self.open_briefing(self._scenario)

    @work
    async def open_briefing(self, ref: str) -> None:
        """The briefing of a scenario, and the practice if it is begun."""
        try:
            conversation = await self.push_screen_wait(BriefingScreen(self.house.stage(ref)))
        except SimulatorError as error:
            self.tell(error)
            return
        if conversation is not None:
            self._practise(conversation)

    def resume(self, session: str) -> None:
        """Take a session up where it was left."""
        try:
            self._practise(self.house.resume(session))
        except SimulatorError as error:
            self.tell(error)

    def retry(self, session: str, turn: int) -> None:
        """The same persona state from `turn`, another line."""
        try:
            self._practise(self.house.retry(session, turn))
        except SimulatorError as error:
            self.tell(error)

    def play_lighter(self, conversation: Conversation) -> None:
        """Leave this scene and begin it again one level down."""
        conversation.leave()
        level = max(1, conversation.session.opened.level - 1)
        lighter = self.house.begin(
            conversation.stage, level=level, mentee=conversation.session.opened.mentee
        )
        self._practise(lighter)

    @work
    async def _practise(self, conversation: Conversation) -> None:
        """The talk, then the mentee's own words about it, then the debrief."""
        ended = await self.push_screen_wait(PracticeScreen(conversation))
        if ended is None:
            return
        ended.reflect(await self.push_screen_wait(ReflectionScreen()))
        self.show_debrief(ended.session.id)

    def show_debrief(self, session: str) -> None:
        """The debrief of a session that is over."""
        try:
            self.push_screen(DebriefScreen(session))
        except SimulatorError as error:
            self.tell(error)

    def show_help(self) -> None:
        """The keys of the screen in front."""
        keys = [
            (self.get_key_display(active.binding), active.binding.description)
            for active in self.screen.active_bindings.values()
            if active.binding.description
            and not active.binding.description.startswith(KEY_IDS)
            and active.binding.show
        ]
        self.push_screen(HelpScreen(list(dict.fromkeys(keys))))

    def switch_language(self) -> None:
        """The other language, on every screen that is open."""
        other: Language = "fr" if self.house.settings.language == "en" else "en"
        self.house = self.house.speaking(other)
        for screen in self.screen_stack:
            screen.refresh(recompose=True)

    def tell(self, error: SimulatorError) -> None:
        """What went wrong and what to do, without leaving the screen."""
        self.notify(self.t.error(error), severity="error", markup=False, timeout=8)

    def action_dark(self) -> None:
        """Dark, or light."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a plain word instead of a traceback: its locals would show what was said."""
        self._return_code = 1
        self._exception = error
        self._exception_event.set()
        words = self.t("tui.crash", kind=type(error).__name__, where=self.house.home)
        self.exit(return_code=1, message=words)


def run(
    house: House, *, scenario: str | None = None, conversation: Conversation | None = None
) -> int:
    """Run the app on this terminal; returns the exit status."""
    app = SimulatorApp(house, scenario=scenario, conversation=conversation)
    app.run()
    return app.return_code or 0
