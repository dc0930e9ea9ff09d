"""`verify` finds whatever was altered, left out or doubled, and nothing in a whole store."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.errors import StorageError
from simulator.practice.events import HelpShown
from simulator.transcripts import sessions
from simulator.transcripts.chain import forge
from simulator.transcripts.forget import forget
from simulator.transcripts.proof import Flaw
from simulator.transcripts.schema import GUARDS
from simulator.transcripts.store import Store
from simulator.transcripts.streams import links_of
from simulator.transcripts.verify import verify
from tests.transcripts.scene import PERSONA, SCENARIO, Ticking, play, raw, tamper

ENTRIES = 10
OTHERS = ", ".join(name for name in sessions.COLUMNS if name != "id")
COLUMNS = ("session", "at", "event", "prev", "hash")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two sessions that nobody touches."""
    path = tmp_path_factory.mktemp("original") / "transcripts.db"
    with Store.open(path) as store:
        assert len(play(store, "aaaa")) == ENTRIES
        play(store, "bbbb", ("Could we talk?", "Later."), parent="aaaa", parent_turn=2)
        assert verify(store) == ()
    return path


@pytest.fixture
def copied(original: Path, tmp_path: Path) -> Path:
    """A copy that a test may spoil."""
    return Path(shutil.copy(original, tmp_path / "transcripts.db"))


def flaws(path: Path) -> set[tuple[str, str | None]]:
    with Store.open(path) as store:
        return {(problem.code.value, problem.session) for problem in verify(store)}


def codes(path: Path) -> set[str]:
    return {code for code, _ in flaws(path)}


@given(
    seq=st.integers(1, ENTRIES),
    column=st.sampled_from(COLUMNS),
    place=st.integers(0, 10_000),
    bit=st.integers(0, 7),
)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_flipped_bit_of_an_event_shows(
    copied: Path, original: Path, seq: int, column: str, place: int, bit: int
) -> None:
    shutil.copy(original, copied)
    with raw(copied) as connection:
        (stored,) = connection.execute(
            f"SELECT CAST({column} AS BLOB) FROM events WHERE session = 'aaaa' AND seq = ?", (seq,)
        ).fetchone()
    spoilt = bytearray(stored)
    spoilt[place % len(stored)] ^= 1 << bit
    tamper(
        copied,
        f"UPDATE events SET {column} = CAST(? AS TEXT) WHERE session = 'aaaa' AND seq = ?",
        bytes(spoilt),
        seq,
    )

    assert codes(copied) & {Flaw.CHAIN_BROKEN, Flaw.SEQ_GAP}


@pytest.mark.parametrize("seq", range(1, ENTRIES + 1))
def test_any_event_left_out_shows(copied: Path, seq: int) -> None:
    tamper(copied, "DELETE FROM events WHERE session = 'aaaa' AND seq = ?", seq)

    assert codes(copied) & {Flaw.SEQ_GAP, Flaw.ROW_DIFFERS}


@pytest.mark.parametrize("seq", range(2, ENTRIES))
def test_an_event_left_out_shows_even_if_the_others_move_up(copied: Path, seq: int) -> None:
    tamper(copied, "DELETE FROM events WHERE session = 'aaaa' AND seq = ?", seq)
    for later in range(seq + 1, ENTRIES + 1):
        tamper(
            copied,
            "UPDATE events SET seq = seq - 1 WHERE session = 'aaaa' AND seq = ?",
            later,
        )

    assert (Flaw.CHAIN_BROKEN, "aaaa") in flaws(copied)


@pytest.mark.parametrize("seq", range(1, ENTRIES + 1))
def test_any_event_told_twice_shows(copied: Path, seq: int) -> None:
    tamper(
        copied,
        "INSERT INTO events SELECT session, 1 + (SELECT max(seq) FROM events WHERE session = 'aaaa'),"
        " at, event, prev, hash FROM events WHERE session = 'aaaa' AND seq = ?",
        seq,
    )

    assert (Flaw.CHAIN_BROKEN, "aaaa") in flaws(copied)


@pytest.mark.parametrize("seq", range(1, ENTRIES))
def test_an_event_told_otherwise_under_a_hash_of_its_own_shows(copied: Path, seq: int) -> None:
    with Store.open(copied) as store, store.reading() as database:
        (old,) = links_of(database, "aaaa", seq - 1)[:1]
    new = forge(old.prev, "aaaa", seq, datetime.fromisoformat(old.at), HelpShown(turn=1))
    tamper(
        copied,
        "UPDATE events SET event = ?, hash = ? WHERE session = 'aaaa' AND seq = ?",
        *(new.event, new.hash, seq),
    )

    assert (Flaw.CHAIN_BROKEN, "aaaa") in flaws(copied)


def test_a_flipped_bit_in_the_file_shows_wherever_words_are_kept(
    original: Path, tmp_path: Path
) -> None:
    content = original.read_bytes()
    word = b"badges"
    places = [at for at in range(len(content)) if content.startswith(word, at)]
    for number, place in enumerate(places):
        spoilt = bytearray(content)
        spoilt[place + number % len(word)] ^= 1 << number % 7
        path = tmp_path / f"{place}.db"
        path.write_bytes(spoilt)

        assert flaws(path), f"nothing was noticed at byte {place}"
    assert len(places) > 3


SPOILT = {
    "a definition's text": ("UPDATE definitions SET text = text || ' '", Flaw.DEFINITION_ALTERED),
    "a definition gone": ("DELETE FROM definitions", Flaw.DEFINITION_MISSING),
    "a pin gone": ("DELETE FROM pins", Flaw.ROW_DIFFERS),
    "a better score": ("UPDATE sessions SET score = 0.5", Flaw.ROW_DIFFERS),
    "another mentee": ("UPDATE sessions SET mentee = 'Alex'", Flaw.ROW_DIFFERS),
    "a session unlisted": ("DELETE FROM sessions WHERE id = 'bbbb'", Flaw.ROW_DIFFERS),
    "a session listed that is not there": (
        f"INSERT INTO sessions (id, {OTHERS}) SELECT 'cccc', {OTHERS} FROM sessions LIMIT 1",
        Flaw.ROW_DIFFERS,
    ),
    "a whole session gone but for its row": (
        "DELETE FROM events WHERE session = 'bbbb'",
        Flaw.ROW_DIFFERS,
    ),
    "other words to search": ("UPDATE spoken SET text = 'nothing'", Flaw.SEARCH_DIFFERS),
    "an index that fell behind": ("DELETE FROM spoken_fts_data WHERE id > 10", Flaw.SEARCH_DIFFERS),
    "half a forgetting": (
        "INSERT INTO tombstones VALUES ('aaaa', '', 10, '')",
        Flaw.HALF_FORGOTTEN,
    ),
}


@pytest.mark.parametrize(("statement", "flaw"), SPOILT.values(), ids=SPOILT.keys())
def test_whatever_is_derived_is_compared(copied: Path, statement: str, flaw: Flaw) -> None:
    tamper(copied, statement)

    assert flaw in codes(copied)


@pytest.mark.parametrize("guard", [*GUARDS, "spoken_ai"])
def test_a_guard_that_is_gone_shows(copied: Path, guard: str) -> None:
    with raw(copied) as connection:
        connection.execute(f"DROP TRIGGER {guard}")

    assert Flaw.GUARD_MISSING in codes(copied)


def test_a_guard_that_guards_nothing_shows(copied: Path) -> None:
    with raw(copied) as connection:
        connection.execute("DROP TRIGGER events_never_change")
        connection.execute(
            "CREATE TRIGGER events_never_change BEFORE UPDATE ON events WHEN 0 BEGIN SELECT 1; END"
        )

    assert codes(copied) == {Flaw.GUARD_MISSING}


def test_a_file_cut_short_shows_or_is_refused(copied: Path) -> None:
    content = copied.read_bytes()
    copied.write_bytes(content[: len(content) // 2])
    try:
        found = codes(copied)
    except StorageError as error:
        found = {error.code}

    assert found & {Flaw.DAMAGED, "storage-damaged"}


def test_what_is_quoted_from_a_spoilt_file_can_be_shown(copied: Path) -> None:
    tamper(
        copied,
        "UPDATE definitions SET hash = CAST(x'1b5d303bff' AS TEXT) WHERE text LIKE '%Claire%'",
    )
    tamper(
        copied,
        "UPDATE events SET session = CAST(x'1b5b324aff' AS TEXT) WHERE session = 'aaaa' AND seq = 3",
    )
    with Store.open(copied) as store:
        quoted = "".join(f"{one.session}{one.detail}" for one in verify(store))

    assert "\x1b" not in quoted
    assert quoted.encode()


def test_a_folder_open_to_others_shows(copied: Path) -> None:
    copied.parent.chmod(0o755)

    assert codes(copied) == {Flaw.EXPOSED}


def test_an_event_this_program_cannot_read_is_named(copied: Path) -> None:
    tamper(copied, """UPDATE events SET event = '{"kind":"sang"}' WHERE seq = 3""")

    assert {(Flaw.UNREADABLE, "aaaa"), (Flaw.UNREADABLE, "bbbb")} <= flaws(copied)


def test_a_forgotten_session_leaves_the_store_whole(copied: Path) -> None:
    with Store.open(copied) as store:
        forget(store, "aaaa", Ticking())

        assert verify(store) == ()


def test_the_same_definitions_serve_both_sessions(original: Path) -> None:
    with raw(original) as connection:
        kept = connection.execute("SELECT text FROM definitions ORDER BY text").fetchall()

    assert kept == sorted([(SCENARIO,), (PERSONA,)])
