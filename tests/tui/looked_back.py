"""Sessions to look back on, on the small stage: talked to an end, and tried again in other words."""

from contextlib import aclosing

from simulator.practice.conversation import Conversation
from simulator.tui.app import SimulatorApp
from simulator.wiring import House
from tests.tui.hand import Hand, Shown, Speaking, begun, shown

BLUNT = "Your rule is stupid, and you never listen."
ASKING = "What is behind the rule on working from home, for you?"
HEARD = "That sounds like a hard place to be in."


async def said_to(conversation: Conversation, *lines: str) -> None:
    """Say each line and hear its answer."""
    for line in lines:
        if conversation.session.ended is None:
            async with aclosing(conversation.say(line)) as entries:
                async for _ in entries:
                    pass


async def talked(house: House, *lines: str, intention: str = "", leaves: bool = True) -> str:
    """A session of these lines, left or stopped; its id."""
    held = begun(house, Speaking())
    held.intend(intention)
    await said_to(held, *lines)
    if not leaves:
        held.stop()
    held.leave()
    return held.session.id


async def looked_at(house: House, *lines: str) -> str:
    """The same, with the questions passed over."""
    session = await talked(house, *lines)
    house.resume(session).reflect(())
    return session


async def opened(hand: Hand, session: str, kind: type[Shown]) -> Shown:
    """The app, looking back on a session; the screen it shows."""
    assert isinstance(hand.app, SimulatorApp)
    hand.app.go_on(session)
    return await shown(hand, kind)


def app(house: House) -> SimulatorApp:
    """An app that shows everything at once."""
    return SimulatorApp(house, seconds_per_word=0)
