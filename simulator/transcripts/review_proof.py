"""What is wrong with one stored review or one record of a fork, if anything.

Everything is recomputed from the stored links alone, as for a session.
"""

from collections.abc import Iterator

from sqlite_utils import Database

from simulator.debrief.review.records import ReviewOpened
from simulator.errors import StorageError
from simulator.transcripts.forks import Fork, fork_at, fork_of, heads_of, told_as
from simulator.transcripts.proof import Flaw, Problem, chain_problems
from simulator.transcripts.review_journal import review_entry
from simulator.transcripts.review_rows import review_disorders, row_of
from simulator.transcripts.reviews import as_stored, stored_review
from simulator.transcripts.sessions import stored_row
from simulator.transcripts.streams import kind_of, links_of


def review_problems(database: Database, review: str) -> Iterator[Problem]:
    """Everything that is wrong with the stored `review`."""
    links = links_of(database, review)
    yield from chain_problems(review, links)
    try:
        entries = tuple(map(review_entry, links))
    except StorageError as error:
        yield Problem(Flaw.UNREADABLE, review, int(str(error.values["seq"])))
        return
    for seq, disorder in review_disorders(review, (entry.event for entry in entries)):
        yield Problem(Flaw(disorder), review, seq)
    row = row_of(entries, links[-1].hash) if links else None
    stored = stored_review(database, review)
    if stored != (None if row is None else as_stored(row)) or stored_row(database, review):
        yield Problem(Flaw.ROW_DIFFERS, review, detail="reviews")
    first = entries[0].event if entries else None
    if isinstance(first, ReviewOpened) and first.session_head not in heads_of(
        database, first.session
    ):
        yield Problem(Flaw.REVIEW_ASTRAY, review, detail=first.session)


def fork_problems(database: Database, stream: str) -> Iterator[Problem]:
    """Everything that is wrong with the record of the fork `stream`, if it is one."""
    fork = fork_of(database, stream)
    if fork is not None and not _is_proved(database, fork):
        yield Problem(Flaw.FORK_DIFFERS, stream, fork.seq, detail=fork.of)


def _is_proved(database: Database, fork: Fork) -> bool:
    """Whether the entry at which it began has, under its own id, the hash on record."""
    name = "review" if kind_of(database, fork.id) == "review" else "session"
    try:
        told = told_as(links_of(database, fork.id), fork.of, {name: fork.of})
    except (ValueError, TypeError):
        return False
    began = next((link for link in told if link.seq == fork.seq), None)
    return began is not None and began.hash == fork.hash and fork_at(began) == fork
