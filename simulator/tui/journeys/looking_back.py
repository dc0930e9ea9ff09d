"""Looking back: the mentee's own words, a guess, the debrief, and whatever follows from it.

The questions come before anything is said of the talk, and both are stored together: a guess that
was made after the draft was seen is none. From a debrief it may go on to another try, which is
given back to whoever holds the talks, or to the debrief of another try, and back again.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.debrief.reflection import is_due
from simulator.practice.conversation import Conversation
from simulator.practice.events import Expected
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.onward import Again, Opened
from simulator.tui.screens.prediction import PredictionScreen
from simulator.tui.screens.reflection import ReflectionScreen

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


async def look_back(app: "SimulatorApp", session: str) -> Conversation | None:
    """The debrief of a session, then of those opened from it; the talk to go on with, if any."""
    trail = [session]
    while trail:
        held = app.house.resume(trail[-1])
        if held.session.ended is None:
            return held
        if is_due(held.session):
            await own_words(app, held)
        debrief = app.house.debrief(trail[-1])
        suggested = app.house.learning.suggested(debrief.mentee)
        again_at = held.session.opened.parent_turn or 0
        shown = DebriefScreen(debrief, suggested, again_at=again_at)
        match await app.push_screen_wait(shown):
            case Again(session=name, turn=turn):
                return app.house.retry(name, turn)
            case Opened(session=name):
                trail.append(name)
            case None:
                trail.pop()
    await app.refill(session)
    return None


async def own_words(app: "SimulatorApp", held: Conversation) -> None:
    """Three questions, then a guess for each skill; both are kept at the end, or passed over."""
    session, followup = held.session.id, held.session.followup
    skills = held.stage.scenario.skills if followup.prediction is None else ()
    written = app.house.notebook.of(session)
    while True:
        first = ReflectionScreen(session, intention=followup.intention, answers=written.answers)
        answers = await app.push_screen_wait(first)
        if answers is None:
            held.reflect(())
            break
        written = replace(app.house.notebook.of(session), answers=answers)
        guesses: dict[str, Expected] | None = {}
        if skills:
            guessing = PredictionScreen(session, skills, dict(written.guesses))
            guesses = await app.push_screen_wait(guessing)
        if guesses is not None:
            held.reflect(answers)
            held.predict(guesses)
            break
    with app.telling():
        app.house.notebook.drop(session)
