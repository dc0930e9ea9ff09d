"""The parts of a debrief's page, each a function from the debrief to worded lines.

Only observable behaviour is worded, first as what was noticed, then as a question. No line gives a
mark, and none speaks of the mentee's feelings or character.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from simulator.debrief.alternatives import Alternative
from simulator.debrief.deal import Dealt
from simulator.debrief.draft import Debrief, Keep, Try
from simulator.debrief.findings import Finding
from simulator.debrief.movers import Change, Event, Moved
from simulator.debrief.quotes import Quote
from simulator.i18n import Translator
from simulator.reading.moves import Move
from simulator.views.briefing import amount
from simulator.views.words import one_line, skill_name

LEAST_SHOWN = 0.05
"""Points under which a change is not worth a figure."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: running text, a point of a list, a quote or a note that belongs to the point."""

    kind: Literal["text", "point", "quote", "note"]
    text: str


def ended(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """How the talk finished, and how much may be said of it."""
    outcome = debrief.outcome
    if outcome.note:
        yield Line("text", _one_line(outcome.note))
    else:
        yield Line("text", t(f"debrief.ended.{outcome.cause}"))
    if debrief.standing != "whole":
        yield Line("text", t(f"debrief.standing.{debrief.standing}"))


def own_words(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """The mentee's reflection, before anything else is said."""
    written = debrief.reflection
    if debrief.standing == "stopped" and not written.answers:
        return
    if not written.answers:
        key = "skipped" if written.is_written else "unwritten"
        yield Line("text", t(f"debrief.reflection.{key}", session=debrief.session))
    for one in written.answers:
        yield Line("point", t(one.question))
        yield Line("quote", _one_line(one.answer))


def keep(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Up to three things to keep."""
    for one in debrief.keep:
        yield Line("point", t(f"keep.{one.move.value}"))
        yield from _quotes(debrief, one.quotes, t)
        yield Line("note", _followed(one, t))
    if debrief.keep:
        yield Line("text", t("debrief.keep.question"))


def tries(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Up to three things to try, each with its evidence, a question and, if found, a line."""
    if debrief.standing == "stopped":
        return
    if not debrief.tries:
        yield Line("text", t(f"debrief.try.{_why_nothing(debrief)}"))
    for one in debrief.tries:
        noticed = t(f"gap.{one.gap.value}.noticed")
        name = _capital(t(f"gap.{one.gap.value}"))
        yield Line("point", f"{name}{t('debrief.colon')}{noticed}")
        yield from _quotes(debrief, one.quotes, t)
        yield Line("note", _followed(one, t))
        yield Line("note", t(f"gap.{one.gap.value}.wondered"))
        if one.alternative is not None:
            yield Line("note", t("debrief.line", line=_quoted(one.alternative.text, t)))
            yield Line("note", _rerun(one.alternative, t))
        yield Line("note", t("debrief.source", source=one.source))
    if debrief.tries:
        yield Line("text", t.n("debrief.lines", debrief.lines.whole, found=debrief.lines.part))


def _why_nothing(debrief: Debrief) -> str:
    """Why nothing is proposed; never that all was fine where a chance or an opening was missed."""
    if debrief.standing in {"empty", "short"}:
        return "too-short"
    is_missed = any(one.is_to_work_on for one in debrief.findings)
    is_missed = is_missed or any(one.outcome == "missed" for one in debrief.cues)
    return "below" if is_missed else "nothing"


def criteria(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Every item of the rubric with its verdict and evidence."""
    for finding in debrief.findings:
        yield Line("point", f"{_one_line(finding.item.ask)} {verdict(finding, t)}")
        if finding.why:
            yield Line("note", t(f"why.{finding.why}"))
        yield from _quotes(debrief, finding.quotes, t)


def verdict(finding: Finding, t: Translator) -> str:
    """The verdict in words; an item to leave out is worded the other way round."""
    other_way = f"verdict.{finding.verdict}.avoid"
    if finding.item.avoid and t.has(other_way):
        return t(other_way)
    return t(f"verdict.{finding.verdict}")


def cues(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """The openings that were offered, and what became of them."""
    for story in debrief.cues:
        yield Line("point", t(f"debrief.cue.{story.outcome}"))
        yield from _quotes(debrief, tuple(q for q in (story.offered, story.answered) if q), t)
        if story.is_pointing_on:
            yield Line("note", t("debrief.cue.pointing"))


def marks(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What was pinned to a turn while the talk went on, with its author and note."""
    for one in debrief.marks:
        who = _one_line(one.author) or t(f"debrief.mark.{one.by}")
        note = f"{t('debrief.colon')}{_one_line(one.note)}" if one.note.strip() else ""
        yield Line("point", f"{t('debrief.mark', turn=one.turn, who=who)}{note}")
        yield from _quotes(debrief, (one.quote,) if one.quote else (), t)


def moved(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What moved the persona, turn by turn; turns that moved nothing are left out."""
    for one in debrief.movers:
        if not one.changes and not one.events:
            continue
        name = debrief.name_of(one.voice)
        stance = {"trust": t.number(one.trust, 1), "tension": t.number(one.tension, 1)}
        yield Line("point", t("debrief.moved.turn", turn=one.turn, who=name, **stance))
        if one.said is not None:
            yield from _quotes(debrief, (one.said,), t)
        yield from (Line("note", text) for text in _reasons(debrief, one, t))


def figures(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What was counted, each with its unit."""
    m = debrief.measures
    if m.talk_share is not None:
        share = {"share": t.percent(m.talk_share), "turns": m.turns.part}
        yield Line("point", t("figure.share", **share, words=m.words.part, all=m.words.whole))
        mean = {"mean": t.number(m.mean_words, 1), "theirs": t.number(m.mean_words_persona, 1)}
        yield Line("point", t("figure.mean", **mean))
    if m.longest is not None:
        yield Line("point", t("figure.longest", words=m.longest_words, turn=m.longest.turn))
    for name, moves in _COUNTED:
        if (count := m.count(*moves)) or name in _ALWAYS_SHOWN:
            yield Line("point", f"{t(f'figure.{name}')}{t('debrief.colon')}{count}")
    if m.heard_before_arguing.whole:
        heard = m.heard_before_arguing
        yield Line("point", t.n("figure.heard-before-arguing", heard.whole, part=heard.part))
    if m.proposed_first is not None:
        key = "figure.proposed-first" if m.proposed_first else "figure.asked-first"
        yield Line("point", t(key, turn=m.first_proposal))
    if m.offers:
        said = [t("figure.offer", figure=one.quote.quote, turn=one.quote.turn) for one in m.offers]
        yield Line("point", t("figure.offers", offers=t.listed(said)))
    yield from _deal(debrief, t)
    if m.cues.whole:
        yield Line("point", t("figure.cues", part=m.cues.part, whole=m.cues.whole))


def _deal(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """What was agreed beside what was aimed for, issue by issue."""
    for one in debrief.deal:
        aimed = _amount(one.aimed, one, t)
        if one.agreed is None:
            yield Line("point", t("figure.deal.none", name=_capital(one.name), aimed=aimed))
        else:
            agreed = _amount(one.agreed, one, t)
            said = t("figure.deal", name=_capital(one.name), agreed=agreed, aimed=aimed)
            yield Line("point", said)


def _amount(value: float | str, one: Dealt, t: Translator) -> str:
    figure = amount(value, one.unit, t)
    return t(f"views.per.{one.per}", amount=figure) if one.per else figure


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
                yield from _quotes(debrief, one.pointers, t)
        return
    for one in debrief.hidden:
        yield Line("point", _one_line(one.note or one.says))
        yield Line("note", t("debrief.hidden.words", words=_quoted(_one_line(one.says), t)))
        if one.pointers:
            yield Line("note", t("debrief.hidden.pointer"))
            yield from _quotes(debrief, one.pointers, t)


def questions(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """For the mentor: the scenario's questions, and one for each thing to try, with its place."""
    for question in debrief.questions:
        yield Line("point", _one_line(question))
    if not debrief.questions:
        return
    for one in debrief.tries:
        turn = t("debrief.question.at", turn=one.turn)
        noticed = t(f"gap.{one.gap.value}.noticed")
        wondered = t(f"gap.{one.gap.value}.wondered")
        yield Line("point", f"{turn} {noticed} {wondered} {t('debrief.question.yours')}")


def resources(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """Where to read on, for the skills of the things to try."""
    for one in debrief.resources:
        yield Line("point", f"{one.title} ({skill_name(t, one.for_)})")
        if one.note:
            yield Line("note", _one_line(one.note))
        if one.link:
            yield Line("note", one.link)


def next_steps(debrief: Debrief, t: Translator) -> Iterator[Line]:
    """The most useful next step: the turn that is worth another try."""
    if debrief.tries and debrief.standing != "stopped":
        turn = debrief.tries[0].turn
        yield Line("text", t("debrief.next.retry", session=debrief.session, turn=turn))
    if debrief.standing != "stopped":
        yield Line("text", t("debrief.next.signed"))


_COUNTED: tuple[tuple[str, tuple[Move, ...]], ...] = (
    ("open-questions", (Move.OPEN_QUESTION,)),
    ("closed-questions", (Move.CLOSED_QUESTION,)),
    ("reflections", (Move.REFLECTION,)),
    ("acknowledgements", (Move.ACKNOWLEDGEMENT,)),
    ("interests", (Move.INTERESTS, Move.ELICITING_PREFERENCE)),
    ("i-statements", (Move.I_STATEMENT,)),
    ("proposals", (Move.PROPOSAL, Move.OFFER)),
    ("advice", (Move.ADVICE,)),
    ("blame", (Move.BLAME, Move.THREAT)),
    ("absolutes", (Move.ABSOLUTES,)),
)
_ALWAYS_SHOWN = frozenset({"open-questions", "closed-questions", "reflections", "acknowledgements"})


def _quotes(debrief: Debrief, quotes: tuple[Quote, ...], t: Translator) -> Iterator[Line]:
    for quote in quotes:
        is_mine = quote.speaker == "mentee"
        mine = t("debrief.you") if debrief.audience == "mentee" else debrief.mentee
        who = mine if is_mine else debrief.name_of(quote.utterance.voice)
        words = _quoted(_one_line(quote.quote), t)
        yield Line("quote", t("debrief.quote", who=who, turn=quote.turn, words=words))


def _followed(one: Keep | Try, t: Translator) -> str:
    """What happened in the persona on that turn."""
    said = list(_changes(one.trust, one.tension, t))
    followed = t("debrief.followed", changes=t.listed(said)) if said else t("debrief.unmoved")
    if isinstance(one, Keep) and one.opened:
        return f"{followed} {t('debrief.opened-up')}"
    return followed


def _changes(trust: float, tension: float, t: Translator) -> Iterator[str]:
    if abs(trust) > LEAST_SHOWN:
        yield t("debrief.trust", points=_signed(trust, t))
    if abs(tension) > LEAST_SHOWN:
        yield t("debrief.tension", points=_signed(tension, t))


def _rerun(line: Alternative, t: Translator) -> str:
    """What the better line did when it was run again in place of the real one."""
    return t(
        "debrief.rerun",
        trust=t.number(line.said.trust, 1),
        better_trust=t.number(line.instead.trust, 1),
        tension=t.number(line.said.tension, 1),
        better_tension=t.number(line.instead.tension, 1),
    )


def _reasons(debrief: Debrief, one: Moved, t: Translator) -> Iterator[str]:
    """One line a cause, with all that it changed in one persona; then what else happened."""
    causes: dict[tuple[str, str], list[Change]] = {}
    for change in one.changes:
        cause = str(change.reason.values.get("why", change.reason.code))
        causes.setdefault((change.persona, cause), []).append(change)
    for (persona, cause), changes in causes.items():
        trust, tension = sum(c.trust for c in changes), sum(c.tension for c in changes)
        said = t.listed(_changes(trust, tension, t))
        if said:
            other = "" if persona == one.voice else f"{debrief.name_of(persona)}, "
            yield f"{other}{said}{t('debrief.colon')}{t(cause)}"
    for event in one.events:
        yield _event(event, t)


def _event(event: Event, t: Translator) -> str:
    said = t(f"debrief.event.{event.kind}")
    return f"{said} {_quoted(_one_line(event.quote.quote), t)}" if event.quote else said


_TENTH = Decimal("0.1")


def _signed(points: float, t: Translator) -> str:
    """The change to one decimal, a half rounded away from zero."""
    rounded = Decimal(str(round(abs(points), 4))).quantize(_TENTH, ROUND_HALF_UP)
    figure = t.number(float(rounded), 1)
    return f"+{figure}" if points > 0 else f"−{figure}"


def _quoted(text: str, t: Translator) -> str:
    """`text` between quotation marks; English marks inside it give way to single ones."""
    inner = text.replace("“", "‘").replace("”", "’") if t.language == "en" else text
    return t.quoted(inner)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _one_line(text: str) -> str:
    """The text without line breaks, so that no line of ours can be forged inside it."""
    return one_line(text)
