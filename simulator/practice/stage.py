"""Everything a conversation plays with: definitions, recogniser, actors, and the state they make.

A stage holds no history. It rebuilds the director's state from a session's recorded decisions,
takes back what an interrupted reply never said, and builds the direction for the next reply.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator import director
from simulator.director import decide
from simulator.director.direction import Direction
from simulator.director.state import Beat, BeatKind, Decision, State
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.practice.ports import Actor
from simulator.practice.session import Session
from simulator.reading.moves import Reading, Vocabulary
from simulator.reading.recogniser import Recogniser


@dataclass(frozen=True)
class Stage:
    """One scenario ready to be played, with the actor and the one who steps in for it."""

    scenario: Scenario
    personas: Mapping[str, Persona]
    recogniser: Recogniser
    actor: Actor
    understudy: Actor

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the recogniser is to listen for, the same object on every turn."""
        return director.vocabulary(self.scenario)

    def state(self, session: Session, before: int | None = None) -> State:
        """The director's state after the decisions of `session` (those before a turn, if given)."""
        state = director.start(self.scenario, self.personas, session.opened.level)
        for turn in sorted(session.decisions):
            if before is not None and turn >= before:
                break
            earlier, state = state, director.apply(state, session.decisions[turn])
            for beat in session.unsaid.get(turn, ()):
                state = _without(state, earlier, beat)
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
        """The order for the reply to the mentee's line at `turn`, however often it was begun."""
        session = session.owing(turn)
        lines = {one.turn: one.text for one in session.said_by("mentee")}
        replies = [one for one in session.said_by("persona") if one.turn < turn and one.text]
        return director.direct(
            self.scenario,
            self.personas,
            session.decisions[turn],
            self.state(session),
            reading=session.readings[turn],
            line=lines[turn],
            mentee=session.opened.mentee,
            said=tuple(one.text for one in replies),
            voices=tuple(one.voice for one in replies) if len(self.personas) > 1 else (),
            mentee_said=tuple(
                text
                for at, text in lines.items()
                if at < turn and at not in session.help_shown  # said to nobody in the scene
            ),
            session_seed=session.opened.seed,
        )


def _without(state: State, before: State, beat: Beat) -> State:
    """`state` as if `beat` had not been voiced: what was not said is neither known nor agreed."""
    match beat.kind:
        case BeatKind.FACT:
            return state.model_copy(update={"spoken": _but(state.spoken, beat.ref)})
        case BeatKind.CONCESSION:
            granted = {"granted": _but(state.granted, beat.ref)}
            return _as_on_the_table(state.model_copy(update=granted), before)
        case BeatKind.COUNTER | BeatKind.DEAL:
            closing = {"closing": before.closing, "closes_at": before.closes_at}
            return _as_on_the_table(state.model_copy(update=closing), before)
        case BeatKind.CUE:
            kept = tuple(cue for cue in state.cues if cue.id != beat.ref)
            return state.model_copy(update={"cues": kept})
        case _:
            return state


def _as_on_the_table(state: State, before: State) -> State:
    """`state` with the persona's figures as they stood; what the mentee asked for stays asked."""
    stood = before.table
    yields = {"offered": stood.offered, "agreed": stood.agreed, "value": stood.value}
    return state.model_copy(update={"table": state.table.model_copy(update=yields)})


def _but(names: tuple[str, ...], left_out: str) -> tuple[str, ...]:
    return tuple(name for name in names if name != left_out)
