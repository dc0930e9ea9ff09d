"""A store is private, knows its own file, and belongs to one thread."""

import os
import sqlite3
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlite_utils import Database

from simulator.errors import StorageError
from simulator.transcripts import migrations
from simulator.transcripts import store as store_module
from simulator.transcripts.schema import APPLICATION_ID, GUARDS, VERSION
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store, journal_mode
from simulator.transcripts.verify import verify
from tests.transcripts.scene import define, play, raw


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def no_umask() -> object:
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("no_umask")
def test_folder_and_files_are_the_owners_alone_whatever_the_umask(path: Path) -> None:
    with Store.open(path) as store, store.writing() as database:
        database.execute("INSERT INTO definitions VALUES ('a', 'b')")

        assert rights(path.parent) == 0o700
        assert {one.name: oct(rights(one)) for one in path.parent.iterdir()} == dict.fromkeys(
            (one.name for one in path.parent.iterdir()), "0o600"
        )
        assert len(list(path.parent.iterdir())) > 1, "the journal was to be looked at too"


def test_a_folder_that_was_there_is_closed_when_a_store_is_born_in_it(path: Path) -> None:
    path.parent.mkdir(mode=0o755)
    path.parent.chmod(0o755)
    Store.open(path).close()

    assert rights(path.parent) == 0o700


def test_a_file_that_was_opened_to_others_is_closed_again(path: Path) -> None:
    Store.open(path).close()
    path.chmod(0o644)
    path.parent.chmod(0o755)
    Store.open(path).close()

    assert rights(path) == 0o600
    assert rights(path.parent) == 0o755, "the folder may hold other things by now"


def test_no_store_is_born_in_a_folder_for_everybody(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)

    with pytest.raises(StorageError) as raised:
        Store.open(shared / "transcripts.db")

    assert raised.value.code == "storage-shared"
    assert list(shared.iterdir()) == []


def test_a_new_store_leaves_nothing_else_in_its_folder(path: Path) -> None:
    Store.open(path).close()

    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_file_says_what_it_is(store: Store) -> None:
    with raw(store.path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == (journal_mode(),)


def test_the_file_says_how_many_steps_it_has_had() -> None:
    assert len(migrations.steps().pending(Database(memory=True))) == VERSION


@pytest.mark.parametrize(
    ("version", "mode"), [((3, 40, 1), "delete"), ((3, 51, 2), "delete"), ((3, 51, 3), "wal")]
)
def test_a_log_is_used_only_where_it_is_sound(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int], mode: str
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)

    assert journal_mode() == mode


def test_a_log_left_by_a_newer_sqlite_is_given_up(
    monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(store_module, "journal_mode", lambda: "wal")
        with Store.open(path) as store:
            play(store, "aaaa")
    with Store.open(path) as store, store.reading() as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == (journal_mode(),)


def test_too_old_a_sqlite_is_told(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 31, 1))

    with pytest.raises(StorageError) as raised:
        Store.open(path)

    assert raised.value.code == "sqlite-too-old"
    assert not path.exists()


def test_what_is_committed_is_synced_and_what_is_deleted_overwritten(store: Store) -> None:
    with store.reading() as database:
        settings = {
            name: database.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("synchronous", "secure_delete", "foreign_keys", "temp_store")
        }

    full = in_memory = 2
    assert settings == {
        "synchronous": full,
        "secure_delete": 1,
        "foreign_keys": 1,
        "temp_store": in_memory,
    }


def refused(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(StorageError) as raised:
        Store.open(path)
    assert path.read_bytes() == before, "a file that is refused is left as it was"
    return raised.value.code


def test_an_emptied_file_is_not_taken_for_a_new_store(store: Store) -> None:
    store.path.write_bytes(b"")

    assert refused(store.path) == "storage-empty"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "transcripts.db"
    path.write_text("Dear diary, " * 100, encoding="utf-8")

    assert refused(path) == "storage-foreign"


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "transcripts.db"
    with raw(path) as connection:
        connection.execute("CREATE TABLE events (a)")

    assert refused(path) == "storage-foreign"


def test_a_file_from_a_newer_program_is_refused(store: Store) -> None:
    with raw(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")

    assert refused(store.path) == "storage-newer"


def test_a_path_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    with pytest.raises(StorageError) as raised:
        Store.open(tmp_path / "file" / "transcripts.db")

    assert raised.value.code == "storage-unopenable"


def test_many_that_open_a_new_store_at_once_find_one_whole_store(path: Path) -> None:
    many = 8
    together = threading.Barrier(many)

    def begin(number: int) -> None:
        together.wait()
        with Store.open(path) as store:
            play(store, f"{number}{number}{number}")

    with ThreadPoolExecutor(many) as pool:
        list(pool.map(begin, range(many)))

    with Store.open(path) as store:
        assert len(Sessions(store).all()) == many
        assert verify(store) == ()


def test_many_that_bring_an_old_store_up_at_once_do_it_once(path: Path) -> None:
    path.parent.mkdir(mode=0o700)
    with raw(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    many = 6
    together = threading.Barrier(many)

    def begin(_: int) -> None:
        together.wait()
        Store.open(path).close()

    with ThreadPoolExecutor(many) as pool:
        list(pool.map(begin, range(many)))

    with Store.open(path) as store:
        assert verify(store) == ()


def test_a_store_of_another_thread_is_refused_by_name(store: Store) -> None:
    def use() -> str:
        try:
            define(store)
        except StorageError as error:
            return error.code
        return ""

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(use).result() == "storage-wrong-thread"


def test_a_closed_store_says_so_instead_of_failing_strangely(path: Path) -> None:
    store = Store.open(path)
    store.close()
    store.close()

    with pytest.raises(StorageError):
        define(store)


def test_migrating_again_changes_nothing(store: Store) -> None:
    with raw(store.path) as connection:
        before = connection.execute("SELECT name, sql FROM sqlite_schema").fetchall()
        migrations.bring_up(Database(connection, execute_plugins=False))

        assert connection.execute("SELECT name, sql FROM sqlite_schema").fetchall() == before


def test_whoever_migrates_holds_the_others_off_from_the_first_look() -> None:
    statements: list[str] = []
    database = Database(memory=True, execute_plugins=False)
    with database.tracer(lambda sql, _: statements.append(sql)):
        migrations.bring_up(database)

    assert statements[0] == "BEGIN IMMEDIATE"
    assert statements[-1] == "COMMIT"
    assert statements.count("COMMIT") == 1


def test_what_a_newer_program_brought_up_meanwhile_is_left_alone() -> None:
    database = Database(memory=True, execute_plugins=False)
    database.execute(f"PRAGMA user_version = {VERSION + 1}")
    migrations.bring_up(database)

    assert database.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)
    assert database.table_names() == []


def test_every_guard_stands_after_migrating(store: Store) -> None:
    with store.reading() as database:
        assert {trigger.name for trigger in database.triggers} >= GUARDS.keys()
        assert all(
            database.table(name).strict
            for name in ("events", "tombstones", "definitions", "sessions", "pins", "spoken")
        )
