"""The library: what can be rehearsed, what was rehearsed before, and one key to begin."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Label, OptionList, Static
from textual.widgets.option_list import Option

from simulator.tui.screens.localised import LocalisedScreen
from simulator.views.shelf import Shelf, ShelfSession, shelf


class LibraryScreen(LocalisedScreen[None]):
    """Scenarios above, earlier sessions below, the chosen one described beside them."""

    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "tui.key.help", priority=True),
        Binding("f2", "language", "tui.key.language", priority=True),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(id="welcome"):
            yield Label(Content(self.t("tui.library.title")), id="title")
            yield Static(Content(self.t("tui.library.welcome")), id="contract")
        with Horizontal(id="shelf"):
            with Vertical(id="lists"):
                yield Label(Content(self.t("tui.library.scenarios")), classes="heading")
                yield OptionList(id="scenarios")
                yield Label(Content(self.t("tui.library.sessions")), classes="heading")
                yield OptionList(id="sessions")
            with VerticalScroll(id="detail", can_focus=False):
                yield Static("", id="description")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.fill()
        self.query_one("#scenarios", OptionList).focus()

    def on_screen_resume(self) -> None:
        self.fill()

    def fill(self) -> None:
        """Read the shelf again: a session may have been added."""
        self._shelf: Shelf = shelf(self.simulator.house, self.t)
        scenarios = self.query_one("#scenarios", OptionList)
        marked = scenarios.highlighted or 0
        scenarios.clear_options()
        scenarios.add_options(
            Option(Content.assemble((one.title, "bold"), f"\n{one.facts}"), id=one.id)
            for one in self._shelf.scenarios
        )
        scenarios.highlighted = min(marked, max(0, len(self._shelf.scenarios) - 1))
        sessions = self.query_one("#sessions", OptionList)
        sessions.clear_options()
        sessions.add_options(
            Option(Content.assemble(one.title, f"\n{one.facts}"), id=one.id)
            for one in self._shelf.sessions
        )
        if not self._shelf.sessions:
            sessions.add_option(Option(Content(self.t("tui.library.no-session")), disabled=True))

    @on(OptionList.OptionHighlighted, "#scenarios")
    def describe(self, event: OptionList.OptionHighlighted) -> None:
        one = self._shelf.scenario(event.option.id or "")
        if one is not None:
            self.query_one("#description", Static).update(
                Content.assemble(
                    (one.title, "bold $primary"), f"\n{one.facts}\n\n{one.summary}\n\n{one.skills}"
                )
            )

    @on(OptionList.OptionHighlighted, "#sessions")
    def describe_session(self, event: OptionList.OptionHighlighted) -> None:
        one = self._session(event.option.id)
        if one is not None:
            self.query_one("#description", Static).update(
                Content.assemble((one.title, "bold $primary"), f"\n{one.facts}\n\n{one.next_step}")
            )

    @on(OptionList.OptionSelected, "#scenarios")
    def open_scenario(self, event: OptionList.OptionSelected) -> None:
        if event.option.id:
            self.simulator.open_briefing(event.option.id)

    @on(OptionList.OptionSelected, "#sessions")
    def open_session(self, event: OptionList.OptionSelected) -> None:
        one = self._session(event.option.id)
        if one is None:
            return
        if one.is_open:
            self.simulator.resume(one.id)
        else:
            self.simulator.show_debrief(one.id)

    def _session(self, ref: str | None) -> ShelfSession | None:
        return next((one for one in self._shelf.sessions if one.id == ref), None)

    def action_language(self) -> None:
        """The other language, at once."""
        self.simulator.switch_language()
