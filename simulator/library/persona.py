"""Persona: a reusable character. What moves them is written here, not in code.

`temperament` is the whole of their psychology that the director uses: how many points of trust
and tension (both 0 to 10) each of the mentee's moves is worth to this person. What a table does
not name leaves them cold. The offline actor finds words in `lines`; every situation has stock
lines of the product behind it, so that none is required.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, field_validator

from simulator.library.conditions import Definition, Identifier
from simulator.reading.moves import Language, Move, Signal


class Pattern(StrEnum):
    """What only shows across turns, and yet moves a persona as much as a single move."""

    EARLY_PROPOSAL = "early-proposal"
    """A proposal, an offer or advice before the mentee asked about or acknowledged anything."""
    CUE_TAKEN = "cue-taken"
    """The opening the persona offered was taken up in time."""
    CUE_MISSED = "cue-missed"
    """The opening the persona offered passed unanswered."""
    REPEATED_LINE = "repeated-line"
    """The mentee says again what they said before, nearly word for word."""
    QUESTION_PILE = "question-pile"
    """Three questions or more in one breath."""
    LEFT_OUT = "left-out"
    """In a cast of two: three turns running were said to the other."""
    SIDE_TAKEN = "side-taken"
    """In a cast of two: the mentee agreed with the other, or reproached them, about this one."""


Trigger = Move | Signal | Pattern
PRESSURE: frozenset[Trigger] = frozenset(
    {
        *(Move.THREAT, Move.POWER, Move.RIGHTS, Move.BLAME, Move.UNDERMINING, Move.DISMISSAL),
        *(Signal.FLATTERY, Signal.PLEADING, Signal.ABUSE, Signal.META),
    }
)
"""What never wins anybody over, whatever a table says."""
Points = Annotated[float, Field(ge=-5, le=5)]


class Temperament(Definition):
    """How fast trust and tension move, per trigger, in points on a scale of 0 to 10."""

    trust: dict[Trigger, Points]
    tension: dict[Trigger, Points]
    inertia: Annotated[float, Field(ge=0, le=0.9)] = 0.2
    """Share of a change that is held back when it goes against the last one."""
    repeat: Annotated[float, Field(ge=0, le=1)] = 0.5
    """What a move is worth each further time within four turns, as a share of the time before."""
    calms: Annotated[float, Field(ge=0, le=2)] = 0.25
    """Tension that falls by itself on a turn that raised none."""
    rupture: Annotated[float, Field(ge=4, le=10)] = 7
    """Tension from which nothing is told or granted until it has come down again."""


class Situation(StrEnum):
    """A kind of line the offline actor may need; keys of `lines` in a persona file."""

    GREET = "greet"
    ANSWER = "answer"
    PROBE = "probe"
    DEFLECT = "deflect"
    SOFTEN = "soften"
    SHARPEN = "sharpen"
    REFUSE = "refuse"
    HEARD = "heard"
    UNHEARD = "unheard"
    BLAMED = "blamed"
    THREATENED = "threatened"
    FLATTERED = "flattered"
    PLEADED = "pleaded"
    VAGUE = "vague"
    SILENT = "silent"
    MACHINE = "machine"
    ABUSED = "abused"
    LOST = "lost"
    ASIDE = "aside"
    COUNTER = "counter"
    THANKED = "thanked"
    FAREWELL = "farewell"


class Voice(Definition):
    """How the persona speaks."""

    words: Annotated[int, Field(ge=4, le=60)] = 17
    """Usual length of a reply, in words."""
    manner: str = ""
    """One or two adjectives with substance: dry, precise, a little formal."""
    habits: tuple[str, ...] = ()
    """Habits as behaviours: "asks 'meaning what?' when someone is vague"."""


class LevelChange(Definition):
    """What a level changes in the persona's behaviour; never their facts."""

    trust: Annotated[float, Field(ge=-4, le=4)] = 0
    """Added to the trust the scenario starts with."""
    tension: Annotated[float, Field(ge=-4, le=4)] = 0
    gains: Annotated[float, Field(ge=0.25, le=2)] = 1
    """Multiplies what wins the persona (trust up, tension down)."""
    losses: Annotated[float, Field(ge=0.25, le=2)] = 1
    """Multiplies what loses the persona (trust down, tension up)."""


_LEVELS = frozenset({"1", "2", "3"})


def _usual_levels() -> dict[Literal[1, 2, 3], LevelChange]:
    return {
        1: LevelChange(trust=1, tension=-1, gains=1.25, losses=0.75),
        2: LevelChange(),
        3: LevelChange(trust=-0.5, tension=0.5, gains=0.85, losses=1.25),
    }


class Persona(Definition):
    """A character, complete in one language; `translations` come from overlays."""

    format: Literal[1]
    id: Identifier
    language: Language
    name: str
    pronouns: Literal["she", "he", "they"] = "they"
    identity: str
    """Who they are, in two or three sentences, for the author, the mentor and an LLM."""
    temperament: Temperament
    voice: Voice = Voice()
    boundaries: tuple[str, ...] = ()
    """Hard limits: what this person will not do or bear, whatever is said."""
    lines: dict[Situation, tuple[str, ...]] = {}
    levels: dict[Literal[1, 2, 3], LevelChange] = Field(default_factory=_usual_levels)

    @field_validator("levels", mode="before")
    @classmethod
    def _number_levels(cls, levels: object) -> object:
        """Keys of a file, and of JSON, are text; levels are numbers."""
        if not isinstance(levels, Mapping):
            return levels
        return {int(key) if key in _LEVELS else key: value for key, value in levels.items()}

    def at_level(self, level: int) -> LevelChange:
        """What `level` (1 to 3) changes; a level the file does not name is the usual one."""
        usual = _usual_levels()
        key: Literal[1, 2, 3] = 1 if level <= 1 else 3 if level >= 3 else 2
        return self.levels.get(key, usual[key])
