"""Who set the agenda: who first brought up each thing that was then talked of.

In a rehearsal the things are the scenario's topics. In a conversation that was held they are words
that carry meaning, said by both sides and in three utterances at least; where there are too few of
them, nothing can be told and nothing is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.config import HUMAN
from simulator.debrief.course import Course
from simulator.reading.manner import MannerReader

_TAKEN_UP = 3
"""Utterances in which a thing is talked of."""
_LEAST = 3
"""Things from which it can be told who set the agenda."""


@dataclass(frozen=True, slots=True)
class Raised:
    """One thing that was talked of, and who brought it up in which utterance."""

    topic: str
    """A topic's id; in a recorded conversation, the word as it was first said."""
    by: Literal["mentee", "persona"]
    turn: int


def agenda(course: Course) -> tuple[Raised, ...] | None:
    """What was talked of, in the order in which it came up; None where it cannot be told."""
    if course.session.opened.actor != HUMAN:
        return tuple(_topics(course))
    found = tuple(_things(course))
    return found if len(found) >= _LEAST else None


def _topics(course: Course) -> Iterator[Raised]:
    seen: set[str] = set()
    for step in course.steps:
        record = step.decision.record
        for by, turn, topics in (
            ("mentee", step.turn, record.topics),
            ("persona", step.turn + 1, record.persona_topics),
        ):
            for topic in topics:
                if topic not in seen:
                    seen.add(topic)
                    yield Raised(topic, "mentee" if by == "mentee" else "persona", turn)


def _things(course: Course) -> Iterator[Raised]:
    reader = MannerReader.of(course.scenario.language)
    first: dict[str, Raised] = {}
    speakers: dict[str, set[str]] = {}
    times: dict[str, int] = {}
    for one in course.session.utterances:
        for stem, word in reader.things(one.text).items():
            first.setdefault(stem, Raised(word, one.speaker, one.turn))
            speakers.setdefault(stem, set()).add(one.speaker)
            times[stem] = times.get(stem, 0) + 1
    for stem, raised in first.items():
        if times[stem] >= _TAKEN_UP and len(speakers[stem]) > 1:
            yield raised
