"""The rows of the library: what stands on the shelf, grouped, or filtered by what somebody types.

A filter answers best first and under no heading; without one everything stands in its groups. A
scenario that practises three skills stands under each of them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final, Literal, TypeAlias

from simulator.i18n import Translator
from simulator.views.finding import Found, find
from simulator.views.shelf import Shelf, ShelfScenario, ShelfSession

Held: TypeAlias = ShelfScenario | ShelfSession

ByScenario = Literal["kind", "level", "skill", "language"]
BySession = Literal["when", "scenario"]
SCENARIO_GROUPS: Final[tuple[ByScenario, ...]] = ("kind", "level", "skill", "language")
SESSION_GROUPS: Final[tuple[BySession, ...]] = ("when", "scenario")

UNDER_WAY = 2
"""Sessions that can be taken up shown above the scenarios, at most."""


_EVERYTHING = Found(0)
"""What nothing was asked of."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to choose: its title, what stands at the right, and what stands under it."""

    of: Held
    title: str
    letters: tuple[int, ...] = ()
    """The places in the title of what was typed."""
    aside: str = ""
    below: str = ""
    narrow: str | None = None
    """What stands at the right where there is little room; the same by default."""

    @property
    def short(self) -> str:
        """What stands at the right where there is little room."""
        return self.aside if self.narrow is None else self.narrow

    @property
    def ref(self) -> str:
        """What it is and its id; the same wherever it stands."""
        return f"{'session' if isinstance(self.of, ShelfSession) else 'scenario'}:{self.of.id}"


@dataclass(slots=True)
class Group:
    """Rows under a heading; an empty heading is none."""

    heading: str
    rows: list[Row] = field(default_factory=list)


def scenario_rows(
    shelf: Shelf, t: Translator, *, by: ByScenario = "kind", query: str = ""
) -> list[Group]:
    """The scenarios, what is under way above them."""
    if query.strip():
        return _answers(shelf.scenarios, query, _scenario)
    headings = {
        "kind": lambda one: (one.kind,),
        "level": lambda one: (one.level,),
        "skill": lambda one: one.named,
        "language": lambda one: (one.language,),
    }
    under_way = [one for one in shelf.sessions if one.is_open and one.lines][:UNDER_WAY]
    first = [Group(t("views.under-way"), [_session(one) for one in under_way])]
    ordered = shelf.scenarios if by == "kind" else sorted(shelf.scenarios, key=_by_level)
    groups = _grouped(ordered, headings[by], _scenario)
    if by == "skill":
        groups.sort(key=lambda group: group.heading)
    return [*(first if under_way else []), *groups]


def session_rows(
    shelf: Shelf, t: Translator, *, now: datetime, by: BySession = "when", query: str = ""
) -> list[Group]:
    """The sessions, newest first."""
    several = len({one.mentee for one in shelf.sessions}) > 1

    def told(one: ShelfSession, found: Found = _EVERYTHING) -> Row:
        row = _told(one, found, t, one.mentee if several else "")
        is_dated = by == "when" and not query.strip() and _days(one, now) <= 1
        return replace(row, aside=t.time(one.opened_at.astimezone())) if is_dated else row

    if query.strip():
        return _answers(shelf.sessions, query, told)
    heading: Callable[[ShelfSession], tuple[str, ...]] = (
        (lambda one: (one.scenario,)) if by == "scenario" else (lambda one: (_age(one, t, now),))
    )
    return _grouped(shelf.sessions, heading, told)


def rows_of(groups: Iterable[Group]) -> int:
    """How many different things the groups hold."""
    return len({row.ref for group in groups for row in group.rows})


def _answers(
    held: Iterable[ShelfScenario] | Iterable[ShelfSession],
    query: str,
    row: Callable[..., Row],
) -> list[Group]:
    """What answers the query, best first."""
    found = [(one, find(query, _title(one), one.terms)) for one in held]
    answers = [(one, match) for one, match in found if match is not None]
    answers.sort(key=lambda answer: -answer[1].score)
    return [Group("", [row(one, match) for one, match in answers])] if answers else []


def _grouped(
    held: Iterable[Held], headings: Callable[..., Sequence[str]], row: Callable[..., Row]
) -> list[Group]:
    """Rows under their headings, in the order in which the headings come up."""
    groups: dict[str, Group] = {}
    for one in held:
        for heading in headings(one):
            groups.setdefault(heading, Group(heading)).rows.append(row(one))
    return list(groups.values())


def _title(one: Held) -> str:
    return one.scenario if isinstance(one, ShelfSession) else one.title


def _by_level(one: ShelfScenario) -> str:
    return one.level


def _scenario(one: ShelfScenario, found: Found = _EVERYTHING) -> Row:
    aside = "  ".join(filter(None, (*found.terms[:1], one.often, one.brief)))
    return Row(one, one.title, found.letters, aside, narrow=one.often)


def _session(one: ShelfSession) -> Row:
    return Row(one, one.scenario, aside=f"{one.attempt}  {one.when}", narrow=one.when)


def _told(one: ShelfSession, found: Found, t: Translator, who: str) -> Row:
    outcome = t("views.can-go-on") if one.is_open else one.outcome
    told = (who, one.attempt, outcome, one.standing)
    return Row(one, one.scenario, found.letters, one.when, "\u00a0· ".join(filter(None, told)))


WEEK = 7


def _age(one: ShelfSession, t: Translator, now: datetime) -> str:
    """Today, yesterday, the last week, or before that."""
    days = _days(one, now)
    if days <= 0:
        return t("views.age.today")
    if days == 1:
        return t("views.age.yesterday")
    return t("views.age.week" if days < WEEK else "views.age.before")


def _days(one: ShelfSession, now: datetime) -> int:
    """How many days ago it was opened, in the reader's own time."""
    return (now.astimezone().date() - one.opened_at.astimezone().date()) // timedelta(days=1)
