"""A mentor's intentions, each turned into the event it makes, or refused with what is wrong.

What a mentor writes is theirs and stays as they wrote it, on one line. Nothing is ruled on that
the draft does not hold, nothing is quoted that was not said, and nothing is signed before every
point has its ruling. Every refusal is a `UsageError`; nothing is changed by it.
"""

import re
from collections.abc import Sequence
from typing import Literal

from simulator.debrief.quotes import Quote, excerpt, found_in
from simulator.debrief.review.points import blind, spots, unseen
from simulator.debrief.review.records import (
    MOMENTS,
    AgendaSet,
    Drafted,
    LineRuled,
    Moment,
    PointAdded,
    PointWithdrawn,
    QuoteCorrected,
    RemarkWithdrawn,
    ReviewSigned,
    Ruled,
    Ruling,
    TurnCommented,
    Verdict,
)
from simulator.debrief.review.review import Review
from simulator.errors import NotFound, UsageError
from simulator.practice.events import Spot
from simulator.practice.session import Session, Utterance
from simulator.text import clean

LineRuling = Literal["accepted", "rejected"]
LONGEST = 400
"""Characters kept of a reason, a remark or a question."""
_BREAKS = re.compile(r"[ \t\r\n]+")


def ruled(
    review: Review, point: str, ruling: Ruling, *, verdict: Verdict | None = None, reason: str = ""
) -> Ruled:
    """A ruling on a point whose verdict in the draft the mentor has seen.

    Adjusting takes the mentor's own verdict, which is another than the draft's; adjusting and
    rejecting take a reason. Codes: `no-such-point`, `point-is-blind`, `ruling-needs-verdict`,
    `ruling-same-verdict`, `ruling-needs-reason`.
    """
    drafted = _point(review, point)
    if point in unseen(review):
        raise UsageError("point-is-blind", point=point)
    why = one_line(reason)
    if ruling == "adjusted" and verdict is None:
        raise UsageError("ruling-needs-verdict", point=point)
    if ruling == "adjusted" and verdict == drafted.verdict:
        raise UsageError("ruling-same-verdict", point=point)
    if ruling != "accepted" and not why:
        raise UsageError("ruling-needs-reason", point=point)
    own = verdict if ruling == "adjusted" else None
    return Ruled(point=point, ruling=ruling, verdict=own, reason=why)


def ruled_blind(review: Review, point: str, verdict: Verdict, reason: str = "") -> Ruled:
    """The mentor's own verdict on a point, before the draft's was shown: the ruling follows.

    The reason may wait until the draft's verdict is seen. Codes: `no-such-point`,
    `point-not-blind` where the verdict is not, or no longer, hidden.
    """
    drafted = _point(review, point)
    if point not in unseen(review):
        raise UsageError("point-not-blind", point=point)
    ruling: Ruling = "accepted" if verdict == drafted.verdict else "adjusted"
    return Ruled(
        point=point, ruling=ruling, verdict=verdict, reason=one_line(reason), is_blind=True
    )


def added(
    review: Review,
    session: Session,
    verdict: Verdict,
    text: str,
    *,
    spots: Sequence[Spot],
    skill: str = "",
) -> PointAdded:
    """A point of the mentor's own, with the words it rests on; its id is `added.N`, from 1.

    What was observed quotes the mentee. Codes: `text-missing`, `verdict-not-addable`,
    `turn-not-said`, `spot-not-said`, `point-needs-words`.
    """
    said = one_line(text)
    if not said:
        raise UsageError("text-missing")
    if verdict not in {"observed", "not-observed"}:
        raise UsageError("verdict-not-addable")
    quoted = [quote_at(session, spot) for spot in spots]
    if not quoted or (verdict == "observed" and all(one.speaker != "mentee" for one in quoted)):
        raise UsageError("point-needs-words")
    return PointAdded.model_validate(
        {
            "point": f"added.{len(review.added) + len(review.withdrawn) + 1}",
            "skill": skill,
            "verdict": verdict,
            "text": said,
            "spots": tuple(spots),
        }
    )


def withdrawn(review: Review, point: str, reason: str) -> PointWithdrawn:
    """A point of the mentor's own taken back. Codes: `no-such-point`, `ruling-needs-reason`."""
    if all(one.point != point for one in review.added):
        raise NotFound("no-such-point", point=point)
    return PointWithdrawn(point=point, reason=_reason(point, reason))


def line_ruled(review: Review, point: str, ruling: LineRuling, reason: str = "") -> LineRuled:
    """A ruling on the better line of a point, and on nothing else of it.

    Codes: `no-such-point`, `point-without-line`, `ruling-needs-reason` where it is rejected.
    """
    if not _point(review, point).line:
        raise UsageError("point-without-line", point=point)
    why = one_line(reason) if ruling == "accepted" else _reason(point, reason)
    return LineRuled(point=point, ruling=ruling, reason=why)


def quote_corrected(
    review: Review, session: Session, point: str, turn: int, reason: str, quote: str = ""
) -> QuoteCorrected:
    """The words at `turn` in place of those that the draft quotes for a point it has shown.

    Codes: `no-such-point`, `point-is-blind`, `turn-not-said`, `quote-not-said`,
    `ruling-needs-reason`.
    """
    _point(review, point)
    if point in unseen(review):
        raise UsageError("point-is-blind", point=point)
    spot = spot_of(session, turn, quote)
    return QuoteCorrected(point=point, spots=(spot,), reason=_reason(point, reason))


def commented(session: Session, turn: int, text: str) -> TurnCommented:
    """A remark on one utterance. Codes: `turn-not-said`, `text-missing`."""
    _utterance(session, turn)
    said = one_line(text)
    if not said:
        raise UsageError("text-missing")
    return TurnCommented(turn=turn, text=said)


def remark_withdrawn(review: Review, turn: int, text: str) -> RemarkWithdrawn:
    """A remark taken back. Code: `no-such-remark`."""
    if TurnCommented(turn=turn, text=text) not in review.comments:
        raise NotFound("no-such-remark", turn=turn)
    return RemarkWithdrawn(turn=turn, text=text)


def agenda_set(session: Session, moments: Sequence[Moment]) -> AgendaSet:
    """What the meeting is about. Codes: `agenda-too-long`, `turn-not-said`, `text-missing`."""
    if len(moments) > MOMENTS:
        raise UsageError("agenda-too-long", most=MOMENTS, given=len(moments))
    kept = []
    for one in moments:
        _utterance(session, one.turn)
        question = one_line(one.question)
        if not question:
            raise UsageError("text-missing")
        kept.append(Moment(turn=one.turn, question=question))
    return AgendaSet(moments=tuple(kept))


def signed(review: Review, data: str, page: str) -> ReviewSigned:
    """The next version, with what the mentee is to be shown.

    Codes: `review-unruled` where points wait for a ruling, `ruling-needs-reason` where a blind
    ruling differs from the draft and never got its reason, `review-unchanged` where nothing was
    added since the last version.
    """
    if review.is_signed and not review.is_amended:
        raise UsageError("review-unchanged", version=review.signatures[-1].version)
    if waiting := review.waiting:
        raise UsageError("review-unruled", count=len(waiting), point=waiting[0].id)
    for one in review.rulings.values():
        if one.ruling != "accepted" and not one.reason:
            raise UsageError("ruling-needs-reason", point=one.point)
    return ReviewSigned(version=len(review.signatures) + 1, data=data, page=page)


def spot_of(session: Session, turn: int, quote: str = "") -> Spot:
    """Where `quote` stands in the utterance; without one, what an excerpt of it would show.

    Codes: `turn-not-said`, `quote-not-said`.
    """
    utterance = _utterance(session, turn)
    found = found_in(utterance, quote) if quote.strip() else excerpt(utterance)
    if found is None:
        raise UsageError("quote-not-said", turn=turn, quote=one_line(quote))
    return spots([found])[0]


def quote_at(session: Session, spot: Spot) -> Quote:
    """The words at `spot`. Codes: `turn-not-said`, `spot-not-said`."""
    utterance = _utterance(session, spot.turn)
    if not 0 <= spot.start < spot.end <= len(utterance.text):
        raise UsageError("spot-not-said", turn=spot.turn, start=spot.start, end=spot.end)
    if not utterance.text[spot.start : spot.end].strip():
        raise UsageError("spot-not-said", turn=spot.turn, start=spot.start, end=spot.end)
    return Quote(utterance, spot.start, spot.end, utterance.speaker)


def is_blind(review: Review, point: str) -> bool:
    """Whether the point is one of those ruled on before the draft's verdict is shown."""
    return point in blind(review.session, review.opened.draft)


def one_line(text: str) -> str:
    """`text` cleaned, on one line, cut where it is too long."""
    return _BREAKS.sub(" ", clean(text)).strip()[:LONGEST].rstrip()


def _reason(point: str, reason: str) -> str:
    why = one_line(reason)
    if not why:
        raise UsageError("ruling-needs-reason", point=point)
    return why


def _point(review: Review, point: str) -> Drafted:
    drafted = review.drafted(point)
    if drafted is None:
        raise NotFound("no-such-point", point=point)
    return drafted


def _utterance(session: Session, turn: int) -> Utterance:
    for one in session.utterances:
        if one.turn == turn and one.text.strip():
            return one
    raise NotFound("turn-not-said", turn=turn, last=session.last_turn)
