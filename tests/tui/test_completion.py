"""Commands that complete themselves: the list above the composer, and what its keys do."""

import pytest
from textual.widgets import OptionList

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.choice import ChoiceScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.completion import Completion
from simulator.tui.widgets.composer import Composer
from simulator.views.slash import NAMES
from simulator.wiring import House
from tests.tui.hand import (
    Hand,
    Speaking,
    Waiting,
    practising,
    press,
    said,
    say,
    seen,
    shown,
    spoken,
    until_speaking,
)


def offered(hand: Hand) -> list[str]:
    """Names in the list, as long as it is open."""
    completion = hand.app.screen.query_one(Completion)
    options = [completion.get_option_at_index(at) for at in range(completion.option_count)]
    return [str(one.id) for one in options] if completion.is_open else []


def test_what_can_be_written_is_what_every_front_end_knows() -> None:
    slashes = [one.slash for one in (*PracticeScreen.OFFERS, *SimulatorApp.OFFERS) if one.slash]

    assert sorted(slashes) == sorted(NAMES)


async def test_a_slash_opens_the_list_and_letters_narrow_it(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        before = offered(hand)
        await press(hand, "/")
        all_of_them = offered(hand)
        await press(hand, "s")
        some = offered(hand)
        await press(hand, "backspace", "backspace")

        assert before == offered(hand) == []
        assert all_of_them == [name for name in NAMES if name != "offline"]
        assert some == ["stop"]


async def test_a_command_is_found_by_its_word_in_the_language_of_the_reader(maison: House) -> None:
    async with practising(maison, Speaking()) as (hand, _):
        await press(hand, *"/ind")

        assert offered(hand) == ["hint"]
        assert "Donne un indice" in (await seen(hand))


async def test_enter_runs_what_is_marked(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "/", "s", "enter")
        await shown(hand, ChoiceScreen)

        assert held.session.is_stopped
        assert said(held.session) == []


async def test_down_marks_the_next_one(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await press(hand, "/", "down", "down", "up", "enter")
        screen = await shown(hand, PracticeScreen)

        assert screen.has_class("-brief")


async def test_tab_writes_the_name_and_leaves_room_for_more(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, *"/no", "tab", *"Slow", "enter")

        assert [one.note for one in held.session.marks] == ["Slow"]
        assert offered(hand) == []


async def test_a_command_without_words_asks_for_them(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await press(hand, *"/no", "enter")

        await shown(hand, MarkScreen)


async def test_escape_puts_the_list_away_and_keeps_what_is_written(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await press(hand, "/", "s", "escape")

        assert offered(hand) == []
        assert hand.app.screen.query_one(Composer).text == "/s"


async def test_a_slash_that_is_said_offers_nothing(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await press(hand, "/", "/")

        assert offered(hand) == []


async def test_a_click_runs_a_command(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await press(hand, "/", "h", "e")
        await hand.pause()
        await hand.click(Completion, offset=(4, 0))

        await shown(hand, HelpScreen)


async def test_commands_are_heard_while_a_reply_is_worded(house: House) -> None:
    async with practising(house, Waiting()) as (hand, held):
        await say(hand, "Why?")
        await until_speaking(hand, held)
        await press(hand, *"/stop", "enter")
        await shown(hand, ChoiceScreen)

        assert held.session.cut_by == "mentee"
        assert held.session.is_stopped


@pytest.mark.parametrize("line", ["/stopp", "/ stop", "/"])
async def test_what_is_no_command_is_refused_and_not_said(house: House, line: str) -> None:
    async with practising(house, Speaking()) as (hand, held):
        hand.app.screen.query_one(Composer).text = line
        await press(hand, "escape", "enter")

        assert said(held.session) == []
        assert "was not said" in spoken(hand)[-1]


async def test_the_list_speaks_the_other_language_at_once(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await press(hand, "/", "down", "f2")
        marked = hand.app.screen.query_one(Completion).chosen

        assert "Donne un indice" in (await seen(hand))
        assert marked == "brief"
        assert hand.app.screen.query_one(OptionList).option_count == len(NAMES) - 1
