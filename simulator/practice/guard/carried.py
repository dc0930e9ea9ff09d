"""What a reply says of what it was told to say: what was not said is neither known nor agreed.

A line counts as said when it stands in the reply, or when enough of its telling words do: an LLM
words a fact in its own way. Figures count when the reply holds one of them.
"""

from collections.abc import Iterable
from functools import lru_cache

from simulator.director.direction import BeatLines, Direction
from simulator.director.state import Beat, BeatKind
from simulator.practice.guard.reply import Reply, fold_of, tokens_of
from simulator.practice.guard.tongue import Tongue
from simulator.practice.guard.yielding import says_a_deal
from simulator.reading.moves import Language

COUNTED = frozenset(
    {BeatKind.COUNTER, BeatKind.DEAL, BeatKind.FACT, BeatKind.CONCESSION, BeatKind.CUE}
)
"""Beats whose content counts only once it was said."""
NEEDED = COUNTED - {BeatKind.CUE}
"""Those that a reply is refused for leaving out."""
WHOLE, CUT = 1 / 3, 0.8
"""Share of a line's telling words that says it, in a reply that ended and in one cut short."""


def unsaid(reply: Reply, direction: Direction) -> tuple[Beat, ...]:
    """What the reply was to say and does not hold."""
    return tuple(
        Beat(kind=beat.kind, ref=beat.ref)
        for beat in direction.beats
        if beat.kind in COUNTED and not _was_said(beat, reply, direction)
    )


def leaves_out(reply: Reply, direction: Direction) -> bool:
    """Whether it says none of the facts, concessions and figures that it was to say."""
    needed = [beat for beat in direction.beats if beat.kind in NEEDED]
    return bool(needed) and not any(_was_said(beat, reply, direction) for beat in needed)


def _was_said(beat: BeatLines, reply: Reply, direction: Direction) -> bool:
    match beat.kind:
        case BeatKind.DEAL:
            return _has_figure(reply, direction) or (
                reply.is_whole and says_a_deal(reply.text, reply.tongue)
            )
        case BeatKind.COUNTER:
            return _has_figure(reply, direction)
        case _:
            return not beat.lines or any(_holds(reply, line) for line in beat.lines)


def _has_figure(reply: Reply, direction: Direction) -> bool:
    """Whether one of the figures to be said is; any figure, where they are options by name."""
    counter = direction.counter.values.values() if direction.counter is not None else ()
    values = {float(one) for one in counter if isinstance(one, float | int)}
    if not values:
        return any(char.isdigit() for char in reply.text) or reply.is_whole
    said: Iterable[float] = (one.value for one in reply.quantities)
    return not values.isdisjoint(said)


def _holds(reply: Reply, line: str) -> bool:
    if fold_of(line) in reply.folded:
        return True
    telling = _telling(line, reply.tongue.language)
    share = WHOLE if reply.is_whole else CUT
    return bool(telling) and len(telling & reply.stems) >= max(1, share * len(telling))


@lru_cache(maxsize=2048)
def _telling(line: str, language: Language) -> frozenset[str]:
    """The stems of a line's words that are not everybody's."""
    tongue = Tongue.of(language)
    return frozenset(
        tongue.stem(token)
        for token in tokens_of(line)
        if len(token) > 3 and token not in tongue.function_words
    )
