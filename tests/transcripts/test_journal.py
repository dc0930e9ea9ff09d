"""The journal keeps what it acknowledged, in order, and nothing else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from simulator.errors import StorageError
from simulator.practice.events import (
    Event,
    MenteeSpoke,
    ReplyInterrupted,
    ReplyStarted,
    SessionOpened,
)
from simulator.practice.session import fold
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.scene import LINES, Ticking, define, exchange, greeting, opened, play, talk
from tests.transcripts.strategies import clocks, events


def test_a_session_reads_back_as_it_was_stored(store: Store) -> None:
    entries = play(store, "aaaa")

    assert StoreJournal(store, "aaaa", Ticking()).read() == entries


@given(events=events(), clock=clocks())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_happens_in_a_session_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event], clock: Ticking
) -> None:
    path = tmp_path_factory.getbasetemp() / "round-trip" / "transcripts.db"
    with Store.open(path) as store:
        define(store)
        session = f"s{len(Sessions(store).all())}"
        stored = StoreJournal(store, session, clock).append((opened(session), *events), 0)

    with Store.open(path) as store:
        assert StoreJournal(store, session, clock).read() == stored


def test_entries_are_numbered_from_one_and_timed_in_utc(store: Store) -> None:
    entries = play(store, "aaaa")

    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    assert all(entry.at.tzinfo is UTC for entry in entries)


def test_reading_after_a_number_gives_the_rest(store: Store) -> None:
    entries = play(store, "aaaa")

    assert StoreJournal(store, "aaaa", Ticking()).read(after=4) == entries[4:]


def test_a_session_that_was_never_opened_reads_as_nothing(store: Store) -> None:
    assert StoreJournal(store, "aaaa", Ticking()).read() == ()


def test_the_second_of_two_writers_is_told_and_stores_nothing(store: Store, path: Path) -> None:
    play(store, "aaaa")
    journal = StoreJournal(store, "aaaa", Ticking())
    seq = len(journal.read())
    with Store.open(path) as other:
        StoreJournal(other, "aaaa", Ticking()).append((MenteeSpoke(turn=4, text="Me first."),), seq)

    with pytest.raises(StorageError) as raised:
        journal.append((MenteeSpoke(turn=4, text="No, me."),), seq)

    assert raised.value.code == "journal-conflict"
    assert raised.value.values == {"session": "aaaa", "expected": seq, "found": seq + 1}
    assert [entry.event for entry in journal.read(seq)] == [MenteeSpoke(turn=4, text="Me first.")]


def test_a_writer_that_is_held_up_too_long_is_told_so(store: Store, path: Path) -> None:
    play(store, "aaaa")
    journal = StoreJournal(store, "aaaa", Ticking())
    with Store.open(path) as other, other.writing(), pytest.raises(StorageError) as raised:
        journal.append((MenteeSpoke(turn=4, text="Hello?"),), 0)

    assert raised.value.code == "storage-busy"


def test_an_append_is_kept_whole_or_not_at_all(store: Store) -> None:
    class Broken(Exception):
        pass

    class Breaking(Ticking):
        def now(self) -> datetime:
            if (now := super().now()).second > 3:
                raise Broken
            return now

    define(store)
    journal = StoreJournal(store, "aaaa", Breaking())

    with pytest.raises(Broken):
        journal.append(talk("aaaa"), 0)

    assert journal.read() == ()
    assert Sessions(store).all() == ()
    assert verify(store) == ()


def test_a_value_that_json_has_no_word_for_is_refused(store: Store) -> None:
    define(store)
    event = opened("aaaa", parameters={"temperature": float("nan")})

    with pytest.raises(StorageError) as raised:
        StoreJournal(store, "aaaa", Ticking()).append((event,), 0)

    assert raised.value.code == "event-unfit"


@pytest.mark.parametrize(
    "first",
    [MenteeSpoke(turn=1, text="Hello"), opened("bbbb")],
    ids=["a line", "another's opening"],
)
def test_a_session_begins_by_being_opened_under_its_own_id(store: Store, first: Event) -> None:
    define(store)

    with pytest.raises(StorageError) as raised:
        StoreJournal(store, "aaaa", Ticking()).append((first,), 0)

    assert raised.value.code == "session-not-opened"


def test_a_session_whose_definitions_are_not_kept_is_not_opened(store: Store) -> None:
    with pytest.raises(StorageError) as raised:
        StoreJournal(store, "aaaa", Ticking()).append((opened("aaaa"),), 0)

    assert raised.value.code == "definition-missing"


def test_a_session_cut_off_by_a_crash_is_open_and_goes_on(store: Store, path: Path) -> None:
    define(store)
    journal = StoreJournal(store, "aaaa", Ticking())
    begun = (opened("aaaa"), *greeting(), *exchange(2, *LINES)[:-1])
    journal.append(begun, 0)

    with Store.open(path) as after:
        (row,) = Sessions(after).all()
        session = fold(StoreJournal(after, "aaaa", Ticking()).read())
        StoreJournal(after, "aaaa", Ticking()).append(
            (
                ReplyInterrupted(turn=3, text="My dir", cause="crash"),
                ReplyStarted(turn=3, voice="manager", actor="offline"),
            ),
            session.seq,
        )

        assert row.outcome == "open"
        assert session.is_speaking
        assert verify(after) == ()


def test_a_definition_is_kept_once_and_reads_back_to_the_byte(store: Store) -> None:
    text = '{"title":"L’été à  Noël","id":"été"}\n'
    definitions = Definitions(store)

    assert definitions.put(text) == definitions.put(text)
    assert definitions.get(definitions.put(text)) == text


def test_a_definition_that_is_not_kept_is_named(store: Store) -> None:
    with pytest.raises(StorageError) as raised:
        Definitions(store).get("0" * 64)

    assert raised.value.code == "definition-missing"


def test_the_same_events_at_the_same_times_make_the_same_chain(
    store: Store, tmp_path: Path
) -> None:
    play(store, "aaaa")
    with Store.open(tmp_path / "twin" / "transcripts.db") as twin:
        play(twin, "aaaa")

        assert Sessions(twin).all() == Sessions(store).all()


def test_an_opening_may_be_followed_by_copies_of_another_session(store: Store) -> None:
    play(store, "aaaa")
    parent = StoreJournal(store, "aaaa", Ticking()).read()
    copied = tuple(one.event for one in parent[1:9] if not isinstance(one.event, SessionOpened))
    StoreJournal(store, "bbbb", Ticking()).append(
        (opened("bbbb", parent="aaaa", parent_turn=4), *copied), 0
    )

    assert verify(store) == ()
