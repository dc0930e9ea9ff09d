"""Hints: what somebody stuck in a talk may be told, when they ask for it and never otherwise.

The coach sees what the mentee sees: the brief, everything said so far, the skills of the scenario.
A locked fact, the note of an author and the wording of an answer to copy are refused: a hint asks,
names a kind of move, or lends the first words of a sentence. Asking while the talk goes on is
fine, being corrected unasked disrupts it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from simulator.practice.events import HintGiven
from simulator.practice.session import Utterance
from simulator.reading.moves import Language

WORDS = 30
"""Words of a hint, at most."""
LEVELS = 3
"""A question first, then a kind of move, then the first words of a sentence."""


@dataclass(frozen=True, slots=True)
class CoachBrief:
    """All that a coach who words hints itself is given: nothing that was not said or read."""

    language: Language
    role: str
    """Whom the mentee plays, as their brief says."""
    situation: str
    goals: tuple[str, ...]
    skills: tuple[str, ...]
    """Ids of what is being practised."""
    mentee: str
    personas: Mapping[str, str]
    """Id → name."""
    said: tuple[Utterance, ...]
    """Everything said so far, oldest first."""
    cues: tuple[str, ...]
    """Words of the persona's that were an opening and have not been taken up yet, as spoken."""
    given: tuple[HintGiven, ...] = ()
    """The hints of this talk, oldest first: none is to be said again."""
    level: int = 1
    """1 asks a question, 2 names a kind of move, 3 lends the first words of a sentence."""


class Coach(Protocol):
    """Words a hint: one or two sentences, `WORDS` at most, in the brief's language."""

    @property
    def name(self) -> str:
        """The name by which litellm knows the LLM."""
        ...

    async def hint(self, brief: CoachBrief) -> str:
        """The words; raises `ActorError` when it has none. They are checked by the caller."""
        ...


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: a code of the catalogue with its values, or an LLM's own words in `text`."""

    turn: int
    """Number of the latest utterance."""
    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    """Quotes of what was said, names, goals; and ids of skills, moves and openings."""
    text: str = ""
    by: str = "offline"

    def event(self) -> HintGiven:
        """The hint as it is recorded."""
        return HintGiven(
            turn=self.turn, code=self.code, values=dict(self.values), text=self.text, by=self.by
        )
