"""Taking off what an LLM puts around a line: the speaker's name in front, quotation marks.

Done on the way, in however many pieces the line comes. Nothing is held back but what may still be a
name or the closing mark, so that the first clause is not heard later for it.
"""

import re

_MARKS = '"“”«»'
_OPENS = re.compile(rf"^\s*[{_MARKS}]\s*")
_CLOSES = re.compile(rf"\s*(?:[{_MARKS}]\s*)?$")


class Bare:
    """Takes a line in pieces and gives back what is said aloud of it."""

    def __init__(self, name: str) -> None:
        self._names = tuple(dict.fromkeys((name, name.split(maxsplit=1)[0])))
        alternatives = "|".join(map(re.escape, self._names))
        self._label = re.compile(rf"^[\s*]*(?:{alternatives})\**\s*[:|]\**\s*")
        self._held = ""
        self._has_begun = False
        self._is_quoted = False

    def spoken(self, piece: str) -> str:
        """What of `piece`, and of what was held back, is said aloud."""
        self._held += piece
        if not self._has_begun and not self._begins():
            return ""
        held = self._held
        closing = _CLOSES.search(held) if self._is_quoted else None
        end = closing.start() if closing else len(held)
        self._held = held[end:]
        return held[:end]

    def rest(self) -> str:
        """What was held back to the end and is part of the line after all."""
        held, self._held = self._held, ""
        return held if not self._has_begun else ""

    def _begins(self) -> bool:
        """Whether the line itself has begun; then what stood before it is gone."""
        start = self._held.lstrip(" \t\n*")
        is_open = any(
            name.startswith(start)
            or (start.startswith(name) and not start[len(name) :].strip(" *"))
            for name in self._names
        )
        bare = self._label.sub("", self._held)
        if is_open or not bare.strip():
            return False
        unquoted = _OPENS.sub("", bare)
        if not unquoted:
            return False
        self._is_quoted = unquoted != bare and bare.lstrip()[0] in _MARKS
        self._held, self._has_begun = unquoted, True
        return True
