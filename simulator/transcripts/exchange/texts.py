"""Whether every text of an event is as `clean` leaves it, as every text here is.

What people wrote must be exactly that. What was made of it, and replies that came in pieces, may
be cut in the middle of a cluster or folded, which is not how `clean` would leave them: there it is
enough that nothing in them acts on a terminal or hides.
"""

import sys
import unicodedata
from typing import Any

from simulator.text import clean

_JOINERS = dict.fromkeys(map(ord, "\u200c\u200d\ufe0f"))
_MADE = frozenset({"reading", "decision"})
_PIECED = frozenset({"reply-part", "reply-done", "reply-interrupted"})


def unfit(value: Any) -> bool:
    """Whether a text in `value`, an event or a definition as JSON, is not clean."""
    kind = value.get("kind") if isinstance(value, dict) else None
    return _is_unfit(value, is_made=isinstance(kind, str) and kind in _PIECED)


def _is_unfit(value: Any, *, is_made: bool) -> bool:
    match value:
        case str():
            return _hides(value) if is_made else clean(value, limit=sys.maxsize) != value
        case list():
            return any(_is_unfit(one, is_made=is_made) for one in value)
        case dict():
            return any(
                _is_unfit(key, is_made=is_made) or _is_unfit(one, is_made=is_made or key in _MADE)
                for key, one in value.items()
            )
        case _:
            return False


def _hides(text: str) -> bool:
    bare = text.translate(_JOINERS)
    return clean(bare, limit=sys.maxsize) != unicodedata.normalize("NFC", bare)
