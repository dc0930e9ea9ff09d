"""Keys: named in the reader's language, on every screen, and reachable on every keyboard."""

from pathlib import Path

import pytest
from textual.binding import Binding

from simulator.config import Remap, Settings, Workspace
from simulator.i18n import DOMAINS, Translator
from simulator.tui.app import SimulatorApp
from simulator.tui.commands import display, shown
from simulator.tui.places import every_place
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.choice import ChoiceScreen, TurnScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.widgets.composer import Composer
from simulator.wiring import House
from tests.i18n.catalogues import entries
from tests.i18n.typography import placeholders
from tests.tui.hand import (
    Speaking,
    Waiting,
    caught_up,
    practising,
    press,
    running,
    say,
    seen,
    until,
    until_silent,
    until_speaking,
)
from tests.tui.hand import shown as on_screen

EVERYWHERE = (
    *(SimulatorApp, BriefingScreen, ChoiceScreen, TurnScreen, DebriefScreen, HelpScreen),
    *(LibraryScreen, MarkScreen, PracticeScreen, ReflectionScreen, Composer),
)
UNRELIABLE = {"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+[", "ctrl+/", "ctrl+b", "ctrl+enter"}

ours = pytest.mark.parametrize("owner", EVERYWHERE, ids=lambda one: one.__name__)


def bindings(owner: type[SimulatorApp]) -> list[Binding]:
    return [one for one in owner.BINDINGS if isinstance(one, Binding)]


@ours
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_key_has_its_word_and_its_sentence(owner: type[SimulatorApp], language: str) -> None:
    t = Translator.of(language, strict=True).naming(lambda name: (name,))

    listed = [one for one in bindings(owner) if one.description]

    assert listed
    assert all(t(one.description) and t(one.tooltip) for one in listed)


@ours
def test_no_key_is_one_that_keyboards_or_terminals_do_not_have(owner: type[SimulatorApp]) -> None:
    keys = {key for one in bindings(owner) for key in one.key.split(",")}

    assert keys & UNRELIABLE == set()


@ours
def test_no_key_stands_for_two_things(owner: type[SimulatorApp]) -> None:
    keys = [key for one in bindings(owner) for key in one.key.split(",")]

    assert len(keys) == len(set(keys))


@ours
def test_every_command_is_an_action_of_its_screen_or_of_the_app(owner: type[SimulatorApp]) -> None:
    def carried_out(action: str) -> bool:
        where, name = (SimulatorApp, action[4:]) if action.startswith("app.") else (owner, action)
        return hasattr(where, f"action_{name.partition('(')[0]}")

    assert [one.id for one in owner.OFFERS if not carried_out(one.does)] == []


def test_no_two_commands_have_one_id_or_one_name_after_a_slash() -> None:
    offered = [one for owner in EVERYWHERE for one in owner.OFFERS]
    ids = [one.id for one in offered]
    slashes = [one.slash for one in offered if one.slash]

    assert len(ids) == len(set(ids))
    assert len(slashes) == len(set(slashes))


def test_a_key_is_written_as_on_the_keyboard_of_the_reader() -> None:
    english, french = Translator.of("en"), Translator.of("fr")
    keys = ("escape", "f8", "ctrl+q", "shift+enter", "m")

    assert [display(key, english) for key in keys] == ["Esc", "F8", "Ctrl+Q", "Shift+Enter", "M"]
    assert [display(key, french) for key in keys] == ["Échap", "F8", "Ctrl+Q", "Maj+Entrée", "M"]


async def test_the_footer_has_the_order_of_the_declaration(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        active = hand.app.screen.active_bindings
        footer = [one.binding.description for one in active.values() if one.binding.show]

        assert footer[:3] == ["Help", "Open", "Filter"]
        assert footer[-1] == "Quit"
        assert shown(active.values(), Translator.of("en"))[0] == ("F1", "Shows these lines.")


async def test_a_click_on_a_key_strikes_it(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await on_screen(hand, LibraryScreen)
        drawn = (await seen(hand)).splitlines()[-1]
        await hand.click("KeyBar", offset=(drawn.index("Filter"), 0))
        await caught_up(hand)

        assert drawn.split()[:6] == ["F1", "Help", "Enter", "Open", "/", "Filter"]
        assert hand.app.screen.query_one("#filter").has_focus


async def test_the_keys_of_the_practice_that_fit_in_sixty_columns_are_whole(maison: House) -> None:
    async with practising(maison, Speaking(), size=(60, 20)) as (hand, _):
        drawn = (await seen(hand)).splitlines()[-1]

        assert drawn.startswith(" F1 Aide F8 STOP F3 Fiche ")
        assert "…" not in drawn


async def test_the_key_that_cuts_in_is_shown_only_while_somebody_speaks(house: House) -> None:
    actor = Waiting()
    async with practising(house, actor) as (hand, held):
        keys = [(await seen(hand)).splitlines()[-1]]
        await say(hand, "Why?")
        await until_speaking(hand, held)
        keys.append((await seen(hand)).splitlines()[-1])
        await press(hand, "escape")
        await until_silent(hand)
        keys.append((await seen(hand)).splitlines()[-1])

        assert ["Cut in" in one for one in keys] == [False, True, False]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_key_that_a_wording_names_is_one_of_a_command(language: str) -> None:
    commands = {one.id for place in every_place(SimulatorApp.OFFERS) for one in place.commands}
    named = {
        name
        for domain in DOMAINS
        for words in entries(language, domain).values()
        for one in words
        for kind, _, name in (asked.partition(":") for asked in placeholders(one))
        if kind in {"key", "keys"} and "." in name
    }

    assert named
    assert named - commands == set()


async def test_a_sentence_names_the_key_that_was_chosen(tmp_path: Path) -> None:
    chosen = Settings(home=tmp_path, keys=(Remap("practice.stop", "f12"),))
    with House(chosen, Workspace(tmp_path)) as house:
        app = SimulatorApp(house)
        async with running(app) as hand:
            await until(lambda: bool(app.keys_chosen), "no key was bound")

            assert "F12, or /stop" in app.t("views.contract.stop")
            await hand.pause()


async def test_the_guess_is_asked_for_with_the_letters_of_the_language(maison: House) -> None:
    app = SimulatorApp(maison)
    async with running(app):
        french = app.t("tui.prediction.text")
        await app.action_language()
        english = app.t("tui.prediction.text")

    assert french.startswith("Tapez O pour oui, N pour non, P pour pas")
    assert english.startswith("Press Y for yes, N for no, U for not sure")
