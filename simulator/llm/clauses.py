"""A stream of pieces of any size regrouped into clauses, so that each can be checked whole.

What is shown cannot be called back: a word is let go once the clause it belongs to is there.
"""

import re
from collections.abc import AsyncGenerator
from contextlib import aclosing

from simulator.errors import ActorError

LONGEST = 14
"""Words after which a clause is let go though no mark ended it."""
_MARK = re.compile(r"[.!?…,;:—»”]+(?=\s)")
_GAP = re.compile(r"\s+(?=\S)")


async def clauses(pieces: AsyncGenerator[str, None]) -> AsyncGenerator[str, None]:
    """The text of `pieces`, cut after clauses; the parts join to the same text.

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
    """Where the first clause of `text` ends, its blanks included; 0 while it has not ended."""
    mark = _MARK.search(text)
    gaps = [match.end() for match in _GAP.finditer(text)]
    by_mark = next((one for one in gaps if mark and one > mark.end()), None)
    by_length = gaps[LONGEST - 1] if len(gaps) >= LONGEST else None
    return min((one for one in (by_mark, by_length) if one is not None), default=0)
