"""What stands behind the page of a debrief: everything found, each part by itself.

Nobody has to read it to talk a session over; whoever asks why finds it here. Only observable
behaviour is worded, and no line gives a mark. An LLM's answers stand beside the findings of the
code, never in their place, and say where the two differ.
"""

from collections.abc import Iterator

from simulator.debrief.draft import Debrief
from simulator.debrief.judging.judging import compared
from simulator.debrief.movers import Change, Event, Moved
from simulator.i18n import Translator
from simulator.views import debrief_plot as plots
from simulator.views.debrief_front import MOST_READ, noticed, reading
from simulator.views.debrief_ruled import (
    is_cause_left,
    is_rejected,
    ruling,
    spotted,
    tries_left,
)
from simulator.views.debrief_words import (
    Line,
    asked,
    capital,
    changes,
    is_long,
    quoted,
    quotes,
    verdict,
)
from simulator.views.hints import hint_words
from simulator.views.words import one_line


def answers(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """The mentee's reflection whole, where the page had room for a part of it."""
    for one in debrief.reflection.answers:
        if is_long(one.answer):
            yield Line("point", t(one.question))
            yield Line("quote", quoted(one_line(one.answer), t))


def further(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """More to try, for which the page had no room."""
    for one in debrief.further:
        yield Line("point", noticed(one, t), turn=one.turn)
        yield from quotes(debrief, one.quotes[-1:], t)
        yield from ruling(debrief, one.id, t)


def criteria(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Every item that stands, with its verdict, its evidence, and what a mentor said to it."""
    for finding in debrief.findings:
        if is_rejected(debrief, finding.id):
            continue
        why = t(f"why.{finding.why}") if finding.why else ""
        yield Line("point", f"{verdict(finding, t)} {asked(finding, t)} {why}".rstrip())
        yield from quotes(debrief, finding.quotes, t)
        if finding.reader:
            yield Line("note", t("debrief.reread.finding", who=one_line(finding.reader)))
        yield from ruling(debrief, finding.id, t)


def cues(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """The openings that were offered, and what became of them."""
    for story in debrief.cues:
        yield Line("point", t(f"debrief.cue.{story.outcome}"))
        yield from quotes(debrief, tuple(q for q in (story.offered, story.answered) if q), t)
        if story.is_pointing_on:
            yield Line("note", t("debrief.cue.pointing"))


def marks(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What was pinned to a turn while the talk went on, with its author and note."""
    for one in debrief.marks:
        is_own = debrief.audience == "mentee" and one.by == "mentee"
        who = one_line(one.author) or t(f"debrief.mark.{one.by}")
        where = t("debrief.mark.own" if is_own else "debrief.mark", turn=one.turn, who=who)
        if is_own and one.is_private:
            where = t("debrief.mark.alone", turn=one.turn)
        note = f"{t('debrief.colon')}{one_line(one.note)}" if one.note.strip() else ""
        yield Line("point", f"{where}{note}", turn=one.turn)
        yield from quotes(debrief, (one.quote,) if one.quote else (), t)


def moved(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What moved the persona, turn by turn; turns that moved nothing are left out."""
    for one in debrief.movers:
        if not one.changes and not one.events:
            continue
        name = debrief.name_of(one.voice)
        stance = {"trust": t.number(one.trust, 1), "tension": t.number(one.tension, 1)}
        words = t("debrief.moved.turn", turn=one.turn, who=name, **stance)
        yield Line("point", words, turn=one.turn)
        if one.said is not None:
            yield from quotes(debrief, (one.said,), t)
        yield from (Line("note", text) for text in _reasons(debrief, one, t))


def hidden(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What was never told: how much, and what pointed there; the mentor's copy says what."""
    if debrief.audience == "mentee":
        count = len(debrief.hidden)
        if not count:
            return
        yield Line("text", t.n("debrief.hidden.count", count))
        for one in debrief.hidden:
            if one.pointers:
                yield Line("point", t("debrief.hidden.pointer"))
                yield from quotes(debrief, one.pointers, t)
        return
    for one in debrief.hidden:
        yield Line("point", one_line(one.note or one.says))
        yield Line("note", t("debrief.hidden.words", words=quoted(one_line(one.says), t)))
        if one.pointers:
            yield Line("note", t("debrief.hidden.pointer"))
            yield from quotes(debrief, one.pointers, t)


def _reasons(debrief: Debrief, one: Moved, t: Translator) -> Iterator[str]:
    """One line a cause, with all that it changed in one persona; then what else happened."""
    causes: dict[tuple[str, str], list[Change]] = {}
    for change in one.changes:
        cause = str(change.reason.values.get("why", change.reason.code))
        causes.setdefault((change.persona, cause), []).append(change)
    for (persona, cause), made in causes.items():
        trust, tension = sum(c.trust for c in made), sum(c.tension for c in made)
        said = t.listed(changes(trust, tension, t))
        if said:
            other = "" if persona == one.voice else f"{debrief.name_of(persona)}, "
            why = f"{t('debrief.colon')}{t(cause)}"
            is_left = is_cause_left(debrief, one.turn, gained=trust > tension)
            yield f"{other}{said}{why if is_left else ''}"
    for event in one.events:
        yield _event(event, t)


def _event(event: Event, t: Translator) -> str:
    said = t(f"debrief.event.{event.kind}")
    return f"{said} {quoted(one_line(event.quote.quote), t)}" if event.quote else said


def questions(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """For the mentor: the scenario's questions, where the talk turned, a question for each try."""
    if not debrief.questions:
        return
    for question in debrief.questions:
        yield Line("point", one_line(question))
    drawn = plots.plot(debrief, t)
    turns = [one for one in drawn.marks if one.kind in {"up", "down"}] if drawn else []
    if turns:
        yield Line("note", t("debrief.question.turned"))
    said = {one.turn: one.said for one in debrief.movers}
    for mark in turns:
        yield Line("note", mark.words)
        if (quote := said.get(mark.turn)) is not None:
            yield from quotes(debrief, (quote,), t)
    for one in tries_left(debrief):
        asking = (
            t("debrief.question.at", turn=one.turn),
            t(f"gap.{one.gap.value}.noticed"),
            t(f"gap.{one.gap.value}.wondered"),
            t("debrief.question.yours"),
        )
        yield Line("point", " ".join(asking))


def judged(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What LLM judges answered, their evidence, how often they agreed with themselves."""
    findings = {one.id: one for one in debrief.findings}
    for pair in compared(debrief.findings, debrief.followup.judged):
        one, finding = pair.judged, findings[pair.item]
        yield Line("point", f"{verdict(finding, t, one.verdict)} {asked(finding, t)}")
        values = {"who": one_line(one.by), "agreed": one.agreed}
        said = t.n("debrief.judged", one.asked, **values)
        if pair.standing in {"differ", "judge-alone"}:
            differs = t("debrief.judged.differs", verdict=verdict(finding, t))
            said = f"{said} {differs}"
        yield Line("note", said)
        if one.why and t.has(f"why.{one.why}"):
            yield Line("note", t(f"why.{one.why}"))
        yield from quotes(debrief, spotted(debrief, one.spots), t)


def hints(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """The hints that were asked for during the talk."""
    for one in debrief.followup.hints:
        words = one_line(hint_words(one, t))
        yield Line("point", t("debrief.hint", turn=one.turn, words=words))


def sources(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Where the named gaps are described, and for how many a better line was found."""
    for one in (*tries_left(debrief), *debrief.further):
        name = capital(t(f"gap.{one.gap.value}"))
        yield Line("point", f"{name}{t('debrief.colon')}{one.source}")
    if debrief.tries and not debrief.is_recorded:
        yield Line("text", t.n("debrief.lines", debrief.lines.whole, found=debrief.lines.part))


def resources(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """All that the scenario recommends, where the page had room for a part of it."""
    if len(debrief.resources) > MOST_READ:
        for one in debrief.resources:
            yield from reading(one, t)
