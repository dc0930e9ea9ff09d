"""Sending a review back, or a session off: one file, whose contents are listed before it is written."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.receiving import written
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.exchange import contents


class SendingScreen(ModalScreen[Path | None], LocalisedScreen[Path | None]):
    """Returns where the file stands, or None."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("sending.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    SendingScreen {
        #inside { margin-bottom: 1; }
        Field { background: $background; }
    }
    """

    def __init__(self, session: str, reviewer: str = "") -> None:
        """That mentor's review alone; without one, the whole session, by its mentee."""
        super().__init__()
        self._session = session
        self._reviewer = reviewer

    def compose(self) -> ComposeResult:
        session, reviewer, post = self._session, self._reviewer, self.simulator.house.post
        outgoing = post.reviewed(session, reviewer) if reviewer else post.shared(session)
        title = "tui.sending.title" if reviewer else "tui.sending.title.session"
        lines = [Block("text", line) for line in contents(outgoing.inside, self.t)]
        yield Dialog(
            self.t(title),
            self.t("tui.sending.text"),
            Prose(lines, id="inside"),
            Field(str(Path.home() / outgoing.name), id="path", select_on_focus=False),
        )

    def on_mount(self) -> None:
        self.query_one("#path").focus()

    @on(Input.Submitted)
    def write(self, event: Input.Submitted) -> None:
        """Write the file, where nothing may stand yet."""
        with self.simulator.telling():
            path = written(event.value)
            if self._reviewer:
                self.simulator.house.post.send_reviewed(self._session, self._reviewer, path)
            else:
                self.simulator.house.post.send_shared(self._session, path)
            self.dismiss(path)

    def action_cancel(self) -> None:
        """Back without writing anything."""
        self.dismiss(None)
