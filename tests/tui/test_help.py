"""Help: every key that works where one is, in groups, and a sign where there is more of it."""

import pytest

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.choice import ChoiceScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.library import LibraryScreen
from simulator.wiring import House
from tests.tui.hand import press, running, seen, shown
from tests.tui.looked_back import HEARD, app, looked_at, opened


async def test_what_is_below_is_named_and_reached_and_so_is_what_is_above(house: House) -> None:
    async with running(SimulatorApp(house), (60, 20)) as hand:
        await shown(hand, LibraryScreen)
        pictures = []
        for key in ("f1", "end", "home", "pagedown", "pageup", "down", "up"):
            await press(hand, key)
            pictures.append(await seen(hand))
        top, end, again, later, back, *_ = pictures

    assert "More below: ↓ PgDn End" in top
    assert "That is all. Back up: ↑ PgUp Home" in end
    assert "Leaves the program." in end
    assert "Leaves the program." not in top
    assert again == top
    assert later != top
    assert back == top
    assert pictures[6] == top != pictures[5]


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_over_a_question_nothing_of_it_shows_through_and_enter_is_named(
    house: House, size: tuple[int, int]
) -> None:
    session = await looked_at(house, HEARD)
    async with running(app(house), size) as hand:
        await opened(hand, session, DebriefScreen)
        await press(hand, "e")
        await shown(hand, ChoiceScreen)
        await press(hand, "f1")
        await shown(hand, HelpScreen)
        picture = await seen(hand)
        await press(hand, "escape")
        await shown(hand, ChoiceScreen)

    assert "Enter   Takes the line that is marked." in picture
    assert "F2      Passe au français." in picture
    assert "Markdown" not in picture
    assert "Debrief" not in picture


async def test_keys_stand_in_two_groups_and_change_their_language(house: House) -> None:
    async with running(SimulatorApp(house), (120, 40)) as hand:
        await shown(hand, LibraryScreen)
        await press(hand, "f1")
        english = await seen(hand)
        await press(hand, "f2")
        french = await seen(hand)

    assert english.index("On this screen") < english.index("Everywhere")
    assert french.index("Sur cet écran") < french.index("Partout")
    assert "More below" not in english
