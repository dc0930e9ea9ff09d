"""The welcome: what is said before anything is asked, and the way into a first practice."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList

from simulator.config import Language
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.welcome import WelcomeScreen
from simulator.tui.widgets.shelves import Shelves
from simulator.wiring import House
from simulator.wiring.casting import Casting
from tests.tui.hand import SMALL, begun, house_in, press, running, say, seen, shown, until_silent


@pytest.fixture
def new(tmp_path: Path) -> Iterator[House]:
    """A house in which nobody was before."""
    with house_in(tmp_path, is_new=True) as built:
        yield built


async def test_it_says_what_this_is_that_a_program_speaks_and_where_words_are_kept(
    new: House,
) -> None:
    async with running(SimulatorApp(new)) as hand:
        await shown(hand, WelcomeScreen)
        text = " ".join((await seen(hand)).split())

    assert "a program playing a part" in text
    assert str(new.home) in text.replace(" ", "") or str(new.home) in text
    assert "Nothing is sent anywhere" in text
    assert "English" in text
    assert "Français" in text


@pytest.mark.parametrize(
    ("language", "title"), [("en", "A date that holds"), ("fr", "Une date qui tienne")]
)
async def test_one_key_begins_a_practice_with_the_offline_partner(
    tmp_path: Path, language: Language, title: str
) -> None:
    with house_in(tmp_path, language, is_new=True) as new:
        app = SimulatorApp(new, seconds_per_word=0)
        async with running(app) as hand:
            await shown(hand, WelcomeScreen)
            await press(hand, "enter")
            held = (await shown(hand, PracticeScreen))._conversation
            first = await seen(hand)
            await say(hand, "Hm.")
            await until_silent(hand)

        assert held.stage.scenario.title == title
        assert (held.session.opened.actor, held.session.opened.level) == ("offline", 1)
        assert held.session.opened.language == language
        assert held.stage.scenario.brief.role.split()[0] in first
        assert len(held.session.utterances) == 3


async def test_the_first_practice_asks_no_llm_though_one_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Casting, "warm", lambda _: None)
    with house_in(tmp_path, is_new=True) as new:
        house = new.under(replace(new.settings, actor="openai/gpt-4o"))
        async with running(SimulatorApp(house, seconds_per_word=0)) as hand:
            await shown(hand, WelcomeScreen)
            text = " ".join((await seen(hand)).split())
            await press(hand, "enter")
            held = (await shown(hand, PracticeScreen))._conversation

    assert held.stage.actor.name == held.session.opened.actor == "offline"
    assert "This first practice sends nothing anywhere" in text


@pytest.mark.parametrize("key", ["a", "escape"])
async def test_another_key_shows_all_scenarios_and_begins_nothing(new: House, key: str) -> None:
    async with running(SimulatorApp(new)) as hand:
        await shown(hand, WelcomeScreen)
        await press(hand, key)
        await shown(hand, LibraryScreen)

    assert new.is_new


async def test_the_language_changes_by_a_key_and_by_a_click(new: House) -> None:
    async with running(SimulatorApp(new)) as hand:
        await shown(hand, WelcomeScreen)
        await press(hand, "down", "l")
        french = await seen(hand)
        marked = hand.app.screen.query_one(OptionList).highlighted
        await hand.click(Shelves, offset=(1, 0))
        english = await seen(hand)

    assert "Répétez la conversation" in french
    assert "Une date qui tienne" in french
    assert marked == 1
    assert "Rehearse the conversation" in english


async def test_whoever_was_here_before_is_not_welcomed_again(new: House) -> None:
    begun(new).leave()
    async with running(SimulatorApp(new)) as hand:
        await shown(hand, LibraryScreen)


@pytest.mark.parametrize("size", [(60, 20), SMALL, (120, 40)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_everything_is_seen_without_scrolling(
    tmp_path: Path, language: Language, size: tuple[int, int]
) -> None:
    with house_in(tmp_path, language, is_new=True) as new:
        async with running(SimulatorApp(new), size) as hand:
            screen = await shown(hand, WelcomeScreen)

            assert screen.query_one("#page").max_scroll_y == 0


async def test_without_a_scenario_there_are_still_all_of_none(
    new: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new, "cards", tuple)
    async with running(SimulatorApp(new)) as hand:
        await shown(hand, WelcomeScreen)
        await press(hand, "enter")
        await shown(hand, LibraryScreen)

        assert "There is no scenario here." in (await seen(hand))
