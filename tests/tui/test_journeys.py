"""Whole journeys: from the library to the debrief and back, in both languages."""

from collections.abc import Iterator

import pytest
from textual.widgets import OptionList

from simulator.config import Language
from simulator.errors import StorageError
from simulator.practice.conversation import Conversation
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.choice import ChoiceScreen, TurnScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.prediction import PredictionScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.wiring import House
from tests.i18n.catalogues import entries
from tests.tui.hand import (
    LARGE,
    SMALL,
    Hand,
    Speaking,
    begun,
    house_in,
    press,
    running,
    said,
    say,
    seen,
    shown,
    until,
    until_silent,
)


async def talk_to_the_end(hand: Hand, conversation: Conversation) -> None:
    """Say the skilled lines of the scenario until it is over."""
    for line in conversation.stage.scenario.playtest["skilled"]:
        await say(hand, line)
        await until_silent(hand)
        if conversation.session.ended:
            return


def english_only() -> Iterator[str]:
    """Words of ours in English that no French wording holds."""
    french = " ".join(
        words for one in ("tui", "views") for all_ in entries("fr", one).values() for words in all_
    )
    for domain in ("tui", "views"):
        for wordings in entries("en", domain).values():
            for words in wordings:
                if "%(" not in words and len(words) > 3 and words not in french:
                    yield words


@pytest.mark.parametrize(("language", "size"), [("en", SMALL), ("fr", LARGE)])
async def test_a_whole_practice_from_the_library_to_the_debrief(
    tmp_path_factory: pytest.TempPathFactory, language: Language, size: tuple[int, int]
) -> None:
    looked_at = []
    with house_in(tmp_path_factory.mktemp(language), language) as house:
        app = SimulatorApp(house, seconds_per_word=0)
        async with running(app, size) as hand:
            await shown(hand, LibraryScreen)
            looked_at.append(await seen(hand))
            await press(hand, "enter")
            await shown(hand, BriefingScreen)
            looked_at.append(await seen(hand))
            await press(hand, "f5")
            practice = await shown(hand, PracticeScreen)
            conversation = practice._conversation
            await talk_to_the_end(hand, conversation)
            looked_at.append(await seen(hand))
            await press(hand, "f1")
            await shown(hand, HelpScreen)
            looked_at.append(await seen(hand))
            await press(hand, "escape")
            await shown(hand, PracticeScreen)
            await press(hand, "enter")
            await shown(hand, ReflectionScreen)
            looked_at.append(await seen(hand))
            await press(hand, *"Ask", "tab", *"All", "f5")
            await shown(hand, PredictionScreen)
            looked_at.append(await seen(hand))
            await press(hand, "y", "enter")
            debrief = await shown(hand, DebriefScreen)
            looked_at.append(await seen(hand))
            assert debrief._debrief.audience == "mentee"
            await press(hand, "escape")
            await shown(hand, LibraryScreen)
            looked_at.append(await seen(hand))

        session = house.session(conversation.session.id)
        assert session.ended is not None
        assert session.ended.cause == "ending"
        assert session.opened.language == language
        assert session.reflection is not None
        assert session.reflection.answers == ("Ask", "All", "")
        assert conversation.stage.scenario.title in looked_at[-1]
        if language == "fr":
            shown_words = "\n".join(looked_at)
            assert [words for words in english_only() if words in shown_words] == []


async def test_a_debrief_leads_to_another_try_from_a_turn(house: House) -> None:
    held = begun(house, Speaking())
    async with running(SimulatorApp(house, conversation=held, seconds_per_word=0)) as hand:
        await shown(hand, PracticeScreen)
        for line in ("Your rule is stupid.", "I see."):
            await say(hand, line)
            await until_silent(hand)
        await press(hand, "f6")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "enter")
        await shown(hand, ReflectionScreen)
        await press(hand, "escape")
        await shown(hand, DebriefScreen)
        await press(hand, "r")
        turns = await shown(hand, TurnScreen)
        turns.query_one(OptionList).highlighted = 1
        await press(hand, "enter")
        again = (await shown(hand, PracticeScreen))._conversation

        assert house.session(held.session.id).reflection is not None
        assert again.session.opened.parent == held.session.id
        assert again.session.opened.parent_turn == 4
        assert said(again.session) == ["Your rule is stupid."]


async def test_questions_that_were_left_open_come_before_the_debrief(house: House) -> None:
    held = begun(house, Speaking())
    async for _ in held.say("Why must everyone be in?"):
        pass
    held.leave()
    async with running(SimulatorApp(house, seconds_per_word=0)) as hand:
        await press(hand, "tab", "enter")
        await shown(hand, ReflectionScreen)
        await press(hand, "escape")
        await shown(hand, DebriefScreen)
        await press(hand, "escape", "enter")
        await shown(hand, DebriefScreen)

    reflection = house.session(held.session.id).reflection
    assert reflection is not None
    assert reflection.skipped


async def test_the_mentors_copy_is_asked_for_twice_and_a_copy_is_saved(house: House) -> None:
    begun(house, Speaking()).leave()
    async with running(SimulatorApp(house, seconds_per_word=0)) as hand:
        await press(hand, "tab", "enter")
        screen = await shown(hand, DebriefScreen)
        copies = []
        for answer in (("escape",), ("down", "enter")):
            await press(hand, "m")
            await shown(hand, ChoiceScreen)
            await press(hand, *answer)
            await shown(hand, DebriefScreen)
            copies.append(screen._debrief.audience)
        await press(hand, "e")
        await shown(hand, ChoiceScreen)
        await press(hand, "enter")
        await shown(hand, DebriefScreen)

        (written,) = house.home.glob("debrief-*-mentor.md")
        assert copies == ["mentee", "mentor"]
        assert "The rule on presence" in written.read_text(encoding="utf-8")


async def test_a_practice_begins_with_the_name_and_level_chosen(house: House) -> None:
    async with running(SimulatorApp(house, scenario="pay-and-presence")) as hand:
        await shown(hand, BriefingScreen)
        await press(hand, *"Noor", "f5")
        held = (await shown(hand, PracticeScreen))._conversation

    assert held.session.opened.mentee == "Noor"
    assert held.session.opened.level == held.stage.scenario.level


async def test_an_error_is_told_where_one_stands(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Conversation:
        raise StorageError("cannot-write", path="/elsewhere", reason="[/full]")

    monkeypatch.setattr(house, "begin", refuse)
    async with running(SimulatorApp(house, scenario="pay-and-presence")) as hand:
        screen = await shown(hand, BriefingScreen)
        await press(hand, "f5")
        await until(lambda: hand.app.screen is not screen, "nothing came of it")
        await shown(hand, BriefingScreen)

        assert "[/full]" in (await seen(hand))


async def test_a_scenario_that_is_not_there_is_told(house: House) -> None:
    async with running(SimulatorApp(house, scenario="no-such-thing")) as hand:
        await shown(hand, LibraryScreen)

        assert "no-such-thing" in (await seen(hand))


async def test_ctrl_c_tells_how_to_leave_in_the_language_of_the_reader(maison: House) -> None:
    async with running(SimulatorApp(maison)) as hand:
        await press(hand, "ctrl+c")

        assert "Ctrl+Q permet de quitter" in (await seen(hand))
