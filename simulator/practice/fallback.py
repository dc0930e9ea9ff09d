"""Who words a reply, and from how much, until one wording may be shown.

The actor comes first, with the whole direction, and once more with what was wrong; one that gives
the same words for the same direction is not asked again. Then the understudy speaks. If the guard
refuses that too, the understudy says only what the decision cannot do without, in the scenario's
own lines; then, one kind after the other, a neutral line of the product's stock, in which neither
the mentee's words nor the persona's own lines stand. So a talk does not die of a word.

An actor is the one part of a talk that may be anybody's code and anybody's library. Whatever it
raises becomes an `ActorError` here, at its door: the line is stored by then, and the talk can go on
with another actor. A fault of ours, on this side of the door, is not hidden by that.
"""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, replace

from simulator.config import OFFLINE
from simulator.director.direction import BeatLines, Direction, Heard
from simulator.director.state import BeatKind
from simulator.errors import ActorError, SimulatorError
from simulator.practice.clauses import clauses
from simulator.practice.events import ReplyReplaced
from simulator.practice.guard.carried import COUNTED
from simulator.practice.ports import Actor
from simulator.reading.moves import Reading
from simulator.text import clean

LONGEST_LINE = 4_000
"""Code points of one line that are kept; nobody says more in a breath."""
_NEEDED = COUNTED | {BeatKind.ENDING, BeatKind.TWIST}
_NEUTRAL = (BeatKind.ANSWER, BeatKind.SILENT, BeatKind.VAGUE, BeatKind.PROBE)


@dataclass(frozen=True, slots=True)
class Take:
    """One attempt at a wording: who makes it, and what they are given."""

    actor: Actor
    direction: Direction
    is_again: bool = False
    """The same actor was refused just before, and is told why."""
    is_bare: bool = False
    """Only a part of what was decided is to be said."""
    number: int = 1
    """Which attempt at this reply it is."""
    following: str = ""
    """Who words the reply next if this is refused; nobody after the last."""

    @property
    def is_ours(self) -> bool:
        """Whether its words come from our own lines, whole before the first of them is heard."""
        return self.actor.name == OFFLINE

    @property
    def may_leave_out(self) -> bool:
        """Whether its words may not hold all that was decided."""
        return self.is_bare or not self.is_ours

    @property
    def is_judged(self) -> bool:
        """Whether its words are refused where they say nothing of what they were to say."""
        return not (self.is_bare or self.is_ours)

    def order(self, refused: str) -> Direction:
        """The direction that the actor gets, after the wording before it was `refused`."""
        if not self.is_again:
            return self.direction
        return self.direction.model_copy(update={"correction": refused})

    def refused(self, turn: int, code: str, shown: int) -> ReplyReplaced:
        """What is stored when its wording of the reply to the line at `turn` may not stand."""
        return ReplyReplaced(
            turn=turn + 1, code=code, by=self.following, attempt=self.number, shown=shown
        )


async def speech(take: Take, order: Direction) -> AsyncGenerator[str, None]:
    """The actor's pieces, cleaned at the door; clause by clause where they may be cut anywhere.

    Raises nothing of the actor's but `SimulatorError`.
    """
    spoken = _spoken(take.actor, order)
    async with aclosing(spoken if take.is_ours else clauses(spoken)) as pieces:
        async for piece in pieces:
            kept = clean(piece, limit=LONGEST_LINE)
            if kept:
                yield kept


async def _spoken(actor: Actor, order: Direction) -> AsyncGenerator[str, None]:
    """What the actor says, a fault of its own named by its kind alone: its words may quote."""
    try:
        async with aclosing(actor.speak(order)) as pieces:
            async for piece in pieces:
                yield piece
    except SimulatorError:
        raise
    except Exception as fault:
        kind = type(fault).__name__
        raise ActorError("actor-fault", actor=actor.name, kind=kind) from fault


def takes(actor: Actor, understudy: Actor, direction: Direction) -> tuple[Take, ...]:
    """Each attempt at the reply, in turn."""
    each = tuple(_takes(actor, understudy, direction))
    nexts = (*(one.actor.name for one in each[1:]), "")
    return tuple(
        replace(one, number=number, following=following)
        for number, (one, following) in enumerate(zip(each, nexts, strict=True), start=1)
    )


def _takes(actor: Actor, understudy: Actor, direction: Direction) -> Iterator[Take]:
    first = Take(actor, direction)
    yield first
    if not first.is_ours:
        yield Take(actor, direction, is_again=True)
    yield Take(understudy, direction)
    needed = tuple(beat for beat in direction.beats if beat.kind in _NEEDED)
    if needed:
        yield Take(understudy, _bare(direction, needed), is_bare=True)
    for kind in _NEUTRAL:
        yield Take(understudy, _bare(direction, (BeatLines(kind=kind),)), is_bare=True)


def _bare(direction: Direction, beats: tuple[BeatLines, ...]) -> Direction:
    """`direction` with `beats` alone, and with nothing of what was heard."""
    heard = Heard(text="", reading=Reading())
    return direction.model_copy(update={"beats": beats, "heard": heard, "lines": {}})
