"""A talk to read: what was said, turn by turn, with the notes on it. Nothing here can be changed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.tui.commands import Command, bindings
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.keybar import KeyBar
from simulator.tui.widgets.talk import Message, Talk
from simulator.views.transcript import Written, transcript

BEFORE = 1
"""Messages shown above the turn that was sought."""


class TranscriptScreen(LocalisedScreen[bool]):
    """Opens at a turn, by default the first. Returns whether to go on with the session."""

    CSS_PATH = "transcript.tcss"
    OFFERS: ClassVar[tuple[Command, ...]] = (
        Command("transcript.take-up", "enter"),
        Command("transcript.to-debrief", "enter"),
        Command("transcript.back", "escape"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERS)

    def __init__(self, session: Session, stage: Stage, turn: int = 0) -> None:
        super().__init__()
        self._session = session
        self._stage = stage
        self._turn = turn

    def compose(self) -> ComposeResult:
        yield Heading(self._stage.scenario.title, self._aside())
        yield Talk(id="talk")
        yield KeyBar()

    def on_mount(self) -> None:
        talk = self.query_one(Talk)
        written = self._written()
        talk.show(tuple(map(_message, written)))
        sought = (at for at, one in enumerate(written) if one.turn == self._turn)
        talk.focus()
        self.call_after_refresh(talk.reveal, max(0, next(sought, 0) - BEFORE))

    async def relabel(self) -> None:
        """Say everything again, in the language of now; the place stays."""
        self.query_one(Heading).say(self._aside())
        self.query_one(Talk).relabel(tuple(map(_message, self._written())))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """A talk that is over leads to its debrief, an open one goes on."""
        is_open = self._session.ended is None
        return {"take_up": is_open, "to_debrief": not is_open}.get(action, True)

    def action_take_up(self) -> None:
        """Take the talk up again."""
        self.dismiss(True)

    def action_to_debrief(self) -> None:
        """Open its debrief."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Back to where this was opened from."""
        self.dismiss(False)

    def _aside(self) -> str:
        return self.t.date(self._session.opened_at.astimezone())

    def _written(self) -> tuple[Written, ...]:
        return transcript(self._session, self._stage.personas, self.t, sought=self._turn)


def _message(one: Written) -> Message:
    return Message(one.who, one.role, one.text)
