"""The library: it opens at once and fills, is filtered as one types, and loses nothing."""

import threading
from dataclasses import replace

import pytest

from simulator.errors import StorageError
from simulator.tui import lookups
from simulator.tui.app import SimulatorApp
from simulator.tui.screens import library as screens
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.forgetting import ForgettingScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.screens.transcript import TranscriptScreen
from simulator.tui.widgets.choices import Choices
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.shelves import Shelves
from simulator.tui.widgets.talk import Talk
from simulator.wiring import House
from tests.practice.stage import SCENARIO, stage
from tests.tui.hand import (
    LARGE,
    SMALL,
    Hand,
    Speaking,
    begun,
    caught_up,
    press,
    running,
    seen,
    shown,
    until,
)
from tests.tui.looked_back import looked_at, said_to

HOSTILE = ("[@click=app.quit]now[/]", "[/foo]", "[red]a\\[b", "a\nb\tc", "\u202eright to left")


def front(hand: Hand) -> Choices:
    """The list that is in front."""
    return next(one for one in hand.app.screen.query(Choices) if one.display)


def marked(hand: Hand) -> str:
    row = front(hand).marked
    return row.of.id if row else ""


def titles(hand: Hand) -> list[str]:
    choices = front(hand)
    return [one.row.title for one in choices._shown.values()]


async def test_it_opens_with_the_scenarios_before_what_is_kept_was_read(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = threading.Event()

    def waiting(where: House) -> object:
        may_read.wait(10)
        return lookups.read(where)

    monkeypatch.setattr(screens, "read", waiting)
    async with running(SimulatorApp(house)) as hand:
        await until(lambda: isinstance(hand.app.screen, LibraryScreen), "no library came")
        await hand.pause()
        before, screen = titles(hand), await seen(hand)
        may_read.set()
        await shown(hand, LibraryScreen)

        assert "A date that holds" in before
        assert "Your sessions 0" not in screen
        assert titles(hand) == before
        assert front(hand).has_focus
        assert marked(hand) == "a-date-that-holds"


async def test_a_setting_changed_meanwhile_keeps_nothing_from_being_shown(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read = threading.Event()

    def waiting(where: House) -> object:
        may_read.wait(10)
        return lookups.read(where)

    monkeypatch.setattr(screens, "read", waiting)
    app = SimulatorApp(house)
    async with running(app) as hand:
        await until(lambda: isinstance(hand.app.screen, LibraryScreen), "no library came")
        app.house = house.under(replace(house.settings, mentee="Noor"))
        may_read.set()
        await shown(hand, LibraryScreen)

        assert "A date that holds" in titles(hand)


async def test_what_is_typed_after_the_slash_filters_both_lists(house: House) -> None:
    begun(house).leave()
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "slash", *"raise home")
        found = titles(hand)
        await press(hand, "tab")
        sessions = titles(hand)

        assert found == ["A raise, and two days at home"]
        assert sessions == []
        assert "Nothing matches “raise home”" in (await seen(hand))
        assert "Scenarios 1" in (await seen(hand))


async def test_the_letters_found_are_told_apart_without_colour(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "slash", *"raise")
        strip = front(hand).render_line(0)
        found = "".join(
            one.text for one in strip if one.style and one.style.underline and one.style.bold
        )

    assert found == "raise"


async def test_accents_need_not_be_typed(maison: House) -> None:
    async with running(SimulatorApp(maison)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "slash", *"negociation")
        found = titles(hand)

    assert len(found) == 4
    assert "Une date qui tienne" in found


async def test_enter_opens_the_best_answer_and_arrows_choose_another(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "slash", *"nego", "down", "up", "down")
        second = marked(hand)
        await press(hand, "enter")
        await shown(hand, BriefingScreen)
        await press(hand, "escape")
        await shown(hand, LibraryScreen)

        assert second == "pay-and-presence"
        assert hand.app.screen.query_one("#filter", Field).value == "nego"


async def test_escape_clears_the_filter_and_then_leaves_it(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        everything = titles(hand)
        await press(hand, "slash", *"zzz", "escape")
        cleared = titles(hand)
        still_in = hand.app.screen.query_one("#filter", Field).has_focus
        await press(hand, "escape")

        assert cleared == everything
        assert still_in
        assert front(hand).has_focus
        assert not hand.app.screen.query_one("#filter", Field).display


async def test_the_language_changes_at_once_and_everything_else_stays(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "slash", *"nego", "down", "f2")
        french = await seen(hand)

        assert "Que voulez-vous répéter" in french
        assert "F1 Aide" in french
        assert hand.app.screen.query_one("#filter", Field).has_focus
        assert hand.app.screen.query_one("#filter", Field).value == "nego"
        assert marked(hand) == "pay-and-presence"
        await press(hand, "escape", "escape", "down", "l")
        assert "What would you like to rehearse" in (await seen(hand))
        assert front(hand).has_focus


async def test_the_mark_stays_on_its_scenario_when_the_lists_are_read_again(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        screen = await shown(hand, LibraryScreen)
        await press(hand, "down", "down", "down")
        before = marked(hand)
        held = begun(house, Speaking())
        async for _ in held.say("Why?"):
            pass
        await screen.look_again()

        assert titles(hand)[0] == "The rule on presence"
        assert marked(hand) == before


async def test_a_key_groups_the_rows_another_way_and_keeps_the_mark(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "down", "g")

        assert "level 1, gentle" in (await seen(hand))
        assert marked(hand) == "pay-and-presence"


async def test_a_session_under_way_is_taken_up_by_one_key(house: House) -> None:
    held = house.begin(house.stage("pay-and-presence"), mentee="Sam")
    async for _ in held.say("Why?"):
        pass
    async with running(SimulatorApp(house, seconds_per_word=0)) as hand:
        await shown(hand, LibraryScreen)
        first = await seen(hand)
        await press(hand, "enter")
        screen = await shown(hand, PracticeScreen)

    assert "Under way" in first
    assert screen._conversation.session.id == held.session.id


async def test_a_session_that_ended_opens_at_its_debrief(house: House) -> None:
    held = begun(house, Speaking())
    async for _ in held.say("Why?"):
        pass
    held.leave()
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab")
        listed = await seen(hand)
        await press(hand, "enter")
        await shown(hand, ReflectionScreen)

    assert "The rule on presence" in listed
    assert "attempt 1 · left before its end" in listed.replace("\u00a0", " ")


async def test_the_talk_of_a_session_that_is_over_leads_to_its_debrief_and_says_so(
    house: House,
) -> None:
    session = await looked_at(house, "Why?")
    async with running(SimulatorApp(house, seconds_per_word=0)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab", "r")
        await shown(hand, TranscriptScreen)
        keys = (await seen(hand)).splitlines()[-1]
        await press(hand, "enter")
        screen = await shown(hand, DebriefScreen)

    assert "Enter Debrief" in keys
    assert "Go on" not in keys
    assert screen.debrief.session == session


async def test_after_another_try_the_library_marks_its_session(house: House) -> None:
    first = await looked_at(house, "Why?")
    app = SimulatorApp(house, seconds_per_word=0)
    async with running(app) as hand:
        screen = await shown(hand, LibraryScreen)
        await press(hand, "tab")
        before = screen._session
        again = house.retry(first, 2)
        await said_to(again, "How do you see it?")
        again.leave()
        again.reflect(())
        app.go_on(again.session.id)
        await shown(hand, DebriefScreen)
        await press(hand, "escape")
        await shown(hand, LibraryScreen)
        newer = again.session.id
        await until(lambda: getattr(screen._session, "id", "") == newer, "the older is marked")

    assert before is not None
    assert before.id == first


async def test_a_click_on_a_name_brings_its_list_to_the_front(house: House) -> None:
    begun(house).leave()
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await hand.click(Shelves, offset=(18, 0))
        await caught_up(hand)

        assert titles(hand) == ["The rule on presence"]
        assert front(hand).has_focus


async def test_forgetting_asks_first_and_then_leaves_nothing(house: House) -> None:
    held = begun(house, Speaking())
    held.leave()
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "x")
        nothing_marked = isinstance(hand.app.screen, LibraryScreen)
        await press(hand, "tab", "x")
        await shown(hand, ForgettingScreen)
        asked = " ".join((await seen(hand)).split())
        await press(hand, "enter")
        await shown(hand, LibraryScreen)
        kept = len(house.sessions())
        await press(hand, "delete", "down", "enter")
        await shown(hand, LibraryScreen)

        await until(lambda: not house.sessions(), "it was kept")
        await until(lambda: titles(hand) == [], "it is still listed")
    assert nothing_marked
    assert "cannot be undone" in asked
    assert "The rule on presence, attempt 1" in asked
    assert (kept, house.sessions()) == (1, ())


async def test_a_talk_can_be_read_from_the_list_and_taken_up_from_there(house: House) -> None:
    held = begun(house, Speaking())
    async for _ in held.say("Why must everyone be in?"):
        pass
    held.mark(2, by="mentee", author="Sam", note="too blunt")
    async with running(SimulatorApp(house, seconds_per_word=0)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab", "r")
        screen = await shown(hand, TranscriptScreen)
        read = [(one.who, one.text) for one in screen.query_one(Talk).messages]
        await press(hand, "f2")
        french = screen.query_one(Talk).messages[1].who
        await press(hand, "enter")
        await shown(hand, PracticeScreen)

    assert ("You · turn 2", "Why must everyone be in?") in read
    assert ("", "Your note: too blunt") in read
    assert french == "Vous · tour 2"


@pytest.mark.parametrize("size", [(60, 20), SMALL, LARGE])
async def test_hostile_titles_are_plain_text(house: House, size: tuple[int, int]) -> None:
    for title in HOSTILE:
        scenario = SCENARIO.model_copy(update={"title": title})
        house.begin(replace(stage(), scenario=scenario), mentee="[bold]S[/bold]").leave()
    async with running(SimulatorApp(house), size) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "tab", *["down"] * len(HOSTILE))
        text = await seen(hand)
        await press(hand, "slash", *"click")
        found = titles(hand)

    assert "[/foo]" in text
    assert found == ["[@click=app.quit]now[/]"]


async def test_a_store_that_cannot_be_read_hides_no_scenario(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: House) -> None:
        raise StorageError("storage-empty", path="/elsewhere")

    monkeypatch.setattr(House, "apart", refuse)
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)

        assert "A date that holds" in titles(hand)
        assert "/elsewhere" in (await seen(hand))


async def test_no_session_is_read_for_the_list(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        begun(house).leave()

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("simulator.wiring.archive.fold", refuse)
    found, trouble = lookups.read(house)

    assert trouble is None
    assert len(found.sessions) == 3
