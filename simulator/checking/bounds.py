"""How far trust and tension can go: bounds on the stance from what a file says of it.

The bounds are generous: they grant the mentee the best two moves, every lever and every helpful
event on every turn. What lies beyond them cannot happen; what lies within them may still be hard.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.library.persona import Pattern, Persona, Trigger
from simulator.library.scenario import CastMember, Reaction, Scenario, Twist

_LEAST, _MOST = 0.0, 10.0
_AT_ONCE = 2
"""Moves of one turn that count."""
_RELIEF = 1.0
"""Tension that an apology takes off in a rupture, whatever the table says."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Where the stance of one persona starts, and between what it can ever stand."""

    persona: str
    trust: float
    tension: float
    least_trust: float
    most_trust: float
    least_tension: float
    most_tension: float
    rupture: float


def bounds_of(member: CastMember, persona: Persona, scenario: Scenario) -> Bounds:
    """The bounds for `member` of the cast at the level the scenario suggests."""
    change = persona.at_level(scenario.level)
    temper = persona.temperament
    turns = scenario.turns.hard
    trust = _clamp(member.stance.trust + change.trust)
    tension = _clamp(member.stance.tension + change.tension)
    events: list[Twist | Reaction] = [*scenario.twists, *scenario.reactions]
    gain, loss = _per_turn(temper.trust, change.gains, change.losses)
    fall, rise = _per_turn(
        {trigger: -points for trigger, points in temper.tension.items()},
        change.gains,
        change.losses,
    )
    gain += max((lever.worth for lever in scenario.levers), default=0) * change.gains
    return Bounds(
        member.persona,
        trust,
        tension,
        least_trust=_clamp(trust - turns * loss - _sum(-one.trust for one in events)),
        most_trust=_clamp(trust + turns * gain + _sum(one.trust for one in events)),
        least_tension=_clamp(
            tension - turns * (fall + temper.calms + _RELIEF) - _sum(-one.tension for one in events)
        ),
        most_tension=_clamp(tension + turns * rise + _sum(one.tension for one in events)),
        rupture=temper.rupture,
    )


def _per_turn(table: dict[Trigger, float], gains: float, losses: float) -> tuple[float, float]:
    """The most that one turn can win and lose, both as positive figures."""
    moves = [points for trigger, points in table.items() if not isinstance(trigger, Pattern)]
    patterns = [points for trigger, points in table.items() if isinstance(trigger, Pattern)]
    winning = sorted((points for points in moves if points > 0), reverse=True)[:_AT_ONCE]
    losing = [-points for points in (*moves, *patterns) if points < 0]
    return (sum(winning) + _sum(patterns)) * gains, sum(losing) * losses


def _sum(figures: Iterable[float]) -> float:
    return sum(figure for figure in figures if figure > 0)


def _clamp(figure: float) -> float:
    return min(_MOST, max(_LEAST, figure))
