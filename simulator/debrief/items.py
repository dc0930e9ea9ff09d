"""Items: what a debrief asks of a talk, one yes or no each.

A scenario's rubric asks what its author wants to see; the items across turns are asked of every
talk and have their wording in the catalogue, under their id. Whoever shows, rules on or counts a
finding needs to know no more of either than what stands here.
"""

from dataclasses import dataclass
from typing import Literal, Self

from simulator.debrief.gaps import Gap, harm_in, lack_of
from simulator.library.conditions import Condition
from simulator.library.scenario import RubricItem, Seen
from simulator.reading.moves import Move

Source = Literal["rubric", "across"]


@dataclass(frozen=True, slots=True)
class Item:
    """One question, the skill it belongs to, and what answers it."""

    id: str
    source: Source
    skill: str = ""
    """Empty where it belongs to no skill of the scenario."""
    ask: str = ""
    """The author's words; empty for an item across turns."""
    avoid: bool = False
    """The behaviour is one to leave out: observed is the thing to work on."""
    chance: Condition | None = None
    seen: Seen | None = None
    lacks: Gap | None = None
    """The gap that an item across turns is about."""

    @classmethod
    def of(cls, item: RubricItem) -> Self:
        """The item that an author wrote."""
        return cls(item.id, "rubric", item.skill, item.ask, item.avoid, item.chance, item.seen)

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves it looks for; none for an item across turns."""
        return self.seen.moves if self.seen else ()

    def gaps(self, done: tuple[Move, ...] = ()) -> tuple[Gap, ...]:
        """The gaps it is about, those of the moves that were `done` first."""
        if self.lacks is not None:
            return (self.lacks,)
        if not self.avoid:
            gap = lack_of(self.moves)
            return (gap,) if gap else ()
        harms = (harm_in(move) for move in (*done, *self.moves))
        return tuple(dict.fromkeys(gap for gap in harms if gap))
