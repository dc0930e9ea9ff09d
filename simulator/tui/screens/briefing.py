"""The briefing: one page before the talk, and the same page beside it."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Footer, Input, Label, Select, Static

from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.stage import Stage
from simulator.tui.screens.localised import LocalisedScreen
from simulator.views.briefing import CONTRACT, Briefing


def page(briefing: Briefing, t: Translator) -> Content:
    """The briefing as one flowing text with headings."""
    parts: list[Content | str] = []

    def section(heading: str, *lines: str) -> None:
        parts.append(Content.styled(t(heading), "bold $primary"))
        parts.extend(Content(f"\n{line}") for line in lines)
        parts.append(Content("\n\n"))

    section("views.briefing.role", briefing.role)
    section("views.briefing.situation", *briefing.situation.splitlines())
    section("views.briefing.goals", *(f"• {goal}" for goal in briefing.goals))
    if briefing.aims:
        section("views.briefing.aims", *(f"• {briefing.aim_line(one, t)}" for one in briefing.aims))
    section(
        "views.briefing.facing",
        t("views.briefing.partner", names=t.listed(briefing.partners), who=briefing.relation),
        t("views.briefing.length", minutes=briefing.minutes, turns=briefing.soft),
    )
    section("views.briefing.contract", *(f"• {t(line)}" for line in CONTRACT))
    return Content.assemble(*parts)


class BriefPane(VerticalScroll):
    """The page beside the talk, opened and closed by one key."""

    def __init__(self, stage: Stage, level: int) -> None:
        super().__init__()
        self._briefing = Briefing.of(stage.scenario, stage.personas, level)

    def compose(self) -> ComposeResult:
        screen = self.screen
        assert isinstance(screen, LocalisedScreen)  # noqa: S101 - where panes live
        yield Static(page(self._briefing, screen.t))


class BriefingScreen(LocalisedScreen[Conversation | None]):
    """Returns the conversation that was begun, or None to go back."""

    CSS_PATH = "briefing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "tui.key.back"),
        Binding("f5", "begin", "tui.key.begin", priority=True),
        Binding("f1", "help", "tui.key.help", priority=True),
    ]

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    def compose(self) -> ComposeResult:
        scenario = self._stage.scenario
        briefing = Briefing.of(scenario, self._stage.personas, scenario.level)
        yield Label(Content(scenario.title), id="title")
        with VerticalScroll(id="page"):
            yield Static(page(briefing, self.t))
        with Horizontal(id="choices"):
            yield Input(
                value=self.simulator.house.settings.mentee,
                placeholder=self.t("tui.briefing.name"),
                id="mentee",
                max_length=60,
            )
            yield Select(
                [(self.t(f"views.level.{level}"), level) for level in (1, 2, 3)],
                value=scenario.level,
                allow_blank=False,
                id="level",
            )
            yield Button(self.t("tui.briefing.begin"), variant="primary", id="begin")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        self.query_one("#begin", Button).focus()

    @on(Button.Pressed, "#begin")
    @on(Input.Submitted, "#mentee")
    def start(self) -> None:
        self.action_begin()

    def action_begin(self) -> None:
        """Start the talk with the name and the level chosen here."""
        level = self.query_one("#level", Select).value
        self.dismiss(
            self.simulator.house.begin(
                self._stage,
                level=level if isinstance(level, int) else self._stage.scenario.level,
                mentee=self.query_one("#mentee", Input).value.strip() or None,
            )
        )

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss(None)
