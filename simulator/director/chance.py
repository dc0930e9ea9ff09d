"""Chance that is none: figures drawn from the session's seed and a purpose, the same every time.

The only source of variety in the director. It refuses clocks and random generators.
"""

from hashlib import blake2b

LATEST = 2
"""Turns that something told by the turn may come later."""
_SPAN = 1 << 32


def drawn(seed: int, *purpose: str | int) -> float:
    """A figure from 0 up to 1, fixed for this seed and purpose."""
    key = "/".join(str(part) for part in (seed, *purpose)).encode()
    return int.from_bytes(blake2b(key, digest_size=4).digest(), "big") / _SPAN


def delay(seed: int, name: str) -> int:
    """Turns by which `name`, a twist or a cue, comes later in the session with this seed."""
    return int(drawn(seed, "delay", name) * (LATEST + 1))
