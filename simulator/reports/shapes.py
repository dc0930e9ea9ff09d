"""The shapes of a debrief as JSON: what is promised to scripts, benches and other programs.

Codes and values only, no wording. Positions are half-open code points of the stored text, turns
are numbers of utterances, points of trust and tension are on the scale of 0 to 10. Keys are added,
never renamed or taken away, within one `format`. What is measured has its shape made from the
record of the measures itself (see `measured`).
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from simulator.debrief.findings import Verdict, Why
from simulator.debrief.gaps import Gap
from simulator.debrief.items import Source
from simulator.debrief.movers import EventKind
from simulator.practice.session import Speaker
from simulator.reading.moves import Move


class Shape(BaseModel):
    """Frozen, with every key known."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, use_attribute_docstrings=True, serialize_by_alias=True
    )


class Quoted(Shape):
    """Words that were said, and where."""

    turn: int
    speaker: Speaker
    quote: str
    start: int
    end: int


class Spotted(Shape):
    """A place in an utterance."""

    turn: int
    start: int
    end: int


class Part(Shape):
    """`part` out of `of`, in one unit."""

    part: int
    of: int


class Stood(Shape):
    """A stance."""

    trust: float
    tension: float


class Ended(Shape):
    """How the talk finished."""

    cause: Literal["ending", "left", "stopped", "open"]
    ending: str
    note: str
    score: float | None
    """The mentor's alone; null in the mentee's copy."""


class Answer(Shape):
    """One question of the reflection, by its id, and what the mentee wrote."""

    question: str
    answer: str


class Reflected(Shape):
    """The mentee's own words."""

    written: bool
    answers: list[Answer]


class Found(Shape):
    """The verdict on one item."""

    item: str
    source: Source
    """`rubric` for the scenario's own, `across` for what every talk is asked."""
    skill: str
    avoid: bool
    """Observed is the thing to work on."""
    verdict: Verdict
    reader: str = ""
    """The LLM whose reading alone shows it; absent where the rules surely saw it too."""
    reason: Why
    """The code of why there is no verdict."""
    turn: int | None
    quotes: list[Quoted]
    gap: Gap | None
    """The named gap, where there is something to work on."""
    trust: float | None
    """How far it moved on that turn."""
    tension: float | None


class DealtData(Shape):
    """One issue of a negotiation."""

    issue: str
    name: str
    unit: str
    per: str
    aimed: float | str
    limit: float | str
    agreed: float | str | None


class Kept(Shape):
    """Something to keep."""

    id: str
    move: Move
    item: str
    skill: str
    turn: int
    quotes: list[Quoted]
    trust: float
    tension: float
    opened: int
    """Facts told and concessions granted in the reply."""


class Better(Shape):
    """A line that was put in place of what was said and run again."""

    text: str
    said: Stood
    """What the real line left."""
    instead: Stood
    """What this one leaves."""
    neutral: bool
    """Both were tried on a neutral partner, because two people held the talk."""


class Tried(Shape):
    """Something to try."""

    id: str
    gap: Gap
    source: str
    """Where the gap is described."""
    item: str
    skill: str
    turn: int
    quotes: list[Quoted]
    trust: float
    tension: float
    line: Better | None


class Covered(Shape):
    """Things to try for which a better line was found."""

    found: int
    of: int


class Cued(Shape):
    """An opening the persona offered, and what became of it."""

    outcome: Literal["open", "taken", "missed"]
    quotes: list[Quoted]
    hidden: bool
    """It points to something that was never told."""


class Changed(Shape):
    """One change of one persona's stance."""

    persona: str
    trust: float
    tension: float
    code: str
    values: dict[str, Any]


class Happened(Shape):
    """Something else that a turn brought."""

    kind: EventKind
    quotes: list[Quoted]


class Made(Shape):
    """The moves that one of the mentee's turns surely made."""

    turn: int
    moves: list[Move]


class Mover(Shape):
    """One of the mentee's turns, and what it did."""

    turn: int
    persona: str
    trust: float
    """After the turn."""
    tension: float
    changes: list[Changed]
    events: list[Happened]


class StancePoint(Shape):
    """One persona's stance after an utterance."""

    turn: int
    persona: str
    trust: float
    tension: float


class Marked(Shape):
    """A mark made during the talk."""

    turn: int
    by: Literal["mentee", "mentor"]
    author: str
    note: str
    quotes: list[Quoted]


class Untold(Shape):
    """Something that was never told; the mentor's copy says what."""

    fact: str | None = None
    note: str | None = None
    says: str | None = None
    pointers: list[Quoted]


class Reading(Shape):
    """Where to read on."""

    title: str
    for_: str = Field(alias="for", serialization_alias="for")
    link: str | None
    note: str
