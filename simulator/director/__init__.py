"""Director: decides what the persona thinks, knows and yields, and says why. It finds no words.

Pure functions from a state and a reading to a decision; the stance is bounded, what was granted
stays granted, every change carries its reason. It refuses clocks, files, randomness of its own,
and any wording of the persona's lines.
"""

from simulator.director.conditions import View, holds, view_of
from simulator.director.decide import decide
from simulator.director.direct import direct, mood_of, opening
from simulator.director.fold import apply, fold, start
from simulator.director.vocabulary import vocabulary

__all__ = [
    "View",
    "apply",
    "decide",
    "direct",
    "fold",
    "holds",
    "mood_of",
    "opening",
    "start",
    "view_of",
    "vocabulary",
]
