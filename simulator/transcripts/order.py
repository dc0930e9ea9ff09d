"""The order that the events of one session must have, checked without reading or deciding.

A session that follows it can be folded, resumed and debriefed: turns count up by one, every line
that was answered was read and decided first, a reply's pieces belong to the reply under way, and after
a wording that was refused the reply begins again or is given up. In a
conversation that people held, one voice may follow another. A hint is about the latest turn and
comes before the end; what follows a talk may be told at any time.
Kinds of event it does not know are let pass.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from simulator.config import HUMAN
from simulator.practice.events import (
    Decided,
    Event,
    HelpShown,
    HintGiven,
    LineRead,
    MenteeSpoke,
    ReadingRefined,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
    SessionEnded,
    SessionOpened,
    TurnMarked,
)

Disorder = Literal["opening", "turn-order", "decision-missing", "after-the-end"]


@dataclass(slots=True)
class _Seen:
    """What the events so far established."""

    is_recorded: bool = False
    last: int = 0
    speaker: Literal["", "mentee", "persona"] = ""
    is_speaking: bool = False
    is_refused: bool = False
    """The wording under way was refused, and none has begun since."""
    is_over: bool = False
    read: set[int] = field(default_factory=set)
    decided: set[int] = field(default_factory=set)


def disorders(session: str, events: Iterable[Event]) -> Iterator[tuple[int, Disorder]]:
    """Each place (from 1) in the `events` of `session` that breaks the order, and how."""
    seen = _Seen()
    for seq, event in enumerate(events, start=1):
        if (seq == 1) != isinstance(event, SessionOpened) or (
            isinstance(event, SessionOpened) and event.session != session
        ):
            yield seq, "opening"
        if isinstance(event, SessionOpened):
            seen.is_recorded = event.actor == HUMAN
        wrong = _spoken(seen, event)
        if wrong is not None:
            yield seq, wrong


def _spoken(seen: _Seen, event: Event) -> Disorder | None:
    match event:
        case MenteeSpoke() | LineRead() | Decided() | ReplyStarted() | HintGiven() if seen.is_over:
            return "after-the-end"
        case MenteeSpoke(turn=turn):
            is_next = turn == seen.last + 1
            seen.last, seen.speaker, seen.is_speaking = turn, "mentee", False
            return None if is_next else "turn-order"
        case LineRead(turn=turn):
            seen.read.add(turn)
            return _of_the_line(seen, turn)
        case Decided(turn=turn):
            seen.decided.add(turn)
            return _of_the_line(seen, turn) or (None if turn in seen.read else "decision-missing")
        case HelpShown(turn=turn):
            return _of_the_line(seen, turn)
        case ReplyStarted(turn=turn):
            return _reply_started(seen, turn)
        case ReplyPart() | ReplyReplaced() | ReplyDone() | ReplyInterrupted():
            return _reply_went_on(seen, event)
        case ReadingRefined(turn=turn):
            return None if turn in seen.decided else "decision-missing"
        case TurnMarked(turn=turn):
            return None if 1 <= turn <= seen.last else "turn-order"
        case HintGiven(turn=turn):
            return None if turn == seen.last else "turn-order"
        case SessionEnded():
            seen.is_over = True
            return None
        case _:
            return None


def _of_the_line(seen: _Seen, turn: int) -> Disorder | None:
    """What is said of a line must be of the mentee's latest, before it is answered."""
    return None if turn == seen.last and seen.speaker == "mentee" else "turn-order"


def _reply_started(seen: _Seen, turn: int) -> Disorder | None:
    is_again = turn == seen.last and seen.speaker == "persona"
    follows_voice = seen.speaker == "persona"
    is_next = turn == seen.last + 1 and (not follows_voice or seen.is_recorded)
    seen.last, seen.speaker, seen.is_speaking = turn, "persona", True
    seen.is_refused = False
    if not (is_again or is_next):
        return "turn-order"
    is_decided = turn == 1 or turn - 1 in seen.decided or (is_next and follows_voice)
    return None if is_decided else "decision-missing"


def _reply_went_on(
    seen: _Seen, event: ReplyPart | ReplyReplaced | ReplyDone | ReplyInterrupted
) -> Disorder | None:
    is_of_the_reply = seen.is_speaking and event.turn == seen.last
    if seen.is_refused and not isinstance(event, ReplyInterrupted):
        return "turn-order"
    seen.is_refused = isinstance(event, ReplyReplaced)
    if isinstance(event, ReplyDone | ReplyInterrupted):
        seen.is_speaking = False
    return None if is_of_the_reply else "turn-order"
