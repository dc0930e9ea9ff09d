"""What the store says of a session or a review without reading it.

Rows are what a list shows: they know no event, so that a list is there before a talk can be read.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Reviewed = Literal["", "awaiting", "begun", "signed"]

OPEN = "open"
"""Outcome of a session that has not ended: it can be taken up again."""


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


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One review in a list."""

    id: str
    session: str
    reviewer: str
    scenario: str
    opened_at: datetime
    last_at: datetime
    points: int
    """Of the draft."""
    rulings: int
    """How many of the draft's points have a ruling."""
    signed: int
    """The latest version signed; 0 while none is."""
    is_amended: bool
    """Something was added since the latest signature, or since the opening while there is none."""
    entries: int
    head: str
    """Hash of the latest entry."""

    @property
    def waiting(self) -> int:
        """Points of the draft without a ruling."""
        return self.points - self.rulings
