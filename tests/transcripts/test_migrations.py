"""A file of an older shape is brought up with everything in it, and its guards stand."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from simulator.transcripts import migrations
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.schema import APPLICATION_ID, GENESIS, GUARDS
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.reviewing import begin, ruled
from tests.transcripts.scene import Ticking, play, raw


def first_shape(path: Path) -> None:
    """A file as the first step made it, with a session in it as the first program wrote it."""
    with Store.open(path.with_name("donor.db")) as donor:
        play(donor, "aaaa")
    path.parent.mkdir(mode=0o700, exist_ok=True)
    with raw(path) as connection:
        database = Database(connection, execute_plugins=False)
        migrations.steps().apply(database, stop_before="keep_reviews_and_forks")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 1")
        connection.execute("ATTACH ? AS donor", (str(path.with_name("donor.db")),))
        for table in ("definitions", "events", "pins"):
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM donor.{table}")
        for table in ("spoken", "sessions"):
            names = [one[1] for one in connection.execute(f"PRAGMA main.table_info({table})")]
            columns = ", ".join(names)
            connection.execute(
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM donor.{table}"
            )
    path.with_name("donor.db").unlink()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old" / "transcripts.db"
    path.parent.mkdir(mode=0o700)
    first_shape(path)
    return path


def test_the_first_shape_knew_neither_reviews_nor_forks(old: Path) -> None:
    with raw(old) as connection:
        tables = {one[0] for one in connection.execute("SELECT name FROM sqlite_schema")}

    assert tables & {"events", "reviews", "forks"} == {"events"}


def test_everything_in_it_is_still_there_and_whole(old: Path) -> None:
    with Store.open(old) as store:
        (row,) = Sessions(store).all()

        assert (row.id, row.shared_with, row.reviewed) == ("aaaa", (), "")
        assert len(StoreJournal(store, "aaaa", Ticking()).read()) == row.entries
        assert verify(store) == ()


def test_every_guard_stands_after_it(old: Path) -> None:
    Store.open(old).close()
    with raw(old) as connection:
        found = dict(
            connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        )

        assert GUARDS.keys() <= found.keys()
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE events SET event = '{}'")


def test_a_review_can_be_kept_in_it(old: Path) -> None:
    with Store.open(old) as store:
        begin(store, "rrrr", "aaaa", ruled())

        assert Sessions(store).find("aaaa").reviewed == "begun"
        assert verify(store) == ()


FORKS = {
    "changing": "UPDATE forks SET seq = 3",
    "removing": "DELETE FROM forks",
    "replacing": "INSERT OR REPLACE INTO forks SELECT id, of, seq + 1, hash FROM forks",
}


@pytest.mark.parametrize("statement", FORKS.values(), ids=FORKS.keys())
def test_where_a_fork_began_is_kept_from_outside_too(store: Store, statement: str) -> None:
    with raw(store.path) as connection:
        connection.execute("INSERT INTO forks VALUES ('bbbb', 'aaaa', 2, ?)", (GENESIS,))

        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(statement)
