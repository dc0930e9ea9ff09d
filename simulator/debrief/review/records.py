"""The events of a review: one stream for each mentor and session, append-only like the talk's own.

A review holds the draft as it stood when it was begun, point by point, so that what was ruled on
stays readable whatever the program learns later. Points are named by their id: an item of the
rubric (`ask-why`), an item across turns (`across.concern`), something to keep or to try
(`keep.reflection@6`, `try.blame@8`; the number is the utterance's).
"""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from simulator.director.state import Record
from simulator.practice.events import Spot
from simulator.reading.moves import Language

Verdict = Literal["observed", "not-observed", "no-chance", "could-not-judge"]
Ruling = Literal["accepted", "adjusted", "rejected"]
Source = Literal["rubric", "across", "keep", "try"]
MOMENTS = 3
"""Moments that an agenda holds at most: one meeting has room for no more."""


class Drafted(Record):
    """One point of the draft, as it stood."""

    id: str
    source: Source
    skill: str = ""
    ask: str = ""
    """The author's question; empty where the catalogue has the words."""
    avoid: bool = False
    """The behaviour asked about is one to leave out."""
    verdict: Verdict
    why: str = ""
    gap: str = ""
    """Of something to try: the named gap."""
    move: str = ""
    """Of something to keep: the move."""
    turn: int | None = None
    spots: tuple[Spot, ...] = ()
    line: str = ""
    """The better line that was shown, if one was."""


class ReviewOpened(Record):
    """The first event: whose talk, by whom, and the draft to be ruled on."""

    kind: Literal["review-opened"] = "review-opened"
    review: str
    session: str
    session_seq: int
    """Entries of the session that the draft was drawn from."""
    session_head: str
    """Hash of the last of them."""
    scenario: str
    reviewer: str
    """Declared, not authenticated."""
    language: Language
    program_version: str
    draft: tuple[Drafted, ...]


class Ruled(Record):
    """The mentor's ruling on one point; a later one takes its place, and both stay on record."""

    kind: Literal["ruled"] = "ruled"
    point: str
    ruling: Ruling
    verdict: Verdict | None = None
    """The mentor's own verdict, where it was adjusted or given before the draft's was shown."""
    reason: str = ""
    is_blind: bool = False
    """Given before the draft's verdict was shown."""


class LineRuled(Record):
    """A ruling on the better line of a point alone; the point itself is ruled on apart."""

    kind: Literal["line-ruled"] = "line-ruled"
    point: str
    ruling: Literal["accepted", "rejected"]
    reason: str = ""


class QuoteCorrected(Record):
    """The words that a point is about, where the draft quotes others; both stay on record."""

    kind: Literal["quote-corrected"] = "quote-corrected"
    point: str
    spots: tuple[Spot, ...]
    reason: str


class PointAdded(Record):
    """Something the draft did not see."""

    kind: Literal["point-added"] = "point-added"
    point: str
    skill: str = ""
    verdict: Literal["observed", "not-observed"]
    text: str
    spots: tuple[Spot, ...] = ()


class PointWithdrawn(Record):
    """A point that the mentor added, taken back."""

    kind: Literal["point-withdrawn"] = "point-withdrawn"
    point: str
    reason: str


class TurnCommented(Record):
    """A remark on one utterance."""

    kind: Literal["turn-commented"] = "turn-commented"
    turn: int
    text: str


class RemarkWithdrawn(Record):
    """A remark taken back: the latest of those words on that turn."""

    kind: Literal["remark-withdrawn"] = "remark-withdrawn"
    turn: int
    text: str


class Moment(Record):
    """One moment to talk over, and the question to open it with."""

    turn: int
    question: str


class AgendaSet(Record):
    """What the meeting is to be about; a later agenda takes its place."""

    kind: Literal["agenda-set"] = "agenda-set"
    moments: Annotated[tuple[Moment, ...], Field(max_length=MOMENTS)]


class ReviewSigned(Record):
    """The review so far is signed: what the mentee is shown, frozen. Versions count from 1."""

    kind: Literal["review-signed"] = "review-signed"
    version: int
    data: str
    """The debrief with the rulings, as JSON of the published schema."""
    page: str
    """The same as Markdown, in the mentor's language."""


ReviewEvent = Annotated[
    ReviewOpened
    | Ruled
    | LineRuled
    | QuoteCorrected
    | PointAdded
    | PointWithdrawn
    | TurnCommented
    | RemarkWithdrawn
    | AgendaSet
    | ReviewSigned,
    Field(discriminator="kind"),
]

REVIEW_EVENTS: TypeAdapter[ReviewEvent] = TypeAdapter(ReviewEvent)
"""Reads a review's event from JSON and writes it."""


class ReviewEntry(Record):
    """An event at its place: `seq` from 1 without gaps, `at` in UTC with microseconds."""

    seq: int
    at: datetime
    event: ReviewEvent
