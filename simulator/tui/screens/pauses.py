"""Pauses: what is asked while the scene stands still, and what is recorded of the answer.

Each returns how the mentee leaves, or None when they go on. Nothing here is scored, and no
reason is asked.
"""

from typing import Literal

from simulator.errors import SimulatorError
from simulator.practice.conversation import Conversation
from simulator.tui.screens.choice import FINISH, OUTSIDE, STOPPED, ChoiceScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.mark import Mark, MarkScreen
from simulator.views.hints import hint_words

Left = Literal["over", "measures", "lighter", "later"]
"""To the debrief, to the bare measures, to the same scene at a lighter level, or for now."""


async def stopped(screen: LocalisedScreen[Left], conversation: Conversation) -> Left | None:
    """STOP: everything has halted; go on, begin lighter, or end here."""
    with screen.simulator.telling():
        if not conversation.session.is_stopped:
            conversation.stop()
    is_lowest = conversation.session.opened.level == 1
    question = STOPPED.without("lighter") if is_lowest else STOPPED
    answer = await screen.app.push_screen_wait(ChoiceScreen(question))
    if answer == "resume":
        with screen.simulator.telling():
            conversation.go_on()
        return None
    return _end(screen, conversation, _AFTER_STOP[answer])


async def finished(screen: LocalisedScreen[Left]) -> Left | None:
    """Whether to end a talk that has not come to its end, or to leave it for now."""
    answer = await screen.app.push_screen_wait(ChoiceScreen(FINISH))
    return _AFTER_FINISH.get(answer)


def end(screen: LocalisedScreen[Left], conversation: Conversation) -> Left | None:
    """End the talk where it stands."""
    return _end(screen, conversation, "over")


async def outside(screen: LocalisedScreen[Left], conversation: Conversation) -> Left | None:
    """What was written was about the mentee: the choice to stop is put before them."""
    if await screen.app.push_screen_wait(ChoiceScreen(OUTSIDE)) != "stop":
        return None
    with screen.simulator.telling():
        conversation.stop()
    return _end(screen, conversation, "later")


async def marked(screen: LocalisedScreen[Left], conversation: Conversation) -> Mark | None:
    """The mentor beside the mentee leaves a private mark on what was said last."""
    turn = conversation.session.last_turn
    mark = await screen.app.push_screen_wait(MarkScreen())
    if mark is None:
        return None
    with screen.simulator.telling():
        conversation.mark(turn, by="mentor", author=mark.author, note=mark.note)
        return mark
    return None


async def hinted(screen: LocalisedScreen[Left], conversation: Conversation) -> str:
    """One hint, recorded; or what stands in its way."""
    try:
        coach = screen.simulator.house.second_opinion
        given = (await coach.hint(conversation.session, conversation.stage)).event()
        conversation.take_hint(given)
    except SimulatorError as error:
        return screen.t.error(error)
    return screen.t("tui.practice.hint", hint=hint_words(given, screen.t))


_AFTER_STOP: dict[str, Left] = {"lighter": "lighter", "measures": "measures", "end": "later"}
_AFTER_FINISH: dict[str, Left] = {"debrief": "over", "later": "later"}


def _end(screen: LocalisedScreen[Left], conversation: Conversation, left: Left) -> Left | None:
    with screen.simulator.telling():
        conversation.leave()
        return left
    return None
