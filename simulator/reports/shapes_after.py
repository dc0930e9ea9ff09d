"""The shapes of what follows a talk, as JSON: reviews, predictions, hints, a judge, a next step.

They keep the same promise as those of the talk itself (see `shapes`).
"""

from datetime import date, datetime
from typing import Literal

from simulator.debrief.findings import Verdict
from simulator.debrief.prediction import Met
from simulator.debrief.review.records import Ruling
from simulator.practice.events import Expected
from simulator.reading.moves import Move
from simulator.reports.shapes import Shape, Spotted


class RuledData(Shape):
    """A mentor's ruling on one point of the draft."""

    point: str
    drafted: Verdict | None
    """The draft's verdict as the review holds it."""
    ruling: Ruling
    verdict: Verdict | None
    """The mentor's own, where it differs or was given first."""
    reason: str
    blind: bool
    """Given before the draft's verdict was shown."""


class LineData(Shape):
    """A ruling on the better line of a point alone."""

    point: str
    ruling: Literal["accepted", "rejected"]
    reason: str


class CorrectedData(Shape):
    """The words that a point is about, where the draft quotes others."""

    point: str
    spots: list[Spotted]
    reason: str


class AddedData(Shape):
    """A point that a mentor added."""

    point: str
    skill: str
    verdict: Verdict
    text: str
    spots: list[Spotted]


class WithdrawnData(Shape):
    """A point that stood in a signed version and was taken back."""

    point: str
    text: str
    reason: str


class CommentData(Shape):
    """A remark on one utterance."""

    turn: int
    text: str


class MomentData(Shape):
    """One moment of the agenda."""

    turn: int
    question: str


class VersionData(Shape):
    """One signature."""

    version: int
    at: datetime


class ReviewData(Shape):
    """One mentor's review: in the mentee's copy as it was signed last."""

    review: str
    reviewer: str
    """Declared, not authenticated."""
    signed: list[VersionData]
    rulings: list[RuledData]
    lines: list[LineData]
    corrected: list[CorrectedData]
    added: list[AddedData]
    withdrawn: list[WithdrawnData]
    comments: list[CommentData]
    agenda: list[MomentData]


class Foreseen(Shape):
    """What the mentee expected of one skill, beside what was found."""

    skill: str
    expected: Expected | None
    state: Met
    wanted: int
    """Items as wanted, of those that had a chance."""
    chances: int


class HintData(Shape):
    """A hint that was asked for."""

    turn: int
    code: str
    values: dict[str, str]
    text: str
    by: str


class JudgedData(Shape):
    """What an LLM judge answered to one item."""

    item: str
    verdict: Verdict
    reason: str
    spots: list[Spotted]
    agreed: int
    asked: int
    dropped: int
    """Quotes that were not found, or were not the mentee's."""
    by: str
    differs: bool | None
    """Whether the finding made by rules says otherwise; null where there is none."""


class ReadAgain(Shape):
    """One move, and where it stands in the mentee's line."""

    move: Move
    start: int
    end: int


class RereadData(Shape):
    """What an LLM reader made of one line after it was answered."""

    turn: int
    added: list[ReadAgain]
    """Moves that the rules had not surely found: they count."""
    withdrawn: list[ReadAgain]
    """Finds of the rules that are none: they do not."""
    dropped: int
    """Claims without words of the mentee's."""
    reason: str
    """The code of why nothing of its answer counts; empty where it was read."""
    by: str


class Resolved(Shape):
    """One next step in real life."""

    when: str
    then: str
    due: date | None


class Told(Shape):
    """How the real conversation went, in the mentee's words."""

    text: str
    kept: Literal["yes", "partly", "no", ""]
