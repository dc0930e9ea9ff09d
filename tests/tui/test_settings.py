"""The settings screen: every choice is kept at once, in force at once, and refused with its reason."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList, Static

from simulator.config import Remap, Settings, keep, settings_file
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.settings import SettingsScreen
from simulator.tui.screens.settings_ask import PickScreen, WriteScreen
from simulator.tui.screens.settings_keys import KeysScreen
from simulator.tui.screens.settings_press import PressScreen
from simulator.tui.theme import DARK, LIGHT, MONO
from simulator.tui.widgets.heading import Heading
from simulator.tui.widgets.prose import Prose
from simulator.wiring import House
from simulator.wiring.choices import Reach, Trial
from tests.practice.stage import stage
from tests.tui.hand import (
    LARGE,
    MOMENT,
    Hand,
    Speaking,
    caught_up,
    practising,
    press,
    running,
    say,
    seen,
    shown,
    strike,
    until,
    until_silent,
)


def kept() -> Settings:
    return Settings.load(environ={})


async def opened(hand: Hand) -> SettingsScreen:
    """The settings, opened from wherever one is."""
    hand.app.action_settings()  # type: ignore[attr-defined]
    return await shown(hand, SettingsScreen)


async def at(hand: Hand, name: str) -> None:
    """Highlight a line."""
    options = hand.app.screen.query_one(OptionList)
    options.highlighted = options.get_option_index(name)
    await caught_up(hand)


def about(hand: Hand) -> str:
    return "\n".join(one.text for one in hand.app.screen.query_one("#about", Prose)._blocks)


def aside(hand: Hand) -> str:
    return str(hand.app.screen.query_one(Heading).query_one("#aside", Static).render())


@pytest.fixture
def old(house: House) -> House:
    """A house with a session from a year ago."""
    house.begin(stage(), mentee="Sam").leave()
    later = MOMENT + timedelta(days=400)
    house.clock = type("Later", (), {"now": lambda _self: later})()
    return house


async def test_the_settings_open_from_anywhere_and_go_back_there(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        before = hand.app.screen
        await press(hand, "f10")
        await shown(hand, SettingsScreen)
        await press(hand, "f10", "escape")

        assert hand.app.screen is before


async def test_a_theme_is_worn_while_it_is_looked_at_and_kept_when_chosen(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await opened(hand)
        await at(hand, "theme")
        await press(hand, "enter")
        await shown(hand, PickScreen)
        await press(hand, "down")
        looked_at = hand.app.theme
        await press(hand, "escape")
        left = hand.app.theme
        await press(hand, "enter", "down", "enter")
        await until(lambda: kept().theme == "light", "the theme was not kept")
        await shown(hand, SettingsScreen)

        assert (looked_at, left, hand.app.theme) == (LIGHT.name, DARK.name, LIGHT.name)
        assert aside(hand) == "Kept: Theme, light"
        assert "Kept in" in about(hand)


async def test_what_is_put_back_is_as_if_it_had_never_been_chosen(house: House) -> None:
    keep("theme", "light")
    async with running(SimulatorApp(house.under(kept()))) as hand:
        await opened(hand)
        await at(hand, "theme")
        before = hand.app.theme
        await press(hand, "r")
        await until(lambda: kept().theme == "dark", "the theme was not put back")
        await until(lambda: "Put back" in aside(hand), "nothing was said")

        assert (before, hand.app.theme) == (LIGHT.name, DARK.name)
        assert "R Put back" not in await seen(hand)


async def test_a_line_that_cannot_be_is_said_where_it_was_written(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await opened(hand)
        await at(hand, "cap_tokens")
        await press(hand, "enter")
        await shown(hand, WriteScreen)
        field = hand.app.screen.query_one(Input)
        field.value = "many"
        await press(hand, "enter")
        refused = await seen(hand)
        field.value = "5000"
        await press(hand, "enter")
        await until(lambda: kept().cap_tokens == 5000, "the cap was not kept")
        await shown(hand, SettingsScreen)

        assert "many" in refused
        assert "at most 5,000 a session" in await seen(hand)


async def test_the_language_changes_every_screen_and_stays(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await opened(hand)
        await at(hand, "theme")
        await press(hand, "f2")
        await until(lambda: kept().language == "fr", "the language was not kept")
        await caught_up(hand)

        drawn = await seen(hand)
        assert "Réglages" in drawn
        assert "Qui parle est toujours dit" in drawn
        option = hand.app.screen.query_one(OptionList).highlighted_option
        assert option is not None
        assert option.id == "theme"


async def test_keys_struck_faster_than_the_screen_is_drawn_break_nothing(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await opened(hand)
        await strike(hand, *["f2", "down"] * 5)
        await until(lambda: hand.app.house.settings.language == "fr", "no French")  # type: ignore[attr-defined]
        await caught_up(hand)
        await hand.pause()

        assert isinstance(hand.app.screen, SettingsScreen)
        assert "Réglages" in await seen(hand)
        assert kept().language == "fr"


async def test_a_question_changes_its_language_and_keeps_what_was_written(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await opened(hand)
        await at(hand, "theme")
        await press(hand, "enter")
        await shown(hand, PickScreen)
        await press(hand, "down", "down", "f2")
        await hand.pause()
        picked = await seen(hand)
        worn = hand.app.theme
        await press(hand, "escape", "f2")
        await at(hand, "mentee")
        await press(hand, "enter")
        screen = await shown(hand, WriteScreen)
        screen.query_one(Input).value = "Camille"
        await press(hand, "f2")
        await hand.pause()
        written = await seen(hand)
        await press(hand, "enter")
        await until(lambda: kept().mentee == "Camille", "the name was not kept")

        assert "contraste élevé" in picked
        assert worn == "rehearsal-contrast"
        assert "Votre nom" in written
        assert "Camille" in written


async def test_what_wins_over_the_file_is_said(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("theme", "light")
    monkeypatch.setenv("SIMULATOR_THEME", "mono")
    async with running(SimulatorApp(house.under(Settings.load()))) as hand:
        await opened(hand)
        await at(hand, "theme")

        assert hand.app.theme == MONO.name
        assert "SIMULATOR_THEME is set" in about(hand)
        assert "The settings file says: light." in about(hand)


async def test_a_file_that_cannot_be_used_is_told_and_left_alone(house: House) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("theme = = 1", encoding="utf-8")
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "f9")
        dark = hand.app.theme
        await press(hand, "f10")
        await caught_up(hand)

        assert dark == LIGHT.name
        assert any("1:9" in one.message for one in hand.app._notifications)
        assert settings_file().read_text(encoding="utf-8") == "theme = = 1"


async def test_the_llms_found_can_be_chosen_and_tried(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def reach(_self: object) -> Reach:
        return Reach(("ollama/llama3",), ())

    async def tried(_self: object, name: str) -> Trial:
        return Trial(True, (f"{name} works.",))

    monkeypatch.setattr("simulator.wiring.choices.Choices.reach", reach)
    monkeypatch.setattr("simulator.wiring.choices.Choices.tried", tried)
    async with running(SimulatorApp(house)) as hand:
        await opened(hand)
        await at(hand, "actor")
        nothing_to_try = "Try the LLM" in await seen(hand)
        await press(hand, "enter")
        screen = await shown(hand, PickScreen)
        await until(lambda: screen.query_one(OptionList).option_count == 3, "no LLM was found")
        await press(hand, "down", "enter")
        await until(lambda: kept().actor == "ollama/llama3", "the LLM was not kept")
        await shown(hand, SettingsScreen)
        await until(lambda: "no key is needed" in about(hand), "the key was not looked for")
        await press(hand, "t")
        await until(lambda: "ollama/llama3 works." in about(hand), "it was not tried")

        assert nothing_to_try is False


async def test_nobody_can_be_asked_again(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    async def reach(_self: object) -> Reach:
        return Reach((), ())

    monkeypatch.setattr("simulator.wiring.choices.Choices.reach", reach)
    keep("judge", "openai/some")
    async with running(SimulatorApp(house.under(kept()))) as hand:
        await opened(hand)
        await at(hand, "judge")
        await press(hand, "enter")
        screen = await shown(hand, PickScreen)
        options = screen.query_one(OptionList)
        before = options.highlighted
        await press(hand, "up", "enter")
        await until(lambda: not kept().judge, "the judge was kept")
        await shown(hand, SettingsScreen)

        assert before == 1
        assert "nobody’s" in await seen(hand)


async def test_nothing_leaves_the_machine_before_it_was_said_where_to(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    async def tried(_self: object, name: str) -> Trial:
        calls.append(name)
        return Trial(True, ("It works.",))

    monkeypatch.setattr("simulator.wiring.choices.Choices.tried", tried)
    app = SimulatorApp(house)
    async with running(app) as hand:
        await shown(hand, LibraryScreen)
        app.house = house.under(replace(house.settings, actor="openai/some"))
        await opened(hand)
        await at(hand, "actor")
        await press(hand, "t")
        await shown(hand, PickScreen)
        asked = await seen(hand)
        await press(hand, "enter")
        kept_back = list(calls)
        await press(hand, "t")
        await shown(hand, PickScreen)
        await press(hand, "down", "enter")
        await until(lambda: calls == ["openai/some"], "it was not tried")

        assert "One small call to openai/some" in asked
        assert kept_back == []


async def test_the_sessions_lead_to_their_list_in_the_library_and_nowhere_else(old: House) -> None:
    async with running(SimulatorApp(old)) as hand:
        library = await shown(hand, LibraryScreen)
        await opened(hand)
        await at(hand, "sessions")
        offered = "Enter Change" in await seen(hand)
        await press(hand, "enter")
        await shown(hand, LibraryScreen)

        assert offered
        await until(lambda: library._view.front == "sessions", "the sessions did not come")


async def test_what_a_setting_says_is_shown_as_it_is(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def reach(_self: object) -> Reach:
        return Reach((), ())

    monkeypatch.setattr("simulator.wiring.choices.Choices.reach", reach)
    markup = "[@click=app.quit]x[/] [/foo]"
    hostile = house.under(replace(house.settings, mentee=markup, judge=markup))
    async with running(SimulatorApp(hostile), LARGE) as hand:
        await opened(hand)
        drawn = await seen(hand)
        await at(hand, "judge")
        await press(hand, "enter")
        await shown(hand, PickScreen)

        assert drawn.count(markup) == 2
        assert markup in await seen(hand)


async def test_old_sessions_are_listed_before_they_go_and_stay_without_a_yes(old: House) -> None:
    app = SimulatorApp(old.under(replace(old.settings, retention_days=90)))
    async with running(app) as hand:
        await opened(hand)
        await at(hand, "old")
        await press(hand, "enter")
        screen = await shown(hand, PickScreen)
        asked = screen._asked
        await press(hand, "enter")
        stayed = len(old.sessions())
        await press(hand, "enter", "down", "enter")
        await until(lambda: not old.sessions(), "it was not forgotten")
        await shown(hand, SettingsScreen)
        await until(lambda: "1 session is forgotten." in aside(hand), "nothing was said")

        assert asked.title == "Forget 1 session for good?"
        assert "19\u00a0March 2026" in asked.text
        assert stayed == 1
        assert "forget it" not in await seen(hand)


async def test_at_the_start_what_is_old_is_said_and_nothing_goes(old: House) -> None:
    async with running(SimulatorApp(old.under(replace(old.settings, retention_days=90)))) as hand:
        await shown(hand, LibraryScreen)
        await until(lambda: bool(hand.app._notifications), "nothing was said")

        assert "older than 90 days" in next(iter(hand.app._notifications)).message
        assert len(old.sessions()) == 1


async def test_a_key_is_struck_refused_with_its_reason_and_then_taken(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        hand.app.push_screen(KeysScreen())
        await shown(hand, KeysScreen)
        await at(hand, "app.settings")
        await press(hand, "enter")
        await shown(hand, PressScreen)
        await press(hand, "f1")
        taken = await seen(hand)
        await press(hand, "f12")
        await until(lambda: bool(kept().keys), "the key was not kept")
        await shown(hand, KeysScreen)

        assert "F1 is taken: Help (everywhere)." in taken
        assert kept().keys == (Remap("app.settings", "f12"),)
        assert "F12" in await seen(hand)
        await press(hand, "escape", "f12")
        await shown(hand, SettingsScreen)


@pytest.mark.parametrize("key", ["r", "a"])
async def test_a_key_of_one_s_own_is_put_back(house: House, key: str) -> None:
    keep("keys.app.settings", "f12")
    async with running(SimulatorApp(house.under(kept()))) as hand:
        await shown(hand, LibraryScreen)
        hand.app.push_screen(KeysScreen())
        await shown(hand, KeysScreen)
        await at(hand, "app.settings")
        await press(hand, key)
        await until(lambda: not kept().keys, "the key was not put back")
        await caught_up(hand)
        await press(hand, "escape", "f10")

        await shown(hand, SettingsScreen)


async def test_a_key_in_the_file_that_cannot_be_is_told_and_the_rest_holds(house: House) -> None:
    keep("keys.app.settings", "f12")
    keep("keys.app.help", "ctrl+i")
    async with running(SimulatorApp(house.under(kept()))) as hand:
        await shown(hand, LibraryScreen)
        await until(lambda: bool(hand.app._notifications), "nothing was said")
        told = next(iter(hand.app._notifications)).message
        await press(hand, "f12")

        assert "app.help" in told
        assert "Not every terminal can tell Ctrl+I" in told
        await shown(hand, SettingsScreen)


async def test_a_click_changes_a_line_too(house: House, tmp_path: Path) -> None:
    async with running(SimulatorApp(house)) as hand:
        await opened(hand)
        drawn = (await seen(hand)).splitlines()
        row = next(place for place, line in enumerate(drawn) if "Level" in line)
        await hand.click(offset=(6, row))
        await caught_up(hand)

        await shown(hand, PickScreen)


async def test_without_colours_greys_are_worn_and_who_speaks_stays_in_words(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with practising(house, Speaking()) as (hand, _):
        await say(hand, "Why is that?")
        await until_silent(hand)
        lines = [line.strip() for line in (await seen(hand)).splitlines()]
        spoken = lines.index("▌ You")
        parts = {
            colour
            for strip in hand.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None and colour.triplet is not None
        }

        assert hand.app.theme == MONO.name
        assert lines[spoken + 1] == "▌ Why is that?"
        assert any(line.startswith("▌") for line in lines[:spoken])
        assert [one for one in parts if len({*(one.triplet or ())}) > 1] == []
