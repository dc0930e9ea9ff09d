"""The stored journal of one session: `practice.ports.Journal` over the store.

An append is one transaction. Before it returns, the events are on the disk together with all
that is derived from them (the session's row, what was spoken, the search index); when it raises,
nothing is. It refuses to open a session whose definitions are not kept, to reuse the id of a
forgotten one, and to write after an entry it was not told of.
"""

from collections.abc import Sequence
from datetime import datetime

from pydantic import ValidationError
from sqlite_utils import Database

from simulator.errors import StorageError
from simulator.practice.events import EVENTS, Entry, Event, SessionOpened
from simulator.practice.ports import Clock
from simulator.transcripts import row_folds
from simulator.transcripts.chain import Link, forge
from simulator.transcripts.definitions import text_of, title_of
from simulator.transcripts.rows import SessionRow
from simulator.transcripts.sessions import load_row, save_row
from simulator.transcripts.store import Store
from simulator.transcripts.streams import head_of, is_forgotten, links_of, put


class StoreJournal:
    """The events of `session` in `store`; a session begins with its first append."""

    def __init__(self, store: Store, session: str, clock: Clock) -> None:
        self._store = store
        self._session = session
        self._clock = clock

    def append(self, events: Sequence[Event], expected_seq: int) -> tuple[Entry, ...]:
        """Store `events` after `expected_seq` entries, durably, all or none.

        Raises `StorageError`, with the code `journal-conflict` when another writer came first.
        """
        with self._store.writing() as database:
            return self._appended(database, events, expected_seq)

    def read(self, after: int = 0) -> tuple[Entry, ...]:
        """The entries with `seq > after`, in order; none if there is no such session."""
        with self._store.reading() as database:
            links = links_of(database, self._session, after)
        return tuple(map(entry_of, links))

    def _appended(
        self, database: Database, events: Sequence[Event], expected_seq: int
    ) -> tuple[Entry, ...]:
        seq, head = head_of(database, self._session)
        if seq != expected_seq:
            raise StorageError(
                "journal-conflict", session=self._session, expected=expected_seq, found=seq
            )
        row = load_row(database, self._session) if seq else None
        added = []
        for event in events:
            link = forge(head, self._session, seq + 1, self._clock.now(), event)
            entry = Entry(seq=link.seq, at=datetime.fromisoformat(link.at), event=event)
            row = keep(database, entry, link, row)
            seq, head = link.seq, link.hash
            added.append(entry)
        if added and row is not None:
            save_row(database, row)
        return tuple(added)


def entry_of(link: Link) -> Entry:
    """The entry that `link` keeps; `StorageError` if this program cannot read it."""
    try:
        at = datetime.fromisoformat(link.at)
        return Entry(seq=link.seq, at=at, event=EVENTS.validate_json(link.event))
    except (ValidationError, ValueError) as error:
        raise StorageError("event-unreadable", session=link.session, seq=link.seq) from error


def keep(database: Database, entry: Entry, link: Link, row: SessionRow | None) -> SessionRow:
    """Store `link`, of which `entry` is the reading, after those that `row` tells of."""
    row = _opened(database, entry, link) if row is None else row_folds.after(row, entry, link.hash)
    put(database, link)
    said = row_folds.spoken(entry.event)
    if said is not None:
        database.execute(
            "INSERT INTO spoken (session, turn, speaker, text) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (session, turn) DO UPDATE SET speaker = excluded.speaker, "
            "text = excluded.text",
            (link.session, *said),
        )
    return row


def _opened(database: Database, entry: Entry, link: Link) -> SessionRow:
    """The row of a session that begins with `entry`, its definitions pinned."""
    event, session = entry.event, link.session
    if entry.seq > 1:
        raise StorageError("session-row-missing", session=session)
    if not isinstance(event, SessionOpened) or event.session != session:
        raise StorageError("session-not-opened", session=session)
    if is_forgotten(database, session):
        raise StorageError("session-forgotten", session=session)
    for definition in sorted(row_folds.pinned(event)):
        if text_of(database, definition) is None:
            raise StorageError("definition-missing", hash=definition, session=session)
        database.execute("INSERT INTO pins VALUES (?, ?)", (session, definition))
    return row_folds.opened(entry, event, title_of(database, event), link.hash)
