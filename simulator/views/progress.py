"""Progress and the next step in words: blocks of plain lines, and the same as plain data.

Every figure comes with what it was counted from, and with whose verdict counted: a mentor's ruling
or the draft. No line adds skills up, gives a mark, or looks at anybody else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.debrief.measures import Share
from simulator.debrief.next_step import Reminder, Suggestion
from simulator.debrief.progress import SkillProgress, SkillSession, Trend
from simulator.i18n import Translator
from simulator.library.scenario import Resource
from simulator.views.words import one_line, skill_name, source_name


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and the lines under it."""

    title: str
    lines: tuple[str, ...]


def progress_page(skills: Sequence[SkillProgress], t: Translator) -> tuple[Block, ...]:
    """One block a skill, after what the figures are; one line where nothing was practised yet."""
    if not skills:
        return (Block(t("progress.title"), (t("progress.nothing"),)),)
    head = Block(t("progress.title"), (t("progress.figures"),))
    return (head, *(Block(skill_name(t, one.skill), tuple(_skill(one, t))) for one in skills))


def next_page(
    suggestions: Sequence[Suggestion],
    reminders: Sequence[Reminder],
    resources: Iterable[Resource],
    t: Translator,
) -> tuple[Block, ...]:
    """What waits to be told, what to practise next and why, what to read; empty blocks left out."""
    blocks = (
        Block(t("progress.section.due"), tuple(_reminder(one, t) for one in reminders)),
        Block(
            t("progress.section.next"),
            tuple(f"- {suggestion_words(one, t)}" for one in suggestions),
        ),
        Block(t("progress.section.resources"), tuple(_resource(one, t) for one in resources)),
    )
    return tuple(one for one in blocks if one.lines)


def counted(share: Share, t: Translator) -> str:
    """`3 of 4`."""
    return t("progress.share", part=share.part, whole=share.whole)


def progress_data(skills: Iterable[SkillProgress]) -> list[dict[str, object]]:
    """The same as plain data: `skill`, `trend`, `predicted`, `sessions` oldest first."""
    return [
        {
            "skill": one.skill,
            "trend": _trend_data(one.trend),
            "predicted": _share_data(one.predicted),
            "sessions": [_session_data(session) for session in one.sessions],
        }
        for one in skills
    ]


def suggestion_data(suggestions: Iterable[Suggestion]) -> list[dict[str, object]]:
    """Suggestions as plain data, with the code of their reason and its values."""
    return [
        {
            "kind": one.kind,
            "reason": one.code,
            "values": dict(one.values),
            "skill": one.skill,
            "scenario": one.scenario,
            "level": one.level,
            "session": one.session or None,
            "turn": one.turn,
        }
        for one in suggestions
    ]


def reminder_data(reminders: Iterable[Reminder]) -> list[dict[str, object]]:
    """Reminders as plain data."""
    return [
        {
            "session": one.session,
            "when": one.made.when,
            "then": one.made.then,
            "due": one.made.due.isoformat() if one.made.due else None,
        }
        for one in reminders
    ]


def _skill(one: SkillProgress, t: Translator) -> Iterator[str]:
    yield trend_words(one.trend, t)
    if one.probes:
        yield t.n("progress.probes", len(one.probes))
    if one.predicted.whole:
        yield t.n("progress.predicted", one.predicted.whole, met=one.predicted.part)
    for session in one.sessions:
        if not session.is_retry:
            yield f"- {_session(session, t)}"
    if retries := sum(session.is_retry for session in one.sessions):
        yield f"- {t.n('progress.retries', retries)}"


def trend_words(trend: Trend | None, t: Translator) -> str:
    """The latest session beside the one before it, in a sentence."""
    if trend is None:
        return t("progress.trend.none")
    if trend.before is None:
        return t("progress.trend.first", last=counted(trend.last, t))
    return t.n(
        f"progress.trend.{trend.direction}",
        trend.n,
        last=counted(trend.last, t),
        before=counted(trend.before, t),
    )


def _session(one: SkillSession, t: Translator) -> str:
    found = found_words(one, t)
    probe = (t("progress.probe"),) if one.is_probe else ()
    level = () if one.is_recorded else (t("views.level", level=one.level),)
    named = ", ".join((t.date(one.opened_at.date()), one_line(one.title), *level))
    for mark in (*probe, *marks_of(one, t)):
        found = t("progress.also", found=found, mark=mark)
    return t("progress.session", named=named, found=found, session=one.session)


def found_words(one: SkillSession, t: Translator) -> str:
    """How many criteria went as wanted and by whose verdict, or why none was counted."""
    tally = one.tally
    if not tally.chances:
        return t("progress.unjudged" if tally.unjudged else "progress.no-chance")
    verdict = t("progress.signed" if one.is_signed else "progress.draft")
    found = t("progress.wanted", share=counted(Share(tally.wanted, tally.chances), t))
    return t("progress.whose", found=found, verdict=verdict)


def marks_of(one: SkillSession, t: Translator) -> tuple[str, ...]:
    """What is worth knowing of how it was held: in real life, with hints."""
    recorded = (t("progress.recorded"),) if one.is_recorded else ()
    return (*recorded, t.n("progress.hints", one.hints)) if one.hints else recorded


def suggestion_words(one: Suggestion, t: Translator) -> str:
    """What to practise next, and why, in a sentence."""
    values = {
        "skill": skill_name(t, one.skill),
        "title": one_line(one.title),
        "scenario": one.scenario,
        "level": one.level,
        "session": one.session,
        "turn": one.turn or 0,
    }
    return t(one.code, **{**one.values, **values})


def _reminder(one: Reminder, t: Translator) -> str:
    day = t.date(one.made.due) if one.made.due else ""
    made = {"when": one_line(one.made.when), "then": one_line(one.made.then)}
    return f"- {t('progress.due', session=one.session, day=day, **made)}"


def _resource(one: Resource, t: Translator) -> str:
    parts = (source_name(t, one.title), one_line(one.note), one.link.strip())
    text = ". ".join(part.rstrip(".") for part in parts if part)
    return f"- {t('progress.resource', text=text, skill=skill_name(t, one.for_))}"


def _trend_data(trend: Trend | None) -> dict[str, object] | None:
    if trend is None:
        return None
    return {
        "direction": trend.direction,
        "last": _share_data(trend.last),
        "before": _share_data(trend.before) if trend.before else None,
        "sessions": trend.n,
    }


def _share_data(share: Share) -> dict[str, int]:
    return {"part": share.part, "whole": share.whole}


def _session_data(one: SkillSession) -> dict[str, object]:
    return {
        "session": one.session,
        "scenario": one.scenario,
        "opened_at": one.opened_at.isoformat(),
        "level": one.level,
        "wanted": one.tally.wanted,
        "chances": one.tally.chances,
        "unjudged": one.tally.unjudged,
        "hints": one.hints,
        "signed": one.is_signed,
        "retry": one.is_retry,
        "recorded": one.is_recorded,
        "probe": one.is_probe,
    }
