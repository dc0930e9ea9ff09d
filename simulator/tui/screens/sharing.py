"""Who may read a session: the names, a line to add one, and each taken back with one key.

Only the mentee shares, and nothing leaves this machine by it.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from simulator.config import LONGEST_NAME
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.prose import Block, Prose


class SharingScreen(ModalScreen[None], LocalisedScreen[None]):
    """Each name shared with or taken back is recorded at once."""

    ABOUT = "tui.help.sharing"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("sharing.revoke", "delete"),
        Command("sharing.back", "escape", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)
    DEFAULT_CSS = """
    SharingScreen {
        Field { margin-bottom: 1; background: $background; }
        #readers { height: auto; max-height: 8; margin-bottom: 1; }
        #how { color: $text-muted; }
    }
    """

    def __init__(self, session: str) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        yield Dialog(
            self.t("tui.sharing.title"),
            self.t("tui.sharing.text"),
            Field(placeholder=self.t("tui.sharing.name"), id="name", max_length=LONGEST_NAME),
            Prose(id="who"),
            OptionList(id="readers"),
            Prose([Block("text", self.t("tui.sharing.how"))], id="how"),
        )

    def on_mount(self) -> None:
        self._fill()
        self.query_one("#name", Field).focus()

    async def relabel(self) -> None:
        await super().relabel()
        self._fill()

    @on(Input.Submitted)
    def share(self, event: Input.Submitted) -> None:
        """Let somebody read it."""
        with self.simulator.telling():
            self.simulator.house.afterwards(self._session).share(event.value)
            event.input.clear()
            self._fill()

    @on(OptionList.OptionSelected)
    def take_back(self, event: OptionList.OptionSelected) -> None:
        self._revoke(event.option_index)

    def action_revoke(self) -> None:
        """Take the share in focus back."""
        readers = self.query_one("#readers", OptionList)
        if readers.has_focus and readers.highlighted is not None:
            self._revoke(readers.highlighted)

    def action_close(self) -> None:
        """Back to the debrief."""
        self.dismiss(None)

    def _revoke(self, at: int) -> None:
        with self.simulator.telling():
            after = self.simulator.house.afterwards(self._session)
            after.revoke(after.session.followup.shares[at].with_whom)
            self._fill()

    def _fill(self) -> None:
        shares = self.simulator.house.session(self._session).followup.shares
        readers = self.query_one("#readers", OptionList)
        readers.clear_options()
        readers.add_options(Option(Content(one.with_whom)) for one in shares)
        readers.display = self.query_one("#how").display = bool(shares)
        readers.highlighted = 0 if shares else None
        key = "tui.sharing.shared" if shares else "tui.sharing.private"
        self.query_one("#who", Prose).say([Block("text", self.t(key))])
        if not shares:
            self.query_one("#name", Field).focus()
