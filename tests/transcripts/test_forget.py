"""Forgetting leaves a tombstone, a whole store, and none of the words."""

from pathlib import Path

import pytest

from simulator.errors import NotFound, StorageError
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.forget import Forgotten, forget
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.scene import PERSONA, Ticking, opened, play, raw

SECRET = "zanzibar"
LINES = ("What about zanzibar?", "Nobody speaks of zanzibar here.")


def everything_in(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.iterdir())


def test_no_byte_of_what_was_said_is_left_on_the_disk(store: Store) -> None:
    play(store, "aaaa", LINES, mentee="Séverine")
    play(store, "bbbb")
    assert SECRET.encode() in everything_in(store.path.parent)

    forget(store, "aaaa", Ticking())

    left = everything_in(store.path.parent)
    assert SECRET.encode() not in left
    assert SECRET[:5].encode() not in left
    assert "Séverine".encode() not in left


def test_the_tombstone_says_that_and_when_but_not_what(store: Store) -> None:
    entries = play(store, "aaaa", LINES)
    head = Sessions(store).find("aaaa").head
    forget(store, "aaaa", Ticking())
    with raw(store.path) as connection:
        (tombstone,) = connection.execute("SELECT * FROM tombstones")

    assert tombstone == ("aaaa", "2026-03-02T09:00:01.000000Z", len(entries), head)


def test_the_space_is_given_back(store: Store) -> None:
    play(store, "aaaa", *[LINES] * 20)
    before = store.path.stat().st_size
    forget(store, "aaaa", Ticking())

    assert store.path.stat().st_size < before


def test_the_others_stay_and_the_store_is_whole(store: Store) -> None:
    play(store, "aaaa", LINES)
    kept = play(store, "bbbb")
    forget(store, "aaaa", Ticking())

    assert [row.id for row in Sessions(store).all()] == ["bbbb"]
    assert StoreJournal(store, "bbbb", Ticking()).read() == kept
    assert verify(store) == ()


def test_a_forgotten_session_is_gone_for_good(store: Store) -> None:
    play(store, "aaaa", LINES)
    forget(store, "aaaa", Ticking())

    with pytest.raises(StorageError) as raised:
        StoreJournal(store, "aaaa", Ticking()).append((opened("aaaa"),), 0)

    assert raised.value.code == "session-forgotten"


@pytest.mark.parametrize(
    ("again", "code"), [(False, "no-such-session"), (True, "session-forgotten")]
)
def test_what_is_not_there_cannot_be_forgotten(store: Store, again: bool, code: str) -> None:
    play(store, "aaaa")
    if again:
        forget(store, "aaaa", Ticking())

    with pytest.raises(NotFound) as raised:
        forget(store, "aaaa" if again else "bbbb", Ticking())

    assert raised.value.code == code


def test_definitions_go_with_the_last_session_that_needs_them(store: Store) -> None:
    definitions = Definitions(store)
    own = definitions.put('{"title":"Ours alone"}')
    play(store, "aaaa", scenario_hash=own)
    play(store, "bbbb")
    forget(store, "aaaa", Ticking())

    with pytest.raises(StorageError):
        definitions.get(own)
    assert definitions.get(definitions.put(PERSONA)) == PERSONA


def test_retries_that_share_its_lines_are_named(store: Store) -> None:
    entries = play(store, "aaaa")
    play(store, "bbbb", parent="aaaa", parent_turn=2)

    assert forget(store, "aaaa", Ticking()) == Forgotten(
        "aaaa", entries=len(entries), retries=("bbbb",), is_compacted=True
    )


def test_a_reader_elsewhere_only_delays_giving_space_back(store: Store, path: Path) -> None:
    play(store, "aaaa", LINES)
    play(store, "bbbb")
    with Store.open(path) as other:
        assert forget(store, "aaaa", Ticking()).is_compacted
        with other.reading() as database:
            database.execute("SELECT count(*) FROM events").fetchone()

            assert not store.compact()
    assert store.compact()
