"""The pace at which a reply appears: about that of somebody thinking while they speak.

A reader can skip what is left of the wait at any moment; a pause holds everything until it is
over, even what was skipped. A pace of zero never waits.
"""

import asyncio
from contextlib import suppress

SECONDS_PER_WORD = 0.06
"""People read 4 words a second and hear 3: at 16 a reply is lively and still seems spoken."""
BREATH = 8
"""Words' worth of silence before a reply begins."""


class Pace:
    """Waits between the pieces of one reply after another."""

    def __init__(self, seconds_per_word: float = SECONDS_PER_WORD) -> None:
        self._seconds_per_word = seconds_per_word
        self._skipped = asyncio.Event()
        self._free = asyncio.Event()
        self._free.set()

    @property
    def is_still(self) -> bool:
        """Whether nothing should move on its own."""
        return self._seconds_per_word <= 0

    def begin(self) -> None:
        """A new reply: nothing is skipped yet."""
        self._skipped.clear()

    def skip(self) -> None:
        """Show the rest of this reply at once."""
        self._skipped.set()

    def hold(self) -> None:
        """Pause: nothing more appears until `release`."""
        self._free.clear()

    def release(self) -> None:
        """Go on after a pause."""
        self._free.set()

    async def breathe(self) -> None:
        """Wait as one does before speaking."""
        await self._wait(BREATH)

    async def after(self, piece: str) -> None:
        """Wait as long as `piece` takes to be said."""
        await self._wait(max(1, len(piece.split())))

    async def _wait(self, words: int) -> None:
        seconds = self._seconds_per_word * words
        if seconds > 0 and not self._skipped.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._skipped.wait(), seconds)
        await self._free.wait()
