"""What only shows across turns: the patterns that a temperament may answer to.

Each is told from the mentee's own turns, never from what the persona meant to say.
"""

from collections.abc import Iterator, Sequence

from simulator.director.conduct import ASKING, HEARING, QUESTIONS, SOLVING, Conduct
from simulator.director.state import TurnRecord
from simulator.library.persona import Pattern
from simulator.reading.moves import Move
from simulator.text import words

PILE = 3
"""Questions in one breath."""
SAME = 0.85
"""Share of words in common from which a line is the same line again."""
SHORTEST = 3
"""Words; below, saying the same twice is nothing."""


def patterns_of(
    conduct: Conduct, record: TurnRecord, history: Sequence[TurnRecord]
) -> Iterator[Pattern]:
    """The patterns that this turn completes; `history` holds the turns before it."""
    if is_early(conduct, history):
        yield Pattern.EARLY_PROPOSAL
    if is_repeated(record, history):
        yield Pattern.REPEATED_LINE
    if sum(move in QUESTIONS for move in conduct.moves) >= PILE:
        yield Pattern.QUESTION_PILE


def is_early(conduct: Conduct, history: Sequence[TurnRecord]) -> bool:
    """Whether a solution comes before the mentee asked about or acknowledged anything."""
    if SOLVING.isdisjoint(conduct.moves) or conduct.asks or conduct.hears:
        return False
    return not any(_listened(record.moves) for record in history)


def is_repeated(record: TurnRecord, history: Sequence[TurnRecord]) -> bool:
    """Whether the mentee said this before, nearly word for word."""
    if record.words < SHORTEST:
        return False
    said = _bag(record.folded)
    return any(_alike(said, _bag(earlier.folded)) for earlier in history)


def _listened(moves: Sequence[Move]) -> bool:
    asked_why = Move.INTERESTS in moves and Move.CLOSED_QUESTION in moves
    return asked_why or not (ASKING | HEARING).isdisjoint(moves)


def _bag(folded: str) -> frozenset[str]:
    return frozenset(folded[start:end] for start, end in words(folded))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= SAME * len(one | other)
