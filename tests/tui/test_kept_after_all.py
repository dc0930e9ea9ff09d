"""What was written and cannot be kept stands there to be kept again."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from simulator.errors import StorageError
from simulator.practice.events import CommitmentMade, Entry, Event
from simulator.transcripts.journal import StoreJournal
from simulator.tui.screens.afterwards import AfterwardsScreen
from simulator.tui.screens.commitment import CommitmentScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.progress import ProgressScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.wiring import House
from simulator.wiring.notebook import Notebook
from tests.tui.hand import Speaking, house_in, practising, press, running, say, seen, shown, until
from tests.tui.hand import until_silent as silent
from tests.tui.looked_back import ASKING, app, looked_at, opened, talked


@pytest.fixture
def house(tmp_path: Path) -> House:
    return house_in(tmp_path)


def fill_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next thing that is to be kept be refused, and none after it."""

    def refuse(self: StoreJournal, events: Sequence[Event], expected_seq: int) -> tuple[Entry, ...]:
        monkeypatch.undo()
        raise StorageError("cannot-write", path="/elsewhere", reason="full")

    monkeypatch.setattr(StoreJournal, "append", refuse)


async def test_a_note(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, "Hello")
        await silent(hand)
        await press(hand, "f5")
        first = await shown(hand, MarkScreen)
        fill_the_disk(monkeypatch)
        await press(hand, *"slower", "enter")
        await until(lambda: hand.app.screen is not first, "nothing came of it")
        await shown(hand, MarkScreen)
        await press(hand, "enter")
        await shown(hand, PracticeScreen)

        assert [one.note for one in held.session.marks] == ["slower"]


async def test_a_next_step(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    session = await looked_at(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "c")
        first = await shown(hand, CommitmentScreen)
        fill_the_disk(monkeypatch)
        await press(hand, *"we_meet", "enter", *"I_ask", "f5")
        await until(lambda: hand.app.screen is not first, "nothing came of it")
        await shown(hand, CommitmentScreen)
        await press(hand, "f5")
        await shown(hand, DebriefScreen)

    made = house.session(session).followup.commitment
    assert made is not None
    assert (made.when, made.then) == ("we_meet", "I_ask")


async def test_how_it_went(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    session = await talked(house, ASKING)
    made = CommitmentMade(when="she says no", then="I ask why", due=date(2026, 3, 1))
    house.afterwards(session).commit(made)
    async with running(app(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "p")
        screen = await shown(hand, ProgressScreen)
        await until(lambda: screen.is_reckoned, "nothing was reckoned")
        await press(hand, "enter")
        first = await shown(hand, AfterwardsScreen)
        await press(hand, "down", "down", "enter", *"I_asked")
        fill_the_disk(monkeypatch)
        await press(hand, "f5")
        await until(lambda: hand.app.screen is not first, "nothing came of it")
        await shown(hand, AfterwardsScreen)
        await press(hand, "f5")
        await until(lambda: hand.app.screen is screen, "it was not kept")

    (told,) = house.session(session).followup.told
    assert (told.kept, told.text) == ("partly", "I_asked")


async def test_leftovers_that_cannot_be_thrown_away_hide_no_debrief(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Notebook, session: str) -> None:
        raise StorageError("cannot-write", path="/elsewhere", reason="full")

    session = await talked(house, ASKING)
    async with running(app(house)) as hand:
        await opened(hand, session, ReflectionScreen)
        monkeypatch.setattr(Notebook, "drop", refuse)
        await press(hand, "escape")
        await shown(hand, DebriefScreen)

        assert "full" in await seen(hand)
