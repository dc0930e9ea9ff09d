"""How and when the talk finishes: a soft close, a walk-out, a farewell, or the time being up.

The first ending in the file whose condition holds begins; with grace it leaves the mentee so many
turns to speak, and only an ending further up in the file may overtake it. A farewell ends the
grace. Nobody is shown out without a warning: an ending that only the tension brings is held back
once, for the persona to say so, and comes when the mentee then hurts or presses again; repeated
abuse or threats need no warning. The talk never goes past the hard limit: without an ending that holds it then finishes with
the one for time running out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from simulator.director.conditions import View, holds
from simulator.director.conduct import QUESTIONS, Conduct
from simulator.director.state import Stance, State
from simulator.library.conditions import Condition
from simulator.library.persona import Trigger
from simulator.library.scenario import Ending, Scenario
from simulator.reading.moves import Move, Signal

BRUTAL: frozenset[Trigger] = frozenset({Move.THREAT, Signal.ABUSE})
"""What ends a talk without a warning if it comes twice."""
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
    warns: bool = False
    """The talk would have ended for its tension; the persona gives one chance."""


def outcome(scenario: Scenario, state: State, view: View, conduct: Conduct) -> Outcome:
    """The ending that begins, goes on or is reached with the reply to this turn."""
    turn, hard = view.turn, scenario.turns.hard
    is_leaving = says_farewell(conduct, turn)
    places = {ending.id: place for place, ending in enumerate(scenario.endings)}
    found = next((one for one in scenario.endings if holds(one.when, view)), None)
    spared = (
        found is not None
        and not is_leaving
        and turn < hard
        and _is_spared(found, state, view, conduct)
    )
    holding = None if spared else found
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
        return Outcome(warns=spared and state.warned_at is None)
    grace = 0 if is_leaving else min(holding.grace, hard - turn)
    if grace > 0:
        return Outcome(holding, turn + grace, has_begun=True)
    return Outcome(holding, turn, has_begun=True, ended=holding)


def _is_spared(ending: Ending, state: State, view: View, conduct: Conduct) -> bool:
    """Whether an ending that tension brings is held back: unwarned, or since then not made worse."""
    calm = replace(
        view,
        stance=_calm(view.stance),
        stances={name: _calm(one) for name, one in view.stances.items()},
    )
    if holds(ending.when, calm):
        return False
    if state.warned_at is None:
        return not (_is_brutal(conduct.triggers) and _was_brutal(state))
    return not (conduct.is_hostile or conduct.is_pressing)


def _calm(stance: Stance) -> Stance:
    return stance.model_copy(update={"tension": 0.0})


def _was_brutal(state: State) -> bool:
    return any(_is_brutal((*record.moves, *record.signals)) for record in state.history)


def _is_brutal(triggers: Iterable[Trigger]) -> bool:
    return not BRUTAL.isdisjoint(triggers)


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
