"""The talks with their flaws, read from the text files beside this module.

How a file is laid out stands at its head. The invariant: a flawed talk is the flawless one but for
the lines its flaw names, and nothing here knows what a debrief makes of either.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simulator.reading.moves import Language

HERE = Path(__file__).parent
STYLES = {"t": "terse", "c": "clumsy", "n": "non-native"}
_FLAW = re.compile(r"! (?P<kind>[a-z-]+) (?P<where>[\d,-]+) (?P<how>[=+x])(?: (?P<lines>.+))?$")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of flaw, and what it may be called where it is found."""

    name: str
    gaps: tuple[str, ...]
    is_across: bool
    where: str


@dataclass(frozen=True, slots=True)
class Flaw:
    """Lines (numbered from 1) that a flawed talk has otherwise: replaced, preceded or left out."""

    kind: str
    at: tuple[int, ...]
    how: str
    lines: tuple[str, ...]

    def planted(self, lines: tuple[str, ...]) -> tuple[str, ...]:
        """The talk with this flaw in it."""
        found = list(lines)
        if self.how == "x":
            return tuple(one for number, one in enumerate(lines, 1) if number not in self.at)
        if self.how == "+":
            found.insert(self.at[0] - 1, self.lines[0])
            return tuple(found)
        for number, line in zip(self.at, self.lines, strict=False):
            found[number - 1] = line
        left = set(self.at[len(self.lines) :])
        return tuple(one for number, one in enumerate(found, 1) if number not in left)


@dataclass(frozen=True, slots=True)
class Talk:
    """What the mentee says, what the other said where that is on record, and what may go wrong."""

    language: Language
    title: str
    """A scenario's id, or the title of a recorded conversation."""
    names: tuple[str, str] | None
    """The mentee and the other, in a recorded conversation."""
    lines: tuple[str, ...]
    heard: tuple[str, ...]
    styles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()


def kinds() -> dict[str, Kind]:
    """Every kind of flaw by its name."""
    data: dict[str, Any] = tomllib.loads((HERE / "kinds.toml").read_text("utf-8"))
    return {
        name: Kind(name, tuple(one["gaps"]), one.get("across", False), one.get("where", "planted"))
        for name, one in data.items()
    }


def talks(source: str, language: Language) -> Iterator[Talk]:
    """The talks of `played` or `recorded` in one language, in the file's order."""
    text = (HERE / f"{source}.{language}.txt").read_text("utf-8")
    for block in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        head, *rows = block.splitlines()
        title, *names = (part.strip() for part in head.split("|"))
        said: dict[str, list[str]] = {}
        for row in rows:
            if row and row[0] in "-<tcn":
                said.setdefault(row[0], []).append(row[2:])
        yield Talk(
            language=language,
            title=title,
            names=(names[0], names[1]) if names else None,
            lines=tuple(said["-"]),
            heard=tuple(said.get("<", ())),
            styles={STYLES[key]: tuple(said[key]) for key in STYLES if key in said},
            flaws=tuple(_flaw(row) for row in rows if row.startswith("!")),
        )


def _flaw(row: str) -> Flaw:
    found = _FLAW.match(row)
    if found is None:
        raise ValueError(row)
    lines = tuple(one.strip() for one in (found["lines"] or "").split("; ") if one.strip())
    return Flaw(found["kind"], _numbers(found["where"]), found["how"], lines)


def _numbers(text: str) -> tuple[int, ...]:
    """`4`, `1,2,7` or `3-5`."""
    found: list[int] = []
    for part in text.split(","):
        first, _, last = part.partition("-")
        found.extend(range(int(first), int(last or first) + 1))
    return tuple(found)
