"""Openings that the persona offers on purpose: when one is offered, and whether it was taken up.

One at a time, each once, or once more in other words if it was missed, spread over the talk, from
the mentee's second turn on, and never on a turn that was hostile or off the scene. A question is
answered before anything else is hinted at: only a cue on its own topic may follow it, and the same
goes for the turn after a fact. A cue is taken up by one of its moves within its window, if what the
mentee says bears on it; after the window it was missed. What becomes of it is kept.

In a cast of two each offers their own, when they answer; what is said to the other takes nothing
up, and its turns do not count before twice the window is over.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from simulator.director.bearing import telling
from simulator.director.chance import delay
from simulator.director.conditions import View, holds, topics_now
from simulator.director.conduct import QUESTIONS, Conduct
from simulator.director.state import BeatKind, CueState, State, TurnRecord
from simulator.director.topics import topics_of_fact
from simulator.library.persona import Pattern
from simulator.library.scenario import Cue, Scenario
from simulator.reading.moves import Signal
from simulator.text import fold

FIRST_TURN = 2
RETURNS = 5
"""Turns after which a missed cue may come back."""
APART = 3
"""Turns from one cue to the next, at least."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What this turn made of the cues that were open."""

    taken: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def patterns(self, scenario: Scenario, persona: str) -> tuple[Pattern, ...]:
        """What the temperament of `persona` may answer to: what became of their own cues."""
        own = {cue.id for cue in scenario.cues if cue.by in {None, persona}}
        taken = () if own.isdisjoint(self.taken) else (Pattern.CUE_TAKEN,)
        return taken if own.isdisjoint(self.missed) else (*taken, Pattern.CUE_MISSED)


def settle(scenario: Scenario, state: State, conduct: Conduct, record: TurnRecord) -> Settled:
    """Which open cues this turn takes up, and which it lets pass for good."""
    taken: list[str] = []
    missed: list[str] = []
    cues = {cue.id: cue for cue in scenario.cues}
    for one in state.cues:
        if one.outcome != "open" or one.id not in cues:
            continue
        cue = cues[one.id]
        age = _age(cue, one, state, record)
        is_meant = cue.by is None or record.to in {"", cue.by}
        if not is_meant:
            if record.turn - one.offered >= 2 * cue.within:
                missed.append(cue.id)
            continue
        can_take = conduct.does(*cue.takers) and not conduct.is_hard and age <= cue.within
        if can_take and _bears_on(scenario, cue, record, is_next=age == 1):
            taken.append(cue.id)
        elif age >= cue.within:
            missed.append(cue.id)
    return Settled(tuple(taken), tuple(missed))


def _age(cue: Cue, one: CueState, state: State, record: TurnRecord) -> int:
    """Turns since the cue was offered, this one included, that were meant for its owner."""
    since = [*(past for past in state.history if past.turn > one.offered), record]
    return sum(cue.by is None or past.to in {"", cue.by} for past in since)


def offered(
    scenario: Scenario,
    state: State,
    view: View,
    conduct: Conduct,
    *,
    voice: str,
    seed: int,
    waiting: Collection[str] = (),
) -> Cue | None:
    """The cue that `voice` may offer with the reply to this turn, if the reply leaves room.

    One that hints at a fact of `waiting`, earned but not what the talk is about, comes first.
    """
    if view.turn < FIRST_TURN or conduct.is_hostile or conduct.is_pressing:
        return None
    if conduct.is_aside or conduct.is_unreadable or conduct.shows(Signal.META):
        return None
    if any(view.turn - cue.offered < APART for cue in state.cues):
        return None
    ready = [cue for cue in _ready(scenario, state, view, seed) if cue.by in {None, voice}]
    ready.sort(key=lambda cue: cue.points_to not in waiting)
    table = set(topics_now(view))
    fitting = (cue for cue in ready if table.intersection(_topics(scenario, cue)))
    was_asked = not QUESTIONS.isdisjoint(conduct.moves)
    has_just_told = any(beat.kind is BeatKind.FACT for beat in state.beats)
    stays = was_asked or has_just_told
    return next(fitting, None) or (None if stays else next(iter(ready), None))


def _ready(scenario: Scenario, state: State, view: View, seed: int) -> Iterator[Cue]:
    known = {cue.id: cue for cue in state.cues}
    for cue in scenario.cues:
        before = known.get(cue.id)
        if before is not None and not _may_return(cue, before, view):
            continue
        if cue.points_to in view.spoken:
            continue
        later = replace(view, delay=delay(seed, cue.id), delay_until=scenario.turns.soft)
        if cue.when is None or holds(cue.when, later):
            yield cue


def _may_return(cue: Cue, before: CueState, view: View) -> bool:
    """Whether a cue that was missed may be offered once more: in other words, and not at once."""
    is_missed = before.outcome == "missed" and not before.is_again
    return is_missed and len(cue.says) > 1 and view.turn - before.offered >= RETURNS


def _bears_on(scenario: Scenario, cue: Cue, record: TurnRecord, *, is_next: bool) -> bool:
    """Whether what was said takes the cue up: its topic, its words, or straight after it."""
    if set(record.topics).intersection(_topics(scenario, cue)):
        return True
    if telling(fold(" ".join(cue.says))) & telling(record.folded):
        return True
    return is_next and not record.topics


def _topics(scenario: Scenario, cue: Cue) -> tuple[str, ...]:
    return topics_of_fact(scenario, cue.points_to) if cue.points_to else ()
