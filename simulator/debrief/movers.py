"""What moved the persona, turn by turn: the stance after each turn, the reasons, what was given.

The reasons are those that were recorded when the turn was decided; here they only get the number
of the utterance, by which everything else in a debrief is found again.
"""

from dataclasses import dataclass
from typing import Literal

from simulator.debrief.course import Course, Step
from simulator.debrief.cues import cue_courses
from simulator.debrief.quotes import Quote, excerpt, found_in
from simulator.director.state import Reason
from simulator.practice.session import Utterance
from simulator.reading.moves import Move

EventKind = Literal[
    "told", "granted", "cue-offered", "cue-taken", "cue-missed", "twist", "agreed", "ended"
]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one persona's stance: signed points, and why."""

    persona: str
    trust: float
    tension: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Event:
    """Something else that the turn brought; `quote` is where it was said."""

    kind: EventKind
    ref: str
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """One of the mentee's turns and its effect on the persona who answered."""

    turn: int
    voice: str
    said: Quote | None
    """The mentee's words; None for a silence."""
    trust: float
    tension: float
    """The stance after the turn, 0 to 10."""
    changes: tuple[Change, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """One of the mentee's turns and the moves it surely made, each once."""

    turn: int
    said: Quote | None
    """None for a silence."""
    moves: tuple[Move, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """The stance of one persona after an utterance; at utterance 1 it is the start."""

    turn: int
    persona: str
    trust: float
    tension: float


def movers(course: Course) -> tuple[Moved, ...]:
    """Every turn of the mentee's, with what it did."""
    return tuple(_moved(course, step) for step in course.steps)


def made(course: Course) -> tuple[Made, ...]:
    """The moves of every turn of the mentee's, in a talk with a person too."""
    return tuple(
        Made(
            turn=step.turn,
            said=excerpt(step.line),
            moves=tuple(dict.fromkeys(one.move for one in step.found(*Move))),
        )
        for step in course.steps
    )


def curve(course: Course) -> tuple[Point, ...]:
    """The stance of everybody in the cast over the talk, to be drawn."""
    points = [
        Point(1, name, stance.trust, stance.tension) for name, stance in course.start.stance.items()
    ]
    for step in course.steps:
        points.extend(
            Point(step.turn, name, stance.trust, stance.tension)
            for name, stance in step.after.stance.items()
        )
    return tuple(points)


def _moved(course: Course, step: Step) -> Moved:
    return Moved(
        turn=step.turn,
        voice=step.decision.voice,
        said=excerpt(step.line),
        trust=step.stands.trust,
        tension=step.stands.tension,
        changes=tuple(
            Change(one.persona, one.trust, one.tension, _numbered(one.reason, step.turn))
            for one in step.decision.changes
        ),
        events=tuple(_events(course, step)),
    )


def _numbered(reason: Reason, turn: int) -> Reason:
    return Reason(code=reason.code, values={**reason.values, "turn": turn})


def _events(course: Course, step: Step) -> list[Event]:
    scenario = course.scenario
    lines = {one.id: one.says for one in scenario.facts}
    lines |= {one.id: one.says for one in scenario.concessions}
    says = {one.id: one.says for one in scenario.cues}
    says |= {one.id: one.says for one in scenario.twists}
    offered = tuple(
        cue.id for cue in step.after.cues if cue.id not in {one.id for one in step.before.cues}
    )
    found = [Event("cue-taken", ref) for ref in step.decision.cues_taken]
    if lost := step.decision.cues_missed:
        missed = {one.cue.id for one in cue_courses(course) if one.outcome == "missed"}
        found += [Event("cue-missed", ref) for ref in lost if ref in missed]
    found += [Event("told", ref, said_by(step.answer, lines.get(ref, ()))) for ref in step.told]
    found += [
        Event("granted", ref, said_by(step.answer, lines.get(ref, ()))) for ref in step.granted
    ]
    found += [Event("cue-offered", ref, said_by(step.answer, says.get(ref, ()))) for ref in offered]
    found += [
        Event("twist", ref, said_by(step.answer, says.get(ref, ()))) for ref in step.decision.twists
    ]
    if step.after.table.agreed is not None and step.before.table.agreed is None:
        found.append(Event("agreed", "", excerpt(step.answer)))
    if step.decision.ended is not None:
        found.append(Event("ended", step.decision.ended, excerpt(step.answer)))
    return found


def said_by(answer: Utterance | None, lines: tuple[str, ...]) -> Quote | None:
    """One of the author's lines as the reply said it; the reply itself where it was reworded."""
    if answer is None:
        return None
    located = (found_in(answer, line) for line in lines)
    return next((quote for quote in located if quote), None) or excerpt(answer)
