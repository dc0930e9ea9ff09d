"""Where the store lives on disk: a folder and files that only their owner can read.

A new store is built whole under another name and then linked into place, so that a file of the
store's name is never half made: one that is empty was emptied. It refuses a folder that belongs
to everybody, and never changes the rights of a folder in which a store already lives.
"""

import os
import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

from simulator.errors import StorageError

FILE_NAME = "transcripts.db"
"""Of the store in a workspace's folder of transcripts."""
FOLDER_MODE = 0o700
FILE_MODE = 0o600
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def create(path: Path, build: Callable[[Path], None]) -> None:
    """Make the file at `path` by `build`, unless another process makes it first."""
    path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    close_to_others(path.parent, FOLDER_MODE)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    os.close(handle)
    built = Path(name)
    try:
        build(built)
        _put_in_place(built, path)
    finally:
        built.unlink(missing_ok=True)
    sync_folder(path.parent)


def _put_in_place(built: Path, path: Path) -> None:
    try:
        path.hardlink_to(built)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            built.rename(path)


def reserve(path: Path) -> None:
    """An empty file of the owner's alone at `path`; `FileExistsError` if anything is there."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
    close_to_others(path, FILE_MODE)


def close_to_others(path: Path, mode: int) -> None:
    """Give `path` the rights `mode` if anybody but its owner has any."""
    if not is_open_to_others(path):
        return
    if path.stat().st_mode & stat.S_ISVTX:
        raise StorageError("storage-shared", path=path)
    try:
        path.chmod(mode)
    except PermissionError as error:
        raise StorageError("storage-shared", path=path) from error


def is_open_to_others(path: Path) -> bool:
    """Whether somebody besides the owner has any right to `path`, where rights are kept so."""
    return os.name == "posix" and bool(path.stat().st_mode & _OTHERS)


def sync_file(path: Path) -> None:
    """Have the content of `path` reach the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the names in `folder` reach the disk, where folders can be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
