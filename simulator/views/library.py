"""The library as somebody has it before them: which list is in front, grouped how, filtered by what.

A value: every step gives another one. It decides which rows are seen and what is said where there
are none; reading the lists and drawing the rows is for others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final, Literal, Self

from simulator.i18n import Translator
from simulator.views.rows import (
    SCENARIO_GROUPS,
    SESSION_GROUPS,
    Group,
    Held,
    rows_of,
    scenario_rows,
    session_rows,
)
from simulator.views.shelf import Shelf, ShelfSession

Front = Literal["scenarios", "sessions"]
FRONTS: Final[tuple[Front, ...]] = ("scenarios", "sessions")


@dataclass(frozen=True, slots=True)
class LibraryView:
    """Where somebody is in the library. `is_read` is false until both lists have come."""

    shelf: Shelf = field(default_factory=Shelf)
    is_read: bool = False
    front: Front = "scenarios"
    query: str = ""
    grouped: Mapping[Front, int] = field(default_factory=lambda: dict.fromkeys(FRONTS, 0))
    """Which of its groupings each list is in, counted from 0."""

    def opened(self, shelf: Shelf) -> Self:
        """The same with what can be rehearsed; what was rehearsed is still to come."""
        return replace(self, shelf=shelf)

    def filled(self, shelf: Shelf) -> Self:
        """The same with what stands on the shelf now."""
        return replace(self, shelf=shelf, is_read=True)

    def turned(self) -> Self:
        """The other list in front."""
        return replace(self, front=FRONTS[1 - FRONTS.index(self.front)])

    def asked(self, query: str) -> Self:
        """The same filtered by `query`."""
        return replace(self, query=query)

    def regrouped(self) -> Self:
        """The list in front grouped another way."""
        return replace(self, grouped={**self.grouped, self.front: self.grouped[self.front] + 1})

    def rows(self, t: Translator, now: datetime) -> list[Group]:
        """The rows of the list in front."""
        return self._rows(self.front, t, now)

    def counts(
        self, t: Translator, now: datetime, shown: list[Group] | None = None
    ) -> dict[str, tuple[str, str]]:
        """What each list is called and how many things are on it, or answer the filter.

        What is `shown` of the list in front need not be looked for again.
        """
        if not self.is_read:
            return {one: (t(f"views.library.{one}"), "") for one in FRONTS}
        held: dict[Front, int] = {
            "scenarios": len(self.shelf.scenarios),
            "sessions": len(self.shelf.sessions),
        }
        if self.query.strip():
            found = {self.front: shown} if shown is not None else {}
            held = {one: rows_of(found.get(one) or self._rows(one, t, now)) for one in FRONTS}
        return {one: (t(f"views.library.{one}"), str(held[one])) for one in FRONTS}

    def nothing(self, t: Translator) -> str:
        """What to say where no row is."""
        if not self.is_read:
            return ""
        if self.query.strip():
            return t("views.library.no-match", query=t.quoted(self.query.strip()))
        return t(f"views.library.no-{self.front}")

    def _rows(self, front: Front, t: Translator, now: datetime) -> list[Group]:
        turns = self.grouped[front]
        if front == "scenarios":
            by = SCENARIO_GROUPS[turns % len(SCENARIO_GROUPS)]
            return scenario_rows(self.shelf, t, by=by, query=self.query)
        way = SESSION_GROUPS[turns % len(SESSION_GROUPS)]
        return session_rows(self.shelf, t, now=now, by=way, query=self.query)


def described(of: Held) -> tuple[str, ...]:
    """What is known of a scenario or a session: its title, then a paragraph each."""
    if isinstance(of, ShelfSession):
        held = (of.when, of.mentee, of.length, of.outcome)
        told = "\u00a0· ".join(held)
        return of.title, told, of.readers, of.next_step
    before = " ".join(filter(None, (of.done, of.last)))
    return tuple(filter(None, (of.title, of.summary, of.skills, before, of.facts)))
