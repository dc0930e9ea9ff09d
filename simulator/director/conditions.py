"""Whether a condition of the facilitators' grammar holds, over what the director remembers.

A `View` is all that a condition may look at: the stance towards the mentee, the mentee's turns so
far with the latest one last, and what was spoken, granted, taken up and agreed. Windows count the
mentee's turns. It refuses to look at words, at locked facts or at the future.

A move bears on a topic when the mentee named it in the same turn, or named none while it was on
the table. A topic is on the table when the mentee names it or the persona's last reply raised it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from simulator.director.state import Stance, State, TurnRecord
from simulator.library.conditions import Condition
from simulator.reading.moves import Move


@dataclass(frozen=True, slots=True)
class View:
    """What conditions look at, at the end of `history`."""

    stance: Stance
    history: Sequence[TurnRecord]
    spoken: Collection[str] = ()
    granted: Collection[str] = ()
    cues_taken: Collection[str] = ()
    cues_offered: Collection[str] = ()
    levers: Collection[str] = ()
    has_deal: bool = False
    stances: Mapping[str, Stance] = field(default_factory=dict)
    """Everybody's, where the cast has two; `stance` is the one that counts if nobody is named."""
    delay: int = 0
    """Turns that a `turn` is put off, no further than to the turn `delay_until`."""
    delay_until: int = 0

    def of(self, persona: str | None) -> "View":
        """The same with the stance of `persona`, if that is somebody in the room."""
        found = self.stances.get(persona) if persona is not None else None
        return self if found is None else replace(self, stance=found)

    @property
    def turn(self) -> int:
        """The mentee's latest turn; 0 before the first."""
        return self.history[-1].turn if self.history else 0

    def window(self, within: int) -> Iterator[tuple[TurnRecord, tuple[str, ...]]]:
        """The mentee's latest `within` turns, each with the topics the persona had raised."""
        oldest = self.turn - within
        for place in range(len(self.history) - 1, -1, -1):
            record = self.history[place]
            if record.turn <= oldest:
                return
            raised = self.history[place - 1].persona_topics if place else ()
            yield record, raised


def view_of(state: State, stance: Stance) -> View:
    """The view after the turns of `state`, with the stance that counts."""
    return View(
        stance=stance,
        history=state.history,
        spoken=state.spoken,
        granted=state.granted,
        cues_taken=tuple(cue.id for cue in state.cues if cue.outcome == "taken"),
        cues_offered=tuple(cue.id for cue in state.cues),
        levers=state.levers,
        has_deal=state.table.agreed is not None,
        stances=state.stance,
    )


def holds(condition: Condition, view: View) -> bool:
    """Whether `condition` is true in `view`."""
    if condition.all is not None:
        return all(holds(part, view) for part in condition.all)
    if condition.any is not None:
        return any(holds(part, view) for part in condition.any)
    if condition.none is not None:
        return not any(holds(part, view) for part in condition.none)
    if condition.move is not None or condition.signal is not None:
        return _times(condition, view) >= condition.times
    if condition.topic is not None:
        return is_on_table(condition.topic, view, condition.within, condition.to)
    return _stands(condition, view.of(condition.of))


def is_on_table(topic: str, view: View, within: int = 1, to: str | None = None) -> bool:
    """Whether either side raised `topic` in the window, on a turn said to `to` if given."""
    return any(
        _is_said_to(record, to) and (topic in record.topics or topic in raised)
        for record, raised in view.window(within)
    )


def topics_now(view: View) -> tuple[str, ...]:
    """The topics on the table: those the mentee just named, else those the persona raised."""
    for record, raised in view.window(1):
        return record.topics or raised
    return ()


def earned_now(condition: Condition, view: View, moves: Collection[Move] | None = None) -> bool:
    """Whether a move or signal of this very turn is part of what makes `condition` true.

    With `moves`, only these count.
    """
    parts = (*(condition.all or ()), *(condition.any or ()))
    if parts:
        return any(earned_now(part, view, moves) and holds(part, view) for part in parts)
    if condition.move is None and condition.signal is None:
        return False
    if moves is not None and condition.move not in moves:
        return False
    return _times(condition.model_copy(update={"within": 1}), view) > 0


def _times(condition: Condition, view: View) -> int:
    """How often the move or signal was done in the window, on the topic if one is given."""
    count = 0
    for record, raised in view.window(condition.within):
        topic = condition.topic
        if not _is_said_to(record, condition.to):
            continue
        if topic is not None and topic not in (record.topics or raised):
            continue
        if condition.move is not None:
            count += record.moves.count(condition.move)
        elif condition.signal is not None:
            count += record.signals.count(condition.signal)
    return count


def _is_said_to(record: TurnRecord, persona: str | None) -> bool:
    """Whether the turn was said to `persona`; what was said to both was said to each."""
    return persona is None or not record.to or record.to == persona


def _is_due(first: int, view: View) -> bool:
    """Whether the turn `first` has come, put off as the view says."""
    return view.turn >= first + max(0, min(view.delay, view.delay_until - first))


def _stands(condition: Condition, view: View) -> bool:
    """The atoms about the stance, the turn and what came to be."""
    stance = view.stance
    checks = (
        (condition.trust, lambda least: stance.trust >= least),
        (condition.tension, lambda least: stance.tension >= least),
        (condition.trust_below, lambda most: stance.trust < most),
        (condition.tension_below, lambda most: stance.tension < most),
        (condition.turn, lambda first: _is_due(first, view)),
        (condition.fact, lambda fact: fact in view.spoken),
        (condition.concession, lambda concession: concession in view.granted),
        (condition.cue, lambda cue: cue in view.cues_taken),
        (condition.cue_offered, lambda cue: cue in view.cues_offered),
        (condition.lever, lambda lever: lever in view.levers),
        (condition.deal, lambda deal: view.has_deal is deal),
    )
    return any(check(named) for named, check in checks if named is not None)
