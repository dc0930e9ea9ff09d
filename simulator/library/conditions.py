"""The one condition grammar that facilitators write: `when` with `all`, `any` and `none`.

A condition is a group or an atom. An atom names exactly one thing (a move, a topic, a figure of
the stance, a fact …) and narrows it with at most a topic and a window. Windows count the
mentee's turns: `within: 1` is this turn, `within: 3` this turn and the two before it.

Facts, concessions, twists, endings, cues, reactions and rubric items are all told when by this
grammar; it refuses anything that would need an expression language.
"""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.reading.moves import Move, Signal

Identifier = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,64}$")]
StanceFigure = Annotated[float, Field(ge=0, le=10)]

_FIGURES = frozenset({"trust", "trust_below", "tension", "tension_below"})


def kebab(name: str) -> str:
    """The spelling of a field in a file: `within_turns` is written `within-turns`."""
    return name.replace("_", "-")


class Definition(BaseModel):
    """Anything written in a scenario or persona file: frozen, unknown keys refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", alias_generator=kebab, populate_by_name=True
    )


class Condition(Definition):
    """A group (`all`, `any`, `none`) or an atom.

    Atoms: `move` or `signal` (done by the mentee, in the window, with `topic` if given, at least
    `times` times); `topic` alone (on the table, raised by either side, in the window); `trust`,
    `tension` (at least), `trust-below`, `tension-below` (less than); `turn` (at least); `fact`
    (spoken); `concession` (granted); `cue` (taken up); `cue-offered` (taken up or not); `lever`
    (named by the mentee so far); `deal` (a package agreed).

    In a cast of two a move, a signal or a topic may be narrowed by `to`, the one spoken to, and a
    figure of the stance by `of`, the one whose stance it is.
    """

    all: tuple["Condition", ...] | None = None
    any: tuple["Condition", ...] | None = None
    none: tuple["Condition", ...] | None = None

    move: Move | None = None
    signal: Signal | None = None
    topic: Identifier | None = None
    within: Annotated[int, Field(ge=1, le=99)] = 1
    times: Annotated[int, Field(ge=1, le=20)] = 1
    trust: StanceFigure | None = None
    trust_below: StanceFigure | None = None
    tension: StanceFigure | None = None
    tension_below: StanceFigure | None = None
    turn: Annotated[int, Field(ge=1, le=200)] | None = None
    fact: Identifier | None = None
    concession: Identifier | None = None
    cue: Identifier | None = None
    cue_offered: Identifier | None = None
    lever: Identifier | None = None
    deal: bool | None = None
    of: Identifier | None = None
    to: Identifier | None = None

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        groups = [part for part in (self.all, self.any, self.none) if part is not None]
        atoms = [
            name
            for name in (
                *("move", "signal", "trust", "trust_below", "tension", "tension_below"),
                *("turn", "fact", "concession", "cue", "cue_offered", "lever", "deal"),
            )
            if getattr(self, name) is not None
        ]
        if self.topic is not None and not ({"move", "signal"} & set(atoms)):
            atoms.append("topic")
        if len(groups) + len(atoms) != 1:
            raise PydanticCustomError(
                "condition_shape",
                "a condition names exactly one of all, any, none, or one thing to look for",
                {"named": len(groups) + len(atoms)},
            )
        if (self.of is not None and not (_FIGURES & set(atoms))) or (
            self.to is not None and not ({"move", "signal", "topic"} & set(atoms))
        ):
            raise PydanticCustomError(
                "condition_person", "nothing in this condition belongs to a person", {}
            )
        if groups and not groups[0]:
            raise PydanticCustomError("condition_empty", "a group needs at least one condition")
        return self
