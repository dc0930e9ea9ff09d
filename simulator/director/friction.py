"""How the persona answers to pressure, hurt, silence and noise, before anything else is said.

For each there are several ways, so that the same provocation twice running is not answered twice
the same way. None of them yields anything.
"""

from collections.abc import Iterator

from simulator.director.moment import TENSE, Moment
from simulator.director.state import Beat, BeatKind
from simulator.library.persona import Trigger
from simulator.reading.moves import Move, Signal

_WAYS: tuple[tuple[frozenset[Trigger], tuple[BeatKind, ...]], ...] = (
    (frozenset({Signal.ABUSE}), (BeatKind.ABUSED, BeatKind.SHARPEN, BeatKind.REFUSE)),
    (frozenset({Signal.META}), (BeatKind.MACHINE, BeatKind.LOST, BeatKind.ASIDE)),
    (
        frozenset({Signal.NONSENSE, Signal.OTHER_LANGUAGE}),
        (BeatKind.LOST, BeatKind.VAGUE, BeatKind.SILENT),
    ),
    (
        frozenset({Move.THREAT, Move.POWER}),
        (BeatKind.THREATENED, BeatKind.SHARPEN, BeatKind.REFUSE),
    ),
    (frozenset({Move.BLAME}), (BeatKind.BLAMED, BeatKind.SHARPEN, BeatKind.UNHEARD)),
    (frozenset({Move.DISMISSAL}), (BeatKind.UNHEARD, BeatKind.SHARPEN, BeatKind.REFUSE)),
    (
        frozenset({Move.UNDERMINING, Move.CONFRONT}),
        (BeatKind.SHARPEN, BeatKind.BLAMED, BeatKind.UNHEARD),
    ),
    (frozenset({Signal.PLEADING}), (BeatKind.PLEADED, BeatKind.REFUSE, BeatKind.PROBE)),
    (frozenset({Signal.FLATTERY}), (BeatKind.FLATTERED, BeatKind.PROBE, BeatKind.ASIDE)),
)
_AGAIN = (BeatKind.UNHEARD, BeatKind.REFUSE, BeatKind.SHARPEN)
_QUIET = (BeatKind.SILENT, BeatKind.VAGUE, BeatKind.PROBE)
_SMALL = frozenset({Move.MINIMAL_ANSWER, Move.ABSOLUTES})
_CARRYING = frozenset({Signal.AGREEMENT, Signal.REFUSAL, Signal.THANKS, Signal.GREETING})


def friction(moment: Moment) -> tuple[Beat, ...]:
    """What answers a turn that pressed, hurt, or carried nothing; empty for any other turn."""
    ways = next(iter(_ways(moment)), ())
    if not ways:
        return ()
    first = moment.fresh(Beat(kind=kind) for kind in ways)
    rose = moment.stance.tension > moment.before.tension
    if rose and moment.stance.tension >= TENSE and ways[0] in _HURT:
        sharper = Beat(kind=BeatKind.SHARPEN)
        if sharper not in first and sharper not in moment.state.beats:
            return (*first, sharper)
    return first


_HURT = frozenset({BeatKind.BLAMED, BeatKind.THREATENED, BeatKind.UNHEARD})


def _ways(moment: Moment) -> Iterator[tuple[BeatKind, ...]]:
    conduct = moment.conduct
    triggers = set(conduct.triggers)
    if conduct.is_silent:
        yield _QUIET
    for causes, ways in _WAYS:
        if causes & triggers:
            yield ways
    if moment.is_repeated:
        yield _AGAIN
    is_small = Move.MINIMAL_ANSWER in conduct.moves and set(conduct.moves) <= _SMALL
    if is_small and not moment.named.topics and _CARRYING.isdisjoint(conduct.signals):
        yield _QUIET
