"""Where somebody goes on from a talk or its debrief: another try, another session's debrief, back."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Again:
    """Take the session up again at one of the mentee's turns."""

    session: str
    turn: int


@dataclass(frozen=True, slots=True)
class Opened:
    """Look at another session."""

    session: str


Onward: TypeAlias = Again | Opened | None
"""None: back to where one came from."""
