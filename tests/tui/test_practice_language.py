"""The other language in the middle of a talk: everything of the program's own, and nothing else."""

from simulator.tui.screens.choice import ChoiceScreen, TurnScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.talk import Talk
from simulator.wiring import House
from tests.tui.hand import (
    Hand,
    Speaking,
    Waiting,
    practising,
    press,
    say,
    seen,
    shown,
    spoken,
    until,
    until_silent,
    until_speaking,
)


async def said_often(hand: Hand, times: int = 6) -> None:
    for time in range(times):
        await say(hand, f"And {time}?")
        await until_silent(hand)


async def test_the_talk_stays_word_for_word_and_says_you_otherwise(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await say(hand, "Why?")
        await until_silent(hand)
        before = spoken(hand)
        await press(hand, "f2")
        drawn = await seen(hand)

        assert spoken(hand) == before
        assert "Vous\n" in drawn
        assert "You\n" not in drawn
        assert "réplique 1 sur 6 environ" in drawn
        assert "F7 Indice" in drawn


async def test_what_the_program_said_is_said_again(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await press(hand, *"/time", "enter", *"/nonsense", "enter")
        await press(hand, *"/note Slow", "enter", "f2")
        told = spoken(hand)[1:]
        await press(hand, "f2")

        assert [one.split()[0] for one in told] == ["Jusqu’ici", "Il", "Votre"]
        assert [one.split()[0] for one in spoken(hand)[1:]] == ["So", "There", "Your"]


async def test_what_is_written_and_the_place_in_it_stay(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        composer = hand.app.screen.query_one(Composer)
        await press(hand, *"abc", "left", "f2", "x")

        assert composer.text == "abxc"
        assert composer.has_focus
        assert str(composer.placeholder).startswith("Que dites-vous")


async def test_the_place_in_the_talk_stays(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await said_often(hand)
        talk = hand.app.screen.query_one(Talk)
        talk.scroll_to(y=3, animate=False)
        await hand.pause()
        await press(hand, "f2")
        await hand.pause()

        assert talk.scroll_offset.y == 3


async def test_a_reply_under_way_goes_on(house: House) -> None:
    actor = Waiting()
    async with practising(house, actor) as (hand, held):
        await say(hand, "Why?")
        await until_speaking(hand, held)
        await press(hand, "f2")
        drawn = await seen(hand)
        actor.may_go_on.set()
        await until_silent(hand)

        assert "Claire parle" in drawn
        assert held.session.utterances[-1].complete
        assert spoken(hand)[-1] == "1 moments, let me think. No."


async def test_a_question_stays_open_with_its_mark(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "f2")
        asked = await seen(hand)
        await press(hand, "enter")
        lighter = (await shown(hand, PracticeScreen))._conversation

        assert "La scène est arrêtée" in asked
        assert lighter.session.opened.level == 1
        assert lighter is not held


async def test_how_far_the_talk_is_stays_whole_behind_a_question(house: House) -> None:
    async with practising(house, Speaking(), size=(60, 20)) as (hand, _):
        aside = hand.app.screen.query_one("#aside")
        await say(hand, "Why?")
        await until_silent(hand)
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)
        await press(hand, "f2")

        told = "réplique 1 sur 6 environ · 0 min"
        await until(lambda: aside.size.width == len(told), "it is cut")


async def test_a_mark_begun_is_not_lost(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f4")
        screen = await shown(hand, MarkScreen)
        await press(hand, *"slow", "f2", *"er")
        written = screen.query_one("#note", Field).value
        await press(hand, "enter")

        assert written == "slower"
        assert [one.note for one in held.session.marks] == ["slower"]


async def test_the_line_to_take_up_stays_marked(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await said_often(hand, 3)
        await press(hand, "ctrl+r")
        await shown(hand, TurnScreen)
        await press(hand, "up", "f2", "enter")

        again = (await shown(hand, PracticeScreen))._conversation
        assert again.session.opened.parent_turn == 4


async def test_the_end_is_told_in_the_other_language(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        held.leave()
        screen = await shown(hand, PracticeScreen)
        screen.give_the_floor()
        await press(hand, "f2")
        drawn = await seen(hand)

        assert "arrivée à sa fin" in drawn
        assert "Passer au débriefing" in drawn
