"""A mentor's review of the talk that the tests of transcripts store."""

from simulator.debrief.review.records import (
    AgendaSet,
    Drafted,
    Moment,
    PointAdded,
    ReviewEvent,
    ReviewOpened,
    ReviewSigned,
    Ruled,
    TurnCommented,
)
from simulator.transcripts.review_journal import ReviewJournal
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from tests.transcripts.scene import Ticking

DRAFT = (
    Drafted(id="ask-why", source="rubric", ask="Does the mentee ask why?", verdict="observed"),
    Drafted(id="across.concern", source="across", verdict="not-observed"),
)


def review_opened(review: str, session: str, **changes: object) -> ReviewOpened:
    """The opening of a review of a session whose state is not known."""
    plain = ReviewOpened(
        review=review,
        session=session,
        session_seq=10,
        session_head="0" * 64,
        scenario="presence",
        reviewer="Noor",
        language="en",
        program_version="1",
        draft=DRAFT,
    )
    return plain.model_copy(update=changes)


def ruled(point: str = "ask-why", reason: str = "Yes, at turn 2.") -> Ruled:
    """The draft accepted on one point."""
    return Ruled(point=point, ruling="accepted", reason=reason)


def signed(version: int = 1) -> ReviewSigned:
    """A version signed."""
    return ReviewSigned(version=version, data="{}", page="# Presence\n")


WORK: tuple[ReviewEvent, ...] = (
    ruled(),
    TurnCommented(turn=2, text="I wondered."),
    PointAdded(point="added.1", verdict="observed", text="A silence held."),
    ruled("added.1"),
    AgendaSet(moments=(Moment(turn=2, question="How did you see it?"),)),
)


def begin(store: Store, review: str, session: str, *events: ReviewEvent) -> ReviewJournal:
    """A review of `session` as it stands, opened and gone on with."""
    row = Sessions(store).find(session)
    journal = ReviewJournal(store, review, Ticking())
    opened = review_opened(review, session, session_seq=row.entries, session_head=row.head)
    journal.append((opened, *events), 0)
    return journal
