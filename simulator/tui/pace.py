"""The pace at which a reply appears: about that of somebody thinking while they speak.

A reader can skip what is left of the pause at any moment; a pace of zero never waits.
"""

import asyncio

SECONDS_PER_WORD = 0.07
"""Some 14 words a second would be instant, 3 is speech; this reads as lively without dragging."""


class Pace:
    """Waits between the pieces of one reply after another."""

    def __init__(self, seconds_per_word: float = SECONDS_PER_WORD) -> None:
        self._seconds_per_word = seconds_per_word
        self._skipped = asyncio.Event()

    def begin(self) -> None:
        """A new reply: nothing is skipped yet."""
        self._skipped.clear()

    def skip(self) -> None:
        """Show the rest of this reply at once."""
        self._skipped.set()

    async def after(self, piece: str) -> None:
        """Wait as long as `piece` takes to be said, or until the rest is skipped."""
        seconds = self._seconds_per_word * max(1, len(piece.split()))
        if self._skipped.is_set() or seconds <= 0:
            return
        try:
            await asyncio.wait_for(self._skipped.wait(), seconds)
        except TimeoutError:
            return
