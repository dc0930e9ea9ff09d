"""Cards and rows for the tests of what stands on the shelf."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.views.keyed import keyed

EN, FR = keyed("en"), keyed("fr")
NOW = datetime(2026, 3, 19, 15, 4, tzinfo=UTC)


@dataclass(frozen=True)
class Card:
    id: str = "pay"
    title: str = "A raise"
    kind: str = "negotiation"
    level: int = 2
    minutes: int = 12
    skills: tuple[str, ...] = ("open-questions", "made-here")
    language: str = "en"
    summary: str = "You ask for\n more."


@dataclass(frozen=True)
class Row:
    id: str
    scenario: str = "pay"
    title: str = "A raise"
    mentee: str = "Sam"
    opened_at: datetime = NOW
    turns: int = 3
    outcome: str = "deal"
    parent_turn: int | None = None
    shared_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reviewed:
    session: str
    reviewer: str
    signed: int = 0


@dataclass(frozen=True)
class Source:
    on_shelf: list[Card] = field(default_factory=list)
    held: list[Row] = field(default_factory=list)

    def cards(self) -> list[Card]:
        return self.on_shelf

    def sessions(self) -> list[Row]:
        return self.held
