"""What sort of turn it was: pressure, repair, listening, substance. Read by every rule that yields.

The invariant is that pressure never pays. Hard pressure (a threat, force, abuse, orders to a
machine) spoils the whole turn; soft pressure (flattery, pleading) spoils whatever could be told or
granted on it. Only sure finds count. Questions about something else than the scene are small talk:
they are kept apart, and nothing counts them as questions.
"""

from dataclasses import dataclass

from simulator.library.persona import Trigger
from simulator.reading.moves import Move, Reading, Signal

HARD: frozenset[Trigger] = frozenset({Move.THREAT, Move.POWER, Signal.ABUSE, Signal.META})
SOFT: frozenset[Trigger] = frozenset({Signal.FLATTERY, Signal.PLEADING})
PRESSURE: frozenset[Trigger] = HARD | SOFT | {Move.RIGHTS}
"""What no temperament can make pay."""

HOSTILE: frozenset[Trigger] = HARD | {
    Move.BLAME,
    Move.UNDERMINING,
    Move.DISMISSAL,
    Move.CONFRONT,
}
"""Beside these, what else a turn does earns half at most."""

REPAIR: frozenset[Trigger] = frozenset({Move.APOLOGY, Move.ACKNOWLEDGEMENT, Move.REFLECTION})
"""What brings a persona back from a rupture."""

QUESTIONS = frozenset({Move.OPEN_QUESTION, Move.CLOSED_QUESTION})
ASKING = frozenset({Move.OPEN_QUESTION, Move.ELICITING_PREFERENCE, Move.CHECKING_UNDERSTANDING})
HEARING = frozenset({Move.ACKNOWLEDGEMENT, Move.REFLECTION, Move.SUMMARY})
INVITING = (
    ASKING
    | HEARING
    | {
        Move.SEEKING_COLLABORATION,
        Move.HANDING_OVER,
        Move.APOLOGY,
        Move.I_STATEMENT,
    }
)
_CURIOUS = ASKING | QUESTIONS | {Move.INTERESTS}
"""What is small talk as long as it does not bear on the scene."""
SOLVING = frozenset({Move.PROPOSAL, Move.OFFER, Move.ADVICE})
BARGAINING = frozenset({Move.PROPOSAL, Move.OFFER, Move.CONCEDING})
LEADING_ON = BARGAINING | {
    Move.SEEKING_COLLABORATION,
    Move.HANDING_OVER,
    Move.SUMMARY,
    Move.ELICITING_PREFERENCE,
}
"""What puts a way forward on the table, or asks for one."""

_GIVING = (
    BARGAINING
    | HEARING
    | {
        Move.SEEKING_COLLABORATION,
        Move.HANDING_OVER,
        Move.APOLOGY,
        Move.PROCEDURAL,
        Move.CHECKING_UNDERSTANDING,
        Move.CLOSED_QUESTION,
    }
)
_IDLE = frozenset({Move.MINIMAL_ANSWER, Move.ABSOLUTES, Move.UNEXPLAINED_TERM})
_UNREADABLE = frozenset({Signal.NONSENSE, Signal.OTHER_LANGUAGE})


_PARTING_WORDS = 14
"""Longest thanks that take leave; longer ones go on talking."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """The sure moves and signals of one turn; `moves` as often as they were done."""

    moves: tuple[Move, ...]
    signals: tuple[Signal, ...]
    words: int
    names_topic: bool
    is_aside: bool = False
    """Asked about something that has nothing to do with the scene."""

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """Each move and signal once, in the order in which they came."""
        return tuple(dict.fromkeys((*self.moves, *self.signals)))

    def does(self, *moves: Move) -> bool:
        return any(move in moves for move in self.moves)

    def shows(self, *signals: Signal) -> bool:
        return any(signal in signals for signal in self.signals)

    @property
    def is_hard(self) -> bool:
        """Hard pressure was used."""
        return not HARD.isdisjoint(self.triggers)

    @property
    def is_pressing(self) -> bool:
        """Hard or soft pressure was used: nothing is told or granted on this turn."""
        return not (HARD | SOFT).isdisjoint(self.triggers)

    @property
    def is_hostile(self) -> bool:
        return not HOSTILE.isdisjoint(self.triggers)

    @property
    def is_silent(self) -> bool:
        return self.words == 0

    @property
    def is_unreadable(self) -> bool:
        return not _UNREADABLE.isdisjoint(self.signals)

    @property
    def has_substance(self) -> bool:
        """Something was said to which a person could open up."""
        if self.words == 0 or self.is_unreadable:
            return False
        return (self.names_topic and not self.is_aside) or any(
            move not in _IDLE and move not in HOSTILE for move in self.moves
        )

    @property
    def asks(self) -> bool:
        """Asked openly, or for the reasons behind something."""
        if not ASKING.isdisjoint(self.moves):
            return True
        return self.does(Move.INTERESTS) and self.does(Move.CLOSED_QUESTION)

    @property
    def invites(self) -> bool:
        """Leaves the persona room to tell something: asks, hears, shares, repairs.

        A closed question does so where it is about something and asks for no yes to a proposal.
        """
        if self.is_aside:
            return False
        if self.asks or not INVITING.isdisjoint(self.moves):
            return True
        is_about = self.names_topic and BARGAINING.isdisjoint(self.moves)
        return is_about and self.does(Move.CLOSED_QUESTION)

    @property
    def only_asks(self) -> bool:
        """Asks openly, and neither puts anything forward nor gives anything back.

        A closed question may be a proposal in another dress, and is none of these.
        """
        return self.asks and _GIVING.isdisjoint(self.moves)

    @property
    def leads_on(self) -> bool:
        """Puts a way forward on the table, or asks the other for one."""
        return not LEADING_ON.isdisjoint(self.moves)

    @property
    def hears(self) -> bool:
        """Gave back what the persona said or felt."""
        return not HEARING.isdisjoint(self.moves)


def conduct_of(
    reading: Reading, *, names_topic: bool, bears: bool = True, has_won: bool = False
) -> Conduct:
    """What `reading` says for sure; `bears` tells whether the line is about the scene.

    Short thanks of one who has won something (`has_won`) take leave, though no goodbye was said.
    """
    moves = tuple(found.move for found in reading.sure_moves())
    kept = moves if bears else tuple(move for move in moves if move not in _CURIOUS)
    signals = dict.fromkeys(one.signal for one in reading.signals if one.is_sure)
    is_short = reading.words <= _PARTING_WORDS and QUESTIONS.isdisjoint(moves)
    if has_won and is_short and Signal.THANKS in signals and BARGAINING.isdisjoint(moves):
        signals[Signal.FAREWELL] = None
    return Conduct(
        moves=kept,
        is_aside=len(kept) < len(moves),
        signals=tuple(signals),
        words=reading.words,
        names_topic=names_topic,
    )
