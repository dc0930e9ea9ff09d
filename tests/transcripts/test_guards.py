"""No program changes what was kept, not even one that is not ours."""

import sqlite3

import pytest

from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.scene import play, raw

NEXT = "SELECT session, max(seq) + 1, at, event, hash, hash FROM events WHERE session = 'aaaa'"
FIRST = "SELECT session, seq, at, '{}', prev, hash FROM events WHERE seq = 1"
CASES = {
    "changing an event": "UPDATE events SET event = '{}' WHERE seq = 2",
    "moving an event": "UPDATE events SET seq = seq + 100",
    "changing an event by replacing": "UPDATE OR REPLACE events SET seq = 1 WHERE seq = 2",
    "deleting an event": "DELETE FROM events WHERE seq = 2",
    "deleting all events": "DELETE FROM events",
    "replacing an event": f"INSERT OR REPLACE INTO events {FIRST}",
    "replacing by the short form": f"REPLACE INTO events {FIRST}",
    "doubling an event quietly": f"INSERT OR IGNORE INTO events {FIRST}",
    "leaving a gap": "INSERT INTO events SELECT session, 99, at, event, prev, hash FROM events",
    "following another hash": f"INSERT INTO events {NEXT.replace('event, hash,', 'event, prev,')}",
    "beginning at two": "INSERT INTO events SELECT 'b', 2, at, event, prev, hash FROM events",
    "changing an event through an upsert": (
        f"INSERT INTO events {FIRST} ON CONFLICT DO UPDATE SET event = '{{}}'"
    ),
    "changing a definition": "UPDATE definitions SET text = ''",
    "replacing a definition": "INSERT OR REPLACE INTO definitions SELECT hash, '' FROM definitions",
    "changing a tombstone": "UPDATE tombstones SET at = ''",
    "removing a tombstone": "DELETE FROM tombstones",
    "replacing a tombstone": "INSERT OR REPLACE INTO tombstones VALUES ('gone', '', 0, '')",
    "reusing a forgotten id": (
        "INSERT INTO events SELECT 'gone', 1, at, event, prev, hash FROM events WHERE seq = 1"
    ),
}


@pytest.mark.parametrize("statement", CASES.values(), ids=CASES.keys())
def test_is_refused_from_outside(store: Store, statement: str) -> None:
    play(store, "aaaa")
    with raw(store.path) as connection:
        connection.execute("INSERT INTO tombstones VALUES ('gone', '', 3, '')")

        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)

    assert verify(store) == ()


def test_no_row_number_stands_beside_the_key_to_be_replaced(store: Store) -> None:
    play(store, "aaaa")
    with raw(store.path) as connection, pytest.raises(sqlite3.OperationalError, match="rowid"):
        connection.execute(
            "INSERT OR REPLACE INTO events (rowid, session, seq, at, event, prev, hash) "
            + NEXT.replace("SELECT", "SELECT 2,")
        )

    assert verify(store) == ()


def test_the_next_event_of_a_session_may_come_from_outside(store: Store) -> None:
    play(store, "aaaa")
    with raw(store.path) as connection:
        assert connection.execute(f"INSERT INTO events {NEXT}").rowcount == 1
