"""The briefing: what is settled on it begins the talk, and nothing on it is lost."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Button, OptionList

from simulator.config import Language, shipped
from simulator.errors import StorageError
from simulator.library.catalogue import Library
from simulator.tui.app import SimulatorApp
from simulator.tui.screens.actor import ActorScreen
from simulator.tui.screens.briefing import BriefingScreen
from simulator.tui.screens.leaving import LeavingScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.brief import before
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.pick import Pick
from simulator.tui.widgets.prose import Prose
from simulator.views.briefing import Briefing
from simulator.wiring import House
from simulator.wiring.choices import Reach
from tests.tui.hand import (
    LARGE,
    SMALL,
    Hand,
    caught_up,
    house_in,
    press,
    running,
    seen,
    shown,
    strike,
    until,
)

COLUMN, ROOM = 56, 32
"""Of the page in a terminal of 120×40."""
SHIPPED = sorted(one.id for one in Library((shipped(),)).cards("en"))


def opened(house: House, scenario: str = "pay-and-presence") -> SimulatorApp:
    return SimulatorApp(house, scenario=scenario, seconds_per_word=0)


def finding(house: House, *names: str) -> None:
    """What the house is to find where LLMs of this machine are looked for."""

    async def reach() -> Reach:
        return Reach(names, ())

    house.choices.reach = reach  # type: ignore[method-assign]


async def settled(hand: Hand) -> PracticeScreen:
    await press(hand, "f5")
    return await shown(hand, PracticeScreen)


def known(tmp_path: Path, name: str = "Noor") -> House:
    """A house that knows how the mentee is called."""
    house = house_in(tmp_path)
    return house.under(replace(house.settings, mentee=name))


async def test_enter_begins_at_once_for_somebody_who_is_known(tmp_path: Path) -> None:
    async with running(opened(known(tmp_path))) as hand:
        screen = await shown(hand, BriefingScreen)
        focused = screen.focused
        await press(hand, "enter")
        held = (await shown(hand, PracticeScreen))._conversation

        assert focused is not None
        assert focused.id == "intention"
        assert held.session.opened.mentee == "Noor"
        assert held.session.opened.level == held.stage.scenario.level
        assert held.session.followup.intention == ""
        assert held.stage.actor.name == "offline"


async def test_who_is_not_known_is_asked_for_a_name_first_and_enter_goes_on_to_the_next_line(
    house: House,
) -> None:
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        unnamed = await seen(hand)
        await press(hand, *"Inès", "enter")
        is_still_here = hand.app.screen is screen
        await press(hand, *"Ask", "enter")
        held = (await shown(hand, PracticeScreen))._conversation

        assert "no name: Sam" in unnamed
        assert is_still_here
        assert held.session.opened.mentee == "Inès"
        assert held.session.followup.intention == "Ask"


async def test_the_name_of_nobody_is_the_one_of_the_talks_language(house: House) -> None:
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#language", Pick).choose("fr")
        await caught_up(hand)
        page = await seen(hand)
        held = (await settled(hand))._conversation

        assert "no name: Sacha" in page
        assert held.session.opened.mentee == "Sacha"


async def test_the_talk_follows_the_app_there_and_back_and_the_cursor_stays(house: House) -> None:
    async with running(opened(house), LARGE) as hand:
        screen = await shown(hand, BriefingScreen)
        before = await seen(hand)
        await press(hand, *"In", "f2", *"ès")
        french = await seen(hand)
        spoken = screen.query_one("#language", Pick).value
        focused = screen.focused.id if screen.focused else None
        await press(hand, "backspace", "backspace", "backspace", "backspace", "f2")
        back = await seen(hand)
        held = (await settled(hand))._conversation

        assert "Une augmentation et deux jours" in french
        assert "Votre rôle" in french
        assert "A raise" not in french
        assert "Inès" in french
        assert spoken == "fr"
        assert focused == "mentee"
        assert back == before
        assert held.session.opened.language == "en"


async def test_what_is_offered_goes_round_by_key_and_by_click(house: House) -> None:
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        level = screen.query_one("#level", Pick)
        level.focus()
        seen_values = [level.value]
        for key in ("right", "space", "left", "left"):
            await press(hand, key)
            seen_values.append(level.value)
        await hand.click("#level")

        assert seen_values == [2, 3, 1, 3, 2]
        assert level.value == 3
        assert hand.app.screen is screen


async def test_what_the_mentee_means_to_do_is_kept_and_stays_beside_the_talk(house: House) -> None:
    async with running(opened(house)) as hand:
        await shown(hand, BriefingScreen)
        await press(hand, "enter", *"Ask first", "enter")
        held = (await shown(hand, PracticeScreen))._conversation
        await press(hand, "f3")

        assert held.session.followup.intention == "Ask first"
        assert "Ask first" in (await seen(hand))


async def test_tab_goes_from_the_name_through_the_choices_to_begin(house: House) -> None:
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        order = []
        for _ in range(6):
            order.append(screen.focused.id if screen.focused else None)
            await press(hand, "tab")

        assert order == ["mentee", "level", "actor", "language", "intention", "begin"]


async def test_name_and_level_are_those_of_the_talk(house: House) -> None:
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#level", Pick).choose(3)
        await press(hand, *"Noor", "f5")
        held = (await shown(hand, PracticeScreen))._conversation

        assert (held.session.opened.mentee, held.session.opened.level) == ("Noor", 3)


async def test_the_talk_is_held_in_the_language_chosen(house: House) -> None:
    async with running(opened(house), LARGE) as hand:
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#language", Pick).choose("fr")
        await caught_up(hand)
        page = await seen(hand)
        held = (await settled(hand))._conversation

        assert "Une augmentation et deux jours" in page
        assert "Your role" in page
        assert held.session.opened.language == "fr"


async def test_the_page_follows_the_language_of_the_app_until_one_is_chosen(house: House) -> None:
    async with running(opened(house), LARGE) as hand:
        screen = await shown(hand, BriefingScreen)
        await press(hand, "enter", *"Ask", "f2")
        followed = await seen(hand)
        screen.query_one("#language", Pick).choose("en")
        await caught_up(hand)
        await press(hand, "f2", "f2")
        kept = await seen(hand)
        held = (await settled(hand))._conversation

        assert "Une augmentation et deux jours" in followed
        assert "Votre rôle" in kept
        assert "A raise, and two days at home" in kept
        assert held.session.opened.language == "en"
        assert held.session.followup.intention == "Ask"


async def test_nothing_typed_or_chosen_is_lost_with_the_language(house: House) -> None:
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#mentee", Field).value = "Noor"
        screen.query_one("#level", Pick).choose(1)
        await press(hand, "enter", *"Ask", "f2", *" d’abord")

        assert screen.query_one("#intention", Field).value == "Ask d’abord"
        assert screen.query_one("#mentee", Field).value == "Noor"
        assert screen.query_one("#level", Pick).value == 1


async def test_who_plays_is_chosen_among_those_that_answer(house: House) -> None:
    finding(house, "ollama/gemma3:4b")
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#actor", Button).press()
        asked = await shown(hand, ActorScreen)
        await until(lambda: asked.query_one(OptionList).option_count == 2, "none was found")
        await press(hand, "down", "enter")
        await shown(hand, BriefingScreen)
        held = (await settled(hand))._conversation

        assert held.session.opened.actor == "ollama/gemma3:4b"
        assert "litellm" not in sys.modules or held.stage.actor.name == "ollama/gemma3:4b"


async def test_where_none_answers_it_is_said(house: House) -> None:
    finding(house)
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#actor", Button).press()
        asked = await shown(hand, ActorScreen)
        await until(lambda: asked._found is not None, "nobody looked")
        await caught_up(hand)

        assert "No other LLM answers" in (await seen(hand))
        await press(hand, "escape")
        assert "built in" in (await seen(hand))


async def test_an_llm_elsewhere_is_said_to_hear_the_talk_and_its_refusal_leads_back(
    house: House,
) -> None:
    finding(house, "openai/gpt-9")
    async with running(opened(house), LARGE) as hand:
        screen = await shown(hand, BriefingScreen)
        await press(hand, "enter", *"Ask")
        screen.query_one("#actor", Button).press()
        asked = await shown(hand, ActorScreen)
        await until(lambda: asked.query_one(OptionList).option_count == 2, "none was found")
        warned = await seen(hand)
        await press(hand, "down", "enter")
        await shown(hand, BriefingScreen)
        page = await seen(hand)
        await press(hand, "f5")
        await shown(hand, LeavingScreen)
        await press(hand, "escape")
        again = await shown(hand, BriefingScreen)

        assert "leaves this machine" in warned
        assert "is sent to openai/gpt-9" in page
        assert "Every word stays" not in page
        assert again.query_one("#intention", Field).value == "Ask"
        assert house.sessions() == ()


async def test_no_letter_is_lost_to_the_key_that_begins(house: House) -> None:
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#intention", Field).focus()
        await caught_up(hand)
        await strike(hand, *"slowly", "f5")
        held = (await shown(hand, PracticeScreen))._conversation

        assert held.session.followup.intention == "slowly"


async def test_the_rest_of_the_page_is_one_key_away_and_the_key_goes_at_its_end(
    house: House,
) -> None:
    async with running(opened(house), SMALL) as hand:
        await shown(hand, BriefingScreen)
        before = await seen(hand)
        await press(hand, "pagedown", "pagedown", "pagedown")
        after = await seen(hand)

        assert "Read on" in before
        assert "asks why" not in before
        assert "Read on" not in after
        assert "asks why" in after


async def test_the_page_has_two_columns_where_there_is_room(house: House) -> None:
    async with running(opened(house), LARGE) as hand:
        screen = await shown(hand, BriefingScreen)
        await hand.pause()

        columns = [screen.query_one(name).size.width for name in ("#left", "#right")]
        assert columns == [COLUMN, COLUMN]
        assert screen.query_one("#page").size.height == ROOM


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_shipped_scenario_stands_on_that_page(tmp_path: Path, language: Language) -> None:
    with house_in(tmp_path, language) as house:
        for scenario in SHIPPED:
            stage = house.stage(scenario)
            briefing = Briefing.of(stage.scenario, stage.personas, 2)

            heights = [len(Prose(one)._lines(COLUMN)) for one in before(briefing, house.translator)]
            assert max(heights) <= ROOM, scenario


async def test_a_session_that_cannot_be_kept_is_told_and_leads_back_to_what_was_written(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Callable[[], None]:
        raise StorageError("cannot-write", path="/elsewhere", reason="full")

    monkeypatch.setattr(house, "begin", refuse)
    async with running(opened(house)) as hand:
        screen = await shown(hand, BriefingScreen)
        screen.query_one("#intention", Field).value = "Ask why"
        await press(hand, "f5")
        await until(lambda: hand.app.screen is not screen, "nothing came of it")
        again = await shown(hand, BriefingScreen)

        assert again.query_one("#intention", Field).value == "Ask why"
        assert "full" in (await seen(hand))
