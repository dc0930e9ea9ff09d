"""One next step in real life: when what happens, what the mentee will do, and from which day.

The form is an implementation intention; whether it holds is nobody's to judge.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from simulator.debrief.next_step import LONGEST, resolved
from simulator.errors import UsageError
from simulator.tui.catching_up import caught_up
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.prose import Block, Prose

LONGEST_DAY = 24
"""Characters of a day with its month written out."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What is written of a step: its occasion, what will be done, and the day to ask after it."""

    when: str = ""
    then: str = ""
    due: date | None = None


class CommitmentScreen(ModalScreen[Meant | None], LocalisedScreen[Meant | None]):
    """Returns the step, which can be kept as it is; or None."""

    ABOUT = "tui.help.commitment"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("commitment.keep", "f5", first=True),
        Command("commitment.back", "escape", "cancel"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)
    DEFAULT_CSS = """
    CommitmentScreen {
        Field { margin-bottom: 1; background: $background; }
        #due { width: 28; }
        #due { margin-bottom: 0; }
        #wrong { color: $warning; margin-top: 1; display: none; }
        #wrong.-told { display: block; }
        &.-short .text { display: none; }
        #how { margin-top: 1; color: $text-muted; }
    }
    """

    def __init__(self, meant: Meant) -> None:
        super().__init__()
        self._meant = meant

    def compose(self) -> ComposeResult:
        meant, due = self._meant, self._meant.due
        yield Dialog(
            self.t("tui.commit.title"),
            self.t("tui.commit.text"),
            Prose([Block("text", self.t("tui.commit.when"))]),
            Field(
                meant.when,
                placeholder=self.t("tui.commit.when.such"),
                id="when",
                max_length=LONGEST,
            ),
            Prose([Block("text", self.t("tui.commit.then"))]),
            Field(
                meant.then,
                placeholder=self.t("tui.commit.then.such"),
                id="then",
                max_length=LONGEST,
            ),
            Prose([Block("text", self.t("tui.commit.due"))]),
            Field(
                self.t.short_day(due) if due else "",
                placeholder=self._such(),
                id="due",
                max_length=LONGEST_DAY,
            ),
            Prose(id="wrong"),
            Prose([Block("text", self.t("tui.commit.how"))], id="how"),
        )

    def on_mount(self) -> None:
        self.query_one("#when", Field).focus()

    @on(Input.Submitted)
    async def go_on(self, event: Input.Submitted) -> None:
        """Enter goes to the next line; after the last one the step is kept."""
        following = {"when": "#then", "then": "#due"}.get(event.input.id or "")
        if following is not None:
            self.query_one(following, Field).focus()
        else:
            await self.action_keep()

    async def action_keep(self) -> None:
        """Keep the step; what is missing in it is said, and nothing written goes."""
        await caught_up(self.focused)
        try:
            due = self._due()
            made = resolved(self._written("when"), self._written("then"), due)
        except UsageError as error:
            is_half = error.code == "commitment-half"
            self._refuse(self.t("tui.commit.half") if is_half else self.t.error(error))
            return
        except ValueError:
            self._refuse(self.t("tui.commit.no-day", such=self._such()))
            self.query_one("#due", Field).focus()
            return
        self.dismiss(Meant(made.when, made.then, made.due))

    def action_cancel(self) -> None:
        """Back without a step."""
        self.dismiss(None)

    def _refuse(self, why: str) -> None:
        wrong = self.query_one("#wrong", Prose)
        wrong.say([Block("text", why)])
        wrong.add_class("-told")
        self.call_after_refresh(wrong.scroll_visible, animate=False)

    def _written(self, name: str) -> str:
        return self.query_one(f"#{name}", Field).value

    def _due(self) -> date | None:
        """The day written, if one is; raises `ValueError` for what is no day."""
        written = self._written("due").strip()
        return self.t.read_day(written) if written else None

    def _such(self) -> str:
        """A day in a week, as the reader writes it."""
        return self.t.short_day(self.simulator.house.clock.now().date() + timedelta(weeks=1))
