"""Findings: one verdict for every item of the rubric, with its evidence.

`observed` quotes the mentee's own words. `not-observed` means that there was a chance, and quotes
the persona's opening and what the mentee said instead. `no-chance` and `could-not-judge` are no
zeros: each gives the code of its reason. An item to avoid is read the other way round by whoever
shows it: there, observed is the thing to work on, and what was not done has nothing to quote. Nothing is found in a scene that was stopped.
"""

from dataclasses import dataclass
from typing import Literal

from simulator.debrief.course import Course, Step
from simulator.debrief.occasions import Occasion, Sighting, occasions, sighted, subjects
from simulator.debrief.quotes import Quote, distinct, excerpt, telling
from simulator.library.scenario import RubricItem
from simulator.reading.moves import Found

Verdict = Literal["observed", "not-observed", "no-chance", "could-not-judge"]
Why = Literal[
    "",
    "needs-judge",
    "unreadable",
    "unsure",
    "nothing-said",
    "too-short",
    "cut-short",
    "never-called-for",
]
"""Why there is no verdict; empty where there is one."""

SHORTEST = 3
"""Turns of the mentee below which nothing is said to be missing."""
UNSURE = 0.45
"""Confidence from which a find that does not count still forbids to say that there was nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one item of the rubric."""

    item: RubricItem
    verdict: Verdict
    why: Why = ""
    quotes: tuple[Quote, ...] = ()
    """The mentee's words, or the persona's opening followed by what the mentee said instead."""
    step: Step | None = None
    """The turn it is about."""

    @property
    def id(self) -> str:
        """The item's id, by which it is ruled on."""
        return self.item.id

    @property
    def source(self) -> Literal["rubric", "across"]:
        """Whether the scenario asks for it, or every talk is asked."""
        return "rubric"

    @property
    def skill(self) -> str:
        return self.item.skill

    @property
    def ask(self) -> str:
        """The author's question; empty for an item across turns: the catalogue has its words."""
        return self.item.ask

    @property
    def is_to_avoid(self) -> bool:
        """Whether it is wanted that nothing of it is seen."""
        return self.item.avoid

    @property
    def is_good(self) -> bool:
        """Seen where it was wanted."""
        return self.verdict == "observed" and not self.item.avoid

    @property
    def is_to_work_on(self) -> bool:
        """Missed where it was wanted, or done where it should be left out."""
        return self.verdict == ("observed" if self.item.avoid else "not-observed")


def findings(course: Course) -> tuple[Finding, ...]:
    """One finding per item of the rubric, in its order; none for a scene that was stopped."""
    if course.is_stopped:
        return ()
    return tuple(_find(course, item) for item in course.scenario.rubric)


def evidence(step: Step, found: tuple[Found, ...]) -> tuple[Quote, ...]:
    """The mentee's words that the finds stand for, each span once."""
    return distinct(telling(step.line, one.start, one.end) for one in found)


def _find(course: Course, item: RubricItem) -> Finding:
    if item.seen is None:
        return Finding(item, "could-not-judge", "needs-judge")
    if not course.steps:
        return Finding(item, "no-chance", "nothing-said")
    chances = occasions(course, item)
    sightings = [(chance, seen) for chance in chances for seen in sighted(item.seen, chance)]
    if sightings:
        topics = subjects(item, course.scenario)
        return _observed(item, max(sightings, key=lambda pair: _fit(item, topics, *pair))[1])
    return _unseen(course, item, chances)


def _observed(item: RubricItem, seen: Sighting) -> Finding:
    best = max(seen.found, key=lambda one: one.confidence)
    return Finding(item, "observed", quotes=evidence(seen.step, (best,)), step=seen.step)


def _fit(
    item: RubricItem, topics: frozenset[str], chance: Occasion, seen: Sighting
) -> tuple[bool, float, int, float]:
    """How well a sighting shows the item: on its subject, certain, near its chance, well met."""
    followed = seen.step.trust - seen.step.tension
    return (
        not topics.isdisjoint(seen.step.reading.topics()),
        round(max(one.confidence for one in seen.found), 1),
        chance.step.number - seen.step.number,
        -followed if item.avoid else followed,
    )


def _unseen(course: Course, item: RubricItem, chances: tuple[Occasion, ...]) -> Finding:
    if not chances:
        return Finding(item, "no-chance", "never-called-for")
    if (doubt := _doubt(item, chances)) is not None:
        return Finding(item, "could-not-judge", doubt)
    if len(course.steps) < SHORTEST:
        return Finding(item, "no-chance", "too-short")
    whole = [chance for chance in chances if chance.is_whole]
    if not whole:
        return Finding(item, "no-chance", "cut-short")
    if item.avoid:
        return Finding(item, "not-observed")
    opening, step = _telling(item, whole)
    quotes = distinct((excerpt(opening.heard), excerpt(step.line)))
    if not any(quote.speaker == "persona" for quote in quotes):
        return Finding(item, "no-chance", "never-called-for")
    return Finding(item, "not-observed", quotes=quotes, step=step)


def _doubt(item: RubricItem, chances: tuple[Occasion, ...]) -> Why | None:
    """Why nothing can be said to be missing, although it was not seen."""
    steps = [step for chance in chances for step in chance.window]
    if any(not step.is_readable for step in steps):
        return "unreadable"
    for chance in chances:
        for seen in sighted(item.seen, chance, "unsure") if item.seen else ():
            if max(one.confidence for one in seen.found) >= UNSURE:
                return "unsure"
    return None


def _telling(item: RubricItem, chances: list[Occasion]) -> tuple[Step, Step]:
    """The opening, and the turn that shows best what was missed after it: where least was won."""
    pairs = [(chance.step, step) for chance in chances for step in chance.window]
    spoken = [pair for pair in pairs if pair[1].reading.words >= SHORTEST] or pairs
    opening, step = min(spoken, key=lambda pair: pair[1].trust - pair[1].tension)
    return (step, step) if item.chance is None else (opening, step)
