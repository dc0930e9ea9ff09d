"""Looking back and ahead on one screen: each skill, each suggestion, each resolution as an entry.

An entry has a title, a short fact beside it, and a page of its own that is read when it is marked.
Figures are counts of criteria, drawn and said: no entry adds skills up, gives a mark, or looks at
anybody else. What was carried over unassisted stands apart from practice.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.next_step import Reminder, Suggestion
from simulator.debrief.progress import SkillProgress, SkillSession
from simulator.i18n import Translator
from simulator.library.scenario import Resource
from simulator.views.debrief_words import capital
from simulator.views.pieces import Piece
from simulator.views.progress import counted, found_words, marks_of, trend_words
from simulator.views.words import one_line, skill_name, source_name

Group = Literal["due", "skills", "next", "resources"]
MET, MISSED = "■", "□"
STEPS = "▁▂▃▄▅▆▇"
"""The highest leaves a gap to the line above it."""
LATEST = 6
"""Sessions that the small curve beside a skill has room for."""


@dataclass(frozen=True, slots=True)
class LearningEntry:
    """One thing to look at: what it is called, one fact, and its page."""

    id: str
    """`GROUP:N`, counted from 0."""
    group: Group
    curve: str
    """Of a skill: one step for each of its latest sessions; empty elsewhere."""
    title: str
    fact: str
    page: tuple[Piece, ...]


def group_name(group: Group, t: Translator) -> str:
    """What the entries of a group stand under."""
    return t(f"progress.section.{group}")


def learning_entries(
    skills: Sequence[SkillProgress],
    suggestions: Sequence[Suggestion],
    reminders: Sequence[Reminder],
    resources: Iterable[Resource],
    t: Translator,
) -> tuple[LearningEntry, ...]:
    """Every entry: what waits to be told first, then skill by skill, what is next, what to read."""
    return (
        *(_due(at, one, t) for at, one in enumerate(reminders)),
        *(_skill(at, one, t) for at, one in enumerate(skills)),
        *(_next(at, one, t) for at, one in enumerate(suggestions)),
        *(_read(at, one, t) for at, one in enumerate(resources)),
    )


def bar(session: SkillSession) -> str:
    """One square for each criterion that had a chance, those that went as wanted first."""
    tally = session.tally
    return MET * tally.wanted + MISSED * tally.missed


def curve(skill: SkillProgress) -> str:
    """One step for each of the latest practices with a chance, as high as its share was."""
    shares = [
        one.tally.wanted / one.tally.chances
        for one in skill.sessions
        if one.tally.chances and not one.is_retry and not one.is_recorded
    ]
    return "".join(STEPS[min(len(STEPS) - 1, int(one * len(STEPS)))] for one in shares[-LATEST:])


def _due(at: int, one: Reminder, t: Translator) -> LearningEntry:
    due = one.made.due
    day = t.date(due) if due else ""
    page = (
        Piece("heading", t("progress.section.due")),
        Piece("text", t("progress.resolved", when=one_line(one.made.when))),
        Piece("text", t("progress.resolved.then", then=one_line(one.made.then))),
        Piece("gap"),
        Piece("note", t("progress.resolved.after", title=one_line(one.title), day=day)),
    )
    return LearningEntry(
        f"due:{at}", "due", "", capital(one_line(one.made.then)), t.day(due) if due else "", page
    )


def _skill(at: int, one: SkillProgress, t: Translator) -> LearningEntry:
    share = counted(one.trend.last, t) if one.trend else ""
    name = capital(skill_name(t, one.skill))
    return LearningEntry(
        f"skills:{at}", "skills", curve(one), name, share, tuple(_of_skill(name, one, t))
    )


def _of_skill(name: str, one: SkillProgress, t: Translator) -> Iterator[Piece]:
    yield Piece("heading", name)
    yield Piece("text", trend_words(one.trend, t))
    if one.predicted.whole:
        yield Piece("text", t.n("progress.predicted", one.predicted.whole, met=one.predicted.part))
    widest = max((len(bar(each)) for each in one.sessions), default=0)
    practised = [each for each in one.sessions if not (each.is_retry or each.is_probe)]
    for heading, sessions in (
        ("progress.practised", practised),
        ("progress.unassisted", list(one.probes)),
    ):
        if sessions:
            yield Piece("gap")
            yield Piece("heading", t(heading))
        for each in sessions:
            yield from _session(each, widest, t)
    if retries := sum(each.is_retry for each in one.sessions):
        yield Piece("gap")
        yield Piece("note", t.n("progress.retries", retries))


def _session(one: SkillSession, widest: int, t: Translator) -> Iterator[Piece]:
    yield Piece("text", f"{bar(one):<{widest}}  {found_words(one, t)}".strip())
    level = () if one.is_recorded else (t("views.level", level=one.level),)
    facts = (t.date(one.opened_at.date()), one_line(one.title), *level, *marks_of(one, t))
    yield Piece("note", ", ".join(facts))


def _next(at: int, one: Suggestion, t: Translator) -> LearningEntry:
    values = {"title": one_line(one.title), "level": one.level, "turn": one.turn or 0}
    title = t(f"progress.next.{one.kind}", **values)
    level = t("views.level", level=one.level)
    skill = skill_name(t, one.skill) if one.skill else ""
    page = [Piece("heading", title), Piece("text", t("progress.next.skill", skill=skill))]
    page += [Piece("text", _why(one, t))]
    page += [Piece("gap"), Piece("note", t(f"progress.enter.{one.kind}"))]
    return LearningEntry(f"next:{at}", "next", "", title, level, tuple(page))


def _why(one: Suggestion, t: Translator) -> str:
    """The reason, without the command that the same reason names elsewhere."""
    if one.kind == "first":
        return t("progress.why.first")
    reason = one.code.rpartition(".")[2]
    return t(f"progress.why.{one.kind}.{reason}", **one.values)


def _read(at: int, one: Resource, t: Translator) -> LearningEntry:
    title = source_name(t, one.title)
    texts = [Piece("text", text) for text in (one_line(one.note), one.link.strip()) if text]
    skill = Piece("note", t("progress.read.skill", skill=skill_name(t, one.for_)))
    return LearningEntry(
        f"resources:{at}", "resources", "", title, "", (Piece("heading", title), *texts, skill)
    )
