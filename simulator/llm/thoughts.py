"""What an LLM thinks aloud before it speaks is nobody's line: it is taken out on the way.

So are blanks before the first word. Servers that know their LLM keep its thoughts apart; others
pass them on between `<think>` and `</think>` at the beginning of the reply, in however many pieces.
"""

OPENS, CLOSES = "<think>", "</think>"


class Thoughts:
    """Takes a reply in pieces and gives back what is said of it."""

    def __init__(self) -> None:
        self._held: str | None = ""
        """What may still be a thought; None once the reply itself has begun."""

    def spoken(self, piece: str) -> str:
        """What of `piece`, and of what was held back, is said aloud."""
        if self._held is None:
            return piece
        self._held += piece
        begun = self._held.lstrip()
        if begun.startswith(OPENS):
            _, closed, rest = begun.partition(CLOSES)
            return self._begin(rest.lstrip()) if closed else ""
        return "" if OPENS.startswith(begun) else self._begin(begun)

    def rest(self) -> str:
        """What was held back to the end and turned out to be no thought."""
        held, self._held = (self._held or "").lstrip(), None
        return "" if held.startswith(OPENS) else held

    def _begin(self, text: str) -> str:
        self._held = None if text else ""
        return text
