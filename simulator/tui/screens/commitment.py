"""One next step in real life: when what happens, what the mentee will do, and from which day.

The form is an implementation intention; whether it holds is nobody's to judge.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from simulator.debrief.next_step import LONGEST, resolved
from simulator.errors import UsageError
from simulator.tui.commands import Command, bindings
from simulator.tui.held import said_again
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field


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
        #due { width: 14; }
        #wrong { height: auto; width: 1fr; color: $warning; }
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
            Label(Content(self.t("tui.commit.when"))),
            Field(
                meant.when,
                placeholder=self.t("tui.commit.when.such"),
                id="when",
                max_length=LONGEST,
            ),
            Label(Content(self.t("tui.commit.then"))),
            Field(
                meant.then,
                placeholder=self.t("tui.commit.then.such"),
                id="then",
                max_length=LONGEST,
            ),
            Label(Content(self.t("tui.commit.due"))),
            Field(
                due.isoformat() if due else "", placeholder="2026-03-19", id="due", max_length=10
            ),
            Label("", id="wrong"),
        )

    def on_mount(self) -> None:
        self.query_one("#when", Field).focus()

    async def relabel(self) -> None:
        await said_again(self)

    @on(Input.Submitted)
    def go_on(self, event: Input.Submitted) -> None:
        """Enter goes to the next line; after the last one the step is kept."""
        following = {"when": "#then", "then": "#due"}.get(event.input.id or "")
        if following is not None:
            self.query_one(following, Field).focus()
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Keep the step; what is missing in it is said, and nothing written goes."""
        try:
            due = self._due()
            made = resolved(self._written("when"), self._written("then"), due)
        except UsageError as error:
            self.query_one("#wrong", Label).update(Content(self.t.error(error)))
            return
        except ValueError:
            self.query_one("#wrong", Label).update(Content(self.t("tui.commit.no-day")))
            self.query_one("#due", Field).focus()
            return
        self.dismiss(Meant(made.when, made.then, made.due))

    def action_cancel(self) -> None:
        """Back without a step."""
        self.dismiss(None)

    def _written(self, name: str) -> str:
        return self.query_one(f"#{name}", Field).value

    def _due(self) -> date | None:
        """The day written, if one is; raises `ValueError` for what is no day."""
        written = self._written("due").strip()
        return date.fromisoformat(written) if written else None
