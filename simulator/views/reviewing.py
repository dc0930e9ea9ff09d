"""A review as a screen holds it: where to go on, which turn a point is about, what closes it.

It decides nothing that is ruled. A point that is to be ruled on unseen has no turn here: where the
draft found its words is part of its answer.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.debrief.marks import Mark
from simulator.debrief.quotes import Quote
from simulator.debrief.review.inquiry import of_point, quotes_at, quotes_of
from simulator.debrief.review.points import in_turn, unseen
from simulator.debrief.review.records import Drafted, Moment, Verdict
from simulator.debrief.review.review import Review
from simulator.i18n import Translator
from simulator.library.persona import Persona
from simulator.practice.session import Session, Speaker
from simulator.views.debrief_words import of_skill, quoted, quotes
from simulator.views.pieces import Piece
from simulator.views.review import mark_words, point_name, ruling_words, verdict_name
from simulator.views.talk import Said, talk
from simulator.views.words import one_line

Part = Literal["agenda", "proposed", "added", "remarks"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """One utterance to read again, with its turn in the name."""

    turn: int
    speaker: Speaker
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Closing:
    """One line of what stands beside the rulings: a moment, a point added, a remark."""

    id: str
    """`moment:N` from 0, `added:POINT` or `remark:N`."""
    part: Part
    text: str


def spoken(
    session: Session, personas: Mapping[str, Persona], marks: Iterable[Mark], t: Translator
) -> tuple[Spoken, ...]:
    """Everything said, oldest first, with the marks that were set; a silence says so."""
    marked = {one.turn: one for one in marks}
    return tuple(
        Spoken(
            one.turn,
            one.speaker,
            _who(one, marked.get(one.turn), t),
            one.text if one.text.strip() else t("views.silence"),
        )
        for one in talk(session, personas)
    )


def _who(said: Said, mark: Mark | None, t: Translator) -> str:
    who = t("review.talk.who", turn=said.turn, who=one_line(said.who))
    if mark is None:
        return who
    return t("review.talk.marked", who=who)


def brought(debrief: Debrief, t: Translator) -> Iterator[Piece]:
    """What the mentee brings to it, whole: the turns they marked, what they meant to do, and what
    they wrote afterwards; then what was marked while it was held live."""
    yield from _marked(debrief, t)
    who = one_line(debrief.mentee)
    if debrief.followup.intention:
        words = quoted(one_line(debrief.followup.intention), t)
        yield Piece("text", t("review.brought.intention", who=who, words=words))
    if debrief.reflection.answers:
        yield Piece("gap")
        yield Piece("text", t("review.brought.reflection", who=who))
    for one in debrief.reflection.answers:
        yield Piece("note", t(one.question))
        yield Piece("quote", quoted(one_line(one.answer), t))


def _marked(debrief: Debrief, t: Translator, turns: Collection[int] = ()) -> Iterator[Piece]:
    """The marks at those `turns`, or all of them."""
    for one in debrief.marks:
        if not turns or one.turn in turns:
            who = debrief.mentee if one.by == "mentee" else one.author
            yield Piece("text", mark_words(who, one.turn, one.note, t))


def page(
    review: Review, place: int, debrief: Debrief, session: Session, t: Translator
) -> Iterator[Piece]:
    """The point at `place`: what it is, what the draft says of it and why, what was ruled.

    Of a point to be ruled on unseen there is only its question.
    """
    point = in_turn(review)[place]
    yield Piece("heading", point_name(point, t))
    kind = t(f"review.source.{point.source}")
    yield Piece("note", of_skill(kind.rstrip("."), point.skill, t) + ".")
    if point.avoid:
        yield Piece("note", t("review.avoid"))
    yield Piece("gap")
    if point.id in unseen(review):
        yield Piece("text", t("review.blind"))
        return
    if (turn := turn_of(review, place)) is not None:
        yield from _marked(debrief, t, (turn,))
    if (same := _same(review, place, session)) is not None:
        other = review.rulings[in_turn(review)[same].id]
        yield Piece("note", t("review.same", place=same + 1, ruling=ruling_words(other, t)))
    yield from _drafted(review, point, debrief, session, t)
    if (ruled := review.rulings.get(point.id)) is not None:
        yield Piece("gap")
        yield Piece("text", t("review.ruled", ruling=ruling_words(ruled, t)))


def _same(review: Review, place: int, session: Session) -> int | None:
    """The first other point, from 0, that quotes the same words of the mentee's and has a ruling."""
    points, hidden = in_turn(review), unseen(review)
    mine = {one.turn for one in session.said_by("mentee")}
    own = {one for one in points[place].spots if one.turn in mine}
    for at, one in enumerate(points):
        is_ruled = one.id in review.rulings and one.id not in hidden
        if at != place and is_ruled and own & set(one.spots):
            return at
    return None


def _drafted(
    review: Review, point: Drafted, debrief: Debrief, session: Session, t: Translator
) -> Iterator[Piece]:
    if point.source == "try":
        yield Piece("text", t(f"gap.{point.gap}.noticed"))
    elif point.source != "keep":
        yield Piece("text", t("review.draft", verdict=verdict_name(point.verdict, t)))
        if point.why:
            yield Piece("note", t(f"why.{point.why}"))
    yield from _quoted(debrief, quotes_of(point, session), t)
    if (corrected := review.corrected.get(point.id)) is not None:
        yield Piece("note", t("review.corrected", reason=one_line(corrected.reason)))
        yield from _quoted(debrief, quotes_at(corrected.spots, session), t)
    if point.line:
        yield Piece("gap")
        yield Piece("text", t("review.line", line=quoted(one_line(point.line), t)))
        line = review.lines.get(point.id)
        if line is not None and line.ruling == "rejected":
            yield Piece("note", t("review.line.rejected", reason=one_line(line.reason)))
    if (inquiry := of_point(point, session)) is not None:
        yield Piece("gap")
        question = f"{t(inquiry.wondered)} {t('review.yours')}"
        yield Piece("note", t("review.ask", question=question))


def _quoted(debrief: Debrief, held: tuple[Quote, ...], t: Translator) -> Iterator[Piece]:
    for line in quotes(debrief, held, t):
        yield Piece("quote", line.text)


def is_settled(review: Review, point: str) -> bool:
    """Whether nothing more is due on a point: it is ruled on, with a reason where one is owed."""
    ruled = review.rulings.get(point)
    return ruled is not None and (ruled.ruling == "accepted" or bool(ruled.reason))


def next_place(review: Review, after: int = -1) -> int | None:
    """The place (from 0) of the next point that is due, round to the first; None where none is."""
    due = [at for at, one in enumerate(in_turn(review)) if not is_settled(review, one.id)]
    return next((at for at in due if at > after), due[0] if due else None)


def turn_of(review: Review, place: int) -> int | None:
    """The turn that the point at `place` is about; None while its answer is hidden."""
    point = in_turn(review)[place]
    if point.id in unseen(review):
        return None
    corrected = review.corrected.get(point.id)
    spots = corrected.spots if corrected else point.spots
    if corrected is None and point.turn is not None:
        return point.turn
    return spots[-1].turn if spots else None


def standing(review: Review, t: Translator) -> str:
    """How far the review is, for the head of its screen."""
    if review.is_signed and not review.is_amended:
        return t("review.head.signed", version=review.signatures[-1].version)
    if review.is_signed:
        return t("review.head.amended", version=review.signatures[-1].version)
    of = len(review.opened.draft)
    return t("review.head.ruled", ruled=of - len(review.waiting), of=of)


def closing(review: Review, moments: Sequence[Moment], t: Translator) -> tuple[Closing, ...]:
    """The agenda, or the `moments` that are proposed for one, then what the mentor added."""
    return tuple(_closing(review, moments, t))


def part_name(part: Part, t: Translator) -> str:
    """What the lines of a part stand under."""
    return t(f"review.part.{part}")


def _closing(review: Review, moments: Sequence[Moment], t: Translator) -> Iterator[Closing]:
    part: Part = "agenda" if review.agenda else "proposed"
    for at, one in enumerate(review.agenda or moments):
        question = one_line(one.question)
        yield Closing(
            f"moment:{at}", part, t("review.agenda.moment", turn=one.turn, question=question)
        )
    for added in review.added:
        verdict: Verdict = added.verdict
        said = t("review.part.point", verdict=verdict_name(verdict, t), text=one_line(added.text))
        yield Closing(f"added:{added.point}", "added", said)
    for at, remark in enumerate(review.comments):
        said = t("review.part.remark", turn=remark.turn, text=one_line(remark.text))
        yield Closing(f"remark:{at}", "remarks", said)
