"""The mentee's moves over a talk, by family: what kinds of move were made at which turn.

The families are the ones a mentor speaks of (asking, listening, one's own side, finding a way,
pressing); which scheme a move comes from stands with the moves. Only sure finds are shown.
"""

from dataclasses import dataclass

from simulator.debrief.draft import Debrief
from simulator.i18n import Translator
from simulator.reading.moves import Move
from simulator.views.words import trigger_name

FAMILIES: tuple[tuple[str, frozenset[Move]], ...] = (
    (
        "asking",
        frozenset(
            {
                *(Move.OPEN_QUESTION, Move.CLOSED_QUESTION, Move.ELICITING_PREFERENCE),
                *(Move.INTERESTS, Move.CHECKING_UNDERSTANDING),
            }
        ),
    ),
    (
        "listening",
        frozenset({Move.REFLECTION, Move.ACKNOWLEDGEMENT, Move.AFFIRMATION, Move.SUMMARY}),
    ),
    ("own-side", frozenset({Move.I_STATEMENT, Move.STATING_FACTS, Move.APOLOGY})),
    (
        "way-forward",
        frozenset(
            {
                *(Move.PROPOSAL, Move.OFFER, Move.CONCEDING, Move.SEEKING_COLLABORATION),
                *(Move.HANDING_OVER, Move.POSITIVE_EXPECTATION, Move.VOUCHING_FAIRNESS),
                Move.PROCEDURAL,
            }
        ),
    ),
    (
        "pressing",
        frozenset(
            {
                *(Move.ADVICE, Move.CONFRONT, Move.RIGHTS, Move.POWER, Move.BLAME),
                *(Move.UNDERMINING, Move.THREAT, Move.DISMISSAL, Move.ABSOLUTES),
                *(Move.UNEXPLAINED_TERM, Move.MINIMAL_ANSWER),
            }
        ),
    ),
)
"""Every move stands in exactly one family."""


@dataclass(frozen=True, slots=True)
class Family:
    """One family of moves: its name, and at each turn the names of those that were made."""

    id: str
    name: str
    at: dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What kinds of move were made at which of the mentee's turns."""

    turns: tuple[int, ...]
    families: tuple[Family, ...]

    def moves_at(self, turn: int) -> tuple[str, ...]:
        """The names of all moves of that turn."""
        return tuple(name for one in self.families for name in one.at.get(turn, ()))


def timeline(debrief: Debrief, t: Translator) -> Timeline | None:
    """The moves turn by turn; None where there are none to show."""
    if not any(one.moves for one in debrief.made):
        return None
    return Timeline(
        turns=tuple(one.turn for one in debrief.made),
        families=tuple(_family(debrief, name, moves, t) for name, moves in FAMILIES),
    )


def _family(debrief: Debrief, name: str, moves: frozenset[Move], t: Translator) -> Family:
    names_at = {
        one.turn: tuple(trigger_name(t, "move", move.value) for move in one.moves if move in moves)
        for one in debrief.made
    }
    return Family(
        name, t(f"debrief.moves.{name}"), {turn: names for turn, names in names_at.items() if names}
    )
