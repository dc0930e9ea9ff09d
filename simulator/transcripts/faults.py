"""The seam at which what SQLite and the disk report becomes `StorageError`.

Nothing above this module sees a `sqlite3.Error` or an `OSError` of the store. Each result code
that a person can do something about has a code of its own; the rest is `storage-failed` and
carries SQLite's own name for it. It refuses to swallow: every failure leaves as an error.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from simulator.errors import StorageError

CODES: Mapping[int, str] = {
    sqlite3.SQLITE_BUSY: "storage-busy",
    sqlite3.SQLITE_LOCKED: "storage-busy",
    sqlite3.SQLITE_PROTOCOL: "storage-busy",
    sqlite3.SQLITE_FULL: "storage-full",
    sqlite3.SQLITE_READONLY: "storage-read-only",
    sqlite3.SQLITE_PERM: "storage-unopenable",
    sqlite3.SQLITE_CANTOPEN: "storage-unopenable",
    sqlite3.SQLITE_AUTH: "storage-unopenable",
    sqlite3.SQLITE_CORRUPT: "storage-damaged",
    sqlite3.SQLITE_NOTADB: "storage-foreign",
    sqlite3.SQLITE_IOERR: "storage-disk",
    sqlite3.SQLITE_CONSTRAINT: "storage-refused",
}
"""Primary result code → code of the error; a code not listed is `storage-failed`."""

UNNAMED = "storage-failed"


@contextmanager
def mapped(path: Path) -> Iterator[None]:
    """Turn failures of SQLite and of the file system inside the block into `StorageError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise told(error, path) from error
    except OSError as error:
        raise StorageError(
            "storage-unopenable", path=path, reason=error.strerror or type(error).__name__
        ) from error


def told(error: sqlite3.Error, path: Path) -> StorageError:
    """The `StorageError` that says what `error` means for the store at `path`."""
    result = getattr(error, "sqlite_errorcode", None)
    if result is None and "decode" in str(error):
        return StorageError("storage-damaged", path=path, reason=reason_of(error))
    code = UNNAMED if result is None else CODES.get(result & 0xFF, UNNAMED)
    return StorageError(code, path=path, reason=reason_of(error))


def reason_of(error: sqlite3.Error) -> str:
    """SQLite's name for it where there is one: its prose may quote what was being stored."""
    return getattr(error, "sqlite_errorname", None) or type(error).__name__
