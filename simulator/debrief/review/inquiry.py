"""Questions that a mentor may open a moment with: what was noticed, what one wondered, and theirs.

Advocacy–inquiry (Rudolph et al. 2006: There's No Such Thing as "Nonjudgmental" Debriefing): the
words that were said, one's own wondering about them, and "how did you see it?". Here are codes and
quotes only; every quote is found again in the session before it is given back, and a moment with
none of the mentee's words has no question.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.across import ITEMS
from simulator.debrief.movers import Moved
from simulator.debrief.quotes import Quote, distinct, excerpt
from simulator.debrief.review.records import Drafted
from simulator.debrief.review.rulings import quote_at
from simulator.errors import UsageError
from simulator.practice.events import Spot
from simulator.practice.session import Session

Noticed = Literal["said", "answered", "first-and-then"]
"""What opens the question: what the mentee said, what they heard and said to it, or what they said
at one turn and then at another. Words: `review.noticed.<code>`."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One question, as codes and quotes."""

    turn: int
    """The mentee's turn that it is about."""
    noticed: Noticed
    quotes: tuple[Quote, ...]
    """The mentee's words; before them what they heard, or what they had said earlier."""
    wondered: str
    """Catalogue id of what one wondered."""


def of_point(point: Drafted, session: Session) -> Inquiry | None:
    """The question that a point of the draft raises; None where none of its quotes is the
    mentee's, or where there is nothing to ask about."""
    wondered = _wondered(point)
    quotes = quotes_of(point, session)
    return _inquiry(quotes, wondered) if wondered else None


def of_move(moved: Moved) -> Inquiry | None:
    """The question that a turn in the stance raises; None for a silence."""
    fell = change(moved) < 0
    quotes = () if moved.said is None else (moved.said,)
    return _inquiry(quotes, "review.wondered.fell" if fell else "review.wondered.rose")


def of_turn(turn: int, session: Session, wondered: str) -> Inquiry | None:
    """The question about an utterance, or about the mentee's answer to it."""
    spoken = {one.turn: excerpt(one) for one in session.utterances}
    quote = spoken.get(turn)
    if quote is not None and quote.speaker == "persona":
        return _inquiry(distinct((quote, spoken.get(turn + 1))), wondered)
    return _inquiry(distinct((quote,)), wondered)


def change(moved: Moved) -> float:
    """How far the turn moved the persona who answered: trust won less tension raised, signed."""
    own = [one for one in moved.changes if one.persona == moved.voice]
    return round(sum(one.trust - one.tension for one in own), 2)


def quotes_of(point: Drafted, session: Session) -> tuple[Quote, ...]:
    """The words that the point rests on; those that are not where it says are left out."""
    return quotes_at(point.spots, session)


def quotes_at(spots: Iterable[Spot], session: Session) -> tuple[Quote, ...]:
    """The words at `spots`; those that are not where it says are left out."""
    found = []
    for spot in spots:
        try:
            found.append(quote_at(session, spot))
        except UsageError:
            continue
    return tuple(found)


def _wondered(point: Drafted) -> str:
    if point.source == "try":
        return f"gap.{point.gap}.wondered"
    if point.source == "keep" or (point.verdict == "observed" and not point.avoid):
        return "review.wondered.kept"
    if point.verdict not in {"observed", "not-observed"}:
        return ""
    item = ITEMS.get(point.id)
    if item is not None and item.lacks:
        return f"gap.{item.lacks.value}.wondered"
    return f"review.wondered.{'done' if point.avoid else 'missed'}"


def _inquiry(quotes: tuple[Quote, ...], wondered: str) -> Inquiry | None:
    mine = [one for one in quotes if one.speaker == "mentee"]
    if not mine:
        return None
    first, last = mine[0], mine[-1]
    heard = [one for one in quotes if one.speaker == "persona" and one.turn < first.turn]
    if heard:
        return Inquiry(first.turn, "answered", (heard[-1], first), wondered)
    if first.turn != last.turn:
        return Inquiry(last.turn, "first-and-then", (first, last), wondered)
    return Inquiry(first.turn, "said", (first,), wondered)
