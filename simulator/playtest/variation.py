"""Variation: the same scripted mentee never talks twice quite the same way.

A seed drops some of the lines, swaps some neighbours, and puts some turns of phrase otherwise; what
a mentee of that kind wants to say stays their own. Seed 0 is the script as it was written.
"""

import random
from collections.abc import Sequence

from simulator.playtest.phrasebook import Phrasebook

DROPPED = 0.12
"""Share of lines left out."""
SWAPPED = 0.15
"""Share of neighbouring lines that change places."""


def varied(lines: Sequence[str], seed: int, book: Phrasebook | None = None) -> tuple[str, ...]:
    """`lines` as the mentee of this `seed` says them; the first line opens, the last one closes.

    Without a phrasebook the words stay as they are.
    """
    if seed == 0:
        return tuple(lines)
    chance = random.Random(f"variation:{seed}")
    kept = _reordered(lines, chance) if len(lines) > 2 else list(lines)
    return tuple(book.rephrased(line, chance) if book else line for line in kept)


def _reordered(lines: Sequence[str], chance: random.Random) -> list[str]:
    between = [line for line in lines[1:-1] if chance.random() >= DROPPED]
    place = 0
    while place < len(between) - 1:
        if chance.random() < SWAPPED:
            between[place], between[place + 1] = between[place + 1], between[place]
            place += 1
        place += 1
    return [lines[0], *between, lines[-1]]
