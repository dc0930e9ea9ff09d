"""What happens in the room: twists, this situation's reactions, arguments named for the first time.

A twist comes once; a reaction once, or, if its author allows it again, not two turns running.
"""

from dataclasses import dataclass

from simulator.director.conditions import View, holds
from simulator.director.stance import Push, situational
from simulator.director.state import State
from simulator.library.scenario import Lever, Reaction, Scenario, Twist

LEVER_TRUST = 0.4
"""Points of trust for each point of a lever's worth, the first time it is named."""


@dataclass(frozen=True, slots=True)
class Events:
    """What came of this turn besides the persona's own mind."""

    twist: Twist | None = None
    reactions: tuple[Reaction, ...] = ()
    levers: tuple[Lever, ...] = ()
    """Named for the first time."""

    def pushes(self, *, may_gain: bool) -> tuple[Push, ...]:
        """What they are worth to the persona."""
        return (
            *(
                situational("lever", one.id, one.worth * LEVER_TRUST, 0, may_gain=may_gain)
                for one in self.levers
            ),
            *(
                situational("reaction", one.id, one.trust, one.tension, may_gain=may_gain)
                for one in self.reactions
            ),
            *(
                situational("twist", one.id, one.trust, one.tension, may_gain=True)
                for one in ((self.twist,) if self.twist is not None else ())
            ),
        )


def events_of(scenario: Scenario, state: State, view: View, levers: tuple[Lever, ...]) -> Events:
    """The twist and the reactions whose time has come, with the arguments just named."""
    twist = next(
        (one for one in scenario.twists if one.id not in state.twists and holds(one.when, view)),
        None,
    )
    reactions = tuple(
        one for one in scenario.reactions if _may_react(one, state) and holds(one.when, view)
    )
    return Events(twist, reactions, levers)


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
