"""What happens in the room: twists, this situation's reactions, arguments named for the first time.

A twist comes once, and before the time is short it leaves a proposal its answer, a question mostly;
a reaction once, or, if its author allows it again, not two turns running. What belongs to one of
two people moves them alone; a twist of theirs waits until they answer.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.director.chance import delay, drawn
from simulator.director.conditions import View, holds
from simulator.director.conduct import BARGAINING, QUESTIONS
from simulator.director.stance import Push, situational
from simulator.director.state import State
from simulator.library.scenario import Lever, Reaction, Scenario, Twist

BREAKS_IN = 0.35
"""How often a twist comes between a question and its answer, rather than a turn later."""
LEVER_TRUST = 0.4
"""Points of trust for each point of a lever's worth, the first time it is named."""


@dataclass(frozen=True, slots=True)
class Events:
    """What came of this turn besides the persona's own mind."""

    twist: Twist | None = None
    reactions: tuple[Reaction, ...] = ()
    levers: tuple[Lever, ...] = ()
    """Named for the first time."""

    def pushes(self, persona: str, *, may_gain: bool) -> tuple[Push, ...]:
        """What they are worth to `persona`."""
        return tuple(push for by, push in self._pushes(may_gain=may_gain) if by in {None, persona})

    def _pushes(self, *, may_gain: bool) -> Iterator[tuple[str | None, Push]]:
        for lever in self.levers:
            worth = lever.worth * LEVER_TRUST
            yield lever.by, situational("lever", lever.id, worth, 0, may_gain=may_gain)
        for one in self.reactions:
            push = situational("reaction", one.id, one.trust, one.tension, may_gain=may_gain)
            yield one.by, push
        if (twist := self.twist) is not None:
            push = situational("twist", twist.id, twist.trust, twist.tension, may_gain=True)
            yield twist.by, push

    def speaker(self, voice: str) -> str:
        """Who answers: `voice`, unless the other has something to say to what was done."""
        spoken = (one for one in self.reactions if one.says and one.by not in {None, voice})
        return next((one.by for one in spoken if one.by is not None), voice)


def events_of(
    scenario: Scenario,
    state: State,
    view: View,
    levers: tuple[Lever, ...],
    *,
    voice: str,
    seed: int,
) -> Events:
    """The twist and the reactions whose time has come, with the arguments just named."""
    latest = view.history[-1] if view.history else None
    is_bid = latest is not None and not BARGAINING.isdisjoint(latest.moves)
    asks = latest is not None and not QUESTIONS.isdisjoint(latest.moves)
    breaks_in = not asks or drawn(seed, view.turn, "twist") < BREAKS_IN
    may_interrupt = (not is_bid and breaks_in) or view.turn >= scenario.turns.soft
    twist = next(
        (
            one
            for one in scenario.twists
            if may_interrupt
            and one.id not in state.twists
            and one.by in {None, voice}
            and holds(one.when, _later(view, scenario, seed, one))
        ),
        None,
    )
    reactions = tuple(
        one
        for one in scenario.reactions
        if _may_react(one, state) and holds(one.when, view.of(one.by))
    )
    return Events(twist, reactions, levers)


def _later(view: View, scenario: Scenario, seed: int, twist: Twist) -> View:
    """The view in which a twist told by the turn comes when the seed lets it."""
    return replace(view, delay=delay(seed, twist.id), delay_until=scenario.turns.soft)


def levers_named(scenario: Scenario, state: State, names: tuple[str, ...]) -> tuple[Lever, ...]:
    """The arguments named now and not before."""
    return tuple(one for one in scenario.levers if one.id in names and one.id not in state.levers)


def _may_react(reaction: Reaction, state: State) -> bool:
    if reaction.once:
        return reaction.id not in state.reactions
    values = (change.reason.values for change in state.changes)
    return not any(
        one.get("source") == "reaction" and one.get("move") == reaction.id for one in values
    )
