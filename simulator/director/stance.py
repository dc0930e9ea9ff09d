"""How one turn moves one persona: by their own tables, bounded, each change with its reason.

The rules, in their order:

* what gains (trust up, tension down) is worth less each further time within four turns, by
  `repeat`, and only the two best gains of a turn count, so that doing everything at once earns no
  more than doing two things;
* pressure never gains, whatever a table says; beside hard pressure nothing gains, beside other
  hostility or soft pressure half;
* in the last third of the scale trust is won ever more slowly, in proportion to what is left;
* what one turn costs, all together, is three points at most, unless one thing alone costs more;
  without abuse or a threat it costs two points of trust and a point and a half of tension at most,
  however clumsy it was;
* level multiplies gains and losses; a change against the last turn's is held back by `inertia`;
* in a rupture (tension from `rupture` on) only an apology, an acknowledgement or a reflection
  gains, with nothing held back: an apology counts half as much again and takes off two points of
  tension at least, the others one;
* a turn that raised no tension and had some substance lets it fall by `calms`, never below where
  the talk began and never out of a rupture: waiting alone repairs nothing.

Every figure stays within 0 to 10; a change records what really moved.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from simulator.director.conduct import HARD, HOSTILE, PRESSURE, REPAIR, SOFT, Conduct
from simulator.director.fold import HIGHEST, bounded
from simulator.director.state import Reason, Stance, StanceChange, State, TurnRecord
from simulator.library.persona import LevelChange, Pattern, Persona, Temperament, Trigger
from simulator.reading.moves import Move, Signal

BYSTANDER = 0.5
"""Share of a change that reaches whoever was not spoken to."""
REMEMBERED = 4
"""Turns within which doing the same again is worth less."""
BEST = 2
"""Gains of one turn that count."""
WORST = 3.0
"""Points that one turn can cost, unless a single thing in it costs more by itself."""
DEAREST, SHARPEST = 2.0, 1.5
"""Points of trust and of tension that a turn without abuse or threat can cost."""
NEARLY_WON = 20 / 3
"""Trust from which each further point is harder to win."""
BESIDE_HOSTILITY = 0.5
APOLOGY_IN_RUPTURE = 1.5
LEAST_RELIEF: dict[Trigger, float] = {
    Move.APOLOGY: 2.0,
    Move.ACKNOWLEDGEMENT: 1.0,
    Move.REFLECTION: 1.0,
}
"""Points of tension that each repair takes off in a rupture."""
LEAST_SHOWN = 0.005
_EXCEPTED: frozenset[Trigger] = frozenset({Move.THREAT, Signal.ABUSE})
"""What raises tension without a bound of its own."""


@dataclass(frozen=True, slots=True)
class Push:
    """Points of trust and tension that something is worth, before bounds, and what it was."""

    source: str
    """`move`, `signal`, `pattern`, `lever`, `reaction`, `twist` or `calm`."""
    name: str
    trust: float
    tension: float

    @property
    def gain(self) -> float:
        """How much it wins the persona."""
        return max(0.0, self.trust) + max(0.0, -self.tension)


@dataclass(frozen=True, slots=True)
class Mover:
    """One persona being moved: who they are, where they stood, how the last turn moved them."""

    persona: Persona
    level: int
    before: Stance
    began: Stance
    last: Sequence[StanceChange] = ()
    share: float = 1.0
    """Less than 1 for someone who was not spoken to."""

    @property
    def is_ruptured(self) -> bool:
        return self.before.tension >= self.persona.temperament.rupture


def is_ruptured(persona: Persona, stance: Stance) -> bool:
    """Whether nothing is told or granted until this is repaired."""
    return stance.tension >= persona.temperament.rupture


@dataclass(frozen=True, slots=True)
class Moved:
    """The stance of everybody after some changes, and the changes."""

    stance: Mapping[str, Stance]
    changes: tuple[StanceChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Moving:
    """Everything on which the stance of one turn depends."""

    personas: Mapping[str, Persona]
    level: int
    began: State
    """The state before the first turn."""
    state: State
    """The state before this turn."""
    conduct: Conduct
    spoken_to: str | None = None

    def by_conduct(self, patterns: Mapping[str, Sequence[Pattern]]) -> Moved:
        """Everybody moved by what the mentee did; `patterns` are those each of them may mind."""
        history = self.state.history
        return self._moved(
            Moved(dict(self.state.stance)),
            {
                name: pushes_of(mover, self.conduct, patterns.get(name, ()), history)
                for name, mover in self._movers().items()
            },
        )

    def by_events(self, moved: Moved, pushes: Mapping[str, Sequence[Push]]) -> Moved:
        """Everybody moved further by what happened in the room; a rupture is not mended by it."""
        return self._moved(
            moved,
            {
                name: tuple(_without_gain(one) for one in pushes[name])
                if mover.is_ruptured
                else pushes[name]
                for name, mover in self._movers().items()
            },
        )

    def _moved(self, moved: Moved, pushes: Mapping[str, Sequence[Push]]) -> Moved:
        stance, changes = dict(moved.stance), list(moved.changes)
        turn = self.state.turn + 1
        for name, mover in self._movers().items():
            stance[name], more = pushed(mover, stance[name], pushes[name], turn)
            changes.extend(more)
        return Moved(stance, tuple(changes))

    def _movers(self) -> Mapping[str, Mover]:
        return {
            name: Mover(
                persona=self.personas[name],
                level=self.level,
                before=before,
                began=self.began.stance[name],
                last=tuple(one for one in self.state.changes if one.persona == name),
                share=1.0 if self.spoken_to in {None, name} else BYSTANDER,
            )
            for name, before in self.state.stance.items()
        }


def pushes_of(
    mover: Mover,
    conduct: Conduct,
    patterns: Iterable[Pattern],
    history: Sequence[TurnRecord],
) -> tuple[Push, ...]:
    """What each thing the mentee did is worth to this persona, before bounds and inertia."""
    temperament = mover.persona.temperament
    level = mover.persona.at_level(mover.level)
    turn = history[-1].turn + 1 if history else 1
    name = mover.persona.id
    heard = [one for one in history if one.turn > turn - REMEMBERED and one.to in {"", name}]
    pushes = [
        _worth(trigger, temperament, level, conduct, heard, mover.is_ruptured)
        for trigger in (*conduct.triggers, *patterns)
    ]
    best = sorted(pushes, key=lambda push: -push.gain)[:BEST]
    kept = [push if push in best else _without_gain(push) for push in pushes]
    kept = [push for push in kept if push.trust or push.tension]
    raised = any(push.tension > 0 for push in pushes)
    if not raised and conduct.has_substance and not conduct.is_pressing and not mover.is_ruptured:
        room = max(0.0, mover.before.tension - mover.began.tension)
        fallen = sum(push.tension for push in kept)
        calm = min(temperament.calms, room + fallen)
        if calm > 0:
            kept.append(Push("calm", "calm", 0, -calm))
    trust = _easing([-push.trust for push in kept])
    tension = _easing([push.tension for push in kept])
    if _EXCEPTED.isdisjoint(conduct.triggers):
        trust = min(trust, _within(DEAREST, [-push.trust for push in kept]))
        tension = min(tension, _within(SHARPEST, [push.tension for push in kept]))
    return tuple(
        Push(
            push.source,
            push.name,
            push.trust * mover.share * (trust if push.trust < 0 else 1),
            push.tension * mover.share * (tension if push.tension > 0 else 1),
        )
        for push in kept
    )


def pushed(
    mover: Mover, stance: Stance, pushes: Iterable[Push], turn: int
) -> tuple[Stance, tuple[StanceChange, ...]]:
    """The stance after `pushes`, starting from `stance`, and every change with its reason."""
    held = 1 - mover.persona.temperament.inertia
    last_trust = sum(change.trust for change in mover.last)
    last_tension = sum(change.tension for change in mover.last)
    changes: list[StanceChange] = []
    for push in pushes:
        trust = push.trust * (held if push.trust * last_trust < 0 else 1)
        trust *= _slowed(stance.trust) if trust > 0 else 1
        mends = mover.is_ruptured and push.tension < 0
        tension = push.tension * (held if push.tension * last_tension < 0 and not mends else 1)
        after = Stance(
            trust=bounded(stance.trust + trust), tension=bounded(stance.tension + tension)
        )
        changes.extend(_changes(mover.persona.id, push, stance, after, turn))
        stance = after
    return stance, tuple(changes)


def situational(source: str, name: str, trust: float, tension: float, *, may_gain: bool) -> Push:
    """What a twist or a reaction of the scenario is worth; unless it may gain it can only cost."""
    push = Push(source, name, trust, tension)
    return push if may_gain else _without_gain(push)


def _worth(
    trigger: Trigger,
    temperament: Temperament,
    level: LevelChange,
    conduct: Conduct,
    heard: Sequence[TurnRecord],
    in_rupture: bool,  # noqa: FBT001 - one of several conditions of the same turn
) -> Push:
    trust = temperament.trust.get(trigger, 0.0)
    tension = temperament.tension.get(trigger, 0.0)
    if in_rupture and trigger in REPAIR:
        more = APOLOGY_IN_RUPTURE if trigger is Move.APOLOGY else 1
        if tension <= 0:
            tension = min(tension * more, -LEAST_RELIEF[trigger])
        trust = trust * more if trust > 0 else trust
    factor = _gain_factor(trigger, temperament, conduct, heard) * level.gains
    if in_rupture and trigger not in REPAIR:
        factor = 0
    return Push(
        _source(trigger),
        trigger.value,
        trust * (factor if trust > 0 else level.losses),
        tension * (factor if tension < 0 else level.losses),
    )


def _gain_factor(
    trigger: Trigger, temperament: Temperament, conduct: Conduct, heard: Sequence[TurnRecord]
) -> float:
    """`heard` are the turns within which doing the same again is worth less."""
    if trigger in PRESSURE or not HARD.isdisjoint(conduct.triggers):
        return 0
    times = sum(trigger in record.moves or trigger in record.signals for record in heard)
    beside = BESIDE_HOSTILITY if not (HOSTILE | SOFT).isdisjoint(conduct.triggers) else 1
    return float(temperament.repeat**times * beside)


def _without_gain(push: Push) -> Push:
    return Push(push.source, push.name, min(0.0, push.trust), max(0.0, push.tension))


def _slowed(trust: float) -> float:
    """What a gain is multiplied by when trust is already so high."""
    return min(1.0, (HIGHEST - trust) / (HIGHEST - NEARLY_WON))


def _easing(costs: Sequence[float]) -> float:
    """What the costs of one turn are multiplied by, so that together they cost no more than due."""
    losses = [cost for cost in costs if cost > 0]
    due = max(WORST, max(losses, default=0.0))
    return min(1.0, due / sum(losses)) if losses else 1.0


def _within(most: float, costs: Sequence[float]) -> float:
    """What the costs of one turn are multiplied by to stay within `most`."""
    losses = sum(cost for cost in costs if cost > 0)
    return min(1.0, most / losses) if losses else 1.0


def _source(trigger: Trigger) -> str:
    if isinstance(trigger, Move):
        return "move"
    return "signal" if isinstance(trigger, Signal) else "pattern"


def _changes(
    persona: str, push: Push, before: Stance, after: Stance, turn: int
) -> Iterable[StanceChange]:
    """One change per figure that really moved."""
    trust = round(after.trust - before.trust, 2)
    tension = round(after.tension - before.tension, 2)
    if abs(trust) > LEAST_SHOWN:
        way = "rose" if trust > 0 else "fell"
        yield StanceChange(
            persona=persona,
            trust=trust,
            reason=_reason(f"stance.trust.{way}", persona, push, turn, abs(trust)),
        )
    if abs(tension) > LEAST_SHOWN:
        way = "rose" if tension > 0 else "fell"
        yield StanceChange(
            persona=persona,
            tension=tension,
            reason=_reason(f"stance.tension.{way}", persona, push, turn, abs(tension)),
        )


def _reason(code: str, persona: str, push: Push, turn: int, amount: float) -> Reason:
    return Reason(
        code=code,
        values={
            "by": persona,
            "source": push.source,
            "move": push.name,
            "why": _why(push),
            "turn": turn,
            "amount": amount,
        },
    )


def _why(push: Push) -> str:
    """The catalogue's id of what happened, as a clause."""
    if push.source in {"move", "signal", "pattern"}:
        return f"{push.source}.{push.name}"
    return f"cause.{push.source}"
