"""A talk that was held and shared with a mentor, as a desk finds it."""

from simulator.tui.app import SimulatorApp
from simulator.tui.screens.desk import DeskScreen
from simulator.tui.screens.name import NameScreen
from simulator.wiring import House
from tests.tui.hand import Hand, press, shown
from tests.tui.looked_back import BLUNT, talked

MENTOR = "Nadia"
LINES = (
    BLUNT,
    "I want two days at home.",
    "I propose a trial: two days at home, and a look at it in three months.",
)


async def shared(house: House, *lines: str) -> str:
    """A session of those lines, left and shared; its id."""
    session = await talked(house, *(lines or LINES))
    house.afterwards(session).share(MENTOR)
    return session


async def seated(hand: Hand) -> DeskScreen:
    """The desk, once a name was given."""
    assert isinstance(hand.app, SimulatorApp)
    hand.app.action_desk()
    await shown(hand, NameScreen)
    await press(hand, *MENTOR, "enter")
    return await shown(hand, DeskScreen)
