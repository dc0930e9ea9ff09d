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
from simulator.debrief.reflection import is_due
from simulator.errors import SimulatorError
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.text import clean
from simulator.tui.crash import words_for
from simulator.tui.keys import display, key, shown
from simulator.tui.pace import SECONDS_PER_WORD, Pace
from simulator.tui.screens.briefing import BriefingScreen, Chosen
from simulator.tui.screens.consent import ConsentScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.telling import Telling
from simulator.tui.theme import DARK, LIGHT
from simulator.views.shelf import shelf
from simulator.wiring import House


class SimulatorApp(App[int]):
    """Library, briefing, practice, reflection, debrief."""

    TITLE = "Simulator"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f9", "dark", "dark", is_shown=False, first=True),
        key("ctrl+q", "quit", "quit", first=True),
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
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.theme = DARK.name
        self.house = house
        self.mentor = ""
        """Name of the mentor sitting beside the mentee, once they gave it."""
        self._mentee = house.settings.mentee
        self._seconds_per_word = seconds_per_word
        self._scenario = scenario
        self._conversation = conversation

    @property
    def t(self) -> Translator:
        """Words in the reader's language."""
        return self.house.translator

    def get_key_display(self, binding: Binding) -> str:
        """The key as it is written on the reader's keyboard."""
        return display(binding.key, self.t)

    def on_mount(self) -> None:
        self._library = LibraryScreen(shelf(self.house, self.t), self.house.home)
        self.push_screen(self._library)
        self._library.call_after_refresh(self._warm, self.house)
        if self._conversation is not None:
            self.practise(self._conversation)
        elif self._scenario is not None:
            self.open_briefing(self._scenario)

    @work
    async def open_briefing(self, ref: str) -> None:
        """The briefing of a scenario, and the practice if it is begun."""
        with self.telling():
            stage = self.house.stage(ref)
            level = self.house.settings.level or stage.scenario.level
            screen = BriefingScreen(stage, Chosen(self._mentee, level))
            chosen = await self.push_screen_wait(screen)
            if chosen is None:
                return
            self._mentee = clean(chosen.mentee)
            asked = self.house.casting.unconsented(stage.actor.name)
            if asked is not None and not await self.push_screen_wait(ConsentScreen(asked)):
                return
            conversation = self.house.begin(stage, level=chosen.level, mentee=self._mentee)
            if asked is not None:
                conversation.consent(asked.name, asked.address)
            self.practise(conversation)

    @work(thread=True)
    def _warm(self, house: House) -> None:
        """Load, while the mentee chooses, what their first line and its answer take."""
        house.recogniser(house.settings.language)
        house.casting.warm()

    def resume(self, session: str) -> None:
        """Take a session up where it was left."""
        with self.telling():
            self.practise(self.house.resume(session))

    @work
    async def practise(self, conversation: Conversation) -> None:
        """The talk, as often as it is begun again more lightly, then its debrief."""
        with self.telling():
            screen = PracticeScreen(conversation, Pace(self._pace))
            while (left := await self.push_screen_wait(screen)) == "lighter":
                conversation = self._lighter(conversation)
                screen = PracticeScreen(conversation, Pace(self._pace))
            self.fill_library()
            if left in {"over", "measures"}:
                self.show_debrief(conversation.session.id)

    @work
    async def show_debrief(self, session: str) -> None:
        """The mentee's own words, the debrief, and another try from a turn chosen there."""
        with self.telling():
            held = self.house.resume(session)
            if is_due(held.session):
                held.reflect(await self.push_screen_wait(ReflectionScreen()))
            turn = await self.push_screen_wait(DebriefScreen(self.house.debrief(session)))
            if turn is not None:
                self.practise(self.house.retry(session, turn))

    def fill_library(self) -> None:
        """Show what came to the shelf."""
        self._library.fill(shelf(self.house, self.t))

    def show_help(self) -> None:
        """The keys of the screen in front."""
        screen = self.screen
        if isinstance(screen, LocalisedScreen):
            rows = shown(screen.active_bindings.values(), self.t)
            self.push_screen(HelpScreen(rows, screen.ABOUT))

    def telling(self) -> Telling:
        """What goes wrong inside is told, and nobody has to leave."""
        return Telling(self)

    def tell(self, error: SimulatorError) -> None:
        """What went wrong and what to do about it."""
        self.notify(self.t.error(error), severity="error", markup=False, timeout=10)

    async def action_language(self) -> None:
        """The other language, at once."""
        other: Language = "fr" if self.house.settings.language == "en" else "en"
        self.house = self.house.speaking(other)
        await self._library.relabel(shelf(self.house, self.t))

    def action_dark(self) -> None:
        """Dark, or light."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help_quit(self) -> None:
        """Ctrl+C copies; whoever wants to leave with it is told how."""
        self.notify(self.t("tui.how-to-quit"), markup=False)

    async def action_quit(self) -> None:
        """Leave; a reply under way is ended where it stands, and stored."""
        for screen in self.screen_stack:
            if isinstance(screen, PracticeScreen):
                await screen.hush()
        self.exit(0)

    @property
    def _pace(self) -> float:
        is_still = self.house.settings.reduced_motion or self.animation_level == "none"
        return 0 if is_still else self._seconds_per_word

    def _lighter(self, conversation: Conversation) -> Conversation:
        """The same scene again, one level down."""
        opened = conversation.session.opened
        return self.house.begin(
            conversation.stage, level=max(1, opened.level - 1), mentee=opened.mentee
        )

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a plain word instead of a traceback: its locals would show what was said."""
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.panic(words_for(error, self.house.home, self.t))


def run(
    house: House, *, scenario: str | None = None, conversation: Conversation | None = None
) -> int:
    """Run the app on this terminal; returns the exit status."""
    app = SimulatorApp(house, scenario=scenario, conversation=conversation)
    app.run()
    return app.return_code or 0
