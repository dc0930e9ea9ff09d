"""Occasions: at which of the mentee's turns a rubric item had its chance, and how long it lasted.

An item's `chance` is looked at as the mentee speaks: with the line they say, and everything the
persona had brought by then. What stays true once it is (a fact told, a concession granted, a cue
taken up) makes one occasion, when it becomes true; what comes and goes (a topic on the table)
makes one each time. Without a chance the whole talk is one. Windows count the mentee's turns.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.course import Course, Step, fresh_view_at, view_at
from simulator.debrief.items import Item
from simulator.director.conditions import holds
from simulator.director.topics import topics_of_fact
from simulator.library.conditions import Condition
from simulator.library.scenario import Scenario, Seen
from simulator.reading.moves import Found

Certainty = Literal["sure", "unsure"]


@dataclass(frozen=True, slots=True)
class Occasion:
    """A turn at which the item had its chance, and the turns it was given."""

    step: Step
    window: tuple[Step, ...]
    is_whole: bool
    """The mentee had all the turns that the item allows, or ended the talk themselves."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What the item looks for, found in a turn."""

    step: Step
    found: tuple[Found, ...]


def occasions(course: Course, item: Item) -> tuple[Occasion, ...]:
    """Every occasion of `item`, in order."""
    steps = course.steps
    if item.chance is None:
        return (Occasion(steps[0], steps, is_whole=True),) if steps else ()
    within = item.seen.within if item.seen else 1
    found = []
    for step in steps:
        if _begins(item.chance, course, step):
            window = course.after(step, within)
            is_whole = len(window) == within or _is_over(course)
            found.append(Occasion(step, window, is_whole))
    return tuple(found)


def sighted(seen: Seen, occasion: Occasion, certainty: Certainty = "sure") -> Iterator[Sighting]:
    """The turns of the occasion that do what is looked for, on its topic."""
    for step in occasion.window:
        if seen.topic is not None and seen.topic not in _topics(step):
            continue
        unsure = (one for one in step.reading.moves if not one.is_sure and one.move in seen.moves)
        moves = step.found(*seen.moves) if certainty == "sure" else tuple(unsure)
        if moves:
            yield Sighting(step, moves)


def subjects(item: Item, scenario: Scenario) -> frozenset[str]:
    """The topics that an item is about: its own, and those that its chance speaks of."""
    own = {item.seen.topic} if item.seen is not None and item.seen.topic else set()
    return frozenset(own or (_spoken_of(item.chance, scenario) if item.chance else ()))


def _spoken_of(condition: Condition, scenario: Scenario) -> Iterator[str]:
    if condition.topic is not None:
        yield condition.topic
    if condition.fact is not None:
        yield from topics_of_fact(scenario, condition.fact)
    for part in (*(condition.all or ()), *(condition.any or ())):
        yield from _spoken_of(part, scenario)


def _begins(condition: Condition, course: Course, step: Step) -> bool:
    if not holds(condition, view_at(step)):
        return False
    earlier = course.at(step.number - 1)
    if earlier is None or not holds(condition, view_at(earlier)):
        return True
    return holds(condition, fresh_view_at(step, earlier))


def _is_over(course: Course) -> bool:
    """Whether the talk came to an end of its own, rather than being broken off."""
    ended = course.session.ended
    return ended is not None and ended.cause == "ending"


def _topics(step: Step) -> tuple[str, ...]:
    """What the line is about: the topics it names, else those that the persona had raised."""
    record = step.decision.record
    history = step.before.history
    return record.topics or (history[-1].persona_topics if history else ())
