"""Waiting until what was typed has arrived.

A key that a screen takes for itself overtakes the letters struck before it, which wait at the field
in focus: whoever reads a field for good lets it catch up first.
"""

import asyncio
from contextlib import suppress

from textual.message_pump import MessagePump

LONGEST_WAIT = 1
"""Seconds after which nothing holds anybody up."""


async def caught_up(*pumps: MessagePump | None) -> None:
    """Return once each has done what it was told before."""
    for pump in pumps:
        if pump is None:
            continue
        has_caught_up = asyncio.Event()
        if pump.call_later(has_caught_up.set):
            with suppress(TimeoutError):
                await asyncio.wait_for(has_caught_up.wait(), LONGEST_WAIT)
