"""What a mentor rules on: the points of a draft, and which of them are ruled on unseen.

One finding in five is ruled before its verdict in the draft is shown, so that agreement can be
told from going along. Which ones is drawn from the session and the points, with no chance in it:
the mentee can see as well as the mentor which they were. What to keep and what to try are never
among them, since naming them is the verdict; nor is what the draft could not judge.
"""

from collections.abc import Iterable
from hashlib import sha256
from math import ceil

from simulator.debrief.draft import Debrief, Keep, Try
from simulator.debrief.findings import Finding
from simulator.debrief.quotes import Quote
from simulator.debrief.review.records import Drafted, ReviewOpened
from simulator.debrief.review.review import Review
from simulator.errors import UsageError
from simulator.practice.events import Spot
from simulator.practice.session import Session

ONE_IN = 5
"""Of so many findings one is ruled on before the draft's verdict is shown; a part counts whole."""


def points(debrief: Debrief) -> tuple[Drafted, ...]:
    """Things to try, things to keep, findings of the rubric, findings across turns."""
    rubric = (one for one in debrief.findings if one.source == "rubric")
    across = (one for one in debrief.findings if one.source == "across")
    return (
        *(_tried(one) for one in debrief.tries),
        *(_kept(one) for one in debrief.keep),
        *(_found(one) for one in rubric),
        *(_found(one) for one in across),
    )


def opened(
    debrief: Debrief,
    session: Session,
    *,
    review: str,
    reviewer: str,
    head: str,
    program_version: str,
) -> ReviewOpened:
    """The first event of a review of `session`, whose last entry has the hash `head`.

    `debrief` is the mentor's copy. Raises `UsageError` where nobody is named as the reviewer.
    """
    if not reviewer.strip():
        raise UsageError("reviewer-missing")
    return ReviewOpened(
        review=review,
        session=session.id,
        session_seq=session.seq,
        session_head=head,
        scenario=debrief.scenario,
        reviewer=reviewer.strip(),
        language=debrief.language,
        program_version=program_version,
        draft=points(debrief),
    )


def blind(session: str, draft: Iterable[Drafted]) -> frozenset[str]:
    """The points of the draft that are ruled on before its verdict is shown."""
    findings = [
        one.id
        for one in draft
        if one.source in {"rubric", "across"} and one.verdict != "could-not-judge"
    ]
    findings.sort(key=lambda one: sha256(f"{session}\n{one}".encode()).digest())
    return frozenset(findings[: ceil(len(findings) / ONE_IN)])


def unseen(review: Review) -> frozenset[str]:
    """The points that are still to be ruled on before their verdict is shown."""
    return blind(review.session, review.opened.draft) - review.rulings.keys()


def in_turn(review: Review) -> tuple[Drafted, ...]:
    """Every point in the order of ruling: first those whose verdict must not show beforehand."""
    first = blind(review.session, review.opened.draft)
    return tuple(sorted(review.opened.draft, key=lambda one: one.id not in first))


def spots(quotes: Iterable[Quote]) -> tuple[Spot, ...]:
    """Where the quotes stand."""
    return tuple(Spot(turn=one.turn, start=one.start, end=one.end) for one in quotes)


def _found(one: Finding) -> Drafted:
    mine = (quote.turn for quote in reversed(one.quotes) if quote.speaker == "mentee")
    return Drafted(
        id=one.id,
        source=one.source,
        skill=one.skill,
        ask=one.ask,
        avoid=one.is_to_avoid,
        verdict=one.verdict,
        why=one.why,
        turn=one.step.turn if one.step else next(mine, None),
        spots=spots(one.quotes),
    )


def _kept(one: Keep) -> Drafted:
    return Drafted(
        id=one.id,
        source="keep",
        skill=one.skill,
        verdict="observed",
        move=one.move.value,
        turn=one.turn,
        spots=spots(one.quotes),
    )


def _tried(one: Try) -> Drafted:
    return Drafted(
        id=one.id,
        source="try",
        skill=one.skill,
        verdict="observed",
        gap=one.gap.value,
        turn=one.turn,
        spots=spots(one.quotes),
        line=one.alternative.text if one.alternative else "",
    )
