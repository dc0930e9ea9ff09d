"""Who is sitting here: a declared name, which nothing proves. Returns it, or nothing."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from simulator.config import LONGEST_NAME
from simulator.text import clean
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field


class NameScreen(ModalScreen[str], LocalisedScreen[str]):
    """Asks for the name under which reviews are signed; empty where nobody gave one."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("name.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    NameScreen Field { background: $background; }
    """

    def __init__(self, known: str) -> None:
        super().__init__()
        self._known = known

    def compose(self) -> ComposeResult:
        yield Dialog(
            self.t("tui.name.title"),
            self.t("tui.name.text"),
            Field(
                self._known,
                placeholder=self.t("tui.name.field"),
                id="name",
                max_length=LONGEST_NAME,
                select_on_focus=False,
            ),
        )

    def on_mount(self) -> None:
        name = self.query_one(Field)
        name.focus()
        name.action_select_all()

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Take the name, if there is one."""
        if name := " ".join(clean(event.value).split()):
            self.dismiss(name)

    def action_cancel(self) -> None:
        """Back without a name."""
        self.dismiss("")
