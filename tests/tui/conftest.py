"""A house for each test, and the time zone of the clock that stands."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.wiring import House
from tests.tui.hand import house_in
from tests.tui.pictures import Given, Svg


@pytest.fixture(autouse=True)
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Sessions are dated in the reader's own time; here that is UTC."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "UTC")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with house_in(tmp_path) as built:
        yield built


@pytest.fixture
def maison(tmp_path: Path) -> Iterator[House]:
    """The same in French."""
    with house_in(tmp_path, "fr") as built:
        yield built


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(Svg)


@pytest.fixture(params=["en", "fr"])
def given(request: pytest.FixtureRequest, tmp_path: Path) -> Given:
    return Given(tmp_path, request.param)
