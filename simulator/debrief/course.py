"""The course of a session: the mentee's turns in order, each with what it met and what it made.

Everything is taken from what was recorded: readings and decisions are never made again here. A
turn that was answered outside the scene, or that nobody got to answer, is no step: it has no
decision, and nothing may be found in it.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from simulator.config import HUMAN
from simulator.director.conditions import View, view_of
from simulator.director.stance import is_ruptured
from simulator.director.state import Decision, Stance, State
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.practice.events import ReadingRefined
from simulator.practice.refining import refined
from simulator.practice.session import Session, Utterance
from simulator.practice.stage import Stage
from simulator.reading.moves import Found, Move, Reading, Signal
from simulator.reading.recogniser import Recogniser

Value = TypeVar("Value")
_EMPTY = Reading()
_FEW = 3
"""Words under which nobody's language can be told."""
_HARM = frozenset(
    {Move.BLAME, Move.UNDERMINING, Move.DISMISSAL, Move.CONFRONT, Move.ABSOLUTES, Move.ADVICE}
)
_HEED = frozenset({Move.ACKNOWLEDGEMENT, Move.REFLECTION, Move.SUMMARY, Move.APOLOGY})
_REPROACH = frozenset({Move.BLAME, Move.UNDERMINING, Move.THREAT, Move.DISMISSAL})
_SPOILABLE = frozenset(
    {
        *(Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.ELICITING_PREFERENCE),
        *(Move.INTERESTS, Move.STATING_FACTS),
    }
)


@dataclass(frozen=True, slots=True)
class Step:
    """One of the mentee's turns."""

    number: int
    """The mentee's turns, counted from 1: what limits and windows count."""
    line: Utterance
    heard: Utterance | None
    """What it answers."""
    answer: Utterance | None
    """What the persona said to it; None if nothing was heard of it."""
    reading: Reading
    """What was read in it, with what a reader made of it afterwards."""
    decision: Decision
    before: State
    after: State
    """Without what an interrupted reply never said."""
    is_ruptured: bool = False
    """The turn left the persona closed up."""
    refined: ReadingRefined | None = None
    """What a reader made of it; the decision never knew."""

    @property
    def turn(self) -> int:
        """Number of the utterance."""
        return self.line.turn

    @property
    def stood(self) -> Stance:
        """The stance of the persona who answered, before this turn."""
        return self.before.stance[self.decision.voice]

    @property
    def stands(self) -> Stance:
        """The stance of the persona who answered, after it."""
        return self.after.stance[self.decision.voice]

    @property
    def trust(self) -> float:
        """How far trust moved on this turn, signed."""
        return round(self.stands.trust - self.stood.trust, 2)

    @property
    def tension(self) -> float:
        """How far tension moved on this turn, signed."""
        return round(self.stands.tension - self.stood.tension, 2)

    @property
    def told(self) -> tuple[str, ...]:
        """Facts that the reply told."""
        return tuple(one for one in self.after.spoken if one not in self.before.spoken)

    @property
    def granted(self) -> tuple[str, ...]:
        """Concessions that the reply granted."""
        return tuple(one for one in self.after.granted if one not in self.before.granted)

    @property
    def is_readable(self) -> bool:
        """Whether the recogniser could make something of the line; a word or two it always can."""
        is_foreign = self.reading.signalled(Signal.NONSENSE, Signal.OTHER_LANGUAGE)
        return not is_foreign or self.reading.words < _FEW

    def found(self, *moves: Move) -> tuple[Found, ...]:
        """The sure finds of `moves`, in the order of the text.

        Left out are harm that may have been listening, questions that were a reproach, and
        proposals about how to talk.
        """
        sure = self.reading.sure_moves()
        return tuple(
            one
            for one in sure
            if one.move in moves and not any(test(one, sure) for test in _DISCOUNTS)
        )


@dataclass(frozen=True, slots=True)
class Course:
    """A session with its scenario, step by step."""

    session: Session
    scenario: Scenario
    personas: Mapping[str, Persona]
    start: State
    steps: tuple[Step, ...]
    recogniser: Recogniser
    """To compare what the two said; nothing is read again with it."""
    _kept: dict[Callable[["Course"], Any], Any] = field(
        default_factory=dict, repr=False, compare=False
    )

    def once(self, find: Callable[["Course"], Value]) -> Value:
        """What `find` makes of this course, found once; it depends on nothing else."""
        if find not in self._kept:
            self._kept[find] = find(self)
        found: Value = self._kept[find]
        return found

    @classmethod
    def of(cls, session: Session, stage: Stage) -> "Course":
        """The course of `session`, which was played on `stage`."""
        return cls(
            session=session,
            scenario=stage.scenario,
            personas=stage.personas,
            start=stage.state(session, before=0),
            steps=_steps(session, stage),
            recogniser=stage.recogniser,
        )

    @property
    def end(self) -> State:
        """The state after the last step."""
        return self.steps[-1].after if self.steps else self.start

    @property
    def is_stopped(self) -> bool:
        """The scene was stopped and not taken up again: nothing is found in it."""
        ended = self.session.ended
        return self.session.is_stopped or (ended is not None and ended.cause == "stopped")

    @property
    def is_recorded(self) -> bool:
        """Two people held it: nobody was moved, and no scenario called for anything."""
        return self.session.opened.actor == HUMAN

    @property
    def score(self) -> float | None:
        """The outcome of the ending that was reached, 0 to 1."""
        return self.session.ended.score if self.session.ended else None

    def at(self, number: int) -> Step | None:
        """The mentee's turn of that number."""
        return next((step for step in self.steps if step.number == number), None)

    def after(self, step: Step, within: int) -> tuple[Step, ...]:
        """`step` and those that follow it, `within` of the mentee's turns in all."""
        last = step.number + within
        return tuple(one for one in self.steps if step.number <= one.number < last)


def _is_doubtful(found: Found, sure: tuple[Found, ...]) -> bool:
    """Whether the same words were read as harm and as listening: then nobody is criticised."""
    return found.move in _HARM and any(one.move in _HEED and _overlap(one, found) for one in sure)


def _is_spoilt(found: Found, sure: tuple[Found, ...]) -> bool:
    """Whether a question or a fact was put in the very words of a reproach: then it is none."""
    return found.move in _SPOILABLE and any(
        one.move in _REPROACH and _overlap(one, found) and not _is_doubtful(one, sure)
        for one in sure
    )


def _is_arranging(found: Found, sure: tuple[Found, ...]) -> bool:
    """Whether what looks like a proposal is about how to talk, or tells a figure as a fact."""
    told = {Move.PROPOSAL: Move.PROCEDURAL, Move.OFFER: Move.STATING_FACTS}.get(found.move)
    return told is not None and any(
        one.move is told and one.confidence > found.confidence and _overlap(one, found)
        for one in sure
    )


_DISCOUNTS = (_is_doubtful, _is_spoilt, _is_arranging)
"""What takes a sure find out of the count."""


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def view_at(step: Step) -> View:
    """What a condition looks at as the mentee speaks: their line, and all that came before it."""
    before = step.before
    return replace(
        view_of(before, step.stood),
        history=(*before.history, step.decision.record),
        levers=tuple(dict.fromkeys((*before.levers, *step.decision.levers))),
    )


def fresh_view_at(step: Step, earlier: Step | None) -> View:
    """The same, but of what stays true once it is only what the latest reply brought."""
    view = view_at(step)
    if earlier is None:
        return view
    old = view_at(earlier)
    return replace(
        view,
        spoken=_new(view.spoken, old.spoken),
        granted=_new(view.granted, old.granted),
        cues_taken=_new(view.cues_taken, old.cues_taken),
        cues_offered=_new(view.cues_offered, old.cues_offered),
        levers=_new(view.levers, old.levers),
        has_deal=view.has_deal and not old.has_deal,
    )


def _new(now: Collection[str], before: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in now if one not in before)


def _steps(session: Session, stage: Stage) -> tuple[Step, ...]:
    said = {one.turn: one for one in session.utterances}
    turns = sorted(turn for turn in session.decisions if turn in said)
    again = {one.turn: one for one in session.followup.refined}
    states = [stage.state(session, before=turn) for turn in turns]
    states.append(stage.state(session))
    return tuple(
        Step(
            number=session.decisions[turn].turn,
            line=said[turn],
            heard=_persona(said.get(turn - 1)),
            answer=_persona(said.get(turn + 1)),
            reading=refined(session.readings.get(turn, _EMPTY), again.get(turn)),
            decision=session.decisions[turn],
            before=states[place],
            after=states[place + 1],
            is_ruptured=_is_ruptured(stage, session.decisions[turn].voice, states[place + 1]),
            refined=again.get(turn),
        )
        for place, turn in enumerate(turns)
    )


def _is_ruptured(stage: Stage, voice: str, state: State) -> bool:
    return is_ruptured(stage.personas[voice], state.stance[voice])


def _persona(utterance: Utterance | None) -> Utterance | None:
    if utterance is None or utterance.speaker != "persona" or not utterance.text.strip():
        return None
    return utterance
