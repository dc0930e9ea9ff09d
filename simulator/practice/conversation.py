"""The conversation: one line in, events out, each stored before anybody sees it.

`Conversation.say` is an async iterator of entries. It appends every event to the journal before it
yields it; a front end consumes, paces and shows, and decides nothing. The mentee's line is stored
before anything is read or decided, so that whatever fails later, nothing spoken is lost. Closing
the iterator early, or calling `interrupt`, ends the reply where it stands.
"""

from asyncio import CancelledError
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Literal

from simulator import director
from simulator.director.direction import Direction
from simulator.errors import ActorError, UsageError
from simulator.practice.attending import Attending
from simulator.practice.events import (
    ActorChanged,
    ConsentGiven,
    Decided,
    Entry,
    Event,
    Expected,
    HelpShown,
    HintGiven,
    IntentionSet,
    LineRead,
    MenteeSpoke,
    PredictionMade,
    ReadingAgreed,
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
from simulator.practice.fallback import LONGEST_LINE, Take, speech, takes
from simulator.practice.guard import Guard, secrets_of, ungranted_of
from simulator.practice.ports import Journal, Meter, Reader
from simulator.practice.session import Session, fold
from simulator.practice.stage import Stage
from simulator.reading.moves import Signal
from simulator.text import clean

Side = Literal["mentee", "mentor"]
Cut = Literal["mentee", "actor", "crash"]

LONGEST_INTENTION = 200
"""Code points that are kept of what the mentee means to do."""


class Conversation:
    """One session under way. Built by `begin` or `resume`."""

    def __init__(self, stage: Stage, journal: Journal, session: Session) -> None:
        self._stage = stage
        self._journal = journal
        self._session = session
        self._interrupted = False
        self._attending = Attending()

    @classmethod
    def begin(cls, stage: Stage, journal: Journal, opened: SessionOpened) -> "Conversation":
        """A new session: opened, and the persona's first words said."""
        line = director.opening(stage.scenario, stage.personas, mentee=opened.mentee)
        voice = stage.scenario.opener
        entries = journal.append(
            (
                opened,
                ReplyStarted(turn=1, voice=voice, actor=opened.actor),
                ReplyDone(turn=1, text=line),
            ),
            expected_seq=0,
        )
        return cls(stage, journal, fold(entries))

    @classmethod
    def resume(
        cls, stage: Stage, journal: Journal, session: Session | None = None
    ) -> "Conversation":
        """The session of `journal` as it was left; a reply that was cut off is marked as such.

        Whoever has folded the journal already hands the `session` over, and nothing is read again.
        """
        conversation = cls(stage, journal, session or fold(journal.read()))
        if conversation.session.is_speaking:
            conversation._append(conversation._crashed())
        if not conversation.is_owed_a_reply:
            conversation._end_if_reached()
        return conversation

    @property
    def session(self) -> Session:
        """The session as stored so far."""
        return self._session

    @property
    def stage(self) -> Stage:
        return self._stage

    @property
    def is_owed_a_reply(self) -> bool:
        """Whether the mentee's latest line waits for its answer (after a crash or a failure)."""
        session = self._session
        if session.ended or not session.utterances:
            return False
        last = session.utterances[-1]
        if last.speaker == "mentee":
            return last.turn not in session.help_shown
        return not last.complete and session.cut_by in {"crash", "actor"}

    def attend(self, reader: Reader | None, meter: Meter | None) -> None:
        """From here on have each answered line read once more, and keep what LLMs use."""
        self._attending = Attending(reader, meter)

    def gather(self) -> None:
        """Keep what a reader has come to by now, and what LLMs have used; nothing is waited for."""
        for event in self._attending.come_to(self._session):
            self._append(event)

    def play_on(self, stage: Stage) -> None:
        """Go on in the same state with another stage: another actor for the same persona."""
        self._stage = stage
        self._append(ActorChanged(turn=self._session.last_turn, actor=stage.actor.name))

    def consent(self, to: str, address: str = "", *, to_read: bool = False) -> Entry:
        """Keep that the mentee agreed to what an LLM outside this machine receives."""
        kind = ReadingAgreed if to_read else ConsentGiven
        return self._append(kind(to=to, address=address))

    async def say(self, text: str) -> AsyncGenerator[Entry, None]:
        """Speak `text` and hear the reply, as entries already stored.

        Raises `UsageError` when the session is over or the scene stopped, `ActorError` when
        nobody could word a reply (the line and the decision are kept; `reply` tries again).
        """
        self._refuse_unless_open()
        self.gather()
        self._attending.overlook()
        line = clean(text, limit=LONGEST_LINE).strip()
        turn = self._session.last_turn + 1
        yield self._append(MenteeSpoke(turn=turn, text=line))
        async with aclosing(self._answer(turn)) as entries:
            async for entry in entries:
                yield entry

    async def reply(self) -> AsyncGenerator[Entry, None]:
        """The answer that the mentee's latest line is still owed; nothing if none is."""
        if not self.is_owed_a_reply:
            return
        turn = self._session.said_by("mentee")[-1].turn
        async with aclosing(self._answer(turn)) as entries:
            async for entry in entries:
                yield entry

    def interrupt(self) -> None:
        """Stop the reply under way at the end of the piece being worded."""
        self._interrupted = True

    def stop(self, by: Side = "mentee") -> Entry:
        """STOP: the scene halts at once. No reason is asked and nothing is scored.

        Close the iterator of a reply under way first: it ends where it stands.
        """
        self._attending.overlook()
        return self._append(SceneStopped(by=by))

    def go_on(self, by: Side = "mentee") -> Entry:
        """Take up a stopped scene where it was."""
        return self._append(SceneResumed(by=by))

    def leave(self) -> Entry | None:
        """End the talk before its ending; stopped scenes end as stopped. None if it was over."""
        if self._session.ended:
            return None
        self.gather()
        return self._append(SessionEnded(cause="stopped" if self._session.is_stopped else "left"))

    def mark(
        self, turn: int, *, by: Side, author: str = "", note: str = "", private: bool = False
    ) -> Entry:
        """Set a mark on an utterance; a `private` one is for nobody else, ever."""
        if turn not in {one.turn for one in self._session.utterances}:
            raise UsageError("no-such-turn", turn=turn, last=self._session.last_turn)
        return self._append(
            TurnMarked(
                turn=turn,
                by=by,
                author=clean(author, limit=200),
                note=clean(note, limit=2_000),
                private=private,
            )
        )

    def intend(self, text: str) -> Entry | None:
        """Keep in one line what the mentee means to do; an empty one is not kept."""
        line = " ".join(clean(text, limit=LONGEST_INTENTION).split())
        return self._append(IntentionSet(text=line)) if line else None

    def take_hint(self, given: HintGiven) -> Entry:
        """Keep a hint that the mentee asked for; raises `UsageError` when the talk is over."""
        self._refuse_unless_open()
        self.gather()
        return self._append(given)

    def reflect(self, answers: tuple[str, ...]) -> Entry:
        """Keep the mentee's own answers; none at all means that they were skipped."""
        self.gather()
        kept = tuple(clean(answer, limit=4_000).strip() for answer in answers)
        return self._append(
            ReflectionWritten(answers=kept, skipped=not any(kept)),
        )

    def predict(self, expected: dict[str, Expected]) -> Entry | None:
        """Keep what the mentee expects the debrief to find; once, and only if they said anything."""
        if not expected or self._session.followup.prediction is not None:
            return None
        return self._append(PredictionMade(expected=expected))

    def _refuse_unless_open(self) -> None:
        if self._session.ended:
            raise UsageError("session-over", session=self._session.id)
        if self._session.is_stopped:
            raise UsageError("scene-stopped", session=self._session.id)

    def _append(self, event: Event) -> Entry:
        (entry,) = self._journal.append((event,), expected_seq=self._session.seq)
        self._session = self._session.after(entry)
        return entry

    async def _answer(self, turn: int) -> AsyncGenerator[Entry, None]:
        """Read, decide and word the answer to the line at `turn`, as far as not yet done."""
        self._interrupted = False
        session = self._session
        line = next(one.text for one in session.said_by("mentee") if one.turn == turn)
        if turn not in session.decisions:
            reading = self._stage.recogniser.read(
                line, session.before(turn), self._stage.vocabulary
            )
            if reading.signalled(Signal.DISTRESS):
                yield self._append(HelpShown(turn=turn))
                return
            yield self._append(LineRead(turn=turn, reading=reading))
            decision = self._stage.decide(line, reading, self._session)
            yield self._append(Decided(turn=turn, decision=decision))
        try:
            async with aclosing(self._word(turn)) as entries:
                async for entry in entries:
                    yield entry
        finally:
            self.gather()
        self._attending.look(self._session, turn, self._stage.personas)
        if (ended := self._end_if_reached()) is not None:
            yield ended

    async def _word(self, turn: int) -> AsyncGenerator[Entry, None]:
        direction = self._stage.direct(self._session, turn)
        guard = self._guard(direction, turn)
        voice = self._session.decisions[turn].voice
        refused = ""
        try:
            for take in takes(self._stage.actor, self._stage.understudy, direction):
                order = take.order(refused)
                refused = ""
                yield self._append(ReplyStarted(turn=turn + 1, voice=voice, actor=take.actor.name))
                async with aclosing(self._pieces(take, order, guard, turn)) as events:
                    async for event in events:
                        refused = event.code if isinstance(event, ReplyReplaced) else ""
                        yield self._append(event)
                if not refused:
                    return
            self._append(self._cut(turn, "", guard, "actor"))
            raise ActorError("no-safe-reply", actor=self._stage.actor.name, reason=refused)
        finally:
            if self._session.is_speaking:  # closed before the first piece, or between two actors
                self._append(self._cut(turn, "", guard, "mentee"))

    def _guard(self, direction: Direction, turn: int) -> Guard:
        """What the reply to the line at `turn` is held against."""
        scenario = self._stage.scenario
        state = self._stage.state(self._session.owing(turn))
        locked = secrets_of(scenario, state.spoken)
        others = (one.name for one in self._stage.personas.values() if one.name != direction.name)
        secrets = (*locked, *ungranted_of(scenario, state.granted))
        return Guard.of(scenario, direction, secrets, others)

    async def _pieces(
        self, take: Take, order: Direction, guard: Guard, turn: int
    ) -> AsyncGenerator[Event, None]:
        """The reply's events: checked parts, then its end; `order` is what the actor is given."""
        said = ""
        cut: Cut | None = "actor"  # whose doing it is if the reply ends here; None once it ended
        try:
            async with aclosing(speech(take, order)) as pieces:
                async for piece in pieces:
                    if self._interrupted:
                        break
                    if (code := guard.refusal(said + piece, is_ours=take.is_ours)) is not None:
                        cut = None
                        yield take.refused(turn, code, len(said))
                        return
                    said += piece
                    yield ReplyPart(turn=turn + 1, text=piece)
            cut = None
            if self._interrupted:
                yield self._cut(turn, said, guard, "mentee")
            elif take.is_judged and (whole := guard.refusal(said, is_whole=True)) is not None:
                yield take.refused(turn, whole, len(said))
            else:
                unsaid = guard.unsaid(said, is_whole=True) if take.may_leave_out else ()
                yield ReplyDone(turn=turn + 1, text=said, unsaid=unsaid)
        except (GeneratorExit, CancelledError):
            cut = cut and "mentee"
            raise
        finally:
            if cut is not None:
                self._append(self._cut(turn, said, guard, cut))

    def _cut(self, turn: int, said: str, guard: Guard, cause: Cut) -> ReplyInterrupted:
        """The end of a reply that did not reach its own; what it meant to say does not count."""
        unsaid = guard.unsaid(said, is_whole=False)
        return ReplyInterrupted(turn=turn + 1, text=said, cause=cause, unsaid=unsaid)

    def _crashed(self) -> ReplyInterrupted:
        """The end of the reply that was under way when the program stopped."""
        spoken = self._session.utterances[-1]
        turn = spoken.turn - 1
        if turn not in self._session.decisions:
            return ReplyInterrupted(turn=spoken.turn, text=spoken.text, cause="crash")
        direction = self._stage.direct(self._session, turn)
        return self._cut(turn, spoken.text, self._guard(direction, turn), "crash")

    def _end_if_reached(self) -> Entry | None:
        """End the session if the latest decision reached an ending that is not yet recorded."""
        session = self._session
        if session.ended or not session.decisions:
            return None
        reached = session.decisions[max(session.decisions)].ended
        if reached is None:
            return None
        score = next((one.score for one in self._stage.scenario.endings if one.id == reached), None)
        return self._append(SessionEnded(cause="ending", ending=reached, score=score))
