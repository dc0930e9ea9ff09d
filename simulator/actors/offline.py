"""The offline actor: words a direction without any network, and the double of every test.

A pure function from a direction to a line stands behind it: the same direction gives the same
words in any process. It refuses to decide anything and knows nothing beyond the direction.
"""

import re
from collections.abc import AsyncGenerator, Iterator

from simulator.actors.compose import Composer
from simulator.director.direction import Direction

_LONGEST_PIECE = 5
"""Words of a clause that are handed over at a time."""
_CLAUSE_ENDS = re.compile(r"[.!?…;:,][”\"’'»)\u202f\u00a0]*$")


class OfflineActor:
    """Speaks in the persona's voice from the scenario's, the persona's and the product's lines.

    One that gives nothing back uses no word of the mentee's: the understudy, for the turn on which
    the mentee happened upon a word that is still locked, and the guard refused it from the persona.
    """

    def __init__(self, *, gives_back: bool = True) -> None:
        self._gives_back = gives_back

    @property
    def name(self) -> str:
        return "offline"

    async def speak(self, direction: Direction) -> AsyncGenerator[str, None]:
        """The reply in a few words at a time, cut where a voice would pause."""
        for piece in pieces(word(direction, gives_back=self._gives_back)):
            yield piece


def word(direction: Direction, *, gives_back: bool = True) -> str:
    """The persona's reply to one direction, with or without words of the mentee's in it."""
    return Composer(direction, gives_back=gives_back).reply()


def pieces(line: str) -> Iterator[str]:
    """`line` in clauses, the long ones in shorter runs; they join to the line as it is."""
    piece: list[str] = []
    for token in re.findall(r"[^ ]+ *| +", line):
        piece.append(token)
        if _CLAUSE_ENDS.search(token.rstrip()) or len(piece) == _LONGEST_PIECE:
            yield "".join(piece)
            piece = []
    if piece:
        yield "".join(piece)
