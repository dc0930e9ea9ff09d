"""How and when the talk finishes: a soft close, a walk-out, a farewell, or the time being up.

The first ending in the file whose condition holds begins; with grace it leaves the mentee so many
turns to speak, and only an ending further up in the file may overtake it. A farewell ends the
grace. A deal always leaves one turn, to say that it was meant otherwise or to sum it up. Nobody is shown out without a warning: an ending that only the tension brings is held back
once, for the persona to say so, and comes when the mentee then hurts or presses again; repeated
abuse or threats need no warning.

What was won is not denied by how it is said. Once the best ending lacks nothing but a ritual (a
move, a signal, a topic, a turn), a recap that is right or two more turns begin it, and a goodbye
reaches the ending of whatever was granted; a question on the last turn is answered first, for three
turns at most, and where the rubric asks for a recap there is one turn more for it. A recap that holds what was never granted begins nothing. The talk never goes past
the hard limit: without an ending that holds it then finishes with the one for time running out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from simulator.director.conditions import View, holds
from simulator.director.conduct import BARGAINING, QUESTIONS, Conduct
from simulator.director.recap import Recap
from simulator.director.state import Stance, State
from simulator.library.conditions import Condition
from simulator.library.persona import Trigger
from simulator.library.scenario import Ending, Scenario
from simulator.reading.moves import Move, Signal

BRUTAL: frozenset[Trigger] = frozenset({Move.THREAT, Signal.ABUSE})
"""What ends a talk without a warning if it comes twice."""
SETTLING = 2
"""Turns after the last thing granted from which a talk that won all comes to its end."""
LONGEST_CLOSE = 3
"""Turns after the last thing granted for which a question still puts the end off."""
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


def outcome(
    scenario: Scenario, state: State, view: View, conduct: Conduct, recap: Recap | None = None
) -> Outcome:
    """The ending that begins, goes on or is reached with the reply to this turn."""
    turn, hard = view.turn, scenario.turns.hard
    is_amiss = recap is not None and bool(recap.amiss)
    is_leaving = says_farewell(conduct, turn) and not is_amiss
    places = {ending.id: place for place, ending in enumerate(scenario.endings)}
    found = next((one for one in scenario.endings if holds(one.when, view)), None)
    if is_amiss and found is not None and turn < hard and holds(found.when, _calmed(view)):
        found = None
    grace = found.grace if found is not None else 0
    if found is not None and any(part.deal for part in _parts(found.when)):
        grace = max(1, grace)
    won = _won(scenario, state, view, is_leaving=is_leaving, recap=recap)
    if won is not None and (found is None or places[won.id] < places[found.id]):
        found, grace = won, max(1, won.grace)
    spared = (
        found is not None
        and found is not won
        and not is_leaving
        and turn < hard
        and _is_spared(found, state, view, conduct)
    )
    holding = None if spared else found
    is_reopened = state.table.agreed is not None and not view.has_deal
    closing = None if is_reopened else state.closing
    under_way = next((one for one in scenario.endings if one.id == closing), None)
    if under_way is not None:
        overtaken = holding is not None and places[holding.id] < places[under_way.id]
        if not overtaken:
            closes_at = min(state.closes_at or turn, hard)
            goes_on = _goes_on(state, conduct, turn, recap)
            goes_on = goes_on or _is_owed_a_recap(scenario, state, view, conduct)
            if turn == closes_at < hard and (is_amiss or goes_on):
                closes_at += 1
            is_over = turn >= closes_at or is_leaving
            return Outcome(under_way, closes_at, ended=under_way if is_over else None)
    if holding is None and (turn >= hard or is_leaving):
        holding, grace = out_of_time(scenario), 0
    if holding is None:
        return Outcome(warns=spared and state.warned_at is None)
    grace = 0 if is_leaving else min(grace, hard - turn)
    if grace > 0:
        return Outcome(holding, turn + grace, has_begun=True)
    return Outcome(holding, turn, has_begun=True, ended=holding)


def _is_spared(ending: Ending, state: State, view: View, conduct: Conduct) -> bool:
    """Whether an ending that tension brings is held back: unwarned, or since then not made worse."""
    if holds(ending.when, _calmed(view)):
        return False
    if state.warned_at is None:
        return not (_is_brutal(conduct.triggers) and _was_brutal(state))
    return not (conduct.is_hostile or conduct.is_pressing)


def is_crowned(scenario: Scenario, view: View) -> bool:
    """Whether all is won that could be: the best ending lacks nothing but a ritual."""
    best = max(scenario.endings, key=lambda one: one.score)
    return _is_of_gains(best.when) and _holds_but_for_rituals(best.when, view)


def _won(
    scenario: Scenario, state: State, view: View, *, is_leaving: bool, recap: Recap | None
) -> Ending | None:
    """The ending of what was granted, where it is time to let nothing more stand in its way."""
    if is_leaving:
        return next(
            (
                one
                for one in scenario.endings
                if _is_of_gains(one.when) and _holds_but_for_rituals(one.when, view)
            ),
            None,
        )
    since = view.turn - state.granted_at[-1] if state.granted_at else 0
    is_time = (recap is not None and recap.is_whole) or since >= SETTLING
    if not is_time or not is_crowned(scenario, view):
        return None
    return max(scenario.endings, key=lambda one: one.score)


def _goes_on(state: State, conduct: Conduct, turn: int, recap: Recap | None) -> bool:
    """Whether the mentee still asks or puts something forward, not too long after the last yes."""
    since = turn - state.granted_at[-1] if state.granted_at else LONGEST_CLOSE
    asks = not (QUESTIONS | BARGAINING).isdisjoint(conduct.moves)
    return asks and recap is None and since < LONGEST_CLOSE


def _is_owed_a_recap(scenario: Scenario, state: State, view: View, conduct: Conduct) -> bool:
    """Whether a recap is part of what the mentee practises, and they had no turn for it yet.

    One turn more is left for it, the one after the grace.
    """
    seen = (item.seen for item in scenario.rubric if not item.avoid and item.seen is not None)
    sought = {move for one in seen for move in one.moves}
    if Move.SUMMARY not in sought or not state.granted_at or conduct.is_hostile:
        return False
    since = view.turn - state.granted_at[-1]
    done = {
        move
        for record in view.history
        if record.turn >= state.granted_at[-1]
        for move in record.moves
    }
    return since < SETTLING and done.isdisjoint({Move.SUMMARY, Move.CHECKING_UNDERSTANDING})


def _is_of_gains(condition: Condition) -> bool:
    """Whether something granted or agreed is part of the condition."""
    return any(part.concession is not None or part.deal for part in _parts(condition))


def _holds_but_for_rituals(condition: Condition, view: View) -> bool:
    """Whether the condition holds if what is only said, or told by the turn, is left aside."""
    if condition.all is not None:
        return all(_holds_but_for_rituals(part, view) for part in condition.all)
    if condition.any is not None:
        return any(_holds_but_for_rituals(part, view) for part in condition.any)
    if condition.none is not None:
        return holds(condition, view)
    rituals = (condition.move, condition.signal, condition.topic, condition.turn)
    return any(one is not None for one in rituals) or holds(condition, view)


def _calmed(view: View) -> View:
    """The view in which nobody is tense."""
    return replace(
        view,
        stance=_calm(view.stance),
        stances={name: _calm(one) for name, one in view.stances.items()},
    )


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
