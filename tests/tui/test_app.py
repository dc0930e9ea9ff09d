"""The app as a whole: hostile text through every screen, its last words, and its stillness."""

from dataclasses import replace

import pytest

from simulator.practice.conversation import Conversation
from simulator.tui import choosing
from simulator.tui.app import SimulatorApp
from simulator.tui.crash import words_for
from simulator.tui.pace import Pace
from simulator.tui.screens.choice import ChoiceScreen, TurnScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.mark import MarkScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.widgets.fields import Field
from simulator.wiring import House
from tests.practice.stage import PERSONA, SCENARIO, stage
from tests.tui.hand import (
    Hand,
    Speaking,
    practising,
    press,
    running,
    say,
    seen,
    shown,
    until,
    until_silent,
)

MARKUP = "[@click=app.quit]x[/] [/y] [red"


def hostile(house: House) -> Conversation:
    """A conversation in which everything that can be written is markup."""
    scenario = SCENARIO.model_copy(
        update={
            "title": MARKUP,
            "brief": SCENARIO.brief.model_copy(update={"role": MARKUP, "situation": MARKUP}),
            "relation": SCENARIO.relation.model_copy(update={"persona_is": MARKUP}),
        }
    )
    persona = PERSONA.model_copy(update={"name": MARKUP})
    played = stage(Speaking(MARKUP))
    played = type(played)(
        scenario, {"manager": persona}, played.recogniser, played.actor, played.actor
    )
    return house.begin(played, mentee=MARKUP)


async def test_markup_is_shown_as_it_was_written_on_every_screen(house: House) -> None:
    held = hostile(house)
    app = SimulatorApp(house, conversation=held, seconds_per_word=0)
    looked_at: dict[str, str] = {}

    async def look(hand: Hand, name: str) -> None:
        looked_at[name] = await seen(hand)

    async with running(app, (120, 40)) as hand:
        await shown(hand, PracticeScreen)
        await say(hand, f"{MARKUP} and then the office?")
        await until_silent(hand)
        await press(hand, "f4")
        mark = await shown(hand, MarkScreen)
        mark.query_one("#author", Field).value = MARKUP
        mark.query_one("#note", Field).value = MARKUP
        mark.query_one("#note", Field).focus()
        await press(hand, "enter")
        await shown(hand, PracticeScreen)
        await look(hand, "practice")
        await press(hand, "f6")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "enter")
        await shown(hand, ReflectionScreen)
        await press(hand, "escape")
        await shown(hand, DebriefScreen)
        await look(hand, "debrief")
        await press(hand, "r")
        await shown(hand, TurnScreen)
        await look(hand, "turn")
        await press(hand, "escape")
        await shown(hand, DebriefScreen)
        await press(hand, "escape")
        await shown(hand, LibraryScreen)
        await press(hand, "tab")
        await look(hand, "library")

        assert [name for name, text in looked_at.items() if MARKUP not in text] == []
        assert f"Marked by {MARKUP}" in looked_at["practice"]


async def test_a_crash_says_where_the_words_are_and_shows_none_of_them(
    house: House, capsys: pytest.CaptureFixture[str]
) -> None:
    class Unforeseen(Exception):
        pass

    def fail(*_: object) -> None:
        secret = "what was said in confidence"
        raise Unforeseen(secret)

    app = SimulatorApp(house, seconds_per_word=0)

    async def crash() -> None:
        async with running(app) as hand:
            await shown(hand, LibraryScreen)
            hand.app.call_later(fail)
            await until(lambda: not app.is_running, "the app goes on")

    with pytest.raises(Unforeseen):
        await crash()

    printed = "".join(capsys.readouterr())
    assert "Unforeseen" in printed
    assert str(house.home) in printed.replace("\n", "")
    assert "confidence" not in printed
    assert "Traceback" not in printed
    assert app.return_code == 1


def test_the_last_words_name_the_place_and_not_the_message(house: House) -> None:
    with pytest.raises(KeyError) as raised:
        dict[str, str]()["a private word"]
    words = words_for(raised.value, house.home, house.translator).plain

    assert "KeyError, test_app.py:" in words
    assert "private" not in words


async def test_reduced_motion_shows_replies_at_once(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    paces: list[float] = []

    def noted(self: Pace, seconds_per_word: float) -> None:
        paces.append(seconds_per_word)
        plain(self, seconds_per_word)

    plain = Pace.__init__
    monkeypatch.setattr(Pace, "__init__", noted)
    for wanted in (False, True):
        house.settings = replace(house.settings, reduced_motion=wanted)
        async with practising(house, Speaking(), seconds_per_word=0.01):
            pass

    assert paces == [0.01, 0]


async def test_dark_and_light_change_with_a_key(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        themes = [hand.app.theme]
        await press(hand, "f9")
        themes.append(hand.app.theme)
        await press(hand, "f9")
        themes.append(hand.app.theme)

    assert themes == ["rehearsal-dark", "rehearsal-light", "rehearsal-dark"]


async def test_reduced_motion_stills_everything_from_the_next_moment_on(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        app = hand.app
        assert isinstance(app, SimulatorApp)
        levels = [app.animation_level]
        for is_wanted in (True, False):
            await choosing.switch(app, "reduced_motion", is_wanted)
            levels.append(app.animation_level)

        assert levels == ["full", "none", "full"]
