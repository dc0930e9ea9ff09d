"""A rehearsal from the first word to the last: the talk, one's own words, the debrief, once more.

However it is left, everything said is stored; a talk that has not ended stays open.
"""

from simulator.cli.plain.channel import EndOfInput
from simulator.cli.plain.debriefing import debriefed
from simulator.cli.plain.sitting import Option, Sitting
from simulator.cli.plain.starting import lighter
from simulator.cli.plain.talk import Left, PlainPractice
from simulator.practice.conversation import Conversation

LATEST = 2
"""Utterances that are said again where a talk is taken up."""


def hold(sitting: Sitting, conversation: Conversation | None, *, is_told: bool = False) -> None:
    """Hold `conversation`, and whatever follows from it, until somebody steps back.

    With `is_told` its brief was just read. Raises `EndOfInput`.
    """
    while conversation is not None:
        conversation = _held(sitting, conversation, is_told=is_told)
        is_told = False


def _held(sitting: Sitting, conversation: Conversation, *, is_told: bool) -> Conversation | None:
    """One talk to its debrief; the talk that follows from it, if one does."""
    house, session = sitting.house, conversation.session
    if session.ended is not None:
        return debriefed(sitting, session.id)
    practice = PlainPractice(conversation, sitting.channel, sitting.t, house, part=True)
    left: Left = "stopped"
    if not session.is_stopped:
        is_begun = bool(session.said_by("mentee") or session.opened.parent)
        if not is_begun and not is_told:
            practice.brief()
        sitting.say("cli.plain.resumed" if is_begun else "cli.plain.begin")
        practice.recall(LATEST)
        left = practice.run(is_told=True)
    while left == "stopped":
        answer = _stopped(sitting, practice.conversation)
        if answer == "lighter":
            return lighter(sitting, practice.conversation)
        if answer in {"end", "measures"}:
            return _ended(sitting, practice.conversation, is_counted=answer == "measures")
        if answer == "resume":
            practice = _again(sitting, practice.conversation)
            left = practice.run(is_told=True)
        else:
            left = "quit"
    conversation = practice.conversation
    if used := house.casting.used(conversation):
        sitting.channel.say(used)
    if left == "cut":
        raise EndOfInput
    if left == "quit":
        sitting.say("cli.plain.left-open")
        return None
    return debriefed(sitting, conversation.session.id)


def _again(sitting: Sitting, conversation: Conversation) -> PlainPractice:
    """A stopped scene taken up again, in the language of now."""
    conversation.go_on()
    practice = PlainPractice(conversation, sitting.channel, sitting.t, sitting.house, part=True)
    sitting.say("cli.plain.going-on")
    practice.recall(LATEST)
    return practice


def _stopped(sitting: Sitting, conversation: Conversation) -> str:
    """The scene stands still: what now. Going back is going on, `/quit` leaves it as it stands."""
    answers = ["lighter", "end", "measures", "mentor"]
    if conversation.session.opened.level == 1:
        answers.remove("lighter")

    def options() -> list[Option]:
        return [Option(one, sitting.t(f"cli.plain.stop.{one}")) for one in answers]

    while True:
        chosen = sitting.choose("cli.plain.stop.title", options, "cli.plain.stop.resume", "quit")
        if chosen != "mentor":
            return chosen or "resume"
        with sitting.telling():
            _for_mentor(sitting, conversation)


def _for_mentor(sitting: Sitting, conversation: Conversation) -> None:
    """Mark the moment for the mentor, with a line if one is wanted."""
    note = sitting.line("cli.plain.stop.note")
    turn = conversation.session.last_turn
    conversation.mark(turn, by="mentee", note=note)
    sitting.say("cli.plain.marked", turn=turn)


def _ended(
    sitting: Sitting, conversation: Conversation, *, is_counted: bool
) -> Conversation | None:
    """End a stopped scene; what was counted only where that was asked for."""
    conversation.leave()
    sitting.say("cli.plain.stop.ended")
    return debriefed(sitting, conversation.session.id) if is_counted else None
