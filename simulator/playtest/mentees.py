"""Mentees who are no persons: one who reads from a script, and one made of a dial and a deck.

A scripted mentee says the lines a facilitator wrote, whatever is answered. A dialled one decides
anew at every turn whether to speak well or badly, with the dial as its chance of speaking well: it
takes up what the persona just said, or goes on with the next good line of the scenario, or blunders.
Where they only press, every line presses. Nothing is drawn that the seed does not decide, and
nobody looks at the director's state: like a person, they have the persona's words alone.
"""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from simulator.playtest.phrasebook import Phrasebook
from simulator.text import sentences

DIALS: Mapping[str, float] = {"skilled": 0.95, "average": 0.5, "unskilled": 0.05}
"""Chance of speaking well, by kind of generated mentee."""
PRESSERS = ("silent", "hostile", "flattering", "pleading")
"""Generated mentees who only press, or say nothing."""
_LISTENS = 0.35
"""Chance that a mentee who speaks well takes up what was said before going on."""
_LONGEST = 22
"""Turns after which a generated mentee has nothing more to say."""
_OWN_WORDS = 0.5
"""Chance that a blunder is one of the scenario's own unskilled lines."""
_SHORTEST_QUOTE = 3


class Mentee(Protocol):
    """Somebody who answers."""

    def answer(self, heard: str) -> str | None:
        """The next line after `heard`; None when there is nothing more to say."""
        ...


class Scripted:
    """Says its lines in order."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = iter(lines)

    def answer(self, heard: str) -> str | None:  # noqa: ARG002 -- a script listens to nobody
        """The next line, if there is one."""
        return next(self._lines, None)


@dataclass(frozen=True)
class Deck:
    """The lines a dialled mentee has of the scenario itself, in order."""

    good: tuple[str, ...]
    bad: tuple[str, ...]


class Dialled:
    """Speaks well with a chance of `dial` at every turn."""

    def __init__(self, dial: float, deck: Deck, book: Phrasebook, seed: int) -> None:
        self._chance = random.Random(f"dialled:{dial}:{seed}")
        self._dial = dial
        self._good = list(deck.good)
        self._bad = self._shuffled(deck.bad)
        self._book = book
        self._spare = {act: self._shuffled(lines) for act, lines in book.acts.items()}
        self._turns = 0

    def answer(self, heard: str) -> str | None:
        """The next line, good or bad by the dial."""
        self._turns += 1
        if self._turns > _LONGEST or not (self._good or self._dial < 1):
            return None
        if self._chance.random() < self._dial:
            return self._speak_well(heard)
        return self._blunder()

    def _speak_well(self, heard: str) -> str | None:
        if self._turns > 1 and self._chance.random() < _LISTENS:
            line = self._take_up(heard)
            if line:
                return line
        if not self._good:
            return None
        return self._book.rephrased(self._good.pop(0), self._chance)

    def _take_up(self, heard: str) -> str | None:
        act = self._chance.choice(("asking", "acknowledging", "reflecting"))
        line = self._next(act)
        said = [heard[one.start : one.end].strip(" .…") for one in sentences(heard)]
        said = [one for one in said if len(one.split()) >= _SHORTEST_QUOTE and "?" not in one]
        if line is None or ("{quote}" in line and not said):
            return None
        return line.replace("{quote}", said[-1] if said else "")

    def _blunder(self) -> str | None:
        if self._bad and self._chance.random() < _OWN_WORDS:
            return self._book.rephrased(self._bad.pop(0), self._chance)
        return self._next("blundering") or (self._bad.pop(0) if self._bad else None)

    def _next(self, act: str) -> str | None:
        return self._spare[act].pop(0) if self._spare.get(act) else None

    def _shuffled(self, lines: Sequence[str]) -> list[str]:
        drawn = list(lines)
        self._chance.shuffle(drawn)
        return drawn


def generated(kind: str, deck: Deck, book: Phrasebook, seed: int) -> Mentee:
    """The generated mentee of that kind: one of `DIALS` or of `PRESSERS`."""
    if kind in DIALS:
        return Dialled(DIALS[kind], deck, book, seed)
    lines = list(book.acts[kind])
    random.Random(f"{kind}:{seed}").shuffle(lines)
    return Scripted(lines)
