"""What the store says of a session without reading it, folded from its entries one by one.

The same fold writes the rows as events are appended and proves them when the store is verified,
so that a row can never say something else than its events without being found out.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, NamedTuple

from simulator.practice.events import (
    Entry,
    Event,
    MenteeSpoke,
    ReplyDone,
    ReplyInterrupted,
    SessionEnded,
    SessionOpened,
    SessionShared,
    SharingRevoked,
)

Reviewed = Literal["", "awaiting", "begun", "signed"]

OPEN = "open"
"""Outcome of a session that has not ended: it can be taken up again."""


class Spoken(NamedTuple):
    """What one side said at a turn; the last wording of a turn is what was said."""

    turn: int
    speaker: Literal["mentee", "persona"]
    text: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One session in a list. `turns` counts the mentee's."""

    id: str
    scenario: str
    title: str
    mentee: str
    language: str
    level: int
    actor: str
    opened_at: datetime
    last_at: datetime
    turns: int
    cause: str | None
    """None while open, else `ending`, `left` or `stopped`."""
    ending: str | None
    score: float | None
    parent: str | None
    parent_turn: int | None
    entries: int
    head: str
    """Hash of the latest entry."""
    shared_with: tuple[str, ...] = ()
    """Who may read it beside the mentee, oldest share first."""
    reviewed: Reviewed = ""
    """How far mentors are with it: shared and not begun, begun, signed by one of them at least.

    It is told by the reviews of the session, not by its own entries, and filled in when read.
    """
    fork_of: str | None = None
    """What it is called outside, where it came in beside a session that went on differently here.

    It is told by the record of the fork, and filled in when read.
    """

    @property
    def is_shared(self) -> bool:
        """Whether anybody but the mentee may read it."""
        return bool(self.shared_with)

    @property
    def outcome(self) -> str:
        """The ending's id, or `open`, `left`, `stopped`."""
        return self.ending or self.cause or OPEN

    def after(self, entry: Entry, head: str) -> "SessionRow":
        """This row with one more entry."""
        row = replace(self, entries=entry.seq, head=head, last_at=entry.at)
        match entry.event:
            case MenteeSpoke():
                return replace(row, turns=row.turns + 1)
            case SessionEnded(cause=cause, ending=ending, score=score):
                return replace(row, cause=cause, ending=ending, score=score)
            case SessionShared(with_whom=name):
                return replace(row, shared_with=(*_but(row.shared_with, name), name))
            case SharingRevoked(with_whom=name):
                return replace(row, shared_with=_but(row.shared_with, name))
            case _:
                return row


def _but(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(one for one in names if one != name)


def opened(entry: Entry, event: SessionOpened, title: str, head: str) -> SessionRow:
    """The row of a session that consists of its opening."""
    return SessionRow(
        id=event.session,
        scenario=event.scenario,
        title=title,
        mentee=event.mentee,
        language=event.language,
        level=event.level,
        actor=event.actor,
        opened_at=entry.at,
        last_at=entry.at,
        turns=0,
        cause=None,
        ending=None,
        score=None,
        parent=event.parent,
        parent_turn=event.parent_turn,
        entries=entry.seq,
        head=head,
    )


def pinned(event: SessionOpened) -> frozenset[str]:
    """Hashes of the definitions that a session cannot be read without."""
    return frozenset((event.scenario_hash, *event.personas.values()))


def spoken(event: Event) -> Spoken | None:
    """What `event` says was said, if it says so."""
    match event:
        case MenteeSpoke(turn=turn, text=text):
            return Spoken(turn, "mentee", text)
        case ReplyDone(turn=turn, text=text) | ReplyInterrupted(turn=turn, text=text):
            return Spoken(turn, "persona", text)
        case _:
            return None
