"""Names of keys: which there are, which every terminal can tell from its neighbours, which are letters.

A terminal sends bytes, not keys: Ctrl+I is Tab to it, Ctrl+M is Enter, and Shift with a function key
is another function key on half of them. Names are Textual's.
"""

import re
import unicodedata
from typing import Literal

from textual.keys import KEY_NAME_REPLACEMENTS, key_to_character

Fault = Literal["not-a-key", "indistinct", "reserved"]

_ALWAYS = re.compile(r"f(?:[1-9]|1[0-9]|2[0-4])|insert|delete|ctrl\+[a-z]|alt\+[a-z0-9]")
_NAMED = (
    "tab up down left right home end pageup pagedown enter escape space backspace insert delete"
)
_MODIFIED = re.compile(
    rf"(?:(?:ctrl|shift|alt|super|meta|hyper)\+)+(?:\w+|[^\w\s]|{'|'.join(_NAMED.split())})"
)
_INDISTINCT = frozenset({"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+b"})
"""Tab, Enter, Backspace to a terminal; and what a terminal multiplexer keeps for itself."""
_RESERVED = frozenset({*_NAMED.split()[:13], "ctrl+c", "ctrl+z"})
"""What moves about, confirms, goes back, copies or suspends on every screen."""


def normal(key: str) -> str:
    """A key under the name by which Textual compares it: `?` is `question_mark`."""
    key = key.strip()
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def split(keys: str) -> tuple[str, ...]:
    """The keys in a list with commas between, under their normal names, each once."""
    return tuple(dict.fromkeys(normal(one) for one in keys.split(",") if one.strip()))


def is_typed(key: str) -> bool:
    """Whether the key writes something where one writes."""
    written = key_to_character(key)
    return written is not None and written.isprintable()


def fault(key: str) -> Fault | None:
    """Why nobody can have this key, whatever it is wanted for; None where they can."""
    if key in _RESERVED:
        return "reserved"
    if key in _INDISTINCT:
        return "indistinct"
    if is_typed(key) or _ALWAYS.fullmatch(key):
        return None
    return "indistinct" if _MODIFIED.fullmatch(key) else "not-a-key"
