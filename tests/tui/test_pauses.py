"""STOP, leaving, and the mentor's mark: each takes effect at once and is recorded as what it is."""

import pytest

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.choice import ChoiceScreen, TurnScreen
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
    until,
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


@pytest.mark.parametrize(("downs", "screen"), [(3, LibraryScreen), (4, DebriefScreen)])
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
        assert [one.outcome for one in house.sessions()] == ["open"]


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
        await press(hand, *"slow", "tab", *"Ana", "enter")
        await shown(hand, PracticeScreen)
        await until_silent(hand)

        (mark,) = held.session.marks
        assert (mark.turn, mark.by, mark.author, mark.note) == (3, "mentor", "Ana", "slow")
        assert held.session.utterances[-1].complete
        assert spoken(hand)[-2:] == ["1 moments, let me think. No.", "Marked by Ana: slow"]


async def test_a_mentee_marks_a_moment_for_a_mentor(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f4")
        await shown(hand, MarkScreen)
        await press(hand, "enter")
        await shown(hand, PracticeScreen)
        await say(hand, "/mark Was this too soft?")
        await until(lambda: len(held.session.marks) == 2, "it was not kept")

        assert [(one.turn, one.by, one.note, one.private) for one in held.session.marks] == [
            (1, "mentee", "", False),
            (1, "mentee", "Was this too soft?", False),
        ]
        assert spoken(hand)[-1] == "Marked for a mentor: Was this too soft?"


async def test_a_note_to_oneself_is_for_nobody_else(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f5")
        await shown(hand, MarkScreen)
        await press(hand, *"Ask", "enter")
        await shown(hand, PracticeScreen)
        await say(hand, "/note Slower.")
        await until(lambda: len(held.session.marks) == 2, "it was not kept")

        assert [(one.by, one.note, one.private) for one in held.session.marks] == [
            ("mentee", "Ask", True),
            ("mentee", "Slower.", True),
        ]
        assert said(held.session) == []


@pytest.mark.parametrize("keys", [("f4", "escape"), ("f5", "escape"), ("f5", "enter")])
async def test_a_mark_or_note_can_be_left(house: House, keys: tuple[str, str]) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, keys[0])
        await shown(hand, MarkScreen)
        await press(hand, keys[1])
        await shown(hand, PracticeScreen)

        assert held.session.marks == ()


async def test_a_stopped_scene_can_be_left_to_the_mentor(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "down", "enter")
        await shown(hand, MarkScreen)
        await press(hand, *"Help", "enter")
        await shown(hand, ChoiceScreen)
        asked = await seen(hand)
        await press(hand, "escape")
        await shown(hand, PracticeScreen)

        assert "This moment is marked" in asked
        assert "Mark this moment" not in asked
        assert [(one.by, one.note) for one in held.session.marks] == [("mentee", "Help")]
        assert not held.session.is_stopped


async def test_a_line_is_taken_up_again_in_a_session_of_its_own(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        for line in ("Why?", "That is no reason."):
            await say(hand, line)
            await until_silent(hand)
        await press(hand, "ctrl+r")
        await shown(hand, TurnScreen)
        await press(hand, "enter")
        await until(
            lambda: (
                isinstance(hand.app.screen, PracticeScreen)
                and hand.app.screen._conversation is not held
            ),
            "no other session came",
        )
        again = (await shown(hand, PracticeScreen))._conversation
        told = spoken(hand)[-1]
        await say(hand, "What is behind it?")
        await until_silent(hand)

        assert again.session.opened.parent == held.session.id
        assert said(again.session) == ["Why?", "What is behind it?"]
        assert "That is no reason." in told
        assert said(house.session(held.session.id)) == ["Why?", "That is no reason."]


async def test_a_line_is_taken_up_by_its_turn(house: House) -> None:
    async with practising(house, Speaking()) as (hand, held):
        for line in ("Why?", "That is no reason."):
            await say(hand, line)
            await until_silent(hand)
        await say(hand, "/from 2")
        await until(
            lambda: (
                isinstance(hand.app.screen, PracticeScreen)
                and hand.app.screen._conversation is not held
            ),
            "no other session came",
        )

        again = (await shown(hand, PracticeScreen))._conversation
        assert again.session.opened.parent_turn == 2


async def test_nothing_can_be_taken_up_before_anything_was_said(house: House) -> None:
    async with practising(house, Speaking()) as (hand, _):
        await press(hand, "ctrl+r")
        await until(lambda: len(spoken(hand)) == 2, "nothing was told")

        assert "nothing yet" in spoken(hand)[-1]
