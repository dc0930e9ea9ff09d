"""The briefing: the one page a mentee reads before the talk, and can read again during it.

It shows what the mentee may know: their role, the situation, the goals that will also be the
criteria, their own limits, who the persona is to them, how long it lasts, the fiction contract and
who can read what is said. Facts, cues, concessions and figures of the persona never come here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.i18n import Translator
from simulator.library.persona import Persona
from simulator.library.scenario import MenteeIssue, NegotiatedIssue, Scenario
from simulator.views.words import one_line


@dataclass(frozen=True, slots=True)
class IssueAim:
    """One thing the mentee negotiates: what they aim for, and where they stop."""

    name: str
    target: float | str
    limit: float | str
    unit: str = ""
    per: str = ""


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
    situation: tuple[str, ...]
    """Paragraphs, each on one line."""
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
            role=one_line(scenario.brief.role),
            situation=paragraphs(scenario.brief.situation),
            goals=tuple(goal.text for goal in scenario.brief.goals),
            aims=_aims(scenario),
            partners=tuple(personas[member.persona].name for member in scenario.cast),
            relation=scenario.relation.persona_is,
            skills=scenario.skills,
        )

    def lines(self, t: Translator) -> tuple[str, ...]:
        """The page as labelled lines, one thing a line, for the plain mode."""
        return (
            _labelled("views.briefing.scenario", self.title, t),
            _labelled("views.briefing.role", self.role, t),
            *(_labelled("views.briefing.situation", part, t) for part in self.situation),
            *(_labelled("views.briefing.goal", goal, t) for goal in self.goals),
            *(_labelled("views.briefing.aim", aim_line(aim, t), t) for aim in self.aims),
            self.partner_line(t),
            self.length_line(t),
            *self.contract(t),
        )

    @staticmethod
    def contract(t: Translator, sent_to: str = "") -> tuple[str, ...]:
        """What holds between the mentee and the program, where the LLM `sent_to` hears the talk."""
        private = t("views.contract.private")
        kept = t("views.contract.sent", name=sent_to) if sent_to else private
        return tuple(kept if one == "views.contract.private" else t(one) for one in CONTRACT)

    def partner_line(self, t: Translator) -> str:
        """Whom the mentee speaks with, and who that is to them."""
        return t("views.briefing.partner", names=t.listed(self.partners), who=self.relation)

    def length_line(self, t: Translator) -> str:
        """How long it lasts."""
        return t("views.briefing.length", minutes=self.minutes, turns=self.soft)


CONTRACT = (
    "views.contract.program",
    "views.contract.mistakes",
    "views.contract.private",
    "views.contract.stop",
)
"""Catalogue ids of the fiction contract, in the order in which they are read."""


def aim_line(aim: IssueAim, t: Translator) -> str:
    """One aim with its limit: "Pay — aim: €46,000 a year; at worst: €43,500"."""
    target = amount(aim.target, aim.unit, t)
    if aim.per:
        target = t(f"views.per.{aim.per}", amount=target)
    name = f"{aim.name[:1].upper()}{aim.name[1:]}"
    return t("views.aim", name=name, target=target, limit=amount(aim.limit, aim.unit, t))


def amount(value: float | str, unit: str, t: Translator) -> str:
    """A figure with its unit, as the reader's language writes it; an option by its name."""
    if isinstance(value, str):
        return value.replace("-", " ")
    if len(unit) == LETTERS_OF_MONEY and unit.isupper():
        return t.money(value, unit)
    if unit == "percent":
        return t.percent(value / 100, 0 if value == int(value) else 1)
    if unit not in UNITS:
        return t.number(value)
    is_one = value == 1 or (t.language == "fr" and value < 2)
    return t.n(f"views.unit.{unit}", 1 if is_one else 2, amount=t.number(value))


LETTERS_OF_MONEY = 3
"""An ISO 4217 code has three capitals, which is how money is told from other units."""
UNITS = frozenset({"minute", "hour", "day", "week", "month", "year", "person"})
"""Units that have a name in the catalogues; any other figure stands alone."""
_SENTENCE_ENDS = tuple('.!?…:»”"')


def paragraphs(text: str) -> tuple[str, ...]:
    """`text` as its paragraphs, each on one line.

    Authors wrap their lines. A line is the last of its paragraph if a blank one follows, or if it
    ends a sentence and the next line's first word would still have fitted: that was on purpose.
    """
    lines = text.strip().splitlines()
    width = max((len(line) for line in lines), default=0)
    found: list[list[str]] = [[]]
    for line, following in zip(lines, [*lines, ""][1:], strict=True):
        if line.strip():
            found[-1].append(line)
        first = following.split(maxsplit=1)[0] if following.strip() else ""
        has_room = len(line) + 1 + len(first) <= width
        if not first or (has_room and line.rstrip().endswith(_SENTENCE_ENDS)):
            found.append([])
    return tuple(one_line(" ".join(part)) for part in found if part)


def _labelled(label: str, text: str, t: Translator) -> str:
    return t("views.labelled", label=t(label), text=text)


def _aims(scenario: Scenario) -> tuple[IssueAim, ...]:
    """In the order of what is negotiated: a pinned scenario keeps no order of its keys."""
    listed = scenario.negotiation.issues if scenario.negotiation else ()
    aims = scenario.brief.issues
    names = [*(one.id for one in listed if one.id in aims), *aims]
    return tuple(_aim(name, aims[name], scenario) for name in dict.fromkeys(names))


def _aim(name: str, aim: MenteeIssue, scenario: Scenario) -> IssueAim:
    issue = _issue(name, scenario)
    if issue is None:
        return IssueAim(name.replace("-", " "), aim.target, aim.limit)
    about = next((one.about for one in scenario.topics if one.id == issue.topic), ())
    return IssueAim(
        name=about[0] if about else name.replace("-", " "),
        target=_named(aim.target, issue),
        limit=_named(aim.limit, issue),
        unit=issue.unit,
        per=issue.per or "",
    )


def _named(value: float | str, issue: NegotiatedIssue) -> float | str:
    """A figure as it is; an option by the words people use for it."""
    about = next((one.about for one in issue.options if one.id == value), ())
    return about[0] if about else value


def _issue(name: str, scenario: Scenario) -> NegotiatedIssue | None:
    issues = scenario.negotiation.issues if scenario.negotiation else ()
    return next((one for one in issues if one.id == name), None)
