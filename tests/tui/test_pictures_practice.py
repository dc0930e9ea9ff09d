"""Pictures of a rehearsal: its briefing, its talk, and what opens above the talk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from syrupy.assertion import SnapshotAssertion
from textual.widgets import OptionList

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.actor import ActorScreen
from simulator.tui.screens.briefing import BriefingScreen, Chosen
from simulator.tui.screens.choice import ChoiceScreen, TurnScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.wiring.choices import Reach
from tests.tui.hand import Hand, caught_up, press, running, say, shown, until, until_silent
from tests.tui.pictures import Given, app_of, still


@asynccontextmanager
async def talking(given: Given) -> AsyncIterator[Hand]:
    """A talk of one line and its answer."""
    held = given.house.begin(given.stage, mentee="Sam")
    held.intend("Demander d’abord." if given.is_french else "Ask before I say anything.")
    app = SimulatorApp(given.house, conversation=held, seconds_per_word=0)
    async with running(app, given.size) as hand:
        await shown(hand, PracticeScreen)
        await say(hand, "Et le télétravail ?" if given.is_french else "And working from home?")
        await until_silent(hand)
        yield hand


async def test_the_briefing(given: Given, picture: SnapshotAssertion) -> None:
    chosen = Chosen("Sam", 2, given.house.settings.language)
    async with running(app_of(given), given.size) as hand:
        hand.app.push_screen(BriefingScreen(lambda _: given.stage, chosen, ("en", "fr")))
        await shown(hand, BriefingScreen)

        assert await still(hand) == picture


async def test_the_choice_of_a_partner(given: Given, picture: SnapshotAssertion) -> None:
    chosen = Chosen("Sam", 2, given.house.settings.language)

    async def reach() -> Reach:
        return Reach(("ollama/gemma3:4b", "hosted_vllm/qwen3"), ())

    given.house.choices.reach = reach  # type: ignore[method-assign]
    async with running(app_of(given), given.size) as hand:
        hand.app.push_screen(BriefingScreen(lambda _: given.stage, chosen, ("en", "fr")))
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#actor").focus()
        await press(hand, "enter")
        asked = await shown(hand, ActorScreen)
        await until(
            lambda: any(one.option_count > 2 for one in asked.query(OptionList)),
            "nothing was found",
        )
        await caught_up(hand)

        assert await still(hand) == picture


async def test_the_practice(given: Given, picture: SnapshotAssertion) -> None:
    async with talking(given) as hand:
        await press(hand, "enter")

        assert await still(hand) == picture


async def test_commands_that_complete_themselves(given: Given, picture: SnapshotAssertion) -> None:
    async with talking(given) as hand:
        await press(hand, "/")
        await hand.pause()
        await caught_up(hand)

        assert await still(hand) == picture


async def test_the_scene_stopped(given: Given, picture: SnapshotAssertion) -> None:
    async with talking(given) as hand:
        await press(hand, "f8")
        await shown(hand, ChoiceScreen)

        assert await still(hand) == picture


async def test_a_line_to_take_up_again(given: Given, picture: SnapshotAssertion) -> None:
    async with talking(given) as hand:
        await press(hand, "ctrl+r")
        await shown(hand, TurnScreen)

        assert await still(hand) == picture


async def test_a_mark_for_a_mentor(given: Given, picture: SnapshotAssertion) -> None:
    async with talking(given) as hand:
        await press(hand, "f4")
        await shown(hand, MarkScreen)

        assert await still(hand) == picture


async def test_the_end_of_a_talk(given: Given, picture: SnapshotAssertion) -> None:
    async with talking(given) as hand:
        screen = await shown(hand, PracticeScreen)
        screen._conversation.leave()
        screen.give_the_floor()
        await hand.pause()

        assert await still(hand) == picture
