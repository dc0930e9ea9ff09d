"""Ways side by side: what each try brought, another try from there, and back."""

import pytest

from simulator.tui.pace import Pace
from simulator.tui.screens.choice import ChoiceScreen, TurnScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen
from simulator.tui.screens.ways import WaysScreen, WayTried
from simulator.tui.widgets.point import Point
from simulator.wiring import House
from tests.tui.hand import (
    LARGE,
    SMALL,
    begun,
    press,
    running,
    say,
    seen,
    shown,
    until,
    until_silent,
)
from tests.tui.looked_back import ASKING, BLUNT, HEARD, app, looked_at, opened, said_to


async def tried(house: House) -> tuple[str, str]:
    """A session and one retry of its second line; both ids."""
    first = await looked_at(house, HEARD, BLUNT)
    again = house.retry(first, 4)
    await said_to(again, ASKING)
    again.leave()
    again.reflect(())
    return first, again.session.id


async def test_the_first_way_stands_beside_the_others(house: House) -> None:
    first, _ = await tried(house)
    async with running(app(house), LARGE) as hand:
        await opened(hand, first, DebriefScreen)
        await press(hand, "w")
        screen = await shown(hand, WaysScreen)
        picture = await seen(hand)
        one, other = screen.query(WayTried)

        assert one.region.y == other.region.y
        assert one.region.x < other.region.x
    (line,) = [line for line in picture.splitlines() if "what you said first" in line]
    assert "another try" in line
    assert BLUNT[:20] in picture
    assert ASKING[:20] in picture


async def test_where_there_is_little_room_they_stand_below_one_another(house: House) -> None:
    first, _ = await tried(house)
    async with running(app(house), SMALL) as hand:
        await opened(hand, first, DebriefScreen)
        await press(hand, "w")
        screen = await shown(hand, WaysScreen)
        one, other = screen.query(WayTried)

        assert one.region.x == other.region.x
        assert one.region.y < other.region.y


async def test_another_line_is_tried_at_the_same_moment_of_the_first_talk(house: House) -> None:
    first, again = await tried(house)
    async with running(app(house)) as hand:
        await opened(hand, again, DebriefScreen)
        await press(hand, "w")
        await shown(hand, WaysScreen)
        await press(hand, "r")
        held = (await shown(hand, PracticeScreen))._conversation.session

    assert (held.opened.parent, held.opened.parent_turn) == (first, 4)


async def test_a_way_is_opened_and_one_comes_back(house: House) -> None:
    first, again = await tried(house)
    async with running(app(house)) as hand:

        def shows(session: str) -> bool:
            screen = hand.app.screen
            return isinstance(screen, DebriefScreen) and screen.debrief.session == session

        await opened(hand, first, DebriefScreen)
        await press(hand, "w")
        await shown(hand, WaysScreen)
        await press(hand, "right", "enter")
        await until(lambda: shows(again), "the other try was not opened")
        await shown(hand, DebriefScreen)
        await press(hand, "escape")
        await until(lambda: shows(first), "there is no way back")


async def test_the_way_one_comes_from_is_the_one_in_focus(house: House) -> None:
    _, again = await tried(house)
    async with running(app(house)) as hand:
        await opened(hand, again, DebriefScreen)
        await press(hand, "w")
        screen = await shown(hand, WaysScreen)
        marked = screen.focused
        await press(hand, "enter")
        back = await shown(hand, DebriefScreen)

        assert isinstance(marked, WayTried)
        assert marked.session == again
        assert back.debrief.session == again


async def test_moments_that_were_tried_follow_one_another(house: House) -> None:
    first, _ = await tried(house)
    await house.learning.try_line(first, 2, ASKING)
    turns = []
    async with running(app(house)) as hand:
        await opened(hand, first, DebriefScreen)
        await press(hand, "w")
        await shown(hand, WaysScreen)
        for _ in range(2):
            turns.append((await seen(hand)).splitlines()[1].split(",")[0].strip())
            await press(hand, "n")

    assert sorted(turns) == ["Turn 2", "Turn 4"]


async def test_where_nothing_was_tried_the_page_says_so(house: House) -> None:
    session = await looked_at(house, HEARD)
    async with running(app(house)) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "w")
        picture = await seen(hand)

        assert isinstance(hand.app.screen, DebriefScreen)
    assert "Nothing else was tried yet" in picture


async def test_the_language_changes_and_the_way_in_focus_stays(house: House) -> None:
    first, _ = await tried(house)
    async with running(app(house)) as hand:
        await opened(hand, first, DebriefScreen)
        await press(hand, "w")
        screen = await shown(hand, WaysScreen)
        await press(hand, "right", "f2")
        picture = await seen(hand)

        assert "côte à côte" in picture
        assert screen.focused is list(screen.query(WayTried))[1]


async def test_a_retry_ends_in_its_debrief_with_the_first_way_one_key_away(house: House) -> None:
    first = await looked_at(house, HEARD, BLUNT)
    async with running(app(house), LARGE) as hand:
        screen = await opened(hand, first, DebriefScreen)
        screen.query(Point).last().focus()
        await press(hand, "r")
        await shown(hand, TurnScreen)
        await press(hand, "enter")
        await shown(hand, PracticeScreen)
        await say(hand, "Then tell me more.")
        await until_silent(hand)
        await press(hand, "f6")
        await shown(hand, ChoiceScreen)
        await press(hand, "down", "enter")
        await shown(hand, ReflectionScreen)
        await press(hand, "escape")
        await shown(hand, DebriefScreen)
        debrief = await seen(hand)
        await press(hand, "w")
        await shown(hand, WaysScreen)
        ways = await seen(hand)

    assert "another try at turn 4" in debrief
    assert BLUNT[:20] in ways
    assert "Then tell me more." in ways


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (80, 40), (120, 40)])
async def test_after_a_retry_in_the_app_every_way_is_whole(
    house: House, size: tuple[int, int]
) -> None:
    first, _ = await tried(house)
    async with running(app(house), size) as hand:
        hand.app.push_screen(PracticeScreen(begun(house), Pace(0)))
        await shown(hand, PracticeScreen)
        await opened(hand, first, DebriefScreen)
        await press(hand, "w")
        screen = await shown(hand, WaysScreen)
        pages = [str(one.render()) for one in screen.query(WayTried)]
        heights = [one.content_size.height for one in screen.query(WayTried)]

    assert BLUNT[:20] in pages[0]
    assert all(high >= page.count("\n") + 1 for page, high in zip(pages, heights, strict=True))
