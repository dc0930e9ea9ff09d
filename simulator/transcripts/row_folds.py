"""Rows of sessions, folded from their entries one by one.

The same fold writes the rows as events are appended and proves them when the store is verified,
so that a row can never say something else than its events without being found out.
"""

from dataclasses import replace
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
from simulator.transcripts.rows import SessionRow


class Spoken(NamedTuple):
    """What one side said at a turn; the last wording of a turn is what was said."""

    turn: int
    speaker: Literal["mentee", "persona"]
    text: str


def after(row: SessionRow, entry: Entry, head: str) -> SessionRow:
    """`row` with one more entry."""
    row = replace(row, entries=entry.seq, head=head, last_at=entry.at)
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
