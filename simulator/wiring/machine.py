"""What the machine gives: the time, and files that only their owner may read."""

import os
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock, in UTC."""

    def now(self) -> datetime:
        """The time now."""
        return datetime.now(UTC)


def private(path: str, flags: int) -> int:
    """Opens a file that only its owner may read: it quotes what was said."""
    return os.open(path, flags, 0o600)
