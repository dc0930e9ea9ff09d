"""Bringing in a file that somebody sent: what is in it is listed before anything is kept."""

import shlex
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Button, Input

from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.prose import Block, Prose
from simulator.views.exchange import contents


class ReceivingScreen(ModalScreen[bool], LocalisedScreen[bool]):
    """Returns whether something was kept."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("receiving.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    ReceivingScreen {
        Field { background: $background; margin-bottom: 1; }
        #inside, #keep { display: none; }
        #inside { margin-bottom: 1; }
        #keep { height: 1; }
        &.-looked { #inside, #keep { display: block; } }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        """The file whose contents are shown."""

    def compose(self) -> ComposeResult:
        yield Dialog(
            self.t("tui.receiving.title"),
            self.t("tui.receiving.text"),
            Field(placeholder=self.t("tui.receiving.path"), id="path", select_on_focus=False),
            Prose(id="inside"),
            Button(self.t("tui.receiving.keep"), variant="primary", compact=True, id="keep"),
        )

    def on_mount(self) -> None:
        self.query_one("#path").focus()

    async def relabel(self) -> None:
        """Say everything again; what was written and looked into stays."""
        await super().relabel()
        if self._path is not None:
            self._list(self._path)

    @on(Input.Changed)
    def look_away(self) -> None:
        """Another path is another file: nothing of it was seen yet."""
        if self._path is not None and written(self.query_one(Field).value) != self._path:
            self._path = None
            self.remove_class("-looked")

    @on(Input.Submitted)
    def look(self, event: Input.Submitted) -> None:
        """List what is in the file."""
        if event.value.strip():
            with self.simulator.telling():
                self._list(written(event.value))
                self.query_one("#keep").focus()

    @on(Button.Pressed)
    def keep(self) -> None:
        """Keep what is new in it."""
        if self._path is None:
            return
        with self.simulator.telling():
            done = self.simulator.house.post.receive(self._path)
            sessions = len(done.sessions_new) + len(done.sessions_longer)
            reviews = len(done.reviews_new) + len(done.reviews_longer)
            told = self._told(sessions, reviews, len(done.forks))
            self.notify(told, markup=False, timeout=8)
            self.dismiss(True)

    def action_cancel(self) -> None:
        """Back without keeping anything."""
        self.dismiss(False)

    def _list(self, path: Path) -> None:
        inside = self.simulator.house.post.look(path)
        self._path = path
        lines = [Block("text", line) for line in contents(inside, self.t, is_here=True)]
        self.query_one("#inside", Prose).say(lines)
        self.add_class("-looked")

    def _told(self, sessions: int, reviews: int, forks: int) -> str:
        told = [
            self.t.n(f"tui.received.{what}", n)
            for what, n in (("sessions", sessions), ("reviews", reviews), ("forks", forks))
            if n
        ]
        return " ".join(told) or self.t("tui.received.nothing")


def written(text: str) -> Path:
    """The path that was written, or dropped onto the terminal, which quotes it in its own way."""
    plain = Path(text.strip()).expanduser()
    try:
        parts = shlex.split(text)
    except ValueError:
        return plain
    return plain if plain.exists() or len(parts) != 1 else Path(parts[0]).expanduser()
