"""Noticing that an LLM says the same thing over and over, while it still does."""

LONGEST_PERIOD = 160
"""Characters of what is repeated, at most."""
TIMES = 4
LEAST = 60
"""Characters that the repetitions make together; "no, no, no, no" is how people talk."""
LONGEST = 20_000
"""Characters after which a reply that was asked to be short is out of control."""


def is_looping(text: str) -> bool:
    """Whether `text` ends in the same words `TIMES` times running, or has no end."""
    if len(text) > LONGEST:
        return True
    tail = text[-LONGEST_PERIOD * TIMES :]
    return any(_repeats(tail, period) for period in range(1, min(LONGEST_PERIOD, len(tail)) + 1))


def _repeats(tail: str, period: int) -> bool:
    times = max(TIMES, -(-LEAST // period))
    return len(tail) >= times * period and tail.endswith(tail[-period:] * times)
