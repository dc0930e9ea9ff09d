"""Pauses: what is asked while the scene stands still, and what is recorded of the answer.

Each returns how the mentee leaves, or what is to be told of it, or None when they go on. Nothing
here is scored, and no reason is asked.
"""

from functools import partial
from typing import Literal, TypeAlias

from simulator.errors import SimulatorError
from simulator.practice.conversation import Conversation
from simulator.tui.screens.choice import FINISH, OUTSIDE, STOPPED, ChoiceScreen, TurnScreen
from simulator.tui.screens.localised import LocalisedScreen
from simulator.tui.screens.mark import Mark, MarkScreen, What
from simulator.tui.screens.onward import Again
from simulator.tui.widgets.scene import Words, told
from simulator.views.beside import beside_words

Left: TypeAlias = Literal["over", "measures", "lighter", "later"] | Again
"""To the debrief, to the bare measures, to the same scene at a lighter level, for now, or back to
one of one's own lines."""
Practice: TypeAlias = LocalisedScreen[Left]


async def stopped(screen: Practice, conversation: Conversation) -> Left | None:
    """STOP: everything has halted; go on, begin lighter, leave it to the mentor, or end here."""
    with screen.simulator.telling():
        if not conversation.session.is_stopped:
            conversation.stop()
    question = STOPPED.without("lighter") if conversation.session.opened.level == 1 else STOPPED
    answer = await screen.app.push_screen_wait(ChoiceScreen(question))
    while answer == "mentor":
        if await noted(screen, conversation, "mark") is not None:
            question = question.without("mentor").saying("tui.stop.kept")
        answer = await screen.app.push_screen_wait(ChoiceScreen(question))
    if answer == "resume":
        with screen.simulator.telling():
            conversation.go_on()
        return None
    return _end(screen, conversation, _AFTER_STOP[answer])


async def finished(screen: Practice) -> Left | None:
    """Whether to end a talk that has not come to its end, or to leave it for now."""
    answer = await screen.app.push_screen_wait(ChoiceScreen(FINISH))
    return _AFTER_FINISH.get(answer)


def end(screen: Practice, conversation: Conversation) -> Left | None:
    """End the talk where it stands."""
    return _end(screen, conversation, "over")


async def outside(screen: Practice, conversation: Conversation) -> Left | None:
    """What was written was about the mentee: the choice to stop is put before them."""
    if await screen.app.push_screen_wait(ChoiceScreen(OUTSIDE)) != "stop":
        return None
    with screen.simulator.telling():
        conversation.stop()
    return _end(screen, conversation, "later")


async def taken_up(screen: Practice, conversation: Conversation, chosen: str) -> Left | None:
    """Which of one's lines to say anew: that of the turn `chosen`, or else it is asked."""
    lines = [(one.turn, one.text) for one in conversation.session.said_by("mentee")]
    if chosen in {str(turn) for turn, _ in lines}:
        return Again(conversation.session.id, int(chosen))
    turn = await screen.app.push_screen_wait(TurnScreen(lines, lines[-1][0]))
    return None if turn is None else Again(conversation.session.id, turn)


async def noted(
    screen: Practice, conversation: Conversation, what: What, text: str = ""
) -> Words | None:
    """Keep a word on what was said last, written in a dialog where there is none yet.

    What could not be kept is there to be kept once more.
    """
    turn, private = conversation.session.last_turn, what == "note"
    mark = Mark(text) if text else await screen.app.push_screen_wait(MarkScreen(what))
    while mark is not None:
        by: Literal["mentee", "mentor"] = "mentor" if mark.author else "mentee"
        with screen.simulator.telling():
            conversation.mark(turn, by=by, author=mark.author, note=mark.note, private=private)
            return partial(beside_words, conversation.session.marks[-1])
        mark = await screen.app.push_screen_wait(MarkScreen(what, mark.note))
    return None


async def hinted(screen: Practice, conversation: Conversation) -> Words:
    """One hint, recorded; or what stands in its way."""
    try:
        coach = screen.simulator.house.second_opinion
        given = (await coach.hint(conversation.session, conversation.stage)).event()
        conversation.take_hint(given)
    except SimulatorError as error:
        return partial(told, error)
    return partial(beside_words, given)


_AFTER_STOP: dict[str, Left] = {"lighter": "lighter", "measures": "measures", "end": "later"}
_AFTER_FINISH: dict[str, Left] = {"debrief": "over", "later": "later"}


def _end(screen: Practice, conversation: Conversation, left: Left) -> Left | None:
    with screen.simulator.telling():
        conversation.leave()
        return left
    return None
