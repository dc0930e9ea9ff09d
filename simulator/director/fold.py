"""How the state begins, and the one way it changes: a decision is laid over it.

`apply` is the only door to a new state. A decision carries everything that its turn changed, so
that a recorded session is rebuilt by folding its decisions: nothing is read or decided again.
The stance stays within 0 to 10 whatever a decision says; what was spoken or granted stays so.
"""

from collections.abc import Iterable, Mapping
from functools import reduce

from simulator.director.state import BeatKind, CueState, Decision, Stance, State
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario

LOWEST = 0.0
HIGHEST = 10.0


def bounded(figure: float) -> float:
    """`figure` within the scale, to two decimals."""
    return round(min(HIGHEST, max(LOWEST, figure)), 2)


def start(scenario: Scenario, personas: Mapping[str, Persona], level: int) -> State:
    """The state before the mentee's first word, at `level` (1 to 3)."""
    stance = {}
    for member in scenario.cast:
        change = personas[member.persona].at_level(level)
        stance[member.persona] = Stance(
            trust=bounded(member.stance.trust + change.trust),
            tension=bounded(member.stance.tension + change.tension),
        )
    return State(stance=stance)


def apply(state: State, decision: Decision) -> State:
    """The state after `decision`."""
    return state.model_copy(
        update={
            "turn": decision.turn,
            "stance": {
                name: Stance(trust=bounded(one.trust), tension=bounded(one.tension))
                for name, one in decision.stance.items()
            },
            "history": (*state.history, decision.record),
            "changes": decision.changes,
            "spoken": _joined(state.spoken, decision.spoken),
            "told_at": (*state.told_at, decision.turn) if decision.spoken else state.told_at,
            "granted": _joined(state.granted, decision.granted),
            "granted_at": _granted_at(state, decision),
            "cues": _cues(state, decision),
            "twists": _joined(state.twists, decision.twists),
            "reactions": _joined(state.reactions, decision.reactions),
            "levers": _joined(state.levers, decision.levers),
            "table": state.table if decision.table is None else decision.table,
            "closing": decision.closing,
            "closes_at": decision.closes_at,
            "ended": decision.ended or state.ended,
            "warned_at": decision.turn if decision.warns else state.warned_at,
            "beats": decision.beats,
            "positions": _counted(state.positions, decision, BeatKind.POSITION),
            "added": _counted(state.added, decision, BeatKind.MORE),
            "replied": _counted(state.replied, decision, BeatKind.REPLY),
            "voices": (*state.voices, decision.voice),
        }
    )


def fold(begun: State, decisions: Iterable[Decision]) -> State:
    """The state after all `decisions`, in order."""
    return reduce(apply, decisions, begun)


def _joined(before: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    """Both, each name once, in the order they came."""
    return (*before, *(name for name in dict.fromkeys(new) if name not in before))


def _granted_at(state: State, decision: Decision) -> tuple[int, ...]:
    agrees = decision.table is not None and decision.table.agreed is not None
    is_new = bool(decision.granted) or (agrees and state.table.agreed is None)
    return (*state.granted_at, decision.turn) if is_new else state.granted_at


def _cues(state: State, decision: Decision) -> tuple[CueState, ...]:
    settled = tuple(
        cue.model_copy(update={"outcome": "taken"})
        if cue.id in decision.cues_taken
        else cue.model_copy(update={"outcome": "missed"})
        if cue.id in decision.cues_missed
        else cue
        for cue in state.cues
    )
    known = {cue.id for cue in settled}
    new = (
        CueState(id=name, offered=decision.turn, is_again=name in known)
        for name in dict.fromkeys(decision.cues_offered)
    )
    return (*(cue for cue in settled if cue.id not in decision.cues_offered), *new)


def _counted(before: Mapping[str, int], decision: Decision, kind: BeatKind) -> Mapping[str, int]:
    """How often each thing was said by a beat of `kind`, this turn's included."""
    counts = dict(before)
    for beat in decision.beats:
        if beat.kind is kind and beat.ref:
            counts[beat.ref] = counts.get(beat.ref, 0) + 1
    return counts
