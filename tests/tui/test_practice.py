"""The practice: what is said is stored, whatever the mentee does while they are answered."""

import asyncio
from collections.abc import AsyncGenerator

import pytest
from textual.events import Paste
from textual.widgets import Label

from simulator.director.direction import Direction
from simulator.practice.events import HelpShown
from simulator.tui.screens.choice import ChoiceScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.composer import Composer
from simulator.tui.widgets.talk import Talk
from simulator.wiring import House
from tests.tui.hand import (
    Speaking,
    Waiting,
    caught_up,
    practising,
    press,
    said,
    say,
    seen,
    shown,
    spoken,
    strike,
    until,
    until_silent,
    until_speaking,
)


def status(screen: PracticeScreen) -> str:
    return str(screen.query_one("#status", Label).render())


async def test_a_line_is_said_and_answered(house: House) -> None:
    async with practising(house, Speaking("Well. ", "Perhaps.")) as (hand, held):
        await say(hand, "Why must everyone be in?")
        await until_silent(hand)

        assert spoken(hand) == [
            "You wanted to see me?",
            "Why must everyone be in?",
            "1 Well. Perhaps.",
        ]
        assert [one.text for one in held.session.utterances] == spoken(hand)


async def test_keys_struck_in_one_go_keep_their_order(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await strike(hand, *"Why", "enter", *"So")
        await until_silent(hand)

        assert said(held.session) == ["Why"]
        assert hand.app.screen.query_one(Composer).text == "So"


async def test_a_line_is_of_several_lines_where_the_keys_for_it_are_struck(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await strike(hand, *"a", "shift+enter", *"b", "ctrl+j", *"c", "alt+enter", *"d", "enter")
        await until_silent(hand)

        assert said(held.session) == ["a\nb\nc\nd"]


async def test_escape_cuts_the_reply_where_it_stands(house: House) -> None:
    actor = Waiting()
    async with practising(house, actor) as (hand, held):
        await say(hand, "Why?")
        await until_speaking(hand, held)
        await press(hand, "escape")
        await until_silent(hand)

        assert actor.is_closed
        assert held.session.cut_by == "mentee"
        assert spoken(hand)[-1] == "1 moments, let me think. [cut short]"


async def test_a_reply_that_was_cut_does_not_come_back(house: House) -> None:
    async with practising(house, Waiting()) as (hand, held):
        await say(hand, "Why?")
        await until_speaking(hand, held)
        await press(hand, "escape")
        await until_silent(hand)

        assert not held.is_owed_a_reply
        await say(hand, "Let me say it differently.")
        await until_speaking(hand, held)
        await press(hand, "escape")

        assert said(held.session) == ["Why?", "Let me say it differently."]


async def test_enter_shows_the_rest_of_a_reply_and_keeps_what_was_begun(house: House) -> None:
    async with practising(house, Speaking(), seconds_per_word=1000) as (hand, held):
        await say(hand, "Why?")
        await strike(hand, *"And", "enter")
        await until_silent(hand)

        assert held.session.utterances[-1].complete
        assert hand.app.screen.query_one(Composer).text == "And"
        assert said(held.session) == ["Why?"]


async def test_quitting_while_a_reply_is_worded_loses_nothing(house: House) -> None:
    actor = Waiting()
    async with practising(house, actor) as (hand, held):
        await say(hand, "Why?")
        await until_speaking(hand, held)
        await press(hand, "ctrl+q")

    session = house.session(held.session.id)
    assert actor.is_closed
    assert said(session) == ["Why?"]
    assert session.utterances[-1].text == "1 moments, let me think. "
    assert not session.is_speaking
    assert session.ended is None


async def test_a_line_said_just_before_quitting_is_kept(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await strike(hand, *"Why", "enter", "ctrl+q")
        await until(lambda: hand.app._exit, "the app goes on")

    assert said(house.session(held.session.id)) == ["Why"]


async def test_a_session_goes_on_where_it_was_left(house: House) -> None:
    async with practising(house, Speaking("Well. ")) as (hand, held):
        await say(hand, "Why?")
        await until_silent(hand)
        await press(hand, "ctrl+q")

    async with practising(house, conversation=house.resume(held.session.id)) as (hand, again):
        assert spoken(hand) == ["You wanted to see me?", "Why?", "1 Well. "]
        await press(hand, "up")
        assert hand.app.screen.query_one(Composer).text == "Why?"
        await say(hand, "What is behind the rule?")
        await until_silent(hand)

        assert said(again.session) == ["Why?", "What is behind the rule?"]


async def test_a_line_that_was_never_answered_is_answered_on_return(house: House) -> None:
    async with practising(house, Speaking()) as (_, held):
        entries = held.say("Why?")
        await anext(entries)
        await entries.aclose()

    async with practising(house, conversation=house.resume(held.session.id)) as (hand, again):
        await until_silent(hand)

        assert again.session.utterances[-1].speaker == "persona"


async def test_an_answer_that_did_not_come_can_be_asked_for_again(house: House) -> None:
    actor = Speaking("Well. ", fails_after=0)
    async with practising(house, actor) as (hand, held):
        await say(hand, "Why?")
        await until_silent(hand)
        screen = await shown(hand, PracticeScreen)
        assert held.is_owed_a_reply
        assert "Enter asks for it again" in status(screen)

        actor._fails_after = None
        await press(hand, "enter")
        await until_silent(hand)

        assert said(held.session) == ["Why?"]
        assert spoken(hand)[2] == "1 Well. "


async def test_a_silence_is_meant_only_when_enter_is_struck_twice(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "enter")
        await until_silent(hand)
        assert said(held.session) == []
        assert "silence" in status(await shown(hand, PracticeScreen))

        await press(hand, "enter")
        await until_silent(hand)

        assert said(held.session) == [""]
        assert spoken(hand)[1] == "(silence)"


async def test_writing_takes_back_the_offer_of_a_silence(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "enter", "a", "backspace", "enter")
        await until_silent(hand)

        assert said(held.session) == []


async def test_pasting_says_nothing_and_passes_the_door(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        composer = hand.app.screen.query_one(Composer)
        composer.post_message(Paste("one\ntwo\x1b]0;title\x07\n"))

        await caught_up(hand)

        assert composer.text == "one\ntwo\n"
        assert said(held.session) == []


async def test_an_unknown_command_is_refused_and_not_said(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, "/sotp")
        await until_silent(hand)

        assert said(held.session) == []
        assert "/sotp" in spoken(hand)[-1]


async def test_what_stood_behind_an_unknown_command_is_not_lost(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _held):
        await say(hand, "/nte she looked away when I named the rule")
        await until_silent(hand)

        written = hand.app.screen.query_one(Composer).text
        assert written == "/nte she looked away when I named the rule"


async def test_a_line_too_long_to_be_kept_whole_is_not_said_and_not_lost(house: House) -> None:
    line = "a word " * 600
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, line)
        await caught_up(hand)
        composer = hand.app.screen.query_one(Composer)

        assert said(held.session) == []
        assert composer.text == line.strip()
        assert not composer.is_held
        assert "4,000" in spoken(hand)[-1]


async def test_a_line_that_follows_at_once_does_not_overtake_the_one_before(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await strike(hand, *"one", "enter", *"two", "enter")
        await until(lambda: len(said(held.session)) > 0, "nothing was said")
        await until_silent(hand)
        written = hand.app.screen.query_one(Composer).text

        assert [*said(held.session), *filter(None, (written,))] == ["one", "two"]


async def test_two_slashes_say_one(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, "//stop")
        await until_silent(hand)

        assert said(held.session) == ["/stop"]


@pytest.mark.parametrize(
    ("command", "screen"), [("/help", HelpScreen), ("/mark", MarkScreen), ("/stop", ChoiceScreen)]
)
async def test_a_command_does_what_its_key_does(
    house: House, command: str, screen: type[HelpScreen]
) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, command)
        await shown(hand, screen)

        assert said(held.session) == []


async def test_up_and_down_walk_through_what_was_said(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        composer = hand.app.screen.query_one(Composer)
        for line in ("one", "two"):
            await say(hand, line)
            await until_silent(hand)
        texts = []
        for key in ("up", "up", "up", "down", "down"):
            await press(hand, key)
            texts.append(composer.text)

        assert texts == ["two", "one", "one", "two", ""]


async def test_the_brief_takes_the_place_of_the_talk_where_there_is_no_room(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        assert "Find out why." not in (await seen(hand))
        await press(hand, "f3")
        assert "Find out why." in (await seen(hand))
        assert "You wanted to see me?" not in (await seen(hand))
        await press(hand, "escape")

        assert "You wanted to see me?" in (await seen(hand))


async def test_the_brief_stands_beside_the_talk_where_there_is_room(house: House) -> None:
    async with practising(house, Speaking(), size=(120, 40)) as (hand, _):
        assert "Find out why." in (await seen(hand))
        assert "You wanted to see me?" in (await seen(hand))
        await press(hand, "f3")

        assert "Find out why." not in (await seen(hand))


async def test_the_stance_is_not_shown_while_talking(house: House) -> None:
    async with practising(house, Speaking(), size=(120, 40)) as (hand, _):
        await say(hand, "You never listen, it is all your fault.")
        await until_silent(hand)

        assert "trust" not in (await seen(hand)).lower()
        assert "tension" not in (await seen(hand)).lower()


async def test_an_ending_leads_on_with_enter(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        for _ in range(8):
            await say(hand, f"Still, what about the office? {held.session.last_turn}")
            await until_silent(hand)
            if held.session.ended:
                break
        assert held.session.ended is not None
        screen = await shown(hand, PracticeScreen)
        assert "has come to its end" in status(screen)
        assert "Go on to the debrief" in (await seen(hand))
        assert not screen.query_one(Composer).display

        await press(hand, "enter")

        assert not isinstance(hand.app.screen, PracticeScreen)


async def test_a_word_about_oneself_is_answered_outside_the_scene(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, "I want to kill myself.")
        await shown(hand, ChoiceScreen)
        assert "112" in (await seen(hand))
        assert held.session.help_shown == (2,)
        await press(hand, "down", "enter")
        await shown(hand, LibraryScreen)

        assert held.session.ended is not None
        assert held.session.ended.cause == "stopped"


async def test_after_that_word_one_may_go_on(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, "I want to kill myself.")
        await shown(hand, ChoiceScreen)
        await press(hand, "escape")
        await shown(hand, PracticeScreen)
        await say(hand, "Why must everyone be in?")
        await until_silent(hand)

        assert len(said(held.session)) == 2
        assert held.session.utterances[-1].speaker == "persona"
        assert HelpShown(turn=2).turn in held.session.help_shown


class Retracting:
    """An actor whose first wording gives a secret away once it may, and whose second waits too."""

    name = "llm"

    def __init__(self) -> None:
        self.may_go_on = [asyncio.Event(), asyncio.Event()]
        self._asked = 0

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        turn, self._asked = self._asked, self._asked + 1
        if not turn:
            yield "I see. "
        await self.may_go_on[turn].wait()
        yield "It is the badges." if not turn else f"Go on. That is {len(direction.said)}."


async def test_what_is_taken_back_goes_from_the_screen_and_another_wording_comes(
    house: House,
) -> None:
    actor = Retracting()
    async with practising(house, actor) as (hand, held):
        screen = await shown(hand, PracticeScreen)
        await say(hand, "Why?")
        await until(lambda: spoken(hand)[-1] == "I see.", "the first clause never came")
        actor.may_go_on[0].set()
        await until(lambda: spoken(hand)[-1] == "…", "it was never taken back")
        assert status(screen)
        actor.may_go_on[1].set()
        await until_silent(hand)

        assert spoken(hand)[1:] == ["Why?", "Go on. That is 1."]
        assert [one.shown for one in held.session.refusals] == [len("I see.")]


async def test_the_talk_can_be_read_back_while_a_line_is_written(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        for time in range(6):
            await say(hand, f"And {time}?")
            await until_silent(hand)
        talk = hand.app.screen.query_one(Talk)
        await press(hand, "a")
        await hand.pause()
        end = talk.scroll_offset.y
        await press(hand, "pageup")
        await hand.pause()
        back = talk.scroll_offset.y
        await press(hand, "pagedown", "b")
        await hand.pause()

        assert back < end == talk.scroll_offset.y
        assert hand.app.screen.query_one(Composer).text == "ab"
