"""What a mentor sees: the queue of shared sessions, one point at a time, the agenda.

A point that is ruled on unseen shows its question and nothing of the draft's answer: no verdict,
no reason, no quote. Only behaviour is worded, never the mentee's feelings or character.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.debrief.review.agenda import Proposed
from simulator.debrief.review.inquiry import Inquiry, of_point, quotes_at, quotes_of
from simulator.debrief.review.points import in_turn, unseen
from simulator.debrief.review.records import Drafted, Moment, Ruled, Verdict
from simulator.debrief.review.review import Review
from simulator.i18n import Translator
from simulator.practice.session import Session
from simulator.views.debrief_words import Line, capital, quoted, quotes
from simulator.views.words import one_line, skill_name

State = Literal["awaiting", "begun", "signed", "amended"]
"""How far a review is: none yet; some points wait or it is unsigned; signed; added to since."""
Deed = Literal[
    "accept",
    "adjust",
    "reject",
    "add",
    "comment",
    "skip",
    "observed",
    "not-observed",
    "no-chance",
    "could-not-judge",
]
KEYS: Mapping[Deed, str] = {
    "accept": "a",
    "adjust": "j",
    "reject": "r",
    "add": "+",
    "comment": "c",
    "skip": "s",
}
"""What may be done with a point, each by one key."""
_STOPS = (".", "!", "?", "…")
VERDICT_KEYS: Mapping[Verdict, str] = {
    "observed": "y",
    "not-observed": "n",
    "no-chance": "x",
    "could-not-judge": "u",
}
"""The mentor's own verdict, where they adjust or give it first."""


@dataclass(frozen=True, slots=True)
class Queued:
    """One shared session that waits for a mentor, or has met one."""

    session: str
    who: str
    scenario: str
    when: datetime
    state: State
    waiting: int
    """Points without a ruling; 0 where no review was begun."""
    review: str
    """Id of the review; empty where none was begun."""
    text: str
    """All of it in one line."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key and what it does."""

    key: str
    deed: Deed
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """One point, ready to be ruled on."""

    point: str
    place: int
    """From 1, in the order of ruling."""
    of: int
    is_blind: bool
    """The mentor's own verdict comes first: the draft's is not here."""
    is_ruled: bool
    heading: str
    lines: tuple[Line, ...]
    keys: tuple[Key, ...]


def queue(
    sessions: Iterable[Session],
    reviews: Iterable[Review],
    titles: Mapping[str, str],
    t: Translator,
    reviewer: str = "",
) -> tuple[Queued, ...]:
    """The sessions that were shared, oldest first, those that wait for the reviewer before others.

    `titles` maps a scenario's id to its title; with `reviewer` only their own reviews count.
    """
    held: dict[str, Review] = {}
    for one in reviews:
        if reviewer and one.reviewer != reviewer:
            continue
        known = held.get(one.session)
        if known is None or _far(one) > _far(known):
            held[one.session] = one
    rows = [_queued(one, held.get(one.id), titles, t) for one in sessions if one.followup.is_shared]
    return tuple(sorted(rows, key=lambda row: (row.state == "signed", row.when, row.session)))


def state_of(review: Review | None) -> State:
    """How far the review is."""
    if review is None:
        return "awaiting"
    if not review.is_signed:
        return "begun"
    return "amended" if review.is_amended else "signed"


def _far(review: Review) -> tuple[bool, int]:
    """How far a review is, to tell which of several speaks for a session."""
    return review.is_signed, len(review.rulings)


def cards(review: Review, debrief: Debrief, session: Session, t: Translator) -> tuple[Card, ...]:
    """Every point of the review, in the order of ruling; `debrief` is the mentor's copy."""
    points = in_turn(review)
    hidden = unseen(review)
    return tuple(
        Card(
            point=point.id,
            place=place,
            of=len(points),
            is_blind=point.id in hidden,
            is_ruled=point.id in review.rulings,
            heading=t("review.place", place=place, of=len(points), name=point_name(point, t)),
            lines=tuple(_lines(point, review, debrief, session, t)),
            keys=_keys(t, is_blind=point.id in hidden),
        )
        for place, point in enumerate(points, 1)
    )


def point_name(point: Drafted, t: Translator) -> str:
    """What the point is about: a gap, something kept, the author's question."""
    if point.ask:
        return one_line(point.ask)
    return item_name(point.id, t)


def item_name(item: str, t: Translator) -> str:
    """An item that may stand for several sessions, by its words or else its id."""
    name = item.partition("@")[0]
    if name.startswith("try."):
        return capital(t(f"gap.{name.removeprefix('try.')}"))
    return t(name) if t.has(name) else name


def mark_words(who: str, turn: int, note: str, t: Translator) -> str:
    """A turn that somebody marked for others to read, with the whole of what they noted."""
    if not note.strip():
        return t("review.marked", who=one_line(who), turn=turn)
    words = quoted(one_line(note), t)
    return t("review.marked.note", who=one_line(who), turn=turn, words=words)


def verdict_name(verdict: Verdict, t: Translator) -> str:
    """A verdict in a word or two, in the middle of a sentence."""
    return t(f"review.verdict.{verdict}")


def asked(inquiry: Inquiry, t: Translator) -> str:
    """The question in full: what was noticed and when, what one wondered, how they saw it."""
    return _worded(inquiry, t, f"review.noticed.{inquiry.noticed}")


def moments(proposal: Sequence[Proposed], t: Translator) -> tuple[Moment, ...]:
    """The proposed agenda with its questions in words, to be changed or set as it is."""
    return tuple(
        Moment(
            turn=one.turn, question=_worded(one.inquiry, t, f"review.moment.{one.inquiry.noticed}")
        )
        for one in proposal
    )


def agenda(held: Sequence[Moment], t: Translator) -> Iterator[Line]:
    """The agenda of a meeting, a moment a line."""
    if not held:
        yield Line("text", t("review.agenda.none"))
    for one in held:
        question = one_line(one.question)
        yield Line("point", t("review.agenda.moment", turn=one.turn, question=question))


def ruling_words(ruled: Ruled, t: Translator) -> str:
    """A ruling in words, with its reason."""
    verdict = verdict_name(ruled.verdict, t) if ruled.verdict else ""
    said = t(f"review.ruled.{ruled.ruling}", verdict=verdict)
    return f"{said} {one_line(ruled.reason)}".strip()


def _queued(
    session: Session, review: Review | None, titles: Mapping[str, str], t: Translator
) -> Queued:
    state = state_of(review)
    waiting = len(review.waiting) if review else 0
    who, scenario = one_line(session.opened.mentee), session.opened.scenario
    title = one_line(titles.get(scenario, scenario))
    said = t.n("review.queue.begun", waiting) if state == "begun" else t(f"review.queue.{state}")
    when = session.opened_at
    text = t("review.queue", who=who, title=title, date=t.date(when.astimezone()), state=said)
    name = review.id if review else ""
    return Queued(session.id, who, scenario, when, state, waiting, name, text)


def _lines(
    point: Drafted, review: Review, debrief: Debrief, session: Session, t: Translator
) -> Iterator[Line]:
    yield Line("text", t(f"review.source.{point.source}"))
    if point.skill:
        yield Line("note", t("review.skill", skill=skill_name(t, point.skill)))
    if point.avoid:
        yield Line("note", t("review.avoid"))
    if point.id in unseen(review):
        yield Line("text", t("review.blind"))
        return
    if point.source == "try":
        yield Line("text", t(f"gap.{point.gap}.noticed"))
    elif point.source != "keep":
        yield Line("text", t("review.draft", verdict=verdict_name(point.verdict, t)))
        if point.why:
            yield Line("note", t(f"why.{point.why}"))
    yield from quotes(debrief, quotes_of(point, session), t)
    if (corrected := review.corrected.get(point.id)) is not None:
        yield Line("note", t("review.corrected", reason=one_line(corrected.reason)))
        yield from quotes(debrief, quotes_at(corrected.spots, session), t)
    if point.line:
        yield Line("note", t("review.line", line=quoted(one_line(point.line), t)))
        line = review.lines.get(point.id)
        if line is not None and line.ruling == "rejected":
            yield Line("note", t("review.line.rejected", reason=one_line(line.reason)))
    if (inquiry := of_point(point, session)) is not None:
        yield Line("note", t("review.ask", question=asked(inquiry, t)))
    if (ruled := review.rulings.get(point.id)) is not None:
        yield Line("text", t("review.ruled", ruling=ruling_words(ruled, t)))


def _worded(inquiry: Inquiry, t: Translator, opening: str) -> str:
    said = [one_line(one.quote) for one in inquiry.quotes]
    noticed = t(
        opening,
        turn=inquiry.turn,
        first=inquiry.quotes[0].turn,
        heard=quoted(said[0], t),
        words=quoted(said[-1], t),
    )
    stop = "" if said[-1].endswith(_STOPS) else "."
    return f"{noticed}{stop} {t(inquiry.wondered)} {t('review.yours')}"


def _keys(t: Translator, *, is_blind: bool) -> tuple[Key, ...]:
    if is_blind:
        own = tuple(Key(key, one, verdict_name(one, t)) for one, key in VERDICT_KEYS.items())
        return (*own, *(Key(KEYS[one], one, t(f"review.key.{one}")) for one in _BESIDE))
    return tuple(Key(key, one, t(f"review.key.{one}")) for one, key in KEYS.items())


_BESIDE: tuple[Deed, ...] = ("add", "comment", "skip")
