"""The deal: what was agreed on each negotiated issue, beside what the mentee was after.

It comes from the record: the aims of the brief, and the package that stood when the talk was over,
or what the concessions granted by then settle. An issue on which nothing was agreed says so; a talk
that is no negotiation has no deal. Less than the mentee's own limit (the reservation value of Raiffa
1982) is a thing to speak of; so is a figure given way on for nothing and with no word why.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from simulator.debrief.course import Course, Step
from simulator.library.scenario import NegotiatedIssue

Value = float | str


@dataclass(frozen=True, slots=True)
class Dealt:
    """One issue of the brief. A value is a figure in `unit`, or the id of an option."""

    issue: str
    name: str
    """As the mentee speaks of it."""
    unit: str
    per: str
    aimed: Value
    limit: Value
    agreed: Value | None
    """None where nothing was agreed on it."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """An issue settled for less than the mentee's limit, and the turn that settled it so."""

    dealt: Dealt
    step: Step


@dataclass(frozen=True, slots=True)
class Lowered:
    """A demand of the mentee's that came down, from the turn of the one to the turn of the other."""

    issue: str
    before: Step
    step: Step


def deal(course: Course) -> tuple[Dealt, ...]:
    """One line an issue, in the order of the brief."""
    scenario = course.scenario
    if scenario.negotiation is None or not course.steps:
        return ()
    agreed = _settled(course, course.steps[-1])
    issues = _issues(course)
    about = {one.id: one.about[0] for one in scenario.topics}
    return tuple(
        Dealt(
            issue=name,
            name=about.get(issues[name].topic, name.replace("-", " ")),
            unit=issues[name].unit,
            per=issues[name].per or "",
            aimed=aim.target,
            limit=aim.limit,
            agreed=agreed.get(name),
        )
        for name, aim in scenario.brief.issues.items()
        if name in issues
    )


def shortfalls(course: Course) -> tuple[Shortfall, ...]:
    """What was settled for less than the mentee's own limit, each at the turn that settled it."""
    return course.once(_shortfalls)


def _shortfalls(course: Course) -> tuple[Shortfall, ...]:
    issues = _issues(course)
    found = []
    for one in deal(course):
        if one.agreed is None or not _is_worse(issues[one.issue], one, one.limit, one.agreed):
            continue
        settled = (
            step for step in course.steps if _settled(course, step).get(one.issue) == one.agreed
        )
        found += [Shortfall(one, step) for step in islice(settled, 1)]
    return tuple(found)


def lowered(course: Course) -> Iterator[Lowered]:
    """Every figure of the mentee's that came down while nothing on the other side had moved, or
    that came down past what the other side had offered.

    To take what the other side has on the table is no lowering: it closes.
    """
    issues = _issues(course)
    for one in deal(course):
        asking: Step | None = None
        for step in course.steps:
            new = _asked(step).get(one.issue)
            old = _asked(asking).get(one.issue) if asking is not None else None
            if new is None or new == old:
                continue
            is_down = old is not None and _is_worse(issues[one.issue], one, old, new)
            if asking is not None and is_down:
                then, now = (_offered(each).get(one.issue) for each in (asking, step))
                is_less = now is not None and _is_worse(issues[one.issue], one, now, new)
                if is_less or (then == now and new != now):
                    yield Lowered(one.issue, asking, step)
            asking = step


def _settled(course: Course, step: Step) -> Mapping[str, Value]:
    """What stands settled after the turn, by issue."""
    granted = (one for one in course.scenario.concessions if one.id in step.after.granted)
    agreed: dict[str, Value] = {name: value for one in granted for name, value in one.gives.items()}
    if step.after.table.agreed is not None:
        agreed |= step.after.table.agreed.values
    return agreed


def _asked(step: Step) -> Mapping[str, Value]:
    asked = step.after.table.asked
    return asked.values if asked is not None else {}


def _offered(step: Step) -> Mapping[str, Value]:
    """What the other side had on the table as the mentee spoke."""
    offered = step.before.table.offered
    return offered.values if offered is not None else {}


def _issues(course: Course) -> dict[str, NegotiatedIssue]:
    negotiation = course.scenario.negotiation
    return {one.id: one for one in negotiation.issues} if negotiation is not None else {}


def _is_worse(issue: NegotiatedIssue, one: Dealt, limit: Value, value: Value) -> bool:
    """Whether `value` lies past `limit`, seen from the mentee's aim; for options by their worth."""
    aim, least, got = (_worth(issue, each) for each in (one.aimed, limit, value))
    floor = _worth(issue, one.limit)
    if aim is None or least is None or got is None or floor is None or aim == floor:
        return False
    return got < least if aim > floor else got > least


def _worth(issue: NegotiatedIssue, value: Value) -> float | None:
    if not isinstance(value, str):
        return value
    return next((one.value for one in issue.options if one.id == value), None)
