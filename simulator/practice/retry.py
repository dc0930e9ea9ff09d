"""Retry: the same persona state from a chosen turn, another line.

A retry is a new session that names its parent and turn. It begins with copies of the parent's
events up to the mentee's chosen line, so that it stands alone; the parent is never touched.
"""

from collections.abc import Sequence

from simulator.errors import UsageError
from simulator.practice.events import (
    Decided,
    Entry,
    Event,
    HelpShown,
    IntentionSet,
    LineRead,
    MenteeSpoke,
    ReadingRefined,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
)
from simulator.practice.session import fold

_SPOKEN = (
    MenteeSpoke,
    LineRead,
    Decided,
    ReadingRefined,
    HelpShown,
    ReplyStarted,
    ReplyPart,
    ReplyReplaced,
    ReplyDone,
    ReplyInterrupted,
)


def retried(
    entries: Sequence[Entry], turn: int, *, session: str, actor: str | None = None
) -> tuple[Event, ...]:
    """The first events of a session that takes the parent's `entries` up again at `turn`.

    What the mentee meant to do goes along. `turn` numbers an utterance: one of the mentee's, which is to be said anew, or one of the
    persona's, which is to be answered anew. Raises `UsageError` where there is no such turn.
    """
    parent = fold(entries)
    lines = {one.turn for one in parent.said_by("mentee")}
    chosen = turn if turn in lines else turn + 1
    if turn < 1 or turn > parent.last_turn or (chosen not in lines and parent.ended):
        raise UsageError("no-such-turn", turn=turn, last=parent.last_turn)
    opened = parent.opened.model_copy(
        update={
            "session": session,
            "parent": parent.id,
            "parent_turn": chosen,
            "actor": actor or parent.opened.actor,
        }
    )
    meant = parent.followup.intention
    intended = (IntentionSet(text=meant),) if meant else ()
    spoken = (entry.event for entry in entries if _is_before(entry.event, chosen))
    return (opened, *intended, *spoken)


def _is_before(event: Event, turn: int) -> bool:
    return isinstance(event, _SPOKEN) and event.turn < turn
