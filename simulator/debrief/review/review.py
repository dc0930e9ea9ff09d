"""A review as its events tell it: what was ruled, added, remarked and signed.

A pure fold. What is signed stays as it was signed; whatever comes after it is an amendment, which
counts for the mentee once it is signed in its turn.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, TypeAlias

from simulator.debrief.review.records import (
    AgendaSet,
    Drafted,
    LineRuled,
    Moment,
    PointAdded,
    PointWithdrawn,
    QuoteCorrected,
    RemarkWithdrawn,
    ReviewEntry,
    ReviewOpened,
    ReviewSigned,
    Ruled,
    TurnCommented,
)


class NotAReview(ValueError):
    """The entries do not begin with a review being opened."""


Beside: TypeAlias = (
    LineRuled
    | QuoteCorrected
    | PointAdded
    | PointWithdrawn
    | TurnCommented
    | RemarkWithdrawn
    | AgendaSet
)
"""What a mentor may do beside ruling on points."""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A point that was added and taken back, with the reason."""

    point: PointAdded
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a mentor has told so far: the part of a review that a signature freezes."""

    rulings: Mapping[str, Ruled] = field(default_factory=dict)
    """Point → its latest ruling."""
    lines: Mapping[str, LineRuled] = field(default_factory=dict)
    """Point → the latest ruling on its better line."""
    corrected: Mapping[str, QuoteCorrected] = field(default_factory=dict)
    """Point → the words it is about, where the draft quotes others."""
    added: tuple[PointAdded, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    comments: tuple[TurnCommented, ...] = ()
    agenda: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature(Told):
    """One signed version, with the time of signing and what it stands for."""

    version: int
    at: datetime
    data: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Told):
    """The fold of a review's entries."""

    opened: ReviewOpened
    opened_at: datetime
    seq: int = 0
    history: tuple[tuple[datetime, Ruled], ...] = ()
    """Every ruling, oldest first."""
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
        return replace(self, **_told(self.signatures[-1]), is_amended=False)

    @property
    def taken_back(self) -> tuple[Withdrawn, ...]:
        """The points withdrawn that a signed version held: those that somebody may have read."""
        read = {added.point for one in self.signatures for added in one.added}
        return tuple(one for one in self.withdrawn if one.point.point in read)

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
        case ReviewSigned(version=version, data=data, page=page):
            told = _told(review)
            signed = Signature(version=version, at=entry.at, data=data, page=page, **told)
            return replace(review, signatures=(*review.signatures, signed), is_amended=False)
        case ReviewOpened():
            raise NotAReview
        case event:
            return replace(review, **_beside(review, event), is_amended=True)


def _beside(review: Review, event: Beside) -> dict[str, Any]:
    """What changes with an event that is no ruling on a point."""
    match event:
        case LineRuled(point=point):
            return {"lines": MappingProxyType({**review.lines, point: event})}
        case QuoteCorrected(point=point):
            return {"corrected": MappingProxyType({**review.corrected, point: event})}
        case PointAdded(point=point):
            return {"added": (*(one for one in review.added if one.point != point), event)}
        case PointWithdrawn(point=point, reason=reason):
            gone = tuple(Withdrawn(one, reason) for one in review.added if one.point == point)
            left = tuple(one for one in review.added if one.point != point)
            return {"added": left, "withdrawn": (*review.withdrawn, *gone)}
        case TurnCommented():
            return {"comments": (*review.comments, event)}
        case RemarkWithdrawn(turn=turn, text=text):
            return {"comments": _without(review.comments, TurnCommented(turn=turn, text=text))}
        case AgendaSet(moments=moments):
            return {"agenda": moments}


def _without(comments: tuple[TurnCommented, ...], gone: TurnCommented) -> tuple[TurnCommented, ...]:
    """`comments` without the latest that says the same."""
    places = [at for at, one in enumerate(comments) if one == gone]
    return tuple(one for at, one in enumerate(comments) if at not in places[-1:])


def _told(held: Told) -> dict[str, Any]:
    """What is told, by field."""
    return {one.name: getattr(held, one.name) for one in fields(Told)}
