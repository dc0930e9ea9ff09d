"""A rehearsal from the first word to the last: the talk, one's own words, the debrief, once more.

However it is left, everything said is stored; a talk that has not ended stays open.
"""

from simulator.cli.plain.channel import EndOfInput
from simulator.cli.plain.debriefing import debriefed
from simulator.cli.plain.sitting import Option, Sitting
from simulator.cli.plain.starting import lighter
from simulator.cli.plain.talk import PlainPractice
from simulator.practice.conversation import Conversation


def hold(sitting: Sitting, conversation: Conversation | None, *, is_told: bool = False) -> None:
    """Hold `conversation`, and whatever follows from it, until somebody steps back.

    With `is_told` its brief was just read. Raises `EndOfInput`.
    """
    while conversation is not None:
        conversation = _held(sitting, conversation, is_told=is_told)
        is_told = False


def _held(sitting: Sitting, conversation: Conversation, *, is_told: bool) -> Conversation | None:
    """One talk to its debrief; the talk that follows from it, if one does."""
    house, channel, t = sitting.house, sitting.channel, sitting.t
    practice = PlainPractice(conversation, channel, t, house, part=True)
    sitting.say("cli.plain.begin")
    if is_told:
        opening = conversation.session.utterances[-1]
        who = conversation.stage.personas[opening.voice].name
        channel.say(f"{who}{t('debrief.colon')}{opening.text}")
    left = "stopped" if conversation.session.is_stopped else practice.run(is_told=is_told)
    while left == "stopped":
        conversation = practice.conversation
        match _stopped(sitting, conversation):
            case "resume":
                conversation.go_on()
                sitting.say("cli.plain.going-on")
                left = practice.run(is_told=True)
            case "lighter":
                return lighter(sitting, conversation)
            case "mentor":
                _for_mentor(sitting, conversation)
            case answer:
                return _ended(sitting, conversation, is_counted=answer == "measures")
    conversation = practice.conversation
    if used := house.casting.used(conversation):
        channel.say(used)
    if left == "cut":
        raise EndOfInput
    if left == "quit":
        sitting.say("cli.plain.left-open")
        return None
    return debriefed(sitting, conversation.session.id)


def _stopped(sitting: Sitting, conversation: Conversation) -> str:
    """The scene stands still: what now. Going back is going on."""
    answers = ["lighter", "end", "measures", "mentor"]
    if conversation.session.opened.level == 1:
        answers.remove("lighter")

    def options() -> list[Option]:
        return [Option(one, sitting.t(f"cli.plain.stop.{one}")) for one in answers]

    return sitting.choose("cli.plain.stop.title", options, "cli.plain.stop.resume") or "resume"


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
