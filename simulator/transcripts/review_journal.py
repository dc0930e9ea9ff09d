"""The stored journal of one review: a stream of its own beside the session's, chained like it.

An append is one transaction that stores the events and the review's row, or neither. It refuses
to open a review of a session that is not kept here or was not as the review says, to reuse an id,
to take events out of their order, and to write after an entry it was not told of.
"""

from collections.abc import Sequence
from datetime import datetime

from pydantic import ValidationError
from sqlite_utils import Database

from simulator.debrief.review.records import (
    REVIEW_EVENTS,
    ReviewEntry,
    ReviewEvent,
    ReviewOpened,
)
from simulator.errors import StorageError
from simulator.practice.ports import Clock
from simulator.transcripts.chain import Link, forge
from simulator.transcripts.forks import heads_of
from simulator.transcripts.review_rows import review_disorders, row_of
from simulator.transcripts.reviews import save_review
from simulator.transcripts.schema import GENESIS
from simulator.transcripts.store import Store
from simulator.transcripts.streams import is_forgotten, links_of, put


class ReviewJournal:
    """The events of `review` in `store`; a review begins with its first append."""

    def __init__(self, store: Store, review: str, clock: Clock) -> None:
        self._store = store
        self._review = review
        self._clock = clock

    def append(self, events: Sequence[ReviewEvent], expected_seq: int) -> tuple[ReviewEntry, ...]:
        """Store `events` after `expected_seq` entries, durably, all or none.

        Raises `StorageError`, with the code `journal-conflict` when another writer came first.
        """
        with self._store.writing() as database:
            links = links_of(database, self._review)
            if len(links) != expected_seq:
                raise StorageError(
                    "journal-conflict",
                    session=self._review,
                    expected=expected_seq,
                    found=len(links),
                )
            added = self._forged(links, events)
            keep_review(database, self._review, links, added)
        return tuple(map(review_entry, added))

    def read(self, after: int = 0) -> tuple[ReviewEntry, ...]:
        """The entries with `seq > after`, in order; none if there is no such review."""
        with self._store.reading() as database:
            links = links_of(database, self._review, after)
        return tuple(map(review_entry, links))

    def _forged(self, links: Sequence[Link], events: Sequence[ReviewEvent]) -> list[Link]:
        head = links[-1].hash if links else GENESIS
        forged: list[Link] = []
        for seq, event in enumerate(events, start=len(links) + 1):
            forged.append(forge(head, self._review, seq, self._clock.now(), event))
            head = forged[-1].hash
        return forged


def keep_review(
    database: Database, review: str, kept: Sequence[Link], added: Sequence[Link]
) -> None:
    """Store `added` after the links `kept` of `review`, and its row; `StorageError` if unsound."""
    if not added:
        return
    entries = tuple(map(review_entry, (*kept, *added)))
    if is_forgotten(database, review):
        raise StorageError("session-forgotten", session=review)
    for seq, _ in review_disorders(review, (entry.event for entry in entries)):
        raise StorageError("review-out-of-order", review=review, seq=seq)
    first = entries[0].event
    if not kept and isinstance(first, ReviewOpened):
        _anchor(database, first)
    for link in added:
        put(database, link)
    row = row_of(entries, added[-1].hash)
    if row is not None:
        save_review(database, row)


def _anchor(database: Database, opened: ReviewOpened) -> None:
    """Refuse a review of what is not kept here."""
    if is_forgotten(database, opened.session):
        raise StorageError("session-forgotten", session=opened.session)
    known = heads_of(database, opened.session)
    if opened.session_head not in known:
        code = "review-of-another" if known else "review-without-session"
        raise StorageError(code, review=opened.review, session=opened.session)


def review_entry(link: Link) -> ReviewEntry:
    """The entry that `link` keeps; `StorageError` if this program cannot read it."""
    try:
        at = datetime.fromisoformat(link.at)
        return ReviewEntry(seq=link.seq, at=at, event=REVIEW_EVENTS.validate_json(link.event))
    except (ValidationError, ValueError) as error:
        raise StorageError("event-unreadable", session=link.session, seq=link.seq) from error
