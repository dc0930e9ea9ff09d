"""Chance that comes from a seed alone, so that the same direction is always worded the same way.

Each draw is a hash of the seed, of what is drawn for and of the thing drawn: it depends on neither
the process nor the number of draws before it. There is no state to carry and none to reset.
"""

from dataclasses import dataclass
from hashlib import blake2b

_SCALE = float(1 << 64)


@dataclass(frozen=True, slots=True)
class Lots:
    """Draws for one reply."""

    seed: str

    def of(self, purpose: str, thing: str = "") -> float:
        """A number from 0 up to 1, always the same for the same purpose and thing."""
        key = f"{self.seed}\x1f{purpose}\x1f{thing}".encode("utf-8", "surrogatepass")
        return int.from_bytes(blake2b(key, digest_size=8).digest(), "big") / _SCALE

    def falls(self, purpose: str, chance: float) -> bool:
        """Whether something that happens `chance` of the time happens here."""
        return self.of(purpose) < chance
