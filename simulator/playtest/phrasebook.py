"""The phrasebook: what generated mentees can say anywhere, and how a line can be put otherwise.

One TOML file a language in `playtest/data`. `[acts]` holds lines by what they do; in French a line
that addresses somebody stands under `[acts-tu]` or `[acts-vous]`. `[otherwise]` holds sets of
turns of phrase that mean the same; `openers` are words before a sentence that add nothing.
`{quote}` stands for the persona's own last sentence. It refuses to say anything about a scenario.
"""

import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from simulator.config import Language

Register = Literal["tu", "vous"]

SWAPPED = 0.5
"""Chance that a turn of phrase for which there is another is put otherwise."""
OPENED = 0.2
"""Chance that a line gets a word before it."""
LOOSE = 0.25
"""Chance that a line is typed loosely: no capital, no full stop, straight apostrophes."""


@dataclass(frozen=True)
class Phrasebook:
    """One language's phrasebook, in one register."""

    acts: Mapping[str, tuple[str, ...]]
    otherwise: tuple[tuple[str, ...], ...]
    openers: tuple[str, ...]

    @staticmethod
    def of(language: Language, register: Register = "vous") -> "Phrasebook":
        """The phrasebook of a language; French has one for each register."""
        return _load(language, register if language == "fr" else "vous")

    def rephrased(self, line: str, chance: random.Random) -> str:
        """`line` as the same person might put it another time."""
        for same in self.otherwise:
            line = _swapped(line, same, chance)
        if chance.random() < OPENED:
            line = f"{chance.choice(self.openers)} {_lowered(line)}"
        if chance.random() < LOOSE:
            line = _lowered(line.replace("’", "'")).removesuffix(".")
        return line


@cache
def _load(language: Language, register: Register) -> Phrasebook:
    source = files("simulator.playtest").joinpath("data", f"{language}.toml")
    read = tomllib.loads(source.read_text(encoding="utf-8"))
    acts: dict[str, list[str]] = {}
    for part in ("acts", f"acts-{register}"):
        for act, lines in read.get(part, {}).items():
            acts.setdefault(act, []).extend(lines)
    return Phrasebook(
        acts={act: tuple(lines) for act, lines in acts.items()},
        otherwise=tuple(tuple(same) for same in read["otherwise"]),
        openers=tuple(read["openers"]),
    )


def _swapped(line: str, same: tuple[str, ...], chance: random.Random) -> str:
    """`line` with the first turn of phrase of `same` that it holds put as another of them."""
    for phrase in same:
        found = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", line, re.IGNORECASE)
        if found is None:
            continue
        if chance.random() >= SWAPPED:
            return line
        other = chance.choice([one for one in same if one != phrase])
        if found[0][0].isupper():
            other = other[0].upper() + other[1:]
        return line[: found.start()] + other + line[found.end() :]
    return line


def _lowered(line: str) -> str:
    """`line` with a small first letter, unless its first word must keep its capital."""
    first = line.split(" ", 1)[0].strip(",.!?…")
    if len(first) < 2 or not first[1:].islower() or first.endswith(("'m", "'d", "'ve")):
        return line
    return line[0].lower() + line[1:] if first.lower() in _COMMON else line


_COMMON = frozenset(
    {
        *("what", "how", "where", "when", "who", "why", "which", "could", "would", "can", "thanks"),
        *("that", "this", "so", "it", "it's", "there", "the", "and", "if", "we", "you", "my"),
        *("ce", "ça", "c’est", "c'est", "comment", "qu’est-ce", "quand", "où", "qui", "pourquoi"),
        *("je", "tu", "vous", "on", "nous", "et", "si", "pour", "merci", "donc", "il", "elle"),
    }
)
