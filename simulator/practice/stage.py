"""Everything a conversation plays with: definitions, recogniser, actors, and the state they make.

A stage holds no history. It rebuilds the director's state from a session's recorded decisions,
takes back what an interrupted reply never said, and builds the direction for the next reply.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from simulator import director
from simulator.director import decide
from simulator.director.direction import Direction
from simulator.director.state import BeatKind, Decision, State
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.practice.ports import Actor
from simulator.practice.session import Session
from simulator.reading.moves import Reading, Vocabulary
from simulator.reading.recogniser import Recogniser


@dataclass(frozen=True, slots=True)
class Stage:
    """One scenario ready to be played, with the actor and the one who steps in for it."""

    scenario: Scenario
    personas: Mapping[str, Persona]
    recogniser: Recogniser
    actor: Actor
    understudy: Actor

    def played_by(self, actor: Actor) -> "Stage":
        """The same stage with another actor; what was decided stays."""
        return replace(self, actor=actor)

    @property
    def vocabulary(self) -> Vocabulary:
        return director.vocabulary(self.scenario)

    def state(self, session: Session, before: int | None = None) -> State:
        """The director's state after the decisions of `session` (those before a turn, if given)."""
        state = director.start(self.scenario, self.personas, session.opened.level)
        for turn in sorted(session.decisions):
            if before is not None and turn >= before:
                break
            state = director.apply(state, session.decisions[turn])
            for beat in session.unsaid.get(turn, ()):
                state = _without(state, beat.kind, beat.ref)
        return state

    def decide(self, text: str, reading: Reading, session: Session) -> Decision:
        """What the director makes of the mentee's next line."""
        return decide(
            self.scenario,
            self.personas,
            self.state(session),
            reading,
            text,
            level=session.opened.level,
            seed=session.opened.seed,
        )

    def direct(self, session: Session, turn: int) -> Direction:
        """The order for the reply to the mentee's line at `turn`."""
        lines = {one.turn: one.text for one in session.said_by("mentee")}
        return director.direct(
            self.scenario,
            self.personas,
            session.decisions[turn],
            self.state(session),
            reading=session.readings[turn],
            line=lines[turn],
            mentee=session.opened.mentee,
            said=tuple(
                one.text for one in session.said_by("persona") if one.turn < turn and one.text
            ),
            mentee_said=tuple(text for at, text in lines.items() if at < turn),
            session_seed=session.opened.seed,
        )


def _without(state: State, kind: BeatKind, ref: str) -> State:
    """`state` as if the beat had not been voiced: what was not said is not known."""
    match kind:
        case BeatKind.FACT:
            return state.model_copy(update={"spoken": _but(state.spoken, ref)})
        case BeatKind.CONCESSION:
            return state.model_copy(update={"granted": _but(state.granted, ref)})
        case BeatKind.CUE:
            kept = tuple(cue for cue in state.cues if cue.id != ref)
            return state.model_copy(update={"cues": kept})
        case _:
            return state


def _but(names: tuple[str, ...], left_out: str) -> tuple[str, ...]:
    return tuple(name for name in names if name != left_out)
