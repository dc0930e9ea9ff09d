"""The mentor's desk: every session that was shared, as an entry under how far its review is.

What waits for this mentor stands first. An entry says whose talk it is and what comes next; of the
talk itself nothing is told before it is opened, but what its mentee marked for whoever reads it.
Nobody is ranked, and no review is timed.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from simulator.debrief.review.review import Review
from simulator.i18n import Translator
from simulator.practice.events import TurnMarked
from simulator.views.pieces import Piece
from simulator.views.review import State, mark_words, state_of
from simulator.views.when import when
from simulator.views.words import one_line, outcome_name

Pile = Literal["awaiting", "begun", "signed"]
PILES: tuple[Pile, ...] = ("begun", "awaiting", "signed")


class SharedRow(Protocol):
    """What a store says of a session that was shared."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def mentee(self) -> str: ...
    @property
    def opened_at(self) -> datetime: ...
    @property
    def turns(self) -> int: ...
    @property
    def outcome(self) -> str: ...
    @property
    def shared_with(self) -> Sequence[str]: ...


class Shared(Protocol):
    """A shared session with the reviews there are of it."""

    @property
    def row(self) -> SharedRow: ...
    @property
    def reviews(self) -> tuple[Review, ...]: ...


@dataclass(frozen=True, slots=True)
class DeskEntry:
    """One session on the desk."""

    session: str
    pile: Pile
    who: str
    when: str
    title: str
    is_signed: bool
    """This mentor signed it at least once, so that it can be sent back."""
    page: tuple[Piece, ...]


def pile_name(pile: Pile, t: Translator) -> str:
    """What the sessions of a pile stand under."""
    return t(f"review.pile.{pile}")


def desk_entries(
    shared: Iterable[Shared], reviewer: str, t: Translator, now: datetime
) -> tuple[DeskEntry, ...]:
    """Every shared session: under way first, then those that wait, then signed; oldest first."""
    found = [
        _entry(one, reviewer, t, now) for one in sorted(shared, key=lambda one: one.row.opened_at)
    ]
    return tuple(sorted(found, key=lambda one: PILES.index(one.pile)))


def asked(marks: Iterable[TurnMarked], who: str, t: Translator) -> Iterator[Piece]:
    """The turns that the mentee marked for whoever reads the session, each with its whole note."""
    said = [mark_words(who, one.turn, one.note, t) for one in marks]
    if said:
        yield Piece("gap")
    yield from (Piece("text", one) for one in said)


def _entry(one: Shared, reviewer: str, t: Translator, now: datetime) -> DeskEntry:
    row = one.row
    own = next((review for review in one.reviews if review.reviewer == reviewer), None)
    state = state_of(own)
    return DeskEntry(
        session=row.id,
        pile=_pile(state),
        who=one_line(row.mentee),
        when=when(t, row.opened_at, now),
        title=one_line(row.title),
        is_signed=own is not None and own.is_signed,
        page=tuple(_page(one, own, state, t)),
    )


def _pile(state: State) -> Pile:
    return "begun" if state == "amended" else state


def _page(one: Shared, own: Review | None, state: State, t: Translator) -> Iterator[Piece]:
    row = one.row
    yield Piece("heading", one_line(row.title))
    facts = (
        one_line(row.mentee),
        t.date(row.opened_at.astimezone()),
        t.n("views.lines", row.turns),
    )
    yield Piece("text", ", ".join((*facts, outcome_name(t, row.outcome))))
    names = t.listed(one_line(name) for name in row.shared_with)
    yield Piece("note", t("review.desk.shared", names=names))
    others = [review for review in one.reviews if review is not own]
    for review in others:
        said = t(f"review.desk.other.{'signed' if review.is_signed else 'begun'}")
        yield Piece("note", t("review.desk.other", who=one_line(review.reviewer), said=said))
    yield Piece("gap")
    if own is not None:
        yield Piece("text", _standing(own, state, t))
    yield Piece("text", t(f"review.desk.next.{state}"))


def _standing(own: Review, state: State, t: Translator) -> str:
    if state == "begun":
        ruled, of = len(own.opened.draft) - len(own.waiting), len(own.opened.draft)
        return t("review.desk.begun", ruled=ruled, of=of)
    last = own.signatures[-1]
    return t("review.desk.signed", version=last.version, date=t.date(last.at.astimezone()))
