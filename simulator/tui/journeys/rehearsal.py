"""A rehearsal: briefing, consent where it is needed, the talk, the mentee's own words, the debrief.

From the debrief it may go on with a retry, which is a rehearsal of its own.
"""

from typing import TYPE_CHECKING

from simulator.debrief.reflection import is_due
from simulator.practice.conversation import Conversation
from simulator.text import clean
from simulator.tui.pace import Pace
from simulator.tui.screens.briefing import BriefingScreen, Chosen
from simulator.tui.screens.consent import ConsentScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.screens.reflection import ReflectionScreen

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


async def prepare(app: "SimulatorApp", ref: str) -> None:
    """The briefing of a scenario, and the talk if it is begun."""
    house = app.house
    stage = house.stage(ref)
    level = house.settings.level or stage.scenario.level
    chosen = await app.push_screen_wait(BriefingScreen(stage, Chosen(app.mentee, level)))
    if chosen is None:
        return
    app.mentee = clean(chosen.mentee)
    asked = app.house.casting.unconsented(stage.actor.name)
    if asked is not None and not await app.push_screen_wait(ConsentScreen(asked)):
        return
    conversation = app.house.begin(stage, level=chosen.level, mentee=app.mentee)
    if asked is not None:
        app.house.casting.agreed(conversation, asked)
    await practise(app, conversation)


async def go_on(app: "SimulatorApp", session: str) -> None:
    """Take a session up where it was left: in its talk, or at its debrief."""
    conversation = app.house.resume(session)
    if conversation.session.ended is None:
        await practise(app, conversation)
    else:
        await look_back(app, session)


async def practise(app: "SimulatorApp", conversation: Conversation) -> None:
    """The talk, as often as it is begun again more lightly, then its debrief."""
    screen = PracticeScreen(conversation, Pace(app.pace))
    while (left := await app.push_screen_wait(screen)) == "lighter":
        conversation = _lighter(app, conversation)
        screen = PracticeScreen(conversation, Pace(app.pace))
    await app.refill()
    if left in {"over", "measures"}:
        await look_back(app, conversation.session.id)


async def look_back(app: "SimulatorApp", session: str) -> None:
    """The mentee's own words, the debrief, and another try from a turn chosen there."""
    held = app.house.resume(session)
    if is_due(held.session):
        held.reflect(await app.push_screen_wait(ReflectionScreen()))
    turn = await app.push_screen_wait(DebriefScreen(app.house.debrief(session)))
    if turn is not None:
        await practise(app, app.house.retry(session, turn))
    await app.refill()


def _lighter(app: "SimulatorApp", conversation: Conversation) -> Conversation:
    """The same scene again, one level down."""
    opened = conversation.session.opened
    level = max(1, opened.level - 1)
    return app.house.begin(conversation.stage, level=level, mentee=opened.mentee)
