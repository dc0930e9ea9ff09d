"""Searching in everything said: places as one types, each opening in its talk at its turn."""

import threading

import pytest

from simulator.tui import lookups
from simulator.tui.app import SimulatorApp
from simulator.tui.screens import search as screens
from simulator.tui.screens.library import LibraryScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.search import SearchScreen
from simulator.tui.screens.transcript import TranscriptScreen
from simulator.tui.widgets.fields import Field
from simulator.tui.widgets.hits import Hits
from simulator.tui.widgets.talk import Talk
from simulator.views.places import Places
from simulator.wiring import House
from tests.tui.hand import Hand, Speaking, begun, press, running, seen, shown, strike, until

HOSTILE = (
    '" OR 1=1 --',
    "NEAR(a b, 2)",
    "rule*^:{}()",
    "'; DROP TABLE spoken; --",
    "[@click=app.quit]rule[/]",
    "-rule AND NOT",
    "\\",
    "«»",
)


async def talked(house: House, *lines: str) -> str:
    """A session in which these lines were said; its id."""
    held = begun(house, Speaking())
    for line in lines:
        async for _ in held.say(line):
            pass
    return held.session.id


async def searching(hand: Hand, words: str) -> SearchScreen:
    """The search, with these words written."""
    await shown(hand, LibraryScreen)
    await press(hand, "s")
    screen = await shown(hand, SearchScreen)
    await written(screen, words)
    await hand.pause()
    return screen


async def written(screen: SearchScreen, words: str) -> None:
    """Write these words, and wait for the answer to them."""
    screen.query_one("#words", Field).value = words
    await until(lambda: screen._found.words == words, f"no answer to {words}")


async def test_a_place_shows_its_talk_its_turn_who_spoke_and_the_words(house: House) -> None:
    await talked(house, "Why must everyone be in on Tuesdays?", "I was told of the badges.")
    async with running(SimulatorApp(house)) as hand:
        await searching(hand, "badges told")
        text = await seen(hand)

    assert "1 place" in text
    assert "The rule on presence, attempt 1" in text
    assert "turn 4, you" in text
    assert "I was told of the badges." in text


async def test_what_was_looked_for_is_told_apart_without_colour(house: House) -> None:
    await talked(house, "I was told of the badges.")
    async with running(SimulatorApp(house)) as hand:
        screen = await searching(hand, "badges told")
        strip = screen.query_one(Hits).render_line(1)
        found = [one.text for one in strip if one.style and one.style.bold and one.style.underline]

    assert found == ["told", "badges"]


async def test_places_come_as_one_types_and_only_for_what_is_written(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_answer = threading.Event()
    asked = []

    def slow(where: House, words: str) -> Places:
        asked.append(words)
        may_answer.wait(10)
        return lookups.searched(where, words)

    await talked(house, "I was told of the badges.")
    monkeypatch.setattr(screens, "searched", slow)
    async with running(SimulatorApp(house)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "s")
        screen = await shown(hand, SearchScreen)
        await strike(hand, *"badges")
        await until(lambda: screen.query_one("#words", Field).value == "badges", "not written")
        may_answer.set()
        await until(lambda: screen._found.words == "badges", "no answer came")
        await hand.pause()

        assert screen.query_one(Hits).option_count == 1
    assert asked[-1] == "badges"
    assert len(asked) < len("badges")


async def test_enter_opens_the_talk_at_the_turn_and_escape_comes_back(house: House) -> None:
    lines = [f"Line number {number}, and the office." for number in range(10, 15)]
    session = await talked(house, *lines)
    async with running(SimulatorApp(house), (60, 20)) as hand:
        await searching(hand, "number 13")
        await press(hand, "enter")
        screen = await shown(hand, TranscriptScreen)
        await hand.pause()
        text = await seen(hand)
        place = screen.query_one(Talk).scroll_y
        await press(hand, "escape")
        await shown(hand, SearchScreen)

        assert "◂ here" in text
        assert "Line number 13, and the office." in text
        assert place > 0
        assert screen._session.id == session
        assert hand.app.screen.query_one("#words", Field).value == "number 13"


async def test_a_talk_found_can_be_taken_up(house: House) -> None:
    held = house.begin(house.stage("pay-and-presence"), mentee="Sam")
    async for _ in held.say("Why the badges?"):
        pass
    async with running(SimulatorApp(house, seconds_per_word=0)) as hand:
        await searching(hand, "badges")
        await press(hand, "enter")
        await shown(hand, TranscriptScreen)
        await press(hand, "enter")
        screen = await shown(hand, PracticeScreen)

    assert screen._conversation.session.id == held.session.id


async def test_the_language_changes_and_words_and_places_stay(house: House) -> None:
    await talked(house, "I was told of the badges.")
    async with running(SimulatorApp(house)) as hand:
        screen = await searching(hand, "badges")
        await press(hand, "f2")
        text = await seen(hand)

        assert screen.query_one("#words", Field).value == "badges"
        assert "tour 2, vous" in text
        assert "1 endroit" in text


async def test_nothing_that_is_typed_breaks_the_search(house: House) -> None:
    await talked(house, "The rule is a [b]rule[/b].")
    async with running(SimulatorApp(house)) as hand:
        screen = await searching(hand, "zzz")
        said = await seen(hand)
        for words in HOSTILE:
            await written(screen, words)
            await seen(hand)
        await written(screen, "rule")
        await hand.pause()

        assert "[b]rule[/b]" in (await seen(hand))
    assert "Nobody said “zzz”." in said


async def test_before_anything_was_said_there_is_nothing_to_find(house: House) -> None:
    async with running(SimulatorApp(house)) as hand:
        await searching(hand, "anything")

        assert "Nobody said “anything”." in (await seen(hand))
