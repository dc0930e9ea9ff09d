"""Builds the reasons of a decision: a code and the values its wording needs, one builder a cause.

Codes are ids of the catalogue's domain `reasons`; values are ids, figures or the mentee's own
words. `turn` counts the mentee's turns. It refuses prose.
"""

from collections.abc import Iterator

from simulator.director.cues import Settled
from simulator.director.disclosure import Gift
from simulator.director.endings import Outcome
from simulator.director.state import Reason
from simulator.director.topics import topics_of_fact
from simulator.library.scenario import Cue, Lever, Reaction, Scenario, Twist


def of_gift(scenario: Scenario, gift: Gift, turn: int, *, in_rupture: bool) -> Iterator[Reason]:
    """Why a fact was told or kept back, a concession granted."""
    if gift.fact is not None:
        code = "fact.guessed" if gift.guessed else "fact.told"
        yield Reason(code=code, values={"fact": gift.fact.id, "turn": turn})
    if gift.concession is not None:
        values: dict[str, str | float] = {"concession": gift.concession.id, "turn": turn}
        yield Reason(code="concession.granted", values=values)
    if gift.locked is not None and gift.fact is None:
        topic = next(iter(topics_of_fact(scenario, gift.locked.id)), "")
        code = "fact.withheld.rupture" if in_rupture else "fact.withheld"
        yield Reason(code=code, values={"fact": gift.locked.id, "topic": topic, "turn": turn})


def of_cues(settled: Settled, cue: Cue | None, turn: int) -> Iterator[Reason]:
    """Which cues were offered, taken up, passed over."""
    for name in settled.taken:
        yield Reason(code="cue.taken", values={"cue": name, "turn": turn})
    for name in settled.missed:
        yield Reason(code="cue.missed", values={"cue": name, "turn": turn})
    if cue is not None:
        yield Reason(code="cue.offered", values={"cue": cue.id, "turn": turn})


def of_events(
    twist: Twist | None, reactions: tuple[Reaction, ...], levers: tuple[Lever, ...], turn: int
) -> Iterator[Reason]:
    """What happened in the room, and the arguments that were named."""
    if twist is not None:
        yield Reason(code="twist.came", values={"twist": twist.id, "turn": turn})
    for reaction in reactions:
        yield Reason(code="reaction.came", values={"reaction": reaction.id, "turn": turn})
    for lever in levers:
        values: dict[str, str | float] = {"lever": lever.id, "worth": lever.worth, "turn": turn}
        yield Reason(code="lever.named", values=values)


def of_outcome(outcome: Outcome, turn: int) -> Iterator[Reason]:
    """Which ending began or was reached, or was held back with a warning."""
    if outcome.warns:
        yield Reason(code="ending.warned", values={"turn": turn})
    if outcome.ended is not None:
        yield Reason(code="ending.reached", values={"ending": outcome.ended.id, "turn": turn})
    elif outcome.has_begun and outcome.closing is not None:
        yield Reason(code="ending.began", values={"ending": outcome.closing.id, "turn": turn})
