"""Variation: the same scripted mentee never talks twice quite the same way.

A seed drops some of the lines and swaps some neighbours, and nothing else: what a mentee of that
kind says stays their own words. Seed 0 is the script as it was written.
"""

import random
from collections.abc import Sequence

DROPPED = 0.12
"""Share of lines left out."""
SWAPPED = 0.15
"""Share of neighbouring lines that change places."""


def varied(lines: Sequence[str], seed: int) -> tuple[str, ...]:
    """`lines` as the mentee of this `seed` says them; the first line always opens."""
    if seed == 0 or len(lines) < 3:
        return tuple(lines)
    chance = random.Random(f"variation:{seed}")
    kept = [lines[0], *(line for line in lines[1:] if chance.random() >= DROPPED)]
    place = 1
    while place < len(kept) - 1:
        if chance.random() < SWAPPED:
            kept[place], kept[place + 1] = kept[place + 1], kept[place]
            place += 1
        place += 1
    return tuple(kept)
