"""The store: one SQLite file, opened with the settings that keep its promises.

What is committed is on the disk (`synchronous=FULL`) and what is deleted is overwritten
(`secure_delete`). Every write is one BEGIN IMMEDIATE transaction: two writers queue, none fails
halfway. A store belongs to the thread that opened it; another thread opens its own. It refuses
a file that is not ours, one that was emptied, and one from a newer version of the program.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from simulator.errors import StorageError
from simulator.transcripts import migrations, place
from simulator.transcripts.faults import mapped
from simulator.transcripts.schema import APPLICATION_ID, FIRST_SOUND_WAL, OLDEST_SQLITE, VERSION

PATIENCE = 5.0
"""Seconds a writer waits for another before it gives up."""


class Store:
    """An open store. `Store.open` makes one; `close`, or leaving its `with`, ends it."""

    def __init__(self, path: Path, database: Database) -> None:
        self._path = path
        self._database = database
        self._owner = _here()

    @classmethod
    def open(cls, path: Path, *, patience: float = PATIENCE) -> Self:
        """The store at `path`, made if there is none, brought to the present shape.

        Raises `StorageError`; a file that is refused is left as it was.
        """
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            needed = ".".join(map(str, OLDEST_SQLITE))
            raise StorageError("sqlite-too-old", found=sqlite3.sqlite_version, needed=needed)
        with mapped(path):
            if not path.exists():
                place.create(path, _build)
            elif not path.stat().st_size:
                raise StorageError("storage-empty", path=path)
            database = _connect(path, patience)
            try:
                _prepare(database, path)
            except BaseException:
                database.close()
                raise
        return cls(path, database)

    @property
    def path(self) -> Path:
        return self._path

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """One view of the store, the same from the first query of the block to the last."""
        with self._transaction("BEGIN") as database:
            yield database

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One transaction: on disk when the block is left, undone if it raises."""
        with self._transaction("BEGIN IMMEDIATE") as database:
            yield database

    def compact(self) -> bool:
        """Rewrite the file without its free space; False if somebody else was using it."""
        try:
            with mapped(self._path):
                database = self._mine()
                database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                database.execute("VACUUM")
        except StorageError as error:
            if error.code == "storage-busy":
                return False
            raise
        return True

    def copy_to(self, target: Path) -> None:
        """Write a compact copy of the present state into `target`, which must be empty."""
        with mapped(target):
            self._mine().execute("VACUUM INTO ?", (str(target),))

    def close(self) -> None:
        """End the connection; closing twice is fine."""
        with mapped(self._path):
            self._mine().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Database]:
        with mapped(self._path):
            database = self._mine()
            database.execute(begin)
            try:
                yield database
                database.execute("COMMIT")
            except BaseException:
                database.rollback()
                raise

    def _mine(self) -> Database:
        if self._owner != _here():
            raise StorageError("storage-wrong-thread", path=self._path)
        return self._database


def journal_mode() -> str:
    """How SQLite keeps a transaction undoable here: a log where it is sound, else a journal."""
    return "wal" if sqlite3.sqlite_version_info >= FIRST_SOUND_WAL else "delete"


def _here() -> tuple[int, int]:
    return os.getpid(), threading.get_ident()


def _build(path: Path) -> None:
    database = _connect(path, PATIENCE)
    try:
        migrations.bring_up(database)
    finally:
        database.close()


def _connect(path: Path, patience: float) -> Database:
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        database = Database(connection, recursive_triggers=True, execute_plugins=False)
        for setting in (
            "synchronous = FULL",
            "secure_delete = ON",
            "foreign_keys = ON",
            "temp_store = MEMORY",  # sorting and VACUUM leave nothing in a folder for all
            "cell_size_check = ON",
        ):
            database.execute(f"PRAGMA {setting}").fetchall()
    except BaseException:
        connection.close()
        raise
    return database


def _prepare(database: Database, path: Path) -> None:
    """Check that the file is ours, close it to others, and bring it to the present shape."""
    if _pragma(database, "application_id") != APPLICATION_ID:
        raise StorageError("storage-foreign", path=path, reason="application_id")
    version = _pragma(database, "user_version")
    if not isinstance(version, int) or version > VERSION:
        raise StorageError("storage-newer", path=path, found=version, known=VERSION)
    place.close_to_others(path, place.FILE_MODE)
    _pragma(database, f"journal_mode = {journal_mode()}")
    if version < VERSION:
        migrations.bring_up(database)


def _pragma(database: Database, pragma: str) -> object:
    (value,) = database.execute(f"PRAGMA {pragma}").fetchone()
    return value
