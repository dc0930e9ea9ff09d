"""A backup is a whole, private store of its own."""

import os
import stat
from pathlib import Path

import pytest

from simulator.errors import StorageError
from simulator.transcripts.backup import backup
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from simulator.transcripts.verify import verify
from tests.transcripts.scene import play


def test_a_backup_opens_as_a_store_with_the_same_sessions(store: Store, tmp_path: Path) -> None:
    play(store, "aaaa")
    with Store.open(backup(store, tmp_path / "kept.db")) as copy:
        assert Sessions(copy).all() == Sessions(store).all()
        assert verify(copy) == ()


def test_a_backup_is_the_owners_alone(store: Store, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        target = backup(store, tmp_path / "kept.db")
    finally:
        os.umask(before)

    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_what_another_wrote_last_is_in_the_backup(store: Store, path: Path, tmp_path: Path) -> None:
    with Store.open(path) as other:
        play(other, "aaaa")
        target = backup(store, tmp_path / "kept.db")
    with Store.open(target) as copy:
        assert [row.id for row in Sessions(copy).all()] == ["aaaa"]


def test_nothing_is_written_over(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "kept.db"
    target.write_text("precious", encoding="utf-8")

    with pytest.raises(StorageError) as raised:
        backup(store, target)

    assert raised.value.code == "backup-exists"
    assert target.read_text(encoding="utf-8") == "precious"


def test_a_folder_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StorageError) as raised:
        backup(store, tmp_path / "nowhere" / "kept.db")

    assert raised.value.code == "storage-unopenable"


def test_a_backup_that_fails_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Store, target: Path) -> None:
        target.write_text("half", encoding="utf-8")
        raise StorageError("storage-full", path=target)

    monkeypatch.setattr(Store, "copy_to", full)

    with pytest.raises(StorageError):
        backup(store, tmp_path / "kept.db")

    assert not (tmp_path / "kept.db").exists()
