"""Who words a reply, and from how much, until one wording may be shown.

The actor comes first, then the understudy, both with the whole direction. If the guard refuses
both, the understudy says only what the decision cannot do without, in the scenario's own lines;
then, one kind after the other, a neutral line of the product's stock, in which neither the
mentee's words nor the persona's own lines stand. So a talk does not die of a word.
"""

from collections.abc import Iterator

from simulator.director.direction import BeatLines, Direction, Heard
from simulator.director.state import BeatKind
from simulator.practice.ports import Actor
from simulator.reading.moves import Reading

COUNTED = frozenset(
    {BeatKind.COUNTER, BeatKind.DEAL, BeatKind.FACT, BeatKind.CONCESSION, BeatKind.CUE}
)
"""Beats whose content counts only once it was said."""
_NEEDED = COUNTED | {BeatKind.ENDING, BeatKind.TWIST}
_NEUTRAL = (BeatKind.ANSWER, BeatKind.SILENT, BeatKind.VAGUE, BeatKind.PROBE)


def orders(
    actor: Actor, understudy: Actor, direction: Direction
) -> Iterator[tuple[Actor, Direction]]:
    """Each who may word the reply, with the direction they get, in turn."""
    yield actor, direction
    yield understudy, direction
    needed = tuple(beat for beat in direction.beats if beat.kind in _NEEDED)
    if needed:
        yield understudy, _bare(direction, needed)
    for kind in _NEUTRAL:
        yield understudy, _bare(direction, (BeatLines(kind=kind),))


def _bare(direction: Direction, beats: tuple[BeatLines, ...]) -> Direction:
    """`direction` with `beats` alone, and with nothing of what was heard."""
    heard = Heard(text="", reading=Reading())
    return direction.model_copy(update={"beats": beats, "heard": heard, "lines": {}})
