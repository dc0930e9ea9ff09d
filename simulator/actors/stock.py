"""The product's own lines, for whatever a scenario and a persona leave unwritten.

They stand in `data/LANGUAGE/*.toml`, a table per beat kind; a table inside it is an aspect of the
kind (`probe.figure`: a figure without a reason). Lines are grouped by mood: `near` for a persona
who is warm or open, `far` for one who is guarded or hard, `any` for both, `warm` and `hard` for
the extremes alone. A line that addresses somebody in French is written twice,
`{tu = "…", vous = "…"}`. Names in braces are slots that the reply fills; a line whose slots cannot
be filled is not used. Nothing here states a fact about anybody.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import TypeAdapter

from simulator.director.direction import Mood
from simulator.reading.moves import Language

Address = Literal["tu", "vous"]
Group = Literal["any", "near", "far", "warm", "hard"]
Written = str | dict[Address, str]
_Groups = dict[Group, list[Written]]

THEMES = (
    *("asking", "answering", "resisting", "receiving", "friction", "around"),
    *("figures", "joining"),
)
"""The files of each language."""

_GROUPS: Mapping[Mood, tuple[Group, ...]] = {
    "warm": ("warm", "near", "any"),
    "open": ("near", "any"),
    "guarded": ("far", "any"),
    "hard": ("hard", "far", "any"),
}
_KIND: TypeAdapter[dict[str, list[Written] | _Groups]] = TypeAdapter(
    dict[str, list[Written] | _Groups]
)


@dataclass(frozen=True, slots=True)
class StockLine:
    """One line, and whether it was written for the extremes of the mood it is drawn for."""

    text: str
    group: Group


@dataclass(frozen=True, slots=True)
class Stock:
    """The stock of one language."""

    language: Language
    kinds: Mapping[tuple[str, str], Mapping[Group, Sequence[Written]]]

    def lines(
        self, kind: str, mood: Mood, address: Address, aspect: str = ""
    ) -> tuple[StockLine, ...]:
        """The lines that fit, the most particular mood first; none where nothing is written."""
        groups = self.kinds.get((kind, aspect), {})
        return tuple(
            StockLine(line if isinstance(line, str) else line[address], group)
            for group in _GROUPS[mood]
            for line in groups.get(group, ())
        )


@cache
def stock_of(language: Language) -> Stock:
    """The stock of a language, read from the package once."""
    kinds: dict[tuple[str, str], Mapping[Group, Sequence[Written]]] = {}
    folder = files("simulator.actors").joinpath("data", language)
    for theme in THEMES:
        tables = tomllib.loads(folder.joinpath(f"{theme}.toml").read_text(encoding="utf-8"))
        for kind, table in tables.items():
            for aspect, groups in _aspects(_KIND.validate_python(table)):
                kinds[kind, aspect] = groups
    return Stock(language, kinds)


def _aspects(
    table: dict[str, list[Written] | _Groups],
) -> Iterator[tuple[str, Mapping[Group, Sequence[Written]]]]:
    """The groups of a kind itself, then of each of its aspects."""
    own = {name: lines for name, lines in table.items() if isinstance(lines, list)}
    yield "", TypeAdapter(_Groups).validate_python(own)
    for name, inner in table.items():
        if isinstance(inner, dict):
            yield name, inner
