"""Ways: what was said at one moment, then and in the retries, side by side from the same state.

Everything is what was recorded when each way was tried; nothing is decided, read or worded again.
The same line tried several times is one way with several samples: where the actor is an LLM the
reply differs and the talk may go on otherwise, and the spread is shown rather than one of them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.course import Course, Step
from simulator.debrief.movers import said_by
from simulator.debrief.quotes import Quote, distinct
from simulator.director.state import Stance
from simulator.practice.session import Utterance
from simulator.text import fold


@dataclass(frozen=True, slots=True)
class Shift:
    """How far one persona's stance moved, signed points."""

    persona: str
    trust: float
    tension: float


@dataclass(frozen=True, slots=True)
class Finish:
    """How the talk went on from there: turns of the mentee's, this one included, and its end."""

    turns: int
    cause: Literal["ending", "left", "stopped", "open"]
    ending: str = ""
    note: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """One recorded time that a line was said at this moment."""

    session: str
    actor: str
    line: Utterance
    reply: Utterance | None
    shifts: tuple[Shift, ...]
    """For everybody in the cast."""
    stands: Mapping[str, Stance]
    """After the line."""
    told: tuple[Quote, ...]
    """Facts, in the words of the reply."""
    granted: tuple[Quote, ...]
    taken: tuple[Quote, ...]
    """Cues that it took up, in the words in which they were offered."""
    is_agreed: bool
    """A package was agreed with it."""
    is_ruptured: bool
    """The persona closed up at it, and had not before."""
    finish: Finish

    def shift(self, persona: str) -> Shift:
        """How far that persona moved."""
        return next((one for one in self.shifts if one.persona == persona), Shift(persona, 0, 0))


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest and the highest of several figures."""

    low: float
    high: float

    @property
    def is_one(self) -> bool:
        """Whether all of them are the same."""
        return self.low == self.high


@dataclass(frozen=True, slots=True)
class Way:
    """One line, and every time it was said at this moment, the first of them first."""

    samples: tuple[Sample, ...]
    is_original: bool

    @property
    def line(self) -> Utterance:
        """The line as it was said first."""
        return self.samples[0].line

    @property
    def k(self) -> int:
        """How often it was said."""
        return len(self.samples)

    @property
    def replies(self) -> tuple[Utterance, ...]:
        """The different replies, oldest first."""
        said = {fold(one.reply.text): one.reply for one in reversed(self.samples) if one.reply}
        return tuple(reversed(said.values()))

    def trust(self, persona: str) -> Spread:
        """How far the trust of `persona` moved over the samples, signed points."""
        return _spread(one.shift(persona).trust for one in self.samples)

    def tension(self, persona: str) -> Spread:
        """How far the tension of `persona` moved over the samples, signed points."""
        return _spread(one.shift(persona).tension for one in self.samples)


@dataclass(frozen=True, slots=True)
class Laid:
    """One moment: what had been said to the mentee, how everybody stood, and the ways tried."""

    turn: int
    """Number of the mentee's utterance."""
    heard: Utterance | None
    stood: Mapping[str, Stance]
    ways: tuple[Way, ...]
    """The original first, where the mentee had answered; then the retries, oldest first."""


def ways(parent: Course, retries: Iterable[Course]) -> tuple[Laid, ...]:
    """Every moment of `parent` from which one of `retries` was tried, in the order of the talk.

    A retry of a retry counts where it takes up the parent's own words: at the turn of the first
    or before it. Retries of other sessions, and those in which nothing was said yet, are left out.
    """
    family = {one.session.id: one for one in retries if one.session.id != parent.session.id}
    tried: dict[int, list[tuple[Course, Step]]] = {}
    for one in sorted(family.values(), key=lambda one: (one.session.opened_at, one.session.id)):
        step = _at(one, one.session.opened.parent_turn)
        if step is not None and _root(one, family) == parent.session.id:
            tried.setdefault(step.turn, []).append((one, step))
    return tuple(_laid(parent, turn, tried[turn]) for turn in sorted(tried))


def _root(course: Course, family: Mapping[str, Course]) -> str | None:
    """The session whose words stand before the turn at which `course` begins anew."""
    begins = course.session.opened.parent_turn or 0
    name = course.session.opened.parent
    seen = {course.session.id}
    while name is not None and name in family and name not in seen:
        opened = family[name].session.opened
        if opened.parent_turn is None or opened.parent_turn < begins:
            return name
        seen.add(name)
        name = opened.parent
    return name


def _laid(parent: Course, turn: int, tried: Sequence[tuple[Course, Step]]) -> Laid:
    original = _at(parent, turn)
    every = [(parent, original), *tried] if original is not None else tried
    lines: dict[str, list[Sample]] = {}
    for course, step in every:
        lines.setdefault(fold(step.line.text), []).append(_sample(course, step))
    _, first = every[0]
    return Laid(
        turn=turn,
        heard=first.heard,
        stood=first.before.stance,
        ways=tuple(
            Way(tuple(samples), is_original=samples[0].session == parent.session.id)
            for samples in lines.values()
        ),
    )


def _at(course: Course, turn: int | None) -> Step | None:
    return next((step for step in course.steps if step.turn == turn), None)


def _sample(course: Course, step: Step) -> Sample:
    scenario = course.scenario
    facts = {one.id: one.says for one in scenario.facts}
    concessions = {one.id: one.says for one in scenario.concessions}
    before, after = step.before, step.after
    earlier = course.at(step.number - 1)
    return Sample(
        session=course.session.id,
        actor=course.session.opened.actor,
        line=step.line,
        reply=step.answer,
        shifts=tuple(_shift(name, before.stance[name], now) for name, now in after.stance.items()),
        stands=after.stance,
        told=distinct(said_by(step.answer, facts.get(one, ())) for one in step.told),
        granted=distinct(said_by(step.answer, concessions.get(one, ())) for one in step.granted),
        taken=distinct(_taken(course, step)),
        is_agreed=after.table.agreed is not None and before.table.agreed is None,
        is_ruptured=step.is_ruptured and not (earlier is not None and earlier.is_ruptured),
        finish=_finish(course, step),
    )


def _shift(persona: str, before: Stance, now: Stance) -> Shift:
    return Shift(
        persona, round(now.trust - before.trust, 2), round(now.tension - before.tension, 2)
    )


def _taken(course: Course, step: Step) -> Iterator[Quote | None]:
    """The words in which the cues that this line took up had been offered."""
    says = {one.id: one.says for one in course.scenario.cues}
    offered = {one.id: one.offered for one in step.before.cues}
    for cue in step.decision.cues_taken:
        offering = course.at(offered.get(cue, 0))
        if offering is not None:
            yield said_by(offering.answer, says.get(cue, ()))


def _finish(course: Course, step: Step) -> Finish:
    ended = course.session.ended
    turns = sum(one.turn >= step.turn for one in course.steps)
    if ended is None:
        return Finish(turns, "stopped" if course.is_stopped else "open")
    if ended.cause != "ending" or ended.ending is None:
        return Finish(turns, ended.cause)
    notes = {one.id: " ".join(one.note.split()) for one in course.scenario.endings}
    return Finish(turns, "ending", ended.ending, notes.get(ended.ending, ""), ended.score)


def _spread(figures: Iterable[float]) -> Spread:
    every = tuple(figures)
    return Spread(min(every), max(every))
