"""The briefing: one page before the talk, and what the mentee settles before it begins.

They say how they want to be called and what they mean to do, and choose the level, who plays the
partner, and the language it is played in where there are several. Nothing has to be filled in. The
language of the talk is that of the app until somebody chooses one here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Grid, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Input, Label

from simulator.config import LONGEST_NAME, OFFLINE, Language
from simulator.practice.conversation import LONGEST_INTENTION
from simulator.practice.stage import Stage
from simulator.tui.asking import asks
from simulator.tui.catching_up import caught_up
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.actor import ActorScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.brief import Part, before
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.pick import Pick
from simulator.tui.widgets.prose import Prose
from simulator.views.briefing import Briefing
from simulator.wiring.casting import receiver
from simulator.wiring.floor import NAMELESS

LEVELS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the mentee settled; name and intention may be empty."""

    mentee: str
    level: int
    language: Language
    actor: str = OFFLINE
    intention: str = ""


class BriefingScreen(LocalisedScreen[Chosen | None]):
    """Returns what was chosen to begin with, or None to go back.

    `stages` gives the stage in each of the `languages` that the scenario is offered in.
    """

    CSS_PATH = "briefing.tcss"
    ABOUT = "tui.help.briefing"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("briefing.begin", "f5", first=True),
        Command("briefing.read-on", "pagedown", "scroll(1)", first=True),
        Command("briefing.page-up", "pageup", "scroll(-1)", is_shown=False, is_listed=False),
        Command("briefing.back", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(
        self,
        stages: Callable[[Language], Stage],
        chosen: Chosen,
        languages: tuple[Language, ...] = (),
    ) -> None:
        super().__init__()
        self._stages = stages
        self._stage = stages(chosen.language)
        self._chosen = chosen
        self._languages = languages
        self._is_language_chosen = False

    def compose(self) -> ComposeResult:
        left, right = self._page()
        scenario = self._stage.scenario
        yield Heading(scenario.title, self.t(f"views.kind.{scenario.kind}"))
        with VerticalScroll(id="page", can_focus=False):
            yield Prose(left, id="left")
            yield Prose(right, id="right")
        with Vertical(id="form"):
            with Grid(id="choices"):
                for name, widget in self._choices():
                    yield Label(Content(self.t(f"tui.briefing.{name}")), id=f"of-{name}")
                    yield widget
            with Horizontal(id="meant"):
                yield Label(Content(self.t("tui.briefing.intention")), id="of-intention")
                yield Field(
                    self._chosen.intention,
                    placeholder=self.t("tui.briefing.what"),
                    id="intention",
                    max_length=LONGEST_INTENTION,
                )
                yield Button(
                    self.t("tui.briefing.begin"), variant="primary", compact=True, id="begin"
                )
        yield KeyBar()

    def _choices(self) -> Iterator[tuple[str, Widget]]:
        """What is chosen beside the intention, each with the end of its label's id."""
        chosen = self._chosen
        yield (
            "name",
            Field(
                chosen.mentee,
                placeholder=self._nameless(),
                id="mentee",
                max_length=LONGEST_NAME,
            ),
        )
        yield "level", Pick(self._levels(), chosen.level, id="level")
        actor = Button(self._actor(), compact=True, id="actor")
        actor.active_effect_duration = 0
        yield "actor", actor
        if len(self._languages) > 1:
            yield "language", Pick(self._tongues(), chosen.language, id="language")

    def _levels(self) -> list[tuple[str, int]]:
        return [(self.t(f"tui.briefing.level.{level}"), level) for level in LEVELS]

    def _tongues(self) -> list[tuple[str, Language]]:
        return [(self.t(f"tui.language.{one}"), one) for one in self._languages]

    def _nameless(self) -> str:
        """What stands where no name is: how the partner then calls the mentee."""
        return self.t("tui.briefing.nameless", name=NAMELESS[self._stage.scenario.language])

    def on_mount(self) -> None:
        self.query_one("#intention" if self._chosen.mentee else "#mentee", Field).focus()
        self.watch(self.query_one("#page"), "scroll_y", self.refresh_bindings, init=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether there is anything further down."""
        pages = list(self.query("#page"))
        if (action, parameters) == ("scroll", (1,)) and pages:
            return pages[0].scroll_offset.y < pages[0].max_scroll_y
        return True

    async def relabel(self) -> None:
        """Say it again in its place; what is written, chosen and in focus stays."""
        language = self.t.language
        if not self._is_language_chosen and language in self._languages:
            with self.simulator.telling():
                self._stage = self._stages(language)
                for pick in self._spoken:
                    pick.hold(language)
        for pick in self._spoken:
            pick.say(self._tongues())
        for name in ("name", "level", "actor", "language", "intention"):
            for label in self.query(f"#of-{name}").results(Label):
                label.update(Content(self.t(f"tui.briefing.{name}")))
        self._level.say(self._levels())
        self.query_one("#actor", Button).label = self._actor()
        self.query_one("#begin", Button).label = Content(self.t("tui.briefing.begin"))
        self.query_one("#intention", Field).placeholder = self.t("tui.briefing.what")
        self._show()
        self.refresh_bindings()

    @property
    def _level(self) -> Pick[int]:
        return self.query_one("#level", Pick)

    @property
    def _spoken(self) -> list[Pick[Language]]:
        """Where the language of the talk is chosen; nowhere if there is one only."""
        return list(self.query("#language").results(Pick))

    @on(Pick.Changed, "#language")
    def speak(self) -> None:
        """The talk, and what is read of it here, in the language chosen."""
        self._is_language_chosen = True
        with self.simulator.telling():
            self._stage = self._stages(self._spoken[0].value)
        self._show()

    @on(Button.Pressed, "#actor")
    @asks
    async def choose_actor(self) -> None:
        name = await self.app.push_screen_wait(ActorScreen(self._chosen.actor))
        if name is not None:
            self._chosen = replace(self._chosen, actor=name)
            self.query_one("#actor", Button).label = self._actor()
            self._show()

    @on(Input.Submitted, "#mentee")
    def go_on(self) -> None:
        """From the name to what one means to do."""
        self.query_one("#intention", Field).focus()

    @on(Button.Pressed, "#begin")
    @on(Input.Submitted, "#intention")
    async def start(self) -> None:
        await self.action_begin()

    async def action_begin(self) -> None:
        """Start the talk with what was chosen here."""
        await caught_up(self.focused)
        self.dismiss(self._settled())

    def action_scroll(self, pages: int) -> None:
        """Move the text by so many pages, less two lines."""
        page = self.query_one("#page")
        page.scroll_relative(y=pages * max(1, page.size.height - 2), animate=False)

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss(None)

    def _settled(self) -> Chosen:
        """What is in the fields now."""
        spoken = [one.value for one in self._spoken]
        return replace(
            self._chosen,
            mentee=self.query_one("#mentee", Field).value.strip(),
            intention=self.query_one("#intention", Field).value.strip(),
            level=self._level.value,
            language=spoken[0] if spoken else self._stage.scenario.language,
        )

    def _actor(self) -> Content:
        name = self._chosen.actor
        return Content(f"{self.t('tui.briefing.offline') if name == OFFLINE else name} ▼")

    def _page(self) -> tuple[Part, Part]:
        found = receiver(self._chosen.actor)
        sent_to = found.name if found is not None and found.is_hosted else ""
        stage = self._stage
        briefing = Briefing.of(stage.scenario, stage.personas, self._chosen.level)
        return before(briefing, self.t, sent_to)

    def _show(self) -> None:
        for prose, part in zip(("#left", "#right"), self._page(), strict=True):
            self.query_one(prose, Prose).say(part)
        self.query_one("#mentee", Field).placeholder = self._nameless()
        scenario = self._stage.scenario
        heading = self.query_one(Heading)
        heading.entitle(scenario.title)
        heading.say(self.t(f"views.kind.{scenario.kind}"))
