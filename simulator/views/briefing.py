"""The briefing: the one page a mentee reads before the talk, and can read again during it.

It shows what the mentee may know: their role, the situation, the goals that will also be the
criteria, their own limits, who the persona is to them, how long it lasts, the fiction contract and
who can read what is said. Facts, cues, concessions and figures of the persona never come here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.i18n import Translator
from simulator.library.persona import Persona
from simulator.library.scenario import MenteeIssue, Scenario


@dataclass(frozen=True, slots=True)
class IssueAim:
    """One thing the mentee negotiates: what they aim for, and where they stop.

    Figures come with their unit (an ISO 4217 code, or day, hour …) and period; options are ids.
    """

    name: str
    target: float | str
    limit: float | str
    unit: str
    per: str | None


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything on the page, as the scenario's own texts and plain values."""

    title: str
    kind: str
    level: int
    minutes: int
    soft: int
    hard: int
    """The mentee's turns: from `soft` the persona brings things to a close, `hard` is the end."""
    role: str
    situation: str
    goals: tuple[str, ...]
    aims: tuple[IssueAim, ...]
    partners: tuple[str, ...]
    relation: str
    skills: tuple[str, ...]

    @classmethod
    def of(cls, scenario: Scenario, personas: Mapping[str, Persona], level: int) -> "Briefing":
        """The briefing of `scenario` at `level`."""
        return cls(
            title=scenario.title,
            kind=scenario.kind,
            level=level,
            minutes=scenario.minutes,
            soft=scenario.turns.soft,
            hard=scenario.turns.hard,
            role=scenario.brief.role.strip(),
            situation=scenario.brief.situation.strip(),
            goals=tuple(goal.text for goal in scenario.brief.goals),
            aims=tuple(_aim(name, aim, scenario) for name, aim in scenario.brief.issues.items()),
            partners=tuple(personas[member.persona].name for member in scenario.cast),
            relation=scenario.relation.persona_is,
            skills=scenario.skills,
        )

    def lines(self, t: Translator) -> tuple[str, ...]:
        """The page as labelled lines, one thing a line, for the plain mode."""
        partner = t("views.briefing.partner", names=t.listed(self.partners), who=self.relation)
        length = t("views.briefing.length", minutes=self.minutes, turns=self.soft)
        return (
            f"{t('views.briefing.title')} {self.title}",
            f"{t('views.briefing.role')} {self.role}",
            *(f"{t('views.briefing.situation')} {part}" for part in _paragraphs(self.situation)),
            *(f"{t('views.briefing.goal')} {goal}" for goal in self.goals),
            *(self.aim_line(aim, t) for aim in self.aims),
            partner,
            length,
            *(t(part) for part in CONTRACT),
        )

    @staticmethod
    def aim_line(aim: IssueAim, t: Translator) -> str:
        """One aim with its limit, worded."""
        target, limit = _worded(aim.target, aim, t), _worded(aim.limit, aim, t)
        return t("views.briefing.aim", name=aim.name, target=target, limit=limit)


CONTRACT = (
    "views.contract.program",
    "views.contract.mistakes",
    "views.contract.private",
    "views.contract.stop",
)
"""Catalogue ids of the fiction contract, in the order in which they are read."""


def _aim(name: str, aim: MenteeIssue, scenario: Scenario) -> IssueAim:
    issues = scenario.negotiation.issues if scenario.negotiation else ()
    issue = next((one for one in issues if one.id == name), None)
    topic = next((one for one in scenario.topics if issue and one.id == issue.topic), None)
    return IssueAim(
        name=topic.about[0] if topic else name,
        target=aim.target,
        limit=aim.limit,
        unit=issue.unit if issue else "count",
        per=issue.per if issue else None,
    )


def _worded(value: float | str, aim: IssueAim, t: Translator) -> str:
    """A figure with its unit and period, as people write it."""
    if isinstance(value, str):
        return value
    if aim.unit.isupper():
        figure = t.money(value, aim.unit)
    elif t.has(f"views.unit.{aim.unit}"):
        figure = t.n(f"views.unit.{aim.unit}", int(value), figure=t.number(value))
    else:
        figure = t.number(value)
    return f"{figure} {t(f'views.per.{aim.per}')}" if aim.per else figure


def _paragraphs(text: str) -> tuple[str, ...]:
    """`text` as its paragraphs, each on one line."""
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
