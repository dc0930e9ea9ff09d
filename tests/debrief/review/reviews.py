"""Reviews written out by hand: of one talk, or of a draft made up for the purpose."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from simulator.debrief.draft import Debrief, draft
from simulator.debrief.review.points import blind, opened
from simulator.debrief.review.records import (
    Drafted,
    ReviewEntry,
    ReviewEvent,
    ReviewOpened,
    Ruled,
    Verdict,
)
from simulator.debrief.review.review import Review, fold
from simulator.practice.events import TurnMarked
from simulator.practice.session import Session
from simulator.reading.moves import Move
from tests.debrief.talks import Said, talk

BEGAN = datetime(2026, 2, 1, 9, tzinfo=UTC)
LINES = (
    Said("What is behind the rule?", "My director counts the badges.",
         moves={Move.OPEN_QUESTION: ""}, topics={"remote": "rule"}, told=("badges",), trust=1),
    Said("You never listen.", "Excuse me?", moves={Move.BLAME: ""}, trust=-1.5, tension=1.5),
    Said("That sounds hard.", "It is.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=1, tension=-1),
)  # fmt: skip
"""Turns 2, 4 and 6; the other person opens at turn 1."""


def told(marks: Sequence[TurnMarked] = ()) -> tuple[Session, Debrief]:
    """The talk, and the mentor's copy of its debrief."""
    session, stage = talk(*LINES, marks=marks)
    return session, draft(session, stage, "mentor")


def begun(session: Session, debrief: Debrief, reviewer: str = "Anna") -> Review:
    """A review of the talk, just opened."""
    first = opened(
        debrief, session, review="r1", reviewer=reviewer, head="f" * 64, program_version="0"
    )
    return fold(entries(first))


def entries(*events: ReviewEvent) -> list[ReviewEntry]:
    return [
        ReviewEntry(seq=seq, at=BEGAN + timedelta(minutes=seq), event=event)
        for seq, event in enumerate(events, 1)
    ]


def after(review: Review, *events: ReviewEvent) -> Review:
    """The review with those events added, a minute each."""
    for event in events:
        seq = review.seq + 1
        at = BEGAN + timedelta(minutes=seq)
        review = review.after(ReviewEntry(seq=seq, at=at, event=event))
    return review


def finished(review: Review) -> Review:
    """The review with every point that waits accepted, as it is held: blind where it has to be."""
    hidden = blind(review.session, review.opened.draft)
    return after(
        review,
        *(
            Ruled(point=one.id, ruling="accepted", verdict=one.verdict, is_blind=True)
            if one.id in hidden
            else Ruled(point=one.id, ruling="accepted")
            for one in review.waiting
        ),
    )


def made_up(
    *rulings: Ruled,
    drafted: Iterable[Drafted],
    session: str = "s1",
    reviewer: str = "Anna",
    scenario: str = "presence",
) -> Review:
    """A review of a draft of those points, with those rulings."""
    first = ReviewOpened(
        review=f"{reviewer}-{session}",
        session=session,
        session_seq=1,
        session_head="0" * 64,
        scenario=scenario,
        reviewer=reviewer,
        language="en",
        program_version="0",
        draft=tuple(drafted),
    )
    return fold(entries(first, *rulings))


def drafted(point: str, verdict: Verdict = "observed") -> Drafted:
    """A finding of the rubric."""
    return Drafted(id=point, source="rubric", verdict=verdict)
