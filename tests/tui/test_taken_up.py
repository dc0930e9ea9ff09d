"""A talk taken up again: what was told beside it and what was being written are there once more."""

from simulator.tui.screens.choice import ChoiceScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.widgets.composer import Composer
from simulator.wiring import House
from tests.tui.hand import Speaking, practising, press, say, shown, spoken, until_silent


async def test_a_hint_and_a_note_stand_where_they_were_told_and_follow_the_language(
    house: House,
) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f7")
        await say(hand, "/note Slow down")
        await say(hand, "Why?")
        await until_silent(hand)
        before = spoken(hand)

    async with practising(house, conversation=house.resume(held.session.id)) as (hand, _):
        again = spoken(hand)
        await press(hand, "f2")
        french = spoken(hand)

        assert again == before
        assert "Your note, for you alone: Slow down" in again
        assert "Votre note, pour vous seul·e\u202f: Slow down" in french


async def test_the_line_that_was_being_written_is_there_again(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, *"I was thin", "ctrl+q")

    async with practising(house, conversation=house.resume(held.session.id)) as (hand, _):
        composer = hand.app.screen.query_one(Composer)
        again = composer.text
        await press(hand, *"king", "enter")
        await until_silent(hand)

        assert again == "I was thin"
        assert held.session.id in {one.id for one in house.sessions()}
        assert "I was thinking" in spoken(hand)
        assert list(house.home.glob("unfinished-*")) == []


async def test_a_line_left_for_later_is_kept_and_a_command_is_none(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, *"/not")
        of_command = house.notebook.of(held.session.id).line
        hand.app.screen.query_one(Composer).replace_text("And the")
        await press(hand, "f6")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "down", "enter")
        await shown(hand, LibraryScreen)

        assert of_command == ""
        assert house.notebook.of(held.session.id).line == "And the"


async def test_forgetting_a_session_forgets_the_line_begun_in_it(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, *"I was", "ctrl+q")

    house.forget(held.session.id)

    assert list(house.home.glob("unfinished-*")) == []
