"""What is wrong with one stored session, if anything: its chain, its order, what is derived.

Everything is recomputed from the stored links alone. It refuses to stop at the first flaw of a
session, except where the text of an event can no longer be read.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from simulator.errors import StorageError
from simulator.practice.events import Entry, SessionOpened
from simulator.transcripts import row_folds
from simulator.transcripts.chain import Link
from simulator.transcripts.definitions import text_of, title_of
from simulator.transcripts.journal import entry_of
from simulator.transcripts.order import disorders
from simulator.transcripts.row_folds import Spoken
from simulator.transcripts.schema import GENESIS
from simulator.transcripts.sessions import as_stored, stored_row
from simulator.transcripts.streams import links_of


class Flaw(StrEnum):
    """One way in which a store is not whole."""

    DAMAGED = "damaged"
    """SQLite itself finds the file broken."""
    GUARD_MISSING = "guard-missing"
    """A trigger that protects what is kept is gone or is another one."""
    SEQ_GAP = "seq-gap"
    """An event is missing, doubled or out of its place."""
    CHAIN_BROKEN = "chain-broken"
    """An event is not the one that was stored, or does not follow the one before it."""
    UNREADABLE = "unreadable"
    """An event is whole and yet this program cannot read it."""
    OPENING = "opening"
    """The session or review does not begin by being opened, once, under its own id."""
    TURN_ORDER = "turn-order"
    DECISION_MISSING = "decision-missing"
    """A line was answered without having been read and decided."""
    AFTER_THE_END = "after-the-end"
    """Something was said after the session ended."""
    DEFINITION_MISSING = "definition-missing"
    DEFINITION_ALTERED = "definition-altered"
    ROW_DIFFERS = "row-differs"
    """The list of sessions or of reviews says something else than the events."""
    SEARCH_DIFFERS = "search-differs"
    """What can be searched is not what was said."""
    HALF_FORGOTTEN = "half-forgotten"
    """A tombstone stands for a session or review of which something is left."""
    VERSION_ORDER = "version-order"
    """The signed versions of a review do not count up from 1."""
    POINT_UNKNOWN = "point-unknown"
    """A ruling is on a point that neither the draft nor the mentor made."""
    REVIEW_ASTRAY = "review-astray"
    """A review is of a session, or of a state of one, that is not kept here."""
    FORK_DIFFERS = "fork-differs"
    """A fork is not what its record says."""
    EXPOSED = "exposed"
    """Others than the owner may read the file or its folder."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One flaw, the session and event where it shows if it is of one, and what to look for."""

    code: Flaw
    session: str | None = None
    seq: int | None = None
    detail: str = ""


def session_problems(database: Database, session: str) -> Iterator[Problem]:
    """Everything that is wrong with the stored `session`."""
    links = links_of(database, session)
    yield from chain_problems(session, links)
    try:
        entries = tuple(map(entry_of, links))
    except StorageError as error:
        yield Problem(Flaw.UNREADABLE, session, int(str(error.values["seq"])))
        return
    for seq, disorder in disorders(session, (entry.event for entry in entries)):
        yield Problem(Flaw(disorder), session, seq)
    yield from _derived_problems(database, session, entries, links)


def chain_problems(session: str, links: Sequence[Link]) -> Iterator[Problem]:
    """Every place at which `links` are not the whole chain of `session`."""
    seq, prev = 0, GENESIS
    for link in links:
        if link.seq != seq + 1:
            yield Problem(Flaw.SEQ_GAP, session, link.seq)
        elif link.prev != prev or not link.is_sound:
            yield Problem(Flaw.CHAIN_BROKEN, session, link.seq)
        seq, prev = link.seq, link.hash


def _derived_problems(
    database: Database, session: str, entries: Sequence[Entry], links: Sequence[Link]
) -> Iterator[Problem]:
    if not entries:
        yield Problem(Flaw.ROW_DIFFERS, session, detail="no events")
        return
    first = entries[0].event
    if not isinstance(first, SessionOpened):
        return
    yield from _definition_problems(database, session, first)
    row = row_folds.opened(entries[0], first, title_of(database, first), links[0].hash)
    for entry, link in zip(entries[1:], links[1:], strict=True):
        row = row_folds.after(row, entry, link.hash)
    if stored_row(database, session) != as_stored(row):
        yield Problem(Flaw.ROW_DIFFERS, session)
    said = {
        one.turn: one for entry in entries if (one := row_folds.spoken(entry.event)) is not None
    }
    if _spoken(database, session) != said:
        yield Problem(Flaw.SEARCH_DIFFERS, session)


def _definition_problems(
    database: Database, session: str, event: SessionOpened
) -> Iterator[Problem]:
    needed = row_folds.pinned(event)
    for name in sorted(needed):
        if text_of(database, name) is None:
            yield Problem(Flaw.DEFINITION_MISSING, session, detail=name)
    found = database.execute("SELECT definition FROM pins WHERE session = ?", (session,))
    if {one[0] for one in found} != needed:
        yield Problem(Flaw.ROW_DIFFERS, session, detail="pins")


def _spoken(database: Database, session: str) -> dict[int, Spoken]:
    found = database.execute("SELECT turn, speaker, text FROM spoken WHERE session = ?", (session,))
    return {one[0]: Spoken(*one) for one in found}
