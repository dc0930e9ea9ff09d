"""A review as a screen holds it: where to go on, which turn a point is about, what closes it.

It decides nothing that is ruled. A point that is to be ruled on unseen has no turn here: where the
draft found its words is part of its answer.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.review.points import in_turn, unseen
from simulator.debrief.review.records import Moment, Verdict
from simulator.debrief.review.review import Review
from simulator.i18n import Translator
from simulator.library.persona import Persona
from simulator.practice.session import Session, Speaker
from simulator.views.review import verdict_name
from simulator.views.talk import talk
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


def spoken(session: Session, personas: Mapping[str, Persona], t: Translator) -> tuple[Spoken, ...]:
    """Everything said, oldest first; a silence says so."""
    return tuple(
        Spoken(
            one.turn,
            one.speaker,
            t("review.talk.who", turn=one.turn, who=one_line(one.who)),
            one.text if one.text.strip() else t("views.silence"),
        )
        for one in talk(session, personas)
    )


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
