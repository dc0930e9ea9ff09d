"""Who answers, where the cast has two: the one spoken to by name, else turn and turn about.

A follow-up question stays with whoever spoke last, for two replies in a row at most.
"""

from collections.abc import Mapping

from simulator.director.conduct import QUESTIONS, Conduct
from simulator.director.state import State
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.text import fold, words

IN_A_ROW = 2
_SHORTEST_NAME = 2


def addressed(scenario: Scenario, personas: Mapping[str, Persona], folded: str) -> str | None:
    """The member of the cast whose name comes first in the line; None if none does."""
    said = [folded[start:end] for start, end in words(folded)]
    places = {
        member.persona: min((said.index(part) for part in parts if part in said), default=None)
        for member in scenario.cast
        if (parts := _parts(personas[member.persona].name))
    }
    named = {persona: place for persona, place in places.items() if place is not None}
    return min(named, key=lambda persona: named[persona]) if named else None


def voice(scenario: Scenario, state: State, conduct: Conduct, spoken_to: str | None) -> str:
    """Id of the persona who answers this turn."""
    cast = [member.persona for member in scenario.cast]
    if spoken_to is not None:
        return spoken_to
    if len(cast) == 1 or not state.voices:
        return cast[0]
    last = state.voices[-1]
    recent = state.voices[-IN_A_ROW:]
    follows_up = not QUESTIONS.isdisjoint(conduct.moves)
    if follows_up and (len(recent) < IN_A_ROW or set(recent) != {last}):
        return last
    return next(persona for persona in cast if persona != last)


def _parts(name: str) -> tuple[str, ...]:
    folded = fold(name)
    return tuple(folded[start:end] for start, end in words(folded) if end - start >= _SHORTEST_NAME)
