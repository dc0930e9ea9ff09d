"""A session as its events tell it: who said what, what was read, decided, marked, and how it ended.

`Session` is a pure fold: it never reads a line or decides anything again, so a recorded session
looks the same whatever the program has learnt since. A reply that was begun again (after a crash,
or because the guard refused its wording) keeps its turn number; the last wording is what was said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from types import MappingProxyType
from typing import Literal, TypeVar

from simulator.director.state import Beat, Decision
from simulator.practice.events import (
    Decided,
    Entry,
    HelpShown,
    LineRead,
    MenteeSpoke,
    ReflectionWritten,
    ReplyDone,
    ReplyInterrupted,
    ReplyPart,
    ReplyReplaced,
    ReplyStarted,
    SceneResumed,
    SceneStopped,
    SessionEnded,
    SessionOpened,
    TurnMarked,
)
from simulator.practice.followup import FollowUp
from simulator.reading.moves import Reading

Speaker = Literal["mentee", "persona"]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said. `complete` is false for a reply still under way or cut short."""

    turn: int
    speaker: Speaker
    voice: str
    """The persona's id; for the mentee, their declared name."""
    text: str
    at: datetime
    complete: bool = True
    ended_at: datetime | None = None
    """When a reply was whole or was cut off; None for the mentee's line, which comes all at once."""


@dataclass(frozen=True, slots=True)
class Session:
    """The fold of a session's entries. Keys of the mappings are the mentee's utterance turns."""

    opened: SessionOpened
    opened_at: datetime
    seq: int = 0
    utterances: tuple[Utterance, ...] = ()
    readings: Mapping[int, Reading] = field(default_factory=dict)
    decisions: Mapping[int, Decision] = field(default_factory=dict)
    unsaid: Mapping[int, tuple[Beat, ...]] = field(default_factory=dict)
    """Beats that an interrupted or a replaced reply never got to, by the turn decided."""
    refusals: tuple[ReplyReplaced, ...] = ()
    """Wordings of replies that the guard refused, in order."""
    marks: tuple[TurnMarked, ...] = ()
    help_shown: tuple[int, ...] = ()
    is_speaking: bool = False
    """A reply was started and has neither ended nor been interrupted."""
    cut_by: Literal["", "mentee", "actor", "crash"] = ""
    """What ended the latest reply before its end; empty if it was whole."""
    is_stopped: bool = False
    was_stopped: bool = False
    ended: SessionEnded | None = None
    reflection: ReflectionWritten | None = None
    followup: FollowUp = field(default_factory=FollowUp)

    @property
    def id(self) -> str:
        return self.opened.session

    @property
    def last_turn(self) -> int:
        """Number of the latest utterance; 0 before the opening."""
        return self.utterances[-1].turn if self.utterances else 0

    @property
    def unanswered(self) -> Utterance | None:
        """The mentee's latest line, if no decision was recorded for it."""
        last = self.utterances[-1] if self.utterances else None
        if last is None or last.speaker != "mentee" or last.turn in self.help_shown:
            return None
        return last

    def said_by(self, speaker: Speaker) -> tuple[Utterance, ...]:
        """The utterances of one side, oldest first."""
        return tuple(one for one in self.utterances if one.speaker == speaker)

    def before(self, turn: int) -> str:
        """The persona's words that the utterance `turn` answers; empty if there were none."""
        return next(
            (
                one.text
                for one in reversed(self.utterances)
                if one.turn < turn and one.speaker == "persona"
            ),
            "",
        )

    def owing(self, turn: int) -> "Session":
        """This session with all that was decided on `turn` still to be said."""
        return replace(self, unsaid=_without(self.unsaid, turn))

    def after(self, entry: Entry) -> "Session":
        """This session with one more entry."""
        return _after(replace(self, seq=entry.seq), entry)


class NotASession(ValueError):
    """The entries do not begin with a session being opened."""


def fold(entries: Iterable[Entry]) -> Session:
    """The session that `entries`, in order and from the first, make."""
    stream = iter(entries)
    first = next(stream, None)
    if first is None or not isinstance(first.event, SessionOpened):
        raise NotASession
    begun = Session(opened=first.event, opened_at=first.at, seq=first.seq)
    later = list(stream)
    told = reduce(_after, _that_tell(later), begun)
    return replace(told, seq=later[-1].seq) if later else told


def _that_tell(entries: Sequence[Entry]) -> Iterator[Entry]:
    """`entries` without the pieces of replies whose whole wording, or its refusal, comes later."""
    settled: set[int] = set()
    kept: list[Entry] = []
    for entry in reversed(entries):
        match entry.event:
            case ReplyPart(turn=turn) if turn in settled:
                continue
            case ReplyDone(turn=turn) | ReplyInterrupted(turn=turn) | ReplyReplaced(turn=turn):
                settled.add(turn)
            case _:
                pass
        kept.append(entry)
    return reversed(kept)


def _after(session: Session, entry: Entry) -> Session:
    match entry.event:
        case MenteeSpoke(turn=turn, text=text):
            line = Utterance(turn, "mentee", session.opened.mentee, text, entry.at)
            return replace(session, utterances=(*session.utterances, line))
        case LineRead(turn=turn, reading=reading):
            return replace(session, readings=_with(session.readings, turn, reading))
        case Decided(turn=turn, decision=decision):
            return replace(session, decisions=_with(session.decisions, turn, decision))
        case ReplyStarted() | ReplyPart() | ReplyDone() | ReplyInterrupted() | ReplyReplaced():
            return _after_reply(session, entry)
        case _:
            return _after_scene(session, entry)


def _after_reply(session: Session, entry: Entry) -> Session:
    match entry.event:
        case ReplyStarted(turn=turn, voice=voice):
            begun = Utterance(turn, "persona", voice, "", entry.at, complete=False)
            return replace(_reply(session.owing(turn - 1), begun), is_speaking=True, cut_by="")
        case ReplyPart(turn=turn, text=text):
            now = _speaking(session, turn)
            return _reply(session, replace(now, text=now.text + text))
        case ReplyDone(turn=turn, text=text, unsaid=unsaid):
            now = _speaking(session, turn)
            done = replace(now, text=text, complete=True, ended_at=entry.at)
            kept = _with(session.unsaid, turn - 1, unsaid) if unsaid else session.unsaid
            return replace(_reply(session, done), is_speaking=False, unsaid=kept)
        case ReplyInterrupted(turn=turn, text=text, cause=cause, unsaid=unsaid):
            cut = replace(_speaking(session, turn), text=text, ended_at=entry.at)
            kept = _with(session.unsaid, turn - 1, unsaid) if unsaid else session.unsaid
            return replace(_reply(session, cut), is_speaking=False, cut_by=cause, unsaid=kept)
        case ReplyReplaced(turn=turn) as refused:
            emptied = _reply(session, replace(_speaking(session, turn), text=""))
            return replace(emptied, refusals=(*session.refusals, refused))
        case _:
            return session


def _after_scene(session: Session, entry: Entry) -> Session:
    match entry.event:
        case HelpShown(turn=turn):
            return replace(session, help_shown=(*session.help_shown, turn))
        case SceneStopped():
            return replace(session, is_stopped=True, was_stopped=True)
        case SceneResumed():
            return replace(session, is_stopped=False)
        case TurnMarked() as mark:
            return replace(session, marks=(*session.marks, mark))
        case SessionEnded() as ended:
            return replace(session, ended=ended)
        case ReflectionWritten() as reflection:
            return replace(session, reflection=reflection)
        case event:
            return replace(session, followup=session.followup.after(event))


def _speaking(session: Session, turn: int) -> Utterance:
    last = session.utterances[-1]
    if last.turn != turn or last.speaker != "persona":
        message = f"event for turn {turn}, but turn {last.turn} is the latest"
        raise ValueError(message)
    return last


def _reply(session: Session, utterance: Utterance) -> Session:
    """`session` with `utterance` in place of the one of the same turn, or after the last."""
    kept = session.utterances
    if kept and kept[-1].turn == utterance.turn:
        kept = kept[:-1]
    return replace(session, utterances=(*kept, utterance))


def _without(mapping: Mapping[int, Value], key: int) -> Mapping[int, Value]:
    kept = {turn: value for turn, value in mapping.items() if turn != key}
    return MappingProxyType(kept) if len(kept) < len(mapping) else mapping


def _with(mapping: Mapping[int, Value], key: int, value: Value) -> Mapping[int, Value]:
    return MappingProxyType({**mapping, key: value})
