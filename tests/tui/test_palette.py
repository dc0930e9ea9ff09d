"""The palette: everything that can be done or opened now, by a few letters, and nothing else."""

import pytest
from textual.widgets import Input, OptionList

from simulator.i18n import Translator
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.palette import PaletteScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.settings import SettingsScreen
from simulator.wiring import House
from tests.practice.stage import stage
from tests.tui.hand import Hand, Speaking, practising, press, running, seen, shown, until

MARKUP = "[@click=app.quit]x[/] [/foo]"


async def asked(hand: Hand, query: str) -> PaletteScreen:
    """The palette with letters written in it."""
    await press(hand, "ctrl+p")
    screen = await shown(hand, PaletteScreen)
    screen.query_one(Input).value = query
    await hand.pause()
    return screen


def titles(screen: PaletteScreen) -> list[str]:
    return [one.title for one in screen._answers]


@pytest.fixture
def known(house: House) -> House:
    """A house whose library is no longer new."""
    house.begin(stage(), mentee="Sam").leave()
    return house


async def test_a_command_is_found_and_run_where_one_came_from(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        practice = hand.app.screen
        screen = await asked(hand, "brief")
        first = titles(screen)[0]
        before = practice.has_class("-brief")
        await press(hand, "enter")
        await shown(hand, PracticeScreen)

        assert first == "Brief"
        assert (before, practice.has_class("-brief")) == (False, True)


async def test_only_what_has_something_to_do_now_is_offered(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        found = titles(await asked(hand, ""))

        assert "Cut in" not in found
        assert {"STOP", "Go on offline", "Settings", "Quit"} <= {*found}
        assert len(found) == len({*found})


async def test_of_several_keys_the_first_is_shown(known: House) -> None:
    async with running(SimulatorApp(known)) as hand:
        await shown(hand, LibraryScreen)
        caps = {one.title: one.aside for one in (await asked(hand, ""))._answers}

        assert (caps["Settings"], caps["Help"]) == (",", "F1")


async def test_a_talk_is_not_left_by_opening_another(known: House) -> None:
    async with practising(known, Speaking()) as (hand, _):
        found = await asked(hand, "")

        assert not [one for one in found._answers if one.aside in {"scenario", "session"}]


async def test_a_scenario_opens_by_letters_of_its_title_in_any_accent(maison: House) -> None:
    maison.begin(stage(), mentee="Sam").leave()
    async with running(SimulatorApp(maison)) as hand:
        await shown(hand, LibraryScreen)
        found = await asked(hand, "date qui tiènne")
        first = titles(found)[0]
        await press(hand, "enter")
        await shown(hand, BriefingScreen)

        assert first == "Une date qui tienne"


async def test_the_arrows_choose_while_one_writes_and_a_click_does_too(known: House) -> None:
    async with running(SimulatorApp(known)) as hand:
        await shown(hand, LibraryScreen)
        screen = await asked(hand, "settings")
        await press(hand, "down", "up")
        await press(hand, "enter")
        await shown(hand, SettingsScreen)
        await press(hand, "escape")
        await shown(hand, LibraryScreen)
        screen = await asked(hand, "settings")
        region = screen.query_one(OptionList).region
        await hand.click(offset=(region.x + 4, region.y))
        await shown(hand, SettingsScreen)


async def test_a_second_stroke_or_escape_goes_back_without_doing_anything(known: House) -> None:
    async with running(SimulatorApp(known)) as hand:
        library = await shown(hand, LibraryScreen)
        for key in ("ctrl+p", "escape"):
            await asked(hand, "quit")
            await press(hand, key)

            assert hand.app.screen is library


async def test_letters_that_nothing_answers_to_are_said_so(known: House) -> None:
    async with running(SimulatorApp(known)) as hand:
        await shown(hand, LibraryScreen)
        await asked(hand, "qqqq")
        drawn = await seen(hand)
        await press(hand, "enter")

        assert "Nothing answers to that." in drawn
        assert isinstance(hand.app.screen, PaletteScreen)


async def test_titles_are_shown_as_they_are_and_run_nothing(
    known: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = known.sessions()
    hostile = tuple(type("Row", (), {**_fields(one), "title": MARKUP})() for one in rows)
    monkeypatch.setattr(known, "sessions", lambda: hostile)
    async with running(SimulatorApp(known)) as hand:
        await shown(hand, LibraryScreen)
        await asked(hand, "click")

        assert MARKUP in await seen(hand)


def _fields(row: object) -> dict[str, object]:
    names = [one for one in dir(row) if not one.startswith("_")]
    return {one: getattr(row, one) for one in names}


async def test_a_key_of_one_s_own_is_the_one_that_is_shown(known: House) -> None:
    changed = known.choices.keep("keys.app.dark", "f12")
    async with running(SimulatorApp(changed)) as hand:
        await shown(hand, LibraryScreen)
        await until(lambda: bool(hand.app._keymap), "the keys were not read")
        found = await asked(hand, "light")

        assert "F12" in {one.aside for one in found._answers}


async def test_every_word_of_it_is_in_the_language_of_the_reader(maison: House) -> None:
    maison.begin(stage(), mentee="Sam").leave()
    english = Translator.of("en")
    async with running(SimulatorApp(maison)) as hand:
        await shown(hand, LibraryScreen)
        found = await asked(hand, "")

        words = {one.told for one in found._answers}
        named = {english(f"tui.does.{one.name}") for one in SimulatorApp.OFFERS}
        assert words & (named - {english("tui.does.language")}) == set()


async def test_the_language_changes_under_what_is_written(known: House) -> None:
    async with running(SimulatorApp(known)) as hand:
        await shown(hand, LibraryScreen)
        screen = await asked(hand, "t")
        await press(hand, "f2")
        await hand.pause()
        found = titles(screen)

        assert screen.query_one(Input).value == "t"
        assert "Réglages" in await seen(hand) or "Réglages" in found
        assert "Settings" not in found
