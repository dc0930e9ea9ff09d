"""The shelf: scenarios to rehearse and sessions held, as lines that mean something."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from simulator.i18n import Translator
from simulator.views.words import one_line, outcome_name, skill_name


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
    def language(self) -> str: ...
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
    def parent_turn(self) -> int | None: ...


class Shelves(Protocol):
    """Where both come from."""

    def cards(self) -> Iterable[ScenarioCard]: ...
    def sessions(self) -> Iterable[SessionRow]: ...


@dataclass(frozen=True, slots=True)
class ShelfScenario:
    """A scenario to choose: what it is called, how hard and long it is, what it is about."""

    id: str
    title: str
    kind: str
    """What it stands under."""
    brief: str
    """Level and minutes, as short as can be."""
    facts: str
    """The same in words."""
    summary: str
    skills: str
    done: str
    """How often it was rehearsed here; empty for never."""


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
    """Everything that stands on it, in the order in which it is shown."""

    scenarios: tuple[ShelfScenario, ...]
    sessions: tuple[ShelfSession, ...]

    def scenario(self, ref: str | None) -> ShelfScenario | None:
        """The scenario of that id, if it is on the shelf."""
        return next((one for one in self.scenarios if one.id == ref), None)

    def session(self, ref: str | None) -> ShelfSession | None:
        """The session of that id, if it is on the shelf."""
        return next((one for one in self.sessions if one.id == ref), None)


OPEN = "open"
"""Outcome of a session that can be taken up again."""


def shelf(source: Shelves, t: Translator) -> Shelf:
    """Everything on the shelf, worded; sessions newest first with their attempt counted."""
    rows = list(source.sessions())
    attempts = _attempts(rows)
    done = Counter(row.scenario for row in rows)
    return Shelf(
        scenarios=tuple(
            _scenario(card, done[card.id], t) for card in sorted(source.cards(), key=_by_kind)
        ),
        sessions=tuple(_session(row, attempts[row.id], t) for row in rows),
    )


_KINDS = ("negotiation", "conflict", "difficult-conversation")


def _by_kind(card: ScenarioCard) -> tuple[int, int, str]:
    """Kind by kind, the gentlest first."""
    return _KINDS.index(card.kind), card.level, card.title


def _scenario(card: ScenarioCard, done: int, t: Translator) -> ShelfScenario:
    minutes = t("views.minutes", minutes=card.minutes)
    facts = [t(f"views.level.{card.level}"), minutes]
    brief = [t("views.level", level=card.level), minutes]
    if card.language != t.language:
        facts.append(t(f"views.language.{card.language}"))
        brief.append(t(f"views.language.{card.language}"))
    return ShelfScenario(
        id=card.id,
        title=card.title,
        kind=t(f"views.kinds.{card.kind}"),
        brief=_joined(brief),
        facts=_joined(facts),
        summary=one_line(card.summary),
        skills=t("views.skills", skills=t.listed(skill_name(t, one) for one in card.skills)),
        done=t.n("views.done", done) if done else "",
    )


def _session(row: SessionRow, attempt: int, t: Translator) -> ShelfSession:
    is_open = row.outcome == OPEN
    if row.parent_turn is not None:
        title = t("views.retried", title=row.title, attempt=attempt)
    else:
        title = t("views.attempt", title=row.title, attempt=attempt)
    return ShelfSession(
        id=row.id,
        title=title,
        facts=_joined(
            (
                t.date(row.opened_at.astimezone()),
                row.mentee,
                t.n("views.lines", row.turns),
                outcome_name(t, row.outcome),
            )
        ),
        next_step=t(f"views.next.{row.outcome if row.outcome in _NEXT else 'debrief'}"),
        is_open=is_open,
    )


_NEXT = frozenset({OPEN, "stopped"})
"""Outcomes after which something else than the debrief comes next."""


def _joined(facts: Iterable[str]) -> str:
    return "\u00a0· ".join(facts)


def _attempts(newest_first: list[SessionRow]) -> dict[str, int]:
    """Which attempt at its scenario each session was, by session id."""
    counts: Counter[tuple[str, str]] = Counter()
    attempts = {}
    for row in reversed(newest_first):
        key = (row.scenario, row.mentee)
        counts[key] += 1
        attempts[row.id] = counts[key]
    return attempts
