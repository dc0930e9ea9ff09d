"""A review as its events tell it: what was ruled, added, remarked and signed.

A pure fold. What is signed stays as it was signed; whatever comes after it is an amendment, which
counts for the mentee once it is signed in its turn.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType

from simulator.debrief.review.records import (
    AgendaSet,
    Drafted,
    Moment,
    PointAdded,
    ReviewEntry,
    ReviewOpened,
    ReviewSigned,
    Ruled,
    TurnCommented,
)


class NotAReview(ValueError):
    """The entries do not begin with a review being opened."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One signed version, with the time of signing and what it stands for."""

    version: int
    at: datetime
    data: str
    page: str
    rulings: Mapping[str, Ruled] = field(default_factory=dict)
    """Point → its ruling as it was signed."""
    added: tuple[PointAdded, ...] = ()
    comments: tuple[TurnCommented, ...] = ()
    agenda: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """The fold of a review's entries."""

    opened: ReviewOpened
    opened_at: datetime
    seq: int = 0
    rulings: Mapping[str, Ruled] = field(default_factory=dict)
    """Point → its latest ruling."""
    history: tuple[tuple[datetime, Ruled], ...] = ()
    """Every ruling, oldest first."""
    added: tuple[PointAdded, ...] = ()
    comments: tuple[TurnCommented, ...] = ()
    agenda: tuple[Moment, ...] = ()
    signatures: tuple[Signature, ...] = ()
    is_amended: bool = False
    """Something was added since the last signature."""

    @property
    def id(self) -> str:
        return self.opened.review

    @property
    def session(self) -> str:
        return self.opened.session

    @property
    def reviewer(self) -> str:
        return self.opened.reviewer

    @property
    def is_signed(self) -> bool:
        return bool(self.signatures)

    @property
    def waiting(self) -> tuple[Drafted, ...]:
        """The points of the draft that have no ruling yet, in the draft's order."""
        return tuple(one for one in self.opened.draft if one.id not in self.rulings)

    @property
    def as_signed(self) -> "Review | None":
        """This review as it was signed last, which is all that the mentee is shown of it."""
        if not self.signatures:
            return None
        last = self.signatures[-1]
        return replace(
            self,
            rulings=last.rulings,
            added=last.added,
            comments=last.comments,
            agenda=last.agenda,
            is_amended=False,
        )

    def drafted(self, point: str) -> Drafted | None:
        """The draft's point of that id."""
        return next((one for one in self.opened.draft if one.id == point), None)

    def after(self, entry: ReviewEntry) -> "Review":
        """This review with one more entry."""
        return _after(replace(self, seq=entry.seq), entry)


def fold(entries: Iterable[ReviewEntry]) -> Review:
    """The review that `entries`, in order and from the first, make."""
    stream = iter(entries)
    first = next(stream, None)
    if first is None or not isinstance(first.event, ReviewOpened):
        raise NotAReview
    review = Review(opened=first.event, opened_at=first.at, seq=first.seq)
    for entry in stream:
        review = review.after(entry)
    return review


def _after(review: Review, entry: ReviewEntry) -> Review:
    match entry.event:
        case Ruled() as ruled:
            rulings = MappingProxyType({**review.rulings, ruled.point: ruled})
            history = (*review.history, (entry.at, ruled))
            return replace(review, rulings=rulings, history=history, is_amended=True)
        case PointAdded() as added:
            others = (one for one in review.added if one.point != added.point)
            return replace(review, added=(*others, added), is_amended=True)
        case TurnCommented() as comment:
            return replace(review, comments=(*review.comments, comment), is_amended=True)
        case AgendaSet(moments=moments):
            return replace(review, agenda=moments, is_amended=True)
        case ReviewSigned(version=version, data=data, page=page):
            signed = Signature(
                version=version,
                at=entry.at,
                data=data,
                page=page,
                rulings=review.rulings,
                added=review.added,
                comments=review.comments,
                agenda=review.agenda,
            )
            return replace(review, signatures=(*review.signatures, signed), is_amended=False)
        case ReviewOpened():
            raise NotAReview
