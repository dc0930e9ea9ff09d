"""The mentor's desk: only what was shared, files in after a look, a signed review out."""

import asyncio
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Button, Input

from simulator.errors import UsageError
from simulator.transcripts.exchange.gather import Choice
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.agreement import AgreementScreen
from simulator.tui.screens.desk import DeskScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.name import NameScreen
from simulator.tui.screens.receiving import ReceivingScreen, written
from simulator.tui.screens.review import ReviewScreen
from simulator.tui.screens.sending import SendingScreen
from simulator.wiring import House
from tests.tui.hand import house_in, press, running, seen, shown
from tests.tui.looked_back import app, talked
from tests.tui.mentored import LINES, MENTOR, seated, shared


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A home with a session that is shared and one that is not; their ids."""
    home = tmp_path_factory.mktemp("kept")
    with house_in(home) as house:
        return home, asyncio.run(shared(house)), asyncio.run(talked(house, *LINES[:1]))


@pytest.fixture
def house(kept: tuple[Path, str, str], tmp_path: Path) -> Iterator[House]:
    """A copy of that home."""
    home = tmp_path / "home"
    shutil.copytree(kept[0], home)
    with house_in(home) as built:
        yield built


@pytest.fixture
def session(kept: tuple[Path, str, str]) -> str:
    return kept[1]


def sign(house: House, session: str) -> None:
    """A review of everything, signed."""
    reviewing = house.desk.review(session, MENTOR)
    for point in reviewing.review.waiting:
        try:
            reviewing.rule(point.id, "accepted")
        except UsageError:
            reviewing.rule_blind(point.id, point.verdict)
    reviewing.sign()


async def test_a_name_is_asked_for_once_and_only_what_was_shared_is_there(house: House) -> None:
    async with running(app(house)) as hand:
        await seated(hand)
        desk = await seen(hand)
        await press(hand, "escape")
        await shown(hand, LibraryScreen)
        await press(hand, "d")
        await shown(hand, DeskScreen)

        assert desk.count("The rule on presence") == 2
        assert "Waiting for you" in desk
        assert MENTOR in desk.splitlines()[1]


async def test_nobody_sits_down_without_a_name(house: House) -> None:
    async with running(app(house)) as hand:
        assert isinstance(hand.app, SimulatorApp)
        hand.app.action_desk()
        await shown(hand, NameScreen)
        await press(hand, "space", "enter")
        await shown(hand, NameScreen)
        await press(hand, "escape")
        await shown(hand, LibraryScreen)

        assert hand.app.mentor == ""


async def test_a_desk_is_sat_down_at_once(house: House) -> None:
    async with running(app(house)) as hand:
        await seated(hand)
        assert isinstance(hand.app, SimulatorApp)
        hand.app.action_desk()
        await hand.pause()

        assert sum(isinstance(one, DeskScreen) for one in hand.app.screen_stack) == 1


async def test_a_review_moves_from_pile_to_pile(house: House, session: str) -> None:
    async with running(app(house)) as hand:
        await seated(hand)
        await press(hand, "enter")
        await shown(hand, ReviewScreen)
        await press(hand, "enter", "n", "escape")
        await shown(hand, DeskScreen)
        begun = await seen(hand)
        sign(house, session)
        await press(hand, "f2", "f2")
        signed = await seen(hand)

    assert "Under way" in begun
    assert "Ruled on: 1 of 11 points." in begun
    assert "You signed version 1" in signed


async def test_what_is_in_a_file_is_seen_before_anything_of_it_is_kept(
    house: House, session: str, tmp_path: Path
) -> None:
    path = tmp_path / "sent here.json"
    outgoing = house.post.outgoing(session, Choice())
    house.post.send(outgoing, Choice(), path)
    with house_in(tmp_path / "other") as other:
        async with running(app(other)) as hand:
            await seated(hand)
            assert "No session has been shared here yet." in await seen(hand)
            await press(hand, "i")
            screen = await shown(hand, ReceivingScreen)
            screen.query_one(Input).value = f"'{path}'"
            await press(hand, "enter")
            listed = await seen(hand)
            kept = len(other.sessions())
            await press(hand, "enter")
            await shown(hand, DeskScreen)
            desk = await seen(hand)

        assert "Sam" in listed
        assert session not in listed
        assert kept == 0
        assert [one.id for one in other.sessions()] == [session]
        assert "The rule on presence" in desk


async def test_another_path_is_looked_into_anew(house: House, session: str, tmp_path: Path) -> None:
    path = tmp_path / "sent.json"
    house.post.send(house.post.outgoing(session, Choice()), Choice(), path)
    async with running(app(house)) as hand:
        await seated(hand)
        await press(hand, "i")
        screen = await shown(hand, ReceivingScreen)
        field, keep = screen.query_one(Input), screen.query_one(Button)
        field.value = str(path)
        await press(hand, "enter")
        assert keep.display
        field.value = f"{path}x"
        await hand.pause()
        assert screen.has_class("-looked") is False
        await press(hand, "shift+tab", "enter")
        assert "There is no such file" in await seen(hand)


async def test_a_signed_review_goes_back_as_a_file_of_its_own(
    house: House, session: str, tmp_path: Path
) -> None:
    async with running(app(house)) as hand:
        await seated(hand)
        await press(hand, "e")
        unsigned = hand.app.screen
        sign(house, session)
        await press(hand, "f2", "f2", "e")
        screen = await shown(hand, SendingScreen)
        field = screen.query_one(Input)
        proposed, field.value = field.value, str(tmp_path / "back.json")
        await press(hand, "enter")
        await shown(hand, DeskScreen)
        told = await seen(hand)

    sent = json.loads((tmp_path / "back.json").read_text("utf-8"))
    assert isinstance(unsigned, DeskScreen)
    assert proposed.startswith(str(Path.home()))
    assert [one["kind"] for one in sent["streams"]] == ["review"]
    assert "Written" in told


async def test_a_file_that_is_there_is_not_written_over(
    house: House, session: str, tmp_path: Path
) -> None:
    sign(house, session)
    (tmp_path / "back.json").write_text("mine", "utf-8")
    async with running(app(house)) as hand:
        await seated(hand)
        await press(hand, "e")
        screen = await shown(hand, SendingScreen)
        screen.query_one(Input).value = str(tmp_path / "back.json")
        await press(hand, "enter")
        await shown(hand, SendingScreen)

    assert (tmp_path / "back.json").read_text("utf-8") == "mine"


async def test_what_reviews_add_up_to_is_one_key_away(house: House, session: str) -> None:
    sign(house, session)
    async with running(app(house)) as hand:
        await seated(hand)
        await press(hand, "g")
        await shown(hand, AgreementScreen)
        page = await seen(hand)
        await press(hand, "f2")
        french = await seen(hand)

    assert "Everything together" in page
    assert "11 of 11" in page
    assert "Brouillons et mentor·es" in french


def test_a_path_is_read_as_terminals_drop_it(tmp_path: Path) -> None:
    plain = tmp_path / "a b.json"
    plain.touch()

    assert written(str(plain)) == plain
    assert written(f"'{plain}'") == plain
    assert written(str(plain).replace(" ", "\\ ")) == plain
    assert written("~/x") == Path.home() / "x"
    assert written("it's") == Path("it's")
