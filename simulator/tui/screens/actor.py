"""Who plays the partner: the one that comes with the program, or an LLM that is there to be asked.

The LLMs of this machine are looked for only once this is open, beside everything else. Returns the
name of the actor, or None.
"""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from simulator.config import OFFLINE
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.dialog import Dialog
from simulator.wiring.casting import receiver


class ActorScreen(ModalScreen[str | None], LocalisedScreen[str | None]):
    """Nothing leaves this machine for being looked at here."""

    OFFERS: ClassVar[tuple[Command, ...]] = (Command("actor.back", "escape", "cancel"),)
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    DEFAULT_CSS = """
    ActorScreen {
        OptionList { max-height: 10; }
        #found { margin-top: 1; color: $text-muted; width: 1fr; height: auto; }
    }
    """

    def __init__(self, chosen: str) -> None:
        super().__init__()
        self._chosen = chosen
        self._found: tuple[str, ...] | None = None
        """LLMs of this machine; None while they are looked for."""

    def compose(self) -> ComposeResult:
        yield Dialog(
            self.t("tui.actor.title"),
            self.t("tui.actor.text"),
            OptionList(*map(self._option, self._all()), id="actors"),
            Label(Content(self._state()), id="found"),
        )

    def on_mount(self) -> None:
        actors = self.query_one("#actors", OptionList)
        actors.highlighted = self._all().index(self._chosen)
        actors.focus()
        self._look()

    @work(thread=True)
    def _look(self) -> None:
        found = asyncio.run(self.simulator.house.choices.reach()).names
        self.app.call_from_thread(self._show, found)

    def _show(self, found: tuple[str, ...]) -> None:
        if self.is_there:
            shown = len(self._all())
            self._found = found
            self.query_one("#actors", OptionList).add_options(
                map(self._option, self._all()[shown:])
            )
            self.query_one("#found", Label).update(Content(self._state()))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._all()[event.option_index])

    def action_cancel(self) -> None:
        """Back without choosing."""
        self.dismiss(None)

    def _all(self) -> list[str]:
        """Who can be chosen: always the same ones first."""
        named = (OFFLINE, self.simulator.house.settings.actor, self._chosen, *(self._found or ()))
        return list(dict.fromkeys(named))

    def _option(self, name: str) -> Option:
        found = receiver(name)
        if found is None:
            return Option(Content(self.t("tui.actor.offline")))
        told = "tui.actor.away" if found.is_hosted else "tui.actor.here"
        return Option(Content(self.t(told, name=name)))

    def _state(self) -> str:
        if self._found is None:
            return self.t("tui.actor.looking")
        return self.t("tui.actor.others" if self._found else "tui.actor.none")
