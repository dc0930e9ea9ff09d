"""The briefing: one page before the talk, with the name and the level to be played."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Label, Select

from simulator.config import LONGEST_NAME
from simulator.practice.stage import Stage
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.brief import before
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.prose import Prose
from simulator.views.briefing import Briefing

LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Chosen:
    """How the mentee wants to be called, and the level they want; the name may be empty."""

    mentee: str
    level: int


class BriefingScreen(LocalisedScreen[Chosen | None]):
    """Returns what was chosen to begin with, or None to go back."""

    CSS_PATH = "briefing.tcss"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("briefing.begin", "f5", first=True),
        Command("briefing.back", "escape"),
        Command("briefing.down", "down", "scroll(1)", is_shown=False, is_listed=False),
        Command("briefing.up", "up", "scroll(-1)", is_shown=False, is_listed=False),
        Command("briefing.page-down", "pagedown", "scroll(10)", is_shown=False, is_listed=False),
        Command("briefing.page-up", "pageup", "scroll(-10)", is_shown=False, is_listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, stage: Stage, chosen: Chosen) -> None:
        super().__init__()
        self._stage = stage
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        scenario = self._stage.scenario
        briefing = Briefing.of(scenario, self._stage.personas, self._chosen.level)
        left, right = before(briefing, self.t)
        yield Heading(briefing.title, self.t(f"views.kind.{briefing.kind}"))
        with VerticalScroll(id="page", can_focus=False):
            yield Prose(left, id="left")
            yield Prose(right, id="right")
        with Horizontal(id="choices"):
            yield Label(Content(self.t("tui.briefing.name")))
            yield Field(
                self._chosen.mentee,
                placeholder=self.t("tui.briefing.nameless"),
                id="mentee",
                max_length=LONGEST_NAME,
            )
            yield Select(
                [(self.t(f"views.level.{level}"), level) for level in LEVELS],
                value=self._chosen.level,
                allow_blank=False,
                compact=True,
                id="level",
            )
            yield Button(self.t("tui.briefing.begin"), variant="primary", compact=True, id="begin")
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#begin", Button).focus()

    @on(Button.Pressed, "#begin")
    @on(Input.Submitted, "#mentee")
    def start(self) -> None:
        self.action_begin()

    def action_begin(self) -> None:
        """Start the talk with the name and the level chosen here."""
        level = self.query_one("#level", Select).value
        name = self.query_one("#mentee", Field).value.strip()
        self.dismiss(Chosen(name, level if isinstance(level, int) else self._chosen.level))

    def action_scroll(self, lines: int) -> None:
        """Move the page by so many lines."""
        self.query_one("#page").scroll_relative(y=lines, animate=False)

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss(None)
