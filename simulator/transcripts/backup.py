"""A backup: a compact copy of the store at one moment, as private as the store.

Copying the file while it is in use can miss what was last committed; `VACUUM INTO` cannot. The
copy is a store like the other: opening it is how it is restored. It refuses to write over
anything.
"""

from pathlib import Path

from simulator.errors import StorageError
from simulator.transcripts import place
from simulator.transcripts.faults import mapped
from simulator.transcripts.store import Store


def backup(store: Store, target: Path) -> Path:
    """Copy `store` to the new file `target`, on the disk when this returns.

    Raises `StorageError`, `backup-exists` if there is something at `target`; a copy that could
    not be finished is removed.
    """
    with mapped(target):
        try:
            place.reserve(target)
        except FileExistsError as error:
            raise StorageError("backup-exists", path=target) from error
        try:
            store.copy_to(target)
            place.sync_file(target)
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        place.sync_folder(target.parent)
    return target
