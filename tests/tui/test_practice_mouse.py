"""The mouse in the practice: keys can be clicked, the talk rolled, and what is said copied."""

from textual.events import MouseScrollUp
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import Button

from simulator.tui.screens.choice import ChoiceScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.talk import Talk
from simulator.wiring import House
from tests.tui.hand import Speaking, practising, press, say, seen, shown, until_silent


async def test_a_click_on_a_key_of_the_footer_strikes_it(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        drawn = (await seen(hand)).splitlines()[-1]
        await hand.click("KeyBar", offset=(drawn.index("STOP"), 0))
        await shown(hand, ChoiceScreen)

        assert held.session.is_stopped


async def test_the_wheel_rolls_the_talk_and_what_is_written_stays(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        for time in range(6):
            await say(hand, f"And {time}?")
            await until_silent(hand)
        talk = hand.app.screen.query_one(Talk)
        await press(hand, "a")
        await hand.pause()
        end = talk.scroll_offset.y
        await hand._post_mouse_events([MouseScrollUp], talk)
        await hand.pause()

        assert talk.scroll_offset.y < end
        assert hand.app.screen.query_one(Composer).text == "a"


async def test_what_is_said_is_copied_without_the_bars(house: House) -> None:
    async with practising(house, Speaking("Well. ")) as (hand, _):
        await say(hand, "Why?")
        await until_silent(hand)
        talk = hand.app.screen.query_one(Talk)
        copied = talk.get_selection(Selection(Offset(0, 0), Offset(4, 4)))

        assert copied is not None
        assert copied[0] == "Claire\nYou wanted to see me?\n\nYou\nWhy?"


async def test_a_click_leads_on_from_a_talk_that_is_over(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        held.leave()
        screen = await shown(hand, PracticeScreen)
        screen.give_the_floor()
        await hand.pause()
        await hand.click(Button)
        await hand.pause()

        assert not isinstance(hand.app.screen, PracticeScreen)


async def test_whoever_writes_after_a_click_on_the_talk_writes_a_line(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await hand.click(Talk)
        await press(hand, *"So")

        assert hand.app.screen.query_one(Composer).text == "So"
