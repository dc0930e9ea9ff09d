"""Ids of sessions and reviews: short enough to read aloud and type, in the store only once.

Ten characters of Crockford's base 32 (lower case, without i, l, o and u) hold 50 bits. The source
of bits is passed in: a seeded generator gives the same ids, the system's gives ones that nobody
guesses.
"""

from collections.abc import Callable

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10
_BITS = 5
_MEANT = str.maketrans("ilo", "110", "-")


class SessionIds:
    """`practice.ports.Ids`: draws until an id is free."""

    def __init__(self, bits: Callable[[int], int], is_taken: Callable[[str], bool]) -> None:
        """`bits(n)` gives `n` random bits, as `random.Random.getrandbits` and `secrets.randbits`."""
        self._bits = bits
        self._is_taken = is_taken

    def session(self) -> str:
        """A new session's id."""
        while True:
            name = spelled(self._bits(_BITS * LENGTH))
            if not self._is_taken(name):
                return name


def spelled(drawn: int) -> str:
    """The id that the lowest 50 bits of `drawn` spell."""
    return "".join(ALPHABET[drawn >> _BITS * place & 31] for place in range(LENGTH))


def as_written(ref: str) -> str:
    """The id, or beginning of one, that somebody meant who typed `ref`."""
    return ref.strip().lower().translate(_MEANT)
