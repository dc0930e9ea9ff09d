"""How and when the talk finishes: a soft close, a walk-out, a farewell, or the time being up.

The first ending in the file whose condition holds begins; with grace it leaves the mentee so many
turns to speak, and only an ending further up in the file may overtake it. A farewell ends the
grace. The talk never goes past the hard limit: without an ending that holds it then finishes with
the one for time running out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.director.conditions import View, holds
from simulator.director.conduct import QUESTIONS, Conduct
from simulator.director.state import State
from simulator.library.conditions import Condition
from simulator.library.scenario import Ending, Scenario
from simulator.reading.moves import Signal

AGAIN = 3
"""Turns between two reminders that time is short."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where the talk stands after this turn."""

    closing: Ending | None = None
    closes_at: int | None = None
    has_begun: bool = False
    """The ending began on this turn."""
    ended: Ending | None = None


def outcome(scenario: Scenario, state: State, view: View, conduct: Conduct) -> Outcome:
    """The ending that begins, goes on or is reached with the reply to this turn."""
    turn, hard = view.turn, scenario.turns.hard
    is_leaving = says_farewell(conduct, turn)
    places = {ending.id: place for place, ending in enumerate(scenario.endings)}
    holding = next((one for one in scenario.endings if holds(one.when, view)), None)
    under_way = next((one for one in scenario.endings if one.id == state.closing), None)
    if under_way is not None:
        overtaken = holding is not None and places[holding.id] < places[under_way.id]
        if not overtaken:
            closes_at = min(state.closes_at or turn, hard)
            is_over = turn >= closes_at or is_leaving
            return Outcome(under_way, closes_at, ended=under_way if is_over else None)
    if holding is None and (turn >= hard or is_leaving):
        holding = out_of_time(scenario)
    if holding is None:
        return Outcome()
    grace = 0 if is_leaving else min(holding.grace, hard - turn)
    if grace > 0:
        return Outcome(holding, turn + grace, has_begun=True)
    return Outcome(holding, turn, has_begun=True, ended=holding)


def says_farewell(conduct: Conduct, turn: int) -> bool:
    """Whether the mentee takes leave: not in their first words, and asking nothing more."""
    return turn > 1 and conduct.shows(Signal.FAREWELL) and QUESTIONS.isdisjoint(conduct.moves)


def is_time_short(scenario: Scenario, turn: int) -> bool:
    """Whether this is a turn on which the persona says that time is running out."""
    past = turn - scenario.turns.soft
    return past >= 0 and past % AGAIN == 0


def out_of_time(scenario: Scenario) -> Ending:
    """The ending for a talk that reaches none: the last one told by the turn, else the poorest."""
    quiet = [one for one in scenario.endings if not _asks(one.when, "tension")]
    timed = [one for one in quiet if _asks(one.when, "turn")]
    if timed:
        return timed[-1]
    return min(quiet or scenario.endings, key=lambda one: one.score)


def _asks(condition: Condition, atom: str) -> bool:
    return any(getattr(part, atom) is not None for part in _parts(condition))


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    for group in (condition.all, condition.any, condition.none):
        for part in group or ():
            yield from _parts(part)
