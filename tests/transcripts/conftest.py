"""A store in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.transcripts.place import FILE_NAME
from simulator.transcripts.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is, or will be."""
    return tmp_path / "transcripts" / FILE_NAME


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """A new, empty store."""
    with Store.open(path, patience=0.05) as opened:
        yield opened
