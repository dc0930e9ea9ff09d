"""A rehearsal: briefing, consent where it is needed, the talk, and looking back on it.

From there it may go on with a retry, which is a talk of its own.
"""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from simulator.config import LANGUAGES, Language
from simulator.errors import NotFound
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.practice.stage import Stage
from simulator.text import clean
from simulator.tui.journeys.looking_back import look_back
from simulator.tui.pace import Pace
from simulator.tui.screens.briefing import BriefingScreen, Chosen
from simulator.tui.screens.leaving import LeavingScreen
from simulator.tui.screens.onward import Again
from simulator.tui.screens.practice import PracticeScreen
from simulator.tui.widgets.scene import Words, nothing
from simulator.views.consent import consent_lines
from simulator.views.debrief_words import quoted
from simulator.views.words import one_line
from simulator.wiring.casting import cast_as

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp


async def prepare(app: "SimulatorApp", ref: str, level: int = 0) -> None:
    """The briefing of a scenario, and the talk if it is begun.

    A consent refused, and a talk that cannot be begun, lead back to what was settled on.
    `level` is the one that is proposed; 0 for that of the settings or the scenario.
    """
    house = app.house
    stage = await app.aside(partial(house.stage, ref))
    level = level or house.settings.level or stage.scenario.level
    language = stage.scenario.language
    chosen = Chosen(app.mentee, level, language, house.settings.actor)
    languages = _languages(app, stage)
    conversation: Conversation | None = None
    while conversation is None:
        screen = BriefingScreen(partial(house.stage, ref), chosen, languages)
        settled = await app.push_screen_wait(screen)
        if settled is None:
            return
        chosen = settled
        with app.telling():
            conversation = await _agreed_to(app, ref, chosen)
    await practise(app, conversation)


def _languages(app: "SimulatorApp", stage: Stage) -> tuple[Language, ...]:
    """What the scenario can be played in; nothing to choose from where it is on no shelf."""
    offered = (one.languages for one in app.house.cards() if one.id == stage.scenario.id)
    known = next(offered, (stage.scenario.language,))
    return tuple(one for one in LANGUAGES if one in known)


async def _agreed_to(app: "SimulatorApp", ref: str, chosen: Chosen) -> Conversation | None:
    """The talk, once it was agreed to whatever leaves this machine for it."""
    casting = app.house.casting
    asked = casting.unconsented(chosen.actor)
    if asked is None:
        return _begun(app, ref, chosen)
    told = LeavingScreen("tui.consent", partial(consent_lines, asked))
    if not await app.push_screen_wait(told):
        return None
    conversation = _begun(app, ref, chosen)
    casting.agreed(conversation, asked)
    return conversation


def _begun(app: "SimulatorApp", ref: str, chosen: Chosen) -> Conversation:
    """The talk that was settled on."""
    house = app.house
    app.mentee = clean(chosen.mentee)
    stage = house.stage(ref, chosen.language)
    if chosen.actor != stage.actor.name:
        actor = cast_as(chosen.actor, house.settings, house.casting.waited)
        stage = replace(stage, actor=actor)
    conversation = house.begin(stage, level=chosen.level, mentee=app.mentee)
    conversation.intend(chosen.intention)
    return conversation


async def go_on(app: "SimulatorApp", session: str) -> None:
    """Take a session up where it was left: in its talk, or at its debrief."""
    conversation = app.house.resume(session)
    if conversation.session.ended is None:
        await practise(app, conversation)
    elif (again := await look_back(app, session)) is not None:
        await practise(app, again)


async def practise(app: "SimulatorApp", conversation: Conversation, told: Words = nothing) -> None:
    """The talk, as often as it is begun again, with the debrief of each that came to its end.

    What is `told` stands at the head of the first one.
    """
    held: Conversation | None = conversation
    while held is not None:
        first, told = told, nothing
        screen = PracticeScreen(
            held, Pace(app.pace), _taken_up(app, held) if first is nothing else first
        )
        left = await app.push_screen_wait(screen)
        await app.refill(held.session.id)
        match left:
            case "lighter":
                held = _lighter(app, held)
            case Again(session=name, turn=turn):
                held = app.house.retry(name, turn)
            case "over" | "measures":
                held = await look_back(app, held.session.id)
            case _:
                held = None


def _lighter(app: "SimulatorApp", conversation: Conversation) -> Conversation:
    """The same scene again, one level down."""
    opened = conversation.session.opened
    level = max(1, opened.level - 1)
    lighter = app.house.begin(conversation.stage, level=level, mentee=opened.mentee)
    lighter.intend(conversation.session.followup.intention)
    return lighter


def _taken_up(app: "SimulatorApp", conversation: Conversation) -> Words:
    """What is told at the head of a talk that was taken up again, until something is said in it."""
    session, opened = conversation.session, conversation.session.opened
    if opened.parent is None or session.last_turn + 1 != opened.parent_turn:
        return nothing
    try:
        parent = app.house.session(opened.parent)
    except NotFound:
        return nothing
    lines = (one.text for one in parent.utterances if one.turn == opened.parent_turn)
    return partial(_said_before, next(lines, ""))


def _said_before(line: str, t: Translator) -> str:
    return t("tui.practice.taken-up", words=quoted(one_line(line) or t("views.silence"), t))
