"""Progress on a screen: one skill at a time, and from a suggestion to its briefing and back."""

import asyncio
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from simulator.practice.events import CommitmentMade
from simulator.tui.screens.afterwards import AfterwardsScreen
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.progress import ProgressScreen
from simulator.wiring import House
from tests.practice.stage import stage
from tests.tui.hand import LARGE, Hand, Speaking, house_in, press, running, seen, shown, until
from tests.tui.looked_back import app, said_to, talked
from tests.tui.mentored import LINES

MADE = CommitmentMade(when="she says no", then="I ask why", due=date(2026, 3, 1))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A home with two talks, and something resolved after the second; its id."""
    home = tmp_path_factory.mktemp("kept")
    with house_in(home) as house:
        asyncio.run(talked(house, *LINES[:1], "Your rule about home office is stupid."))
        session = asyncio.run(talked(house, "What would you need?", *LINES))
        house.afterwards(session).commit(MADE)
        return home, session


@pytest.fixture
def house(kept: tuple[Path, str], tmp_path: Path) -> Iterator[House]:
    """A copy of that home."""
    home = tmp_path / "home"
    shutil.copytree(kept[0], home)
    with house_in(home) as built:
        yield built


@pytest.fixture
def session(kept: tuple[Path, str]) -> str:
    return kept[1]


async def reckoned(hand: Hand) -> ProgressScreen:
    """The screen, once everything was looked at."""
    screen = await shown(hand, ProgressScreen)
    await until(lambda: screen.is_reckoned, "nothing was reckoned")
    return await shown(hand, ProgressScreen)


async def looked(hand: Hand) -> ProgressScreen:
    """Progress, from the library."""
    await shown(hand, LibraryScreen)
    await press(hand, "p")
    return await reckoned(hand)


async def test_a_skill_is_drawn_and_said(house: House) -> None:
    async with running(app(house), LARGE) as hand:
        await looked(hand)
        await press(hand, "down")
        page = await seen(hand)

        assert "Open questions" in page
        assert "■■□  2 of 3 criteria (draft)" in page
        assert "2 of 3, in the one session so far." in page


async def test_sessions_without_a_name_are_told_of_and_shown_by_one_key(house: House) -> None:
    held = house.begin(stage(Speaking()), mentee="Inès")
    await said_to(held, *LINES[:1])
    held.leave()
    async with running(app(house)) as hand:
        screen = await looked(hand)
        mine = await seen(hand)
        whose = screen.outlook.mentee if screen.outlook else ""
        await press(hand, "w")
        await reckoned(hand)
        theirs = await seen(hand)
        await press(hand, "f2")
        await reckoned(hand)
        french = screen.outlook.mentee if screen.outlook else ""
        await press(hand, "w")
        await reckoned(hand)
        back = await seen(hand)

    assert whose == "Inès"
    assert "2 sessions were held without a name, as Sam. W shows them." in mine
    assert "1 session is kept under the name Inès. W shows it." in theirs
    assert french == "Sam"
    assert "2 séances ont eu lieu sans nom, comme Sam" in back


async def test_nobody_is_told_of_where_only_one_name_is_known(house: House) -> None:
    async with running(app(house)) as hand:
        screen = await looked(hand)

        assert not screen.query_one("#others").display
        assert " W " not in (await seen(hand)).splitlines()[-1]


async def test_what_was_resolved_is_asked_about_and_kept(house: House, session: str) -> None:
    async with running(app(house)) as hand:
        await looked(hand)
        due = await seen(hand)
        await press(hand, "enter")
        await shown(hand, AfterwardsScreen)
        await press(hand, "down", "down", "enter", *"I ask", "f2")
        french = await seen(hand)
        await press(hand, *"ed", "f5")
        await reckoned(hand)
        after = await seen(hand)

    (told,) = house.session(session).followup.told
    assert "I ask why" in due
    assert "Avec vos mots" not in french
    assert "I ask" in french
    assert (told.kept, told.text) == ("partly", "I asked")
    assert "I ask why" not in after


async def test_leaving_the_question_tells_nothing(house: House, session: str) -> None:
    async with running(app(house)) as hand:
        await looked(hand)
        await press(hand, "enter")
        await shown(hand, AfterwardsScreen)
        await press(hand, "down", "escape")
        await shown(hand, ProgressScreen)

    assert house.session(session).followup.told == ()


async def test_a_suggestion_leads_to_its_briefing_and_back_to_itself(house: House) -> None:
    async with running(app(house)) as hand:
        screen = await looked(hand)
        at = [one.id for one in screen.entries]
        place = next(at.index(one) for one in at if one.startswith("next:"))
        await press(hand, *["down"] * place, "enter")
        first = screen.entries[place]
        await shown(hand, BriefingScreen)
        await press(hand, "escape")
        back = await reckoned(hand)

        assert first.group == "next"
        assert back.left_at == first.id
        assert first.page[0].text in await seen(hand)


async def test_a_suggested_turn_is_taken_up_again(house: House, session: str) -> None:
    async with running(app(house)) as hand:
        screen = await looked(hand)
        assert screen.outlook is not None
        retry = next(one for one in screen.outlook.suggestions if one.kind == "retry")
        screen.dismiss(retry)
        practice = await shown(hand, PracticeScreen)

        assert practice._conversation.session.opened.parent == session


async def test_another_language_keeps_the_place(house: House) -> None:
    async with running(app(house)) as hand:
        screen = await looked(hand)
        await press(hand, "down", "f2")
        await reckoned(hand)

        assert screen.left_at == "skills:0"
        assert "Poser des questions ouvertes" in await seen(hand)


async def test_whoever_has_not_practised_yet_is_shown_where_to_begin(tmp_path: Path) -> None:
    with house_in(tmp_path) as empty:
        async with running(app(empty)) as hand:
            await looked(hand)
            page = await seen(hand)

    assert "To practise next" in page
    assert "A good place to start." in page
