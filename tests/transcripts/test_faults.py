"""No failure of SQLite or of the disk leaves the store under its own name."""

import sqlite3
from pathlib import Path

import pytest

from simulator.errors import StorageError
from simulator.transcripts.faults import CODES, UNNAMED, mapped

RESULTS = {name: value for name, value in vars(sqlite3).items() if name.startswith("SQLITE_")}
ERRORS = (
    sqlite3.OperationalError,
    sqlite3.DatabaseError,
    sqlite3.IntegrityError,
    sqlite3.ProgrammingError,
    sqlite3.InterfaceError,
    sqlite3.NotSupportedError,
    sqlite3.InternalError,
    sqlite3.DataError,
)


def failing(error: Exception) -> StorageError:
    with pytest.raises(StorageError) as raised, mapped(Path("there.db")):
        raise error
    return raised.value


@pytest.mark.parametrize("kind", ERRORS)
def test_every_kind_of_sqlite_error_becomes_ours(kind: type[sqlite3.Error]) -> None:
    assert failing(kind("what was stored")).code == UNNAMED


@pytest.mark.parametrize("name", ["BUSY_SNAPSHOT", "IOERR_WRITE", "CONSTRAINT_TRIGGER", "FULL"])
def test_extended_results_count_as_their_primary_ones(name: str) -> None:
    error = sqlite3.OperationalError("what was stored")
    error.sqlite_errorcode = RESULTS[f"SQLITE_{name}"]
    error.sqlite_errorname = f"SQLITE_{name}"
    told = failing(error)

    assert told.code == CODES[RESULTS[f"SQLITE_{name.partition('_')[0]}"]]
    assert told.values == {"path": Path("there.db"), "reason": f"SQLITE_{name}"}


def test_what_was_being_stored_is_not_in_the_error() -> None:
    assert "secret" not in str(failing(sqlite3.OperationalError("near 'secret'")))


def test_bytes_that_are_no_text_are_damage() -> None:
    error = sqlite3.OperationalError("Could not decode to UTF-8 column 'event'")

    assert failing(error).code == "storage-damaged"


def test_the_disk_speaks_through_the_same_seam() -> None:
    assert failing(PermissionError(13, "Permission denied")).values["reason"] == "Permission denied"


def test_our_own_errors_pass_as_they_are() -> None:
    with pytest.raises(StorageError) as raised, mapped(Path("there.db")):
        raise StorageError("journal-conflict")

    assert raised.value.code == "journal-conflict"
