"""Pictures of the screens: 80×24 in English and 120×40 in French, on a stage of the tests' own."""

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.tui.screens.library import LibraryScreen
from tests.tui.hand import (
    press,
    running,
    shown,
)
from tests.tui.pictures import Given, app_of, before_anything_was_said, still


@pytest.mark.parametrize("given", ["en"], indirect=True)
async def test_the_library_on_the_first_run(given: Given, picture: SnapshotAssertion) -> None:
    async with running(before_anything_was_said(given), given.size) as hand:
        await shown(hand, LibraryScreen)

        assert await still(hand) == picture


@pytest.mark.parametrize("given", ["fr"], indirect=True)
async def test_the_library_with_sessions(given: Given, picture: SnapshotAssertion) -> None:
    given.house.begin(given.stage, mentee="Sam").leave()
    given.house.begin(given.stage, mentee="Sam")
    async with running(app_of(given), given.size) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab")

        assert await still(hand) == picture
