"""The scenario of a conversation that two people held: nothing was set up, so there is nothing in it.

It lets a recorded conversation be kept and debriefed by the same code as a rehearsal. The
invariant: no topic, fact, cue, concession, ending or criterion, and personas whom nothing moves,
so that nothing can be found against a plan that nobody had. No file may be written like this: a
facilitator's scenario is a `Scenario`, and has all of it.
"""

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from simulator.library.conditions import Identifier
from simulator.library.persona import Persona, Temperament
from simulator.library.scenario import (
    Brief,
    CastMember,
    Ending,
    Fact,
    Goal,
    Kind,
    Relation,
    RubricItem,
    Scenario,
    Topic,
)
from simulator.reading.moves import Language
from simulator.text import fold

NAME = "recorded"
"""Id of the scenario of every recorded conversation."""
_LONGEST_ID = 48


class NoBrief(Brief):
    """Nobody was briefed."""

    role: str = ""
    situation: str = ""
    goals: tuple[Goal, ...] = ()


class RecordedScenario(Scenario):
    """A conversation that was held, not rehearsed; `title` is all that is known of it."""

    recorded: Literal[True] = True
    skills: tuple[Identifier, ...] = ()
    cast: Annotated[tuple[CastMember, ...], Field(min_length=1, max_length=12)]
    relation: Relation = Relation(persona_is="")
    brief: NoBrief = NoBrief()
    opening: str = ""
    topics: tuple[Topic, ...] = ()
    facts: tuple[Fact, ...] = ()
    endings: tuple[Ending, ...] = ()
    rubric: tuple[RubricItem, ...] = ()


def recorded_scenario(
    title: str, cast: Iterable[Persona], *, language: Language, kind: Kind, opening: str = ""
) -> RecordedScenario:
    """The scenario of a conversation with `cast`, in the order in which they first spoke."""
    return RecordedScenario(
        format=1,
        id=NAME,
        language=language,
        kind=kind,
        title=title,
        cast=tuple(CastMember(persona=one.id) for one in cast),
        opening=opening,
    )


def recorded_personas(names: Iterable[str], language: Language) -> dict[str, Persona]:
    """By name, a persona for each of the other speakers; nothing moves them."""
    personas: dict[str, Persona] = {}
    taken: set[str] = set()
    for name in names:
        identifier = _identifier(name, taken)
        taken.add(identifier)
        personas[name] = Persona(
            format=1,
            id=identifier,
            language=language,
            name=name,
            identity="",
            temperament=Temperament(trust={}, tension={}, calms=0),
        )
    return personas


def _identifier(name: str, taken: set[str]) -> str:
    """An id made of the letters of `name` that an id may have, and not `taken` yet."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:_LONGEST_ID].strip("-") or "other"
    found, number = plain, 1
    while found in taken:
        number += 1
        found = f"{plain}-{number}"
    return found
