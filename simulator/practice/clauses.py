"""A stream of pieces of any size regrouped into clauses, so that each can be checked whole.

What is shown is best not called back: a word is let go once the clause it belongs to is there, and
at once when it is. Nothing is lost, added or reordered: the parts join to the same text.
"""

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing

from simulator.errors import ActorError
from simulator.text import words

LONGEST = 14
"""Words after which a clause is let go though no mark ended it."""
MOST = 400
"""Code points after which it is let go though there was no gap in it either."""
SHORTEST = 4
"""Words that a comma, a colon or a dash must have before it."""
_ENDS = re.compile(r"(?:(?<!\d)[.!?…](?![.!?…])|\d[.](?=\s)|[!?…])[”\"’'»)]*")
_PAUSES = re.compile(r"(?<!\d)[,;:][”\"’'»)]*|(?:[,;:][”\"’'»)]*|\s[—–-])(?=\s)")
_GAP = re.compile(r"(?<=\S)\s+")


async def clauses(pieces: AsyncGenerator[str, None]) -> AsyncGenerator[str, None]:
    """The text of `pieces`, cut after clauses.

    What was held back is let go before an `ActorError` of `pieces` is passed on.
    """
    held, fault = "", None
    async with aclosing(pieces):
        try:
            async for piece in pieces:
                held += piece
                while end := _clause(held):
                    clause, held = held[:end], held[end:]
                    yield clause
        except ActorError as error:
            fault = error
    if held:
        yield held
    if fault is not None:
        raise fault


def _clause(text: str) -> int:
    """Where the first clause of `text` ends; 0 while it has not ended."""
    ends = [match.end() for match in _ENDS.finditer(text)]
    pauses = (match.end() for match in _PAUSES.finditer(text))
    ends += [end for end in pauses if len(words(text[:end])) >= SHORTEST]
    gaps = [match.end() for match in _GAP.finditer(text)]
    if len(gaps) >= LONGEST:
        ends.append(gaps[LONGEST - 1])
    if len(text) >= MOST:
        ends.append(MOST)
    return min(ends, default=0)
