"""Progress: one skill at a time over the sessions of one person, in counts and plain words.

There is no mark over skills, no total, and nobody else to be compared with. A retry of a talk
repeats what was said before its turn, and a conversation that was really held is no practice: both
are listed and left out of every trend. What was carried over shows in unassisted probes: the first attempt at another scenario of the same skill,
without a hint and not as a retry, after that skill was practised at least once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from simulator.debrief.across import across
from simulator.debrief.course import Course
from simulator.debrief.findings import findings
from simulator.debrief.measures import Share
from simulator.debrief.prediction import Compared, compared
from simulator.debrief.review.review import Review
from simulator.debrief.tally import Point, Tally, points, signed_last, tallies
from simulator.practice.events import CommitmentMade, PredictionMade
from simulator.reading.moves import Language

Direction = Literal["first", "more", "less", "same"]


@dataclass(frozen=True, slots=True)
class Past:
    """What is kept of one session for looking back: no words of the talk."""

    session: str
    scenario: str
    title: str
    kind: str
    language: Language
    level: int
    opened_at: datetime
    skills: tuple[str, ...]
    points: tuple[Point, ...]
    """Of skills alone, after the ruling where one was signed."""
    hints: int = 0
    parent: str | None = None
    """The session it is a retry of."""
    is_signed: bool = False
    is_recorded: bool = False
    """Two people held it: real, and no practice."""
    is_told: bool = False
    """It was spoken in to an end, or left: not stopped, not empty."""
    prediction: PredictionMade | None = None
    awaited: CommitmentMade | None = None
    """The latest resolution, while nothing was told of how it went."""

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """One for each skill."""
        return tallies(self.points, self.skills)

    @property
    def compared(self) -> tuple[Compared, ...]:
        """What was expected beside what was found."""
        return compared(self.prediction, self.tallies)

    def tally(self, skill: str) -> Tally:
        """The tally of one skill; of noughts where the talk had none of it."""
        return next((one for one in self.tallies if one.skill == skill), Tally(skill, 0, 0, 0))


@dataclass(frozen=True, slots=True)
class SkillSession:
    """One skill in one session."""

    session: str
    scenario: str
    title: str
    opened_at: datetime
    level: int
    tally: Tally
    hints: int
    is_signed: bool
    """Counted after the mentor's ruling; otherwise as the draft has it."""
    is_retry: bool
    is_recorded: bool
    is_probe: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """The latest session of a skill beside the one before it, and how many there are."""

    direction: Direction
    last: Share
    """Items as wanted, of those that had a chance."""
    before: Share | None
    n: int
    """Practices in which the skill had a chance, retries aside."""


@dataclass(frozen=True, slots=True)
class SkillProgress:
    """One skill over all sessions, oldest first."""

    skill: str
    sessions: tuple[SkillSession, ...]
    trend: Trend | None
    """None where it never had a chance."""
    predicted: Share
    """Sessions in which expectation and finding agreed, of those where both were given."""

    @property
    def probes(self) -> tuple[SkillSession, ...]:
        """The unassisted ones."""
        return tuple(one for one in self.sessions if one.is_probe)


def past(course: Course, reviews: Sequence[Review] = ()) -> Past:
    """What is kept of a session, from its record and what mentors made of it."""
    session, scenario = course.session, course.scenario
    opened, followup = session.opened, session.followup
    is_told = bool(course.steps) and not course.is_stopped
    found = (*findings(course), *across(course)) if is_told else ()
    return Past(
        session=session.id,
        scenario=opened.scenario,
        title=scenario.title,
        kind=scenario.kind,
        language=opened.language,
        level=opened.level,
        opened_at=session.opened_at,
        skills=scenario.skills,
        points=points(found, reviews),
        hints=len(followup.hints),
        parent=opened.parent,
        is_signed=signed_last(reviews) is not None,
        is_recorded=course.is_recorded,
        is_told=is_told,
        prediction=followup.prediction,
        awaited=followup.awaited,
    )


def progress(pasts: Iterable[Past]) -> tuple[SkillProgress, ...]:
    """Every skill that was practised, in the order in which it was met first."""
    ordered = in_order(pasts)
    skills = dict.fromkeys(skill for one in ordered for skill in one.skills)
    return tuple(_of_skill(skill, ordered) for skill in skills)


def in_order(pasts: Iterable[Past]) -> tuple[Past, ...]:
    """The sessions as they were held; those of one moment by their id."""
    return tuple(sorted(pasts, key=lambda one: (one.opened_at, one.session)))


def is_probe(one: Past, skill: str, earlier: Iterable[Past]) -> bool:
    """Whether `one` shows `skill` unassisted, after what was practised `earlier`."""
    if one.hints or one.parent or one.is_recorded or not one.tally(skill).chances:
        return False
    before = [past for past in earlier if not past.is_recorded]
    if any(past.scenario == one.scenario for past in before):
        return False
    return any(past.is_told and skill in past.skills for past in before)


def _of_skill(skill: str, ordered: Sequence[Past]) -> SkillProgress:
    sessions = tuple(
        _session(skill, one, ordered[:at]) for at, one in enumerate(ordered) if skill in one.skills
    )
    both = [
        one
        for past in ordered
        if past.parent is None
        for one in past.compared
        if one.skill == skill and one.is_comparable
    ]
    met = sum(one.state == "as-expected" for one in both)
    return SkillProgress(skill, sessions, _trend(sessions), Share(met, len(both)))


def _session(skill: str, one: Past, earlier: Sequence[Past]) -> SkillSession:
    return SkillSession(
        session=one.session,
        scenario=one.scenario,
        title=one.title,
        opened_at=one.opened_at,
        level=one.level,
        tally=one.tally(skill),
        hints=one.hints,
        is_signed=one.is_signed,
        is_retry=one.parent is not None,
        is_recorded=one.is_recorded,
        is_probe=is_probe(one, skill, earlier),
    )


def _trend(sessions: Sequence[SkillSession]) -> Trend | None:
    own = (one for one in sessions if not one.is_retry and not one.is_recorded)
    counted = [one.tally for one in own if one.tally.chances]
    if not counted:
        return None
    last = counted[-1]
    share = Share(last.wanted, last.chances)
    if len(counted) == 1:
        return Trend("first", share, None, 1)
    before = counted[-2]
    gained = last.wanted * before.chances - before.wanted * last.chances
    direction: Direction = "more" if gained > 0 else "less" if gained < 0 else "same"
    return Trend(direction, share, Share(before.wanted, before.chances), len(counted))
