"""The shelf: scenarios to rehearse and sessions held, as lines that mean something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from simulator.i18n import Translator
from simulator.views.words import outcome_name, skill_name


class ScenarioCard(Protocol):
    """What a library says of a scenario without opening it whole."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def level(self) -> int: ...
    @property
    def minutes(self) -> int: ...
    @property
    def skills(self) -> tuple[str, ...]: ...
    @property
    def summary(self) -> str: ...


class SessionRow(Protocol):
    """What a store says of a session without reading it."""

    @property
    def id(self) -> str: ...
    @property
    def scenario(self) -> str: ...
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
    def parent(self) -> str | None: ...


class Shelves(Protocol):
    """Where both come from."""

    def cards(self) -> Iterable[ScenarioCard]: ...
    def sessions(self) -> Iterable[SessionRow]: ...


@dataclass(frozen=True, slots=True)
class ShelfScenario:
    """A scenario to choose: its title, and its facts on one line."""

    id: str
    title: str
    facts: str
    summary: str
    skills: str


@dataclass(frozen=True, slots=True)
class ShelfSession:
    """A session held: which scenario and attempt, when, how it ended, what comes next."""

    id: str
    title: str
    facts: str
    next_step: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    scenarios: tuple[ShelfScenario, ...]
    sessions: tuple[ShelfSession, ...]

    def scenario(self, ref: str) -> ShelfScenario | None:
        """The scenario of that id, if it is on the shelf."""
        return next((one for one in self.scenarios if one.id == ref), None)


OPEN = "open"
"""Outcome of a session that can be taken up again."""


def shelf(source: Shelves, t: Translator) -> Shelf:
    """Everything on the shelf, worded; sessions newest first with their attempt counted."""
    rows = list(source.sessions())
    attempts = _attempts(rows)
    return Shelf(
        scenarios=tuple(_scenario(card, t) for card in source.cards()),
        sessions=tuple(_session(row, attempts[row.id], t) for row in rows),
    )


def _scenario(card: ScenarioCard, t: Translator) -> ShelfScenario:
    facts = (
        t(f"views.kind.{card.kind}"),
        t(f"views.level.{card.level}"),
        t("views.minutes", minutes=card.minutes),
    )
    return ShelfScenario(
        id=card.id,
        title=card.title,
        facts=" · ".join(facts),
        summary=" ".join(card.summary.split()),
        skills=t("views.skills", skills=t.listed(skill_name(t, one) for one in card.skills)),
    )


def _session(row: SessionRow, attempt: int, t: Translator) -> ShelfSession:
    is_open = row.outcome == OPEN
    facts = (row.mentee, t.date(row.opened_at), outcome_name(t, row.outcome))
    return ShelfSession(
        id=row.id,
        title=t("views.attempt", title=row.title, attempt=attempt),
        facts=" · ".join(facts),
        next_step=t("views.next.resume" if is_open else "views.next.debrief"),
        is_open=is_open,
    )


def _attempts(newest_first: list[SessionRow]) -> dict[str, int]:
    """Which attempt at its scenario each session was, by session id."""
    counts: dict[tuple[str, str], int] = {}
    attempts = {}
    for row in reversed(newest_first):
        key = (row.scenario, row.mentee)
        counts[key] = counts.get(key, 0) + 1
        attempts[row.id] = counts[key]
    return attempts
