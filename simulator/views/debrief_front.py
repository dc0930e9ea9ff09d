"""The one page of a debrief: what a mentor and a mentee talk over, each part by itself.

The mentee's own words come first, then two or three things that matter with their evidence, then
a next step. A point takes a few lines: what was noticed, the words, what followed, a question, a
better line. Only observable behaviour is worded.
"""

from collections.abc import Iterator

from simulator.debrief.alternatives import Alternative
from simulator.debrief.draft import Debrief, Keep, Try
from simulator.debrief.next_step import Suggestion
from simulator.debrief.prediction import compared
from simulator.debrief.tally import points, tallies
from simulator.i18n import Translator
from simulator.library.scenario import Resource
from simulator.reading.moves import Move
from simulator.views import debrief_plot as plots
from simulator.views.debrief_reread import proposed
from simulator.views.debrief_ruled import kept_left, ruling, tries_left
from simulator.views.debrief_words import (
    Line,
    capital,
    changes,
    of_skill,
    quoted,
    quotes,
    shortened,
)
from simulator.views.progress import suggestion_words
from simulator.views.words import one_line, skill_name, source_name

_AMISS = frozenset({
    *(Move.BLAME, Move.UNDERMINING, Move.THREAT, Move.DISMISSAL, Move.CONFRONT),
    *(Move.ABSOLUTES, Move.ADVICE, Move.POWER),
})  # fmt: skip
"""Moves that a thing to try may be about leaving out."""
MOST_READ = 2
"""Resources on the page; where there are more, all stand behind it."""


def ended(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """How the talk finished, and how much may be said of it."""
    outcome = debrief.outcome
    if debrief.is_recorded:
        yield Line("text", t("debrief.ended.recorded"))
    elif outcome.note:
        yield Line("text", one_line(outcome.note))
    else:
        yield Line("text", t(f"debrief.ended.{outcome.cause}"))
    is_cut = debrief.standing == "unfinished" and not debrief.is_recorded
    if is_cut or debrief.standing not in {"whole", "unfinished"}:
        yield Line("text", t(f"debrief.standing.{debrief.standing}"))


def own_words(debrief: Debrief, t: Translator, *, in_app: bool = False) -> Iterator[Line]:
    """What the mentee meant to do and what they wrote, before anything else is said; then what
    they had foreseen."""
    written = debrief.reflection
    if debrief.standing == "stopped" and not written.answers:
        return
    if debrief.followup.intention:
        meant = quoted(one_line(debrief.followup.intention), t)
        yield Line("point", t("debrief.intention", words=meant))
    if not written.answers and (written.is_written or not in_app):
        key = "skipped" if written.is_written else "unwritten"
        yield Line("text", t(f"debrief.reflection.{key}", session=debrief.session))
    for one in written.answers:
        yield Line("point", f"{t(one.question)} {quoted(shortened(one_line(one.answer)), t)}")
    yield from _foreseen(debrief, t)


def keep(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Up to three things to keep."""
    for one in (left := kept_left(debrief)):
        kept = of_skill(t(f"keep.{one.move.value}").rstrip("."), one.skill, t)
        yield Line("point", f"{kept}.", turn=one.turn)
        yield from quotes(debrief, one.quotes, t)
        yield from proposed(debrief, one.quotes, (one.move,), t)
        yield from _notes(_followed(debrief, one, t))
        yield from ruling(debrief, one.id, t)
    if left:
        yield Line("text", t("debrief.keep.question"))


def tries(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Up to three things to try, each with its evidence, a question and, if found, a line."""
    if debrief.standing == "stopped":
        return
    if not debrief.tries:
        yield Line("text", t(f"debrief.try.{_why_nothing(debrief)}"))
    for one in tries_left(debrief):
        yield from to_try(debrief, one, t)


def to_try(debrief: Debrief, one: Try, t: Translator) -> Iterator[Line]:
    """One thing to try: what was noticed, the words, what followed, a question, a better line."""
    yield Line("point", noticed(one, t), turn=one.turn)
    yield from quotes(debrief, one.quotes, t)
    yield from proposed(debrief, one.quotes, _AMISS, t)
    wondered = t(f"gap.{one.gap.value}.wondered")
    yield from _notes(_followed(debrief, one, t), wondered)
    if one.alternative is not None:
        line = t("debrief.line", line=quoted(one.alternative.text, t))
        yield Line("note", f"{line} {_rerun(one.alternative, t)}", "line")
    yield from ruling(debrief, one.id, t)


def noticed(one: Try, t: Translator) -> str:
    """The named gap with its skill, and what was noticed."""
    name = of_skill(capital(t(f"gap.{one.gap.value}")), one.skill, t)
    return f"{name}{t('debrief.colon')}{t(f'gap.{one.gap.value}.noticed')}"


def course(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """The stance over the talk, in sentences: a chart says the same."""
    drawn = plots.plot(debrief, t)
    if drawn is not None:
        yield from plots.sentences(drawn, t)
        yield Line("text", t("debrief.plot.numbered"))


def next_steps(
    debrief: Debrief,
    t: Translator,
    suggested: Suggestion | None = None,
    *,
    in_app: bool = False,
) -> Iterator[Line]:
    """The turn that is worth another try, another scenario, what was resolved, how life went on,
    where to read on."""
    if debrief.standing == "stopped":
        return
    after = debrief.followup
    if (left := tries_left(debrief)) and not debrief.is_recorded:
        turn = left[0].turn
        key = "debrief.next.retry.here" if in_app else "debrief.next.retry"
        yield Line("point", t(key, session=debrief.session, turn=turn), turn=turn)
    if suggested is not None:
        yield Line("point", _suggested(suggested, t) if in_app else suggestion_words(suggested, t))
    if (step := after.commitment) is not None:
        due = f" {t('debrief.next.due', date=t.date(step.due))}" if step.due else ""
        values = {"when": one_line(step.when), "then": one_line(step.then), "due": due}
        yield Line("point", t("debrief.next.commitment", **values))
    for told in after.told:
        kept = t(f"debrief.told.{told.kept}") if told.kept else ""
        said = t("debrief.told", words=quoted(one_line(told.text), t))
        yield Line("point", f"{said} {kept}".strip())
    for one in debrief.resources[:MOST_READ]:
        yield from reading(one, t)


def _suggested(one: Suggestion, t: Translator) -> str:
    """The scenario to practise next, by its name."""
    skill = skill_name(t, one.skill)
    return t("debrief.next.scenario", title=one.title, level=one.level, skill=skill)


def reading(one: Resource, t: Translator) -> Iterator[Line]:
    """One resource of the scenario's, with its skill."""
    source = source_name(t, one.title)
    read = t("debrief.next.read", title=source, skill=skill_name(t, one.for_))
    yield Line("point", f"{read}. {one_line(one.note)}" if one.note else read)
    if one.link:
        yield Line("note", one.link)


def _foreseen(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What the mentee expected of each skill, beside what was found."""
    if debrief.standing == "stopped":
        return
    counted = tallies(points(debrief.findings, debrief.reviews))
    for one in compared(debrief.followup.prediction, counted):
        if one.expected is None:
            continue
        foresaw = t(f"debrief.foreseen.{one.expected}", skill=capital(skill_name(t, one.skill)))
        chances, part = one.tally.chances, one.tally.wanted
        found = t.n("debrief.found", chances, part=part) if chances else t("debrief.found.none")
        yield Line("point", f"{foresaw} {found}")


def _why_nothing(debrief: Debrief) -> str:
    """Why nothing is proposed; never that all was fine where a chance or an opening was missed."""
    if debrief.standing in {"empty", "short"}:
        return "too-short"
    is_missed = any(one.is_to_work_on for one in debrief.findings)
    is_missed = is_missed or any(one.outcome == "missed" for one in debrief.cues)
    return "below" if is_missed else "nothing"


def _followed(debrief: Debrief, one: Keep | Try, t: Translator) -> str:
    """What happened in the persona on that turn; nothing can be said of a recorded talk."""
    if debrief.is_recorded:
        return ""
    said = list(changes(one.trust, one.tension, t))
    followed = t("debrief.followed", changes=t.listed(said)) if said else t("debrief.unmoved")
    if isinstance(one, Keep) and one.opened:
        return f"{followed} {t('debrief.opened-up')}"
    return followed


def _rerun(line: Alternative, t: Translator) -> str:
    """What the better line did when it was run again in place of the real one, and on whom."""
    return t(
        "debrief.rerun.neutral" if line.neutral else "debrief.rerun",
        trust=t.number(line.said.trust, 1),
        better_trust=t.number(line.instead.trust, 1),
        tension=t.number(line.said.tension, 1),
        better_tension=t.number(line.instead.tension, 1),
    )


def _notes(*said: str) -> Iterator[Line]:
    """Sentences that belong together, in one paragraph."""
    if text := " ".join(one for one in said if one):
        yield Line("note", text)
