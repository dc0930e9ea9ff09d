"""Sessions are listed newest first and found by the beginning of their id."""

from datetime import UTC, datetime

import pytest

from simulator.errors import NotFound, SimulatorError, UsageError
from simulator.practice.events import SceneStopped, SessionEnded
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.forget import forget
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from tests.transcripts.scene import Ticking, define, exchange, greeting, opened, play


def at(hour: int) -> Ticking:
    return Ticking(datetime(2026, 3, 2, hour, tzinfo=UTC))


def test_a_row_says_what_was_run_and_how_it_went(store: Store) -> None:
    entries = play(store, "aaaa", ("Why?", "Badges."), ("Since when?", "May."), parent="p" * 4)
    (row,) = Sessions(store).all()

    assert (row.id, row.scenario, row.title) == ("aaaa", "presence", "The rule on presence")
    assert (row.mentee, row.language, row.level, row.actor) == ("Camille", "en", 2, "offline")
    assert (row.opened_at, row.last_at, row.entries) == (
        entries[0].at,
        entries[-1].at,
        len(entries),
    )
    assert (row.turns, row.outcome, row.score, row.parent) == (2, "told", 1.0, "pppp")


@pytest.mark.parametrize(
    ("last", "outcome"),
    [
        ((), "open"),
        ((SceneStopped(),), "open"),
        ((SessionEnded(cause="left"),), "left"),
        ((SceneStopped(), SessionEnded(cause="stopped")), "stopped"),
        ((SessionEnded(cause="ending", ending="shown-out", score=0.0),), "shown-out"),
    ],
)
def test_the_outcome_is_the_ending_or_what_kept_it_from_one(
    store: Store, last: tuple[SceneStopped | SessionEnded, ...], outcome: str
) -> None:
    define(store)
    StoreJournal(store, "aaaa", Ticking()).append((opened("aaaa"), *greeting(), *last), 0)

    assert Sessions(store).find("aaaa").outcome == outcome


def test_a_row_follows_appends_one_by_one(store: Store) -> None:
    define(store)
    journal = StoreJournal(store, "aaaa", Ticking())
    for seq, event in enumerate((opened("aaaa"), *greeting(), *exchange(2, "Why?", "So."))):
        journal.append((event,), seq)
    row = Sessions(store).find("aaaa")

    assert (row.turns, row.entries, row.outcome) == (1, 9, "open")


def test_sessions_are_listed_newest_first(store: Store) -> None:
    define(store)
    for session, hour in (("bbbb", 10), ("cccc", 9), ("aaaa", 11), ("dddd", 9)):
        StoreJournal(store, session, at(hour)).append((opened(session),), 0)

    assert [row.id for row in Sessions(store).all()] == ["aaaa", "bbbb", "dddd", "cccc"]


def test_going_on_with_a_session_does_not_move_it(store: Store) -> None:
    define(store)
    for session, hour in (("aaaa", 9), ("bbbb", 10)):
        StoreJournal(store, session, at(hour)).append((opened(session),), 0)
    StoreJournal(store, "aaaa", at(11)).append(greeting(), 1)

    assert [row.id for row in Sessions(store).all()] == ["bbbb", "aaaa"]


@pytest.fixture
def several(store: Store) -> Sessions:
    for session in ("ab30000000", "ab31000000", "c010000000"):
        play(store, session)
    forget(store, "c010000000", Ticking())
    play(store, "d010000000")
    return Sessions(store)


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("ab30", "ab30000000"),
        ("AB31", "ab31000000"),
        ("ab30000000", "ab30000000"),
        ("d", "d010000000"),
        (" dOl ", "d010000000"),
        ("ab-3i", "ab31000000"),
    ],
)
def test_a_unique_beginning_is_enough_however_it_is_typed(
    several: Sessions, ref: str, found: str
) -> None:
    assert several.find(ref).id == found


@pytest.mark.parametrize(
    ("ref", "kind", "code"),
    [
        ("ab3", UsageError, "session-ambiguous"),
        ("x", NotFound, "no-such-session"),
        ("", NotFound, "no-such-session"),
        ("%", NotFound, "no-such-session"),
        ("_b30", NotFound, "no-such-session"),
        ("c", NotFound, "session-forgotten"),
    ],
)
def test_what_names_no_one_session_is_refused(
    several: Sessions, ref: str, kind: type[SimulatorError], code: str
) -> None:
    with pytest.raises(kind) as raised:
        several.find(ref)

    assert raised.value.code == code


def test_an_ambiguous_beginning_names_those_it_could_be(several: Sessions) -> None:
    with pytest.raises(UsageError) as raised:
        several.find("ab")

    assert raised.value.values["matches"] == "ab30000000, ab31000000"


def test_an_id_is_taken_for_good(several: Sessions) -> None:
    assert several.is_taken("ab30000000")
    assert several.is_taken("c010000000")
    assert not several.is_taken("ab3")


def test_retries_are_known_by_their_parent(store: Store) -> None:
    play(store, "aaaa")
    play(store, "bbbb", parent="aaaa", parent_turn=2)

    assert Sessions(store).retries_of("aaaa") == ("bbbb",)


@pytest.mark.parametrize("text", ["{}", "[1]", '{"title":3}', "not JSON"])
def test_a_definition_without_a_title_lends_its_id(store: Store, text: str) -> None:
    name = Definitions(store).put(text)
    event = opened("aaaa", scenario_hash=name, personas={})
    StoreJournal(store, "aaaa", Ticking()).append((event,), 0)

    assert Sessions(store).find("aaaa").title == "presence"
