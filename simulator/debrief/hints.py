"""Hints: what somebody stuck in a talk may be told, when they ask for it and never otherwise.

The coach sees what the mentee sees: the brief, everything said so far, the skills of the scenario.
A locked fact, the note of an author and the wording of an answer to copy are refused: a hint asks,
names a kind of move, or lends the first words of a sentence. Asking while the talk goes on is
fine, being corrected unasked disrupts it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from simulator.debrief.course import Course
from simulator.debrief.cues import cue_courses
from simulator.debrief.movers import said_by
from simulator.debrief.nudges import Nudge, gives_away, nudges
from simulator.errors import ActorError
from simulator.practice.events import HintGiven
from simulator.practice.session import Session, Utterance
from simulator.reading.moves import Language
from simulator.text import clean, fold, words

WORDS = 30
"""Words of a hint, at most."""
BEGINNING = 5
"""Words that a coach may put into the mentee's mouth: the first of a sentence, not the sentence."""
_QUOTES = re.compile(r"“([^”]+)”|«([^»]+)»|\"([^\"]+)\"")
LEVELS = 3
"""A question first, then a kind of move, then the first words of a sentence."""


@dataclass(frozen=True, slots=True)
class CoachBrief:
    """All that a coach who words hints itself is given: nothing that was not said or read."""

    language: Language
    role: str
    """Whom the mentee plays, as their brief says."""
    situation: str
    goals: tuple[str, ...]
    skills: tuple[str, ...]
    """Ids of what is being practised."""
    mentee: str
    personas: Mapping[str, str]
    """Id → name."""
    said: tuple[Utterance, ...]
    """Everything said in the scene so far, oldest first; not what was answered with help."""
    cues: tuple[str, ...]
    """Words of the persona's that were an opening and have not been taken up yet, as spoken."""
    given: tuple[HintGiven, ...] = ()
    """The hints of this talk, oldest first: none is to be said again."""
    level: int = 1
    """1 asks a question, 2 names a kind of move, 3 lends the first words of a sentence."""


class Coach(Protocol):
    """Words a hint: one or two sentences, `WORDS` at most, in the brief's language."""

    @property
    def name(self) -> str:
        """The name by which litellm knows the LLM."""
        ...

    async def hint(self, brief: CoachBrief) -> str:
        """The words; raises `ActorError` when it has none. They are checked by the caller."""
        ...


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: a code of the catalogue with its values, or an LLM's own words in `text`."""

    turn: int
    """Number of the latest utterance."""
    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    """`who`, `quote`, `goal` as they were said or read; `skill` as an id."""
    text: str = ""
    by: str = "offline"

    def event(self) -> HintGiven:
        """The hint as it is recorded."""
        return HintGiven(
            turn=self.turn, code=self.code, values=dict(self.values), text=self.text, by=self.by
        )


def hint(course: Course) -> Hint:
    """The next hint at this moment of the talk, from the record alone.

    Asked again at the same turn it goes a level further, then on to the next thing to notice. What
    was given before comes again only where there is nothing new, and never twice running.
    """
    given = course.session.followup.hints
    turn = course.session.last_turn
    here = [(one.code, dict(one.values)) for one in given if one.turn == turn]
    before = [(one.code, dict(one.values)) for one in given]
    latest = (given[-1].code, dict(given[-1].values)) if given else None
    every = list(_levels(nudges(course)))
    new = [one for one in every if one not in before]
    fresh = new or [one for one in every if one not in here] or every
    code, values = next((one for one in fresh if one != latest), fresh[0])
    return Hint(turn, code, values)


async def coached(course: Course, coach: Coach) -> Hint:
    """A hint in the coach's own words, or the one of `hint` where these will not do.

    They will not where there are none or too many, where they were used before, where they put a
    whole answer into the mentee's mouth, or where they name what is still locked: the coach cannot
    know it, but may guess it.
    """
    session = course.session
    offline = hint(course)
    if offline.code == "hint.over":
        return offline
    try:
        said = await coach.hint(coach_brief(course))
    except ActorError:
        return offline
    text = " ".join(clean(said).split())
    before = {fold(one.text) for one in session.followup.hints}
    if not text or len(words(text)) > WORDS or fold(text) in before:
        return offline
    if gives_away(text, course.scenario, session, course.end.spoken):
        return offline
    if _hands_a_line_over(text, session):
        return offline
    return Hint(session.last_turn, "", {}, text, coach.name)


def coach_brief(course: Course) -> CoachBrief:
    """What the coach is given at this moment of the talk."""
    session, scenario = course.session, course.scenario
    given = session.followup.hints
    here = sum(one.turn == session.last_turn for one in given)
    cues = (
        said_by(one.offering.answer, one.cue.says)
        for one in cue_courses(course)
        if one.outcome == "open"
    )
    return CoachBrief(
        language=scenario.language,
        role=scenario.brief.role,
        situation=scenario.brief.situation,
        goals=tuple(one.text for one in scenario.brief.goals),
        skills=scenario.skills,
        mentee=session.opened.mentee,
        personas={name: one.name for name, one in course.personas.items()},
        said=tuple(one for one in session.utterances if one.turn not in session.help_shown),
        cues=tuple(one.quote for one in cues if one is not None),
        given=given,
        level=min(LEVELS, here + 1),
    )


def _hands_a_line_over(text: str, session: Session) -> bool:
    """Whether words between quotation marks are neither the talk's own nor a mere beginning."""
    said = [fold(one.text) for one in session.utterances]
    quotes = (fold(one.strip()) for group in _QUOTES.findall(text) for one in group)
    return any(
        len(words(quote)) > BEGINNING and not any(quote.rstrip(" .!?…") in one for one in said)
        for quote in quotes
    )


def _levels(found: tuple[Nudge, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    for one in found:
        yield f"hint.{one.kind}", dict(one.values)
        if one.kind != "over":
            who = {"who": one.values["who"]}
            yield f"hint.move.{one.family}", who
            yield f"hint.begin.{one.family}", who
