"""The debrief of a session, whole: a draft until a mentor has ruled on it.

It is a function of what was recorded and of the definitions that were played, so it can be drawn
up again at any time and says the same. It exists in two copies: the mentee's does not spoil what
stayed hidden, the mentor's shows it. A scene that was stopped has measures and nothing else; a
talk that is too short to say anything says so, and one without a word of the mentee's has nothing
to be asked about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from simulator.debrief.across import across
from simulator.debrief.alternatives import Alternative, alternatives
from simulator.debrief.course import Course
from simulator.debrief.deal import Dealt, deal
from simulator.debrief.findings import SHORTEST, Finding, findings
from simulator.debrief.gaps import CATALOGUE, Gap
from simulator.debrief.keeping import Kept, to_keep
from simulator.debrief.marks import Mark, marks
from simulator.debrief.measures import Measures, Share, measures
from simulator.debrief.movers import Made, Moved, Point, curve, made, movers
from simulator.debrief.openings import Audience, CueStory, Hidden, cue_stories, hidden
from simulator.debrief.quotes import Quote
from simulator.debrief.reflection import Reflection, reflection
from simulator.debrief.review.review import Review
from simulator.debrief.select import Tried, picked
from simulator.library.scenario import Resource
from simulator.practice.followup import FollowUp
from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.reading.moves import Language, Move

FORMAT = 1
"""Version of what a debrief holds."""

Standing = Literal["whole", "unfinished", "short", "silent", "empty", "stopped"]
"""How much a talk allows one to say: whole; left or still open; too few turns; hardly a word of
the mentee's; none at all; stopped, which is never gone into."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the talk finished: an ending of the scenario with its note and score, or none."""

    cause: Literal["ending", "left", "stopped", "open"]
    ending: str = ""
    note: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """Something to keep, and what followed it: points of trust and tension, facts, concessions."""

    move: Move
    item: str
    skill: str
    turn: int
    quotes: tuple[Quote, ...]
    trust: float
    tension: float
    opened: int
    """Facts told and concessions granted in the reply."""

    @property
    def id(self) -> str:
        """By which it is ruled on."""
        return f"keep.{self.move.value}@{self.turn}"


@dataclass(frozen=True, slots=True)
class Try:
    """Something to try: the named gap, its evidence, what followed, and a better line if found."""

    gap: Gap
    source: str
    item: str
    skill: str
    turn: int
    quotes: tuple[Quote, ...]
    trust: float
    tension: float
    alternative: Alternative | None

    @property
    def id(self) -> str:
        """By which it is ruled on."""
        return f"try.{self.gap.value}@{self.turn}"


@dataclass(frozen=True, slots=True)
class Debrief:
    """Everything that one copy says."""

    session: str
    scenario: str
    title: str
    language: Language
    mentee: str
    personas: tuple[tuple[str, str], ...]
    """Id and name, in the order of the cast."""
    opened_at: datetime
    audience: Audience
    standing: Standing
    outcome: Outcome
    reflection: Reflection
    findings: tuple[Finding, ...]
    measures: Measures
    deal: tuple[Dealt, ...]
    keep: tuple[Keep, ...]
    tries: tuple[Try, ...]
    further: tuple[Try, ...]
    """What else was found, the weightiest first: for a mentor to pull in, without better lines."""
    lines: Share
    """Things to try for which a better line was found, of all of them."""
    cues: tuple[CueStory, ...]
    movers: tuple[Moved, ...]
    curve: tuple[Point, ...]
    marks: tuple[Mark, ...]
    hidden: tuple[Hidden, ...]
    questions: tuple[str, ...]
    """The scenario's, for the mentor to ask; empty in the mentee's copy."""
    resources: tuple[Resource, ...]
    followup: FollowUp
    """Hints, prediction, shares, an LLM judge's answers, commitment, what became of it."""
    reviews: tuple[Review, ...] = ()
    """The mentors' reviews, oldest first: in the mentee's copy those that were signed."""
    is_recorded: bool = False
    """Two people held it and it was brought in afterwards: no persona was moved."""
    made: tuple[Made, ...] = ()
    """The moves of the mentee's turns, to be drawn."""

    @property
    def is_draft(self) -> bool:
        """Until a mentor has signed."""
        return not any(one.is_signed for one in self.reviews)

    def name_of(self, persona: str) -> str:
        """What the persona is called."""
        return dict(self.personas).get(persona, persona)


def draft(
    session: Session,
    stage: Stage,
    audience: Audience = "mentee",
    reviews: Sequence[Review] = (),
) -> Debrief:
    """The debrief of `session`, which was played on `stage`, for one of the two."""
    course = Course.of(session, stage)
    found = (*findings(course), *across(course))
    chosen = picked(course, found)
    lines = alternatives(course, stage, chosen.tries)
    tries = tuple(_try(one, line) for one, line in zip(chosen.tries, lines, strict=True))
    scenario = stage.scenario
    is_told = not course.is_stopped
    is_spoken = is_told and bool(course.steps)
    is_moved = is_told and not course.is_recorded
    return Debrief(
        session=session.id,
        scenario=scenario.id,
        title=scenario.title,
        language=scenario.language,
        mentee=session.opened.mentee,
        personas=tuple((one.persona, stage.personas[one.persona].name) for one in scenario.cast),
        opened_at=session.opened_at,
        audience=audience,
        standing=_standing(course),
        outcome=_outcome(course),
        reflection=reflection(session),
        findings=found if is_spoken else (),
        measures=measures(course),
        deal=deal(course) if is_told else (),
        keep=tuple(_keep(one) for one in to_keep(course, found)),
        tries=tries,
        further=tuple(_try(one, None) for one in chosen.further),
        lines=Share(sum(one.alternative is not None for one in tries), len(tries)),
        cues=cue_stories(course) if is_told else (),
        movers=movers(course) if is_moved else (),
        curve=curve(course) if is_moved else (),
        marks=marks(course, audience) if is_told else (),
        hidden=hidden(course, audience) if is_spoken else (),
        questions=scenario.debrief.questions if is_spoken and audience == "mentor" else (),
        resources=_resources(course, tries) if is_told else (),
        followup=session.followup,
        reviews=tuple(one for one in reviews if audience == "mentor" or one.is_signed),
        is_recorded=course.is_recorded,
        made=made(course) if is_told else (),
    )


def _standing(course: Course) -> Standing:
    if course.is_stopped:
        return "stopped"
    if not course.steps:
        return "empty"
    if len(course.steps) < SHORTEST:
        return "short"
    spoken = [step for step in course.steps if not step.found(Move.MINIMAL_ANSWER)]
    if not any(step.reading.words for step in spoken):
        return "silent"
    ended = course.session.ended
    return "whole" if ended is not None and ended.cause == "ending" else "unfinished"


def _outcome(course: Course) -> Outcome:
    ended = course.session.ended
    if ended is None:
        return Outcome("stopped" if course.is_stopped else "open")
    if ended.cause != "ending" or ended.ending is None:
        return Outcome(ended.cause)
    endings = {one.id: one for one in course.scenario.endings}
    note = endings[ended.ending].note.strip() if ended.ending in endings else ""
    return Outcome("ending", ended.ending, note, ended.score)


def _keep(one: Kept) -> Keep:
    step = one.step
    return Keep(
        move=one.move,
        item=one.item,
        skill=one.skill,
        turn=step.turn,
        quotes=one.quotes,
        trust=step.trust,
        tension=step.tension,
        opened=len(step.told) + len(step.granted),
    )


def _try(one: Tried, line: Alternative | None) -> Try:
    return Try(
        gap=one.gap,
        source=CATALOGUE[one.gap].source,
        item=one.item,
        skill=one.skill,
        turn=one.step.turn,
        quotes=one.quotes,
        trust=one.step.trust,
        tension=one.step.tension,
        alternative=line,
    )


def _resources(course: Course, tries: tuple[Try, ...]) -> tuple[Resource, ...]:
    """What the scenario recommends for the skills of the things to try; all of it where none."""
    skills = {one.skill for one in tries if one.skill}
    fitting = tuple(one for one in course.scenario.resources if one.for_ in skills)
    return fitting or course.scenario.resources
