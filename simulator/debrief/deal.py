"""The deal: what was agreed on each negotiated issue, beside what the mentee was after.

Both come from the record: the aims of the brief, and the package that stood when the talk was over,
or what the concessions granted by then settle. An issue on which nothing was agreed says so; a talk
that is no negotiation has no deal.
"""

from dataclasses import dataclass

from simulator.debrief.course import Course


@dataclass(frozen=True, slots=True)
class Dealt:
    """One issue of the brief. A value is a figure in `unit`, or the id of an option."""

    issue: str
    name: str
    """As the mentee speaks of it."""
    unit: str
    per: str
    aimed: float | str
    limit: float | str
    agreed: float | str | None
    """None where nothing was agreed on it."""


def deal(course: Course) -> tuple[Dealt, ...]:
    """One line an issue, in the order of the brief."""
    scenario = course.scenario
    if scenario.negotiation is None or not course.steps:
        return ()
    granted = (one for one in scenario.concessions if one.id in course.end.granted)
    agreed = {name: value for one in granted for name, value in one.gives.items()}
    if course.end.table.agreed is not None:
        agreed |= course.end.table.agreed.values
    issues = {one.id: one for one in scenario.negotiation.issues}
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
