"""STOP, leaving, and the mentor's mark: each takes effect at once and is recorded as what it is."""

import pytest

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.choice import ChoiceScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.wiring import House
from tests.tui.hand import (
    Speaking,
    Waiting,
    begun,
    practising,
    press,
    running,
    said,
    say,
    seen,
    shown,
    spoken,
    strike,
    until_silent,
    until_speaking,
)


async def test_stop_halts_a_reply_at_once_and_going_on_resumes_the_scene(house: House) -> None:
    actor = Waiting()
    async with practising(house, actor) as (hand, held):
        await say(hand, "Why?")
        await until_speaking(hand, held)
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)
        stood = [held.session.is_stopped]
        assert actor.is_closed
        assert "No reason is needed" in (await seen(hand))
        await press(hand, "escape")
        await shown(hand, PracticeScreen)
        stood.append(held.session.is_stopped)

        actor.may_go_on.set()
        await say(hand, "Let us go on.")
        await until_silent(hand)

        assert stood == [True, False]
        assert said(held.session) == ["Why?", "Let us go on."]


async def test_a_line_struck_just_before_stop_is_kept(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await strike(hand, *"Why", "enter", "f8")
        await shown(hand, ChoiceScreen)

        assert said(held.session) == ["Why"]
        assert held.session.is_stopped


@pytest.mark.parametrize(("downs", "screen"), [(2, LibraryScreen), (3, DebriefScreen)])
async def test_a_scene_can_end_at_stop_with_or_without_its_measures(
    house: House, downs: int, screen: type[LibraryScreen]
) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, "Why?")
        await until_silent(hand)
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)
        await press(hand, *["down"] * downs, "enter")
        await shown(hand, screen)

        assert held.session.ended is not None
        assert held.session.ended.cause == "stopped"
        assert "To try" not in (await seen(hand))


async def test_stop_offers_the_same_scene_one_level_lighter(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "enter")
        await shown(hand, PracticeScreen)

        newest, oldest = house.sessions()
        assert (oldest.id, oldest.outcome) == (held.session.id, "stopped")
        assert (newest.level, newest.mentee, newest.outcome) == (1, "Sam", "open")


async def test_at_the_lowest_level_there_is_none_lighter(house: House) -> None:
    low = begun(house, Speaking(), level=1)
    async with practising(house, conversation=low) as (hand, _):
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)

        assert "lighter" not in (await seen(hand))


async def test_a_stopped_session_asks_again_on_return(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)
        await press(hand, "ctrl+q")

    again = SimulatorApp(house, conversation=house.resume(held.session.id))
    async with running(again) as hand:
        await shown(hand, ChoiceScreen)

        assert "The scene has stopped" in (await seen(hand))


async def test_leaving_asks_and_staying_changes_nothing(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        before = held.session.seq
        await press(hand, "f6")
        await shown(hand, ChoiceScreen)
        await press(hand, "escape")
        await shown(hand, PracticeScreen)

        assert held.session.seq == before


async def test_leaving_for_now_keeps_the_session_open(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f6")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "down", "enter")
        await shown(hand, LibraryScreen)

        assert held.session.ended is None
        assert "under way" in (await seen(hand))


async def test_leaving_for_good_leads_to_the_questions(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await say(hand, "Why?")
        await until_silent(hand)
        await press(hand, "f6")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "enter")
        await shown(hand, ReflectionScreen)

        assert held.session.ended is not None
        assert held.session.ended.cause == "left"


async def test_a_mentor_marks_a_moment_while_the_reply_waits(house: House) -> None:
    actor = Waiting()
    async with practising(house, actor) as (hand, held):
        await say(hand, "Why?")
        await until_speaking(hand, held)
        await press(hand, "f4")
        await shown(hand, MarkScreen)
        actor.may_go_on.set()
        await press(hand, "enter", "enter")
        assert isinstance(hand.app.screen, MarkScreen), "a mark has an author"
        await press(hand, *"Ana", "enter", *"slow", "enter")
        await shown(hand, PracticeScreen)
        await until_silent(hand)

        (mark,) = held.session.marks
        assert (mark.turn, mark.by, mark.author, mark.note) == (3, "mentor", "Ana", "slow")
        assert held.session.utterances[-1].complete
        assert spoken(hand)[-2:] == ["1 moments, let me think. No.", "Marked for later by Ana."]


async def test_a_mark_can_be_left_unset(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f4")
        await shown(hand, MarkScreen)
        await press(hand, "escape")
        await shown(hand, PracticeScreen)

        assert held.session.marks == ()
