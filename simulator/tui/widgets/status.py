"""The status: one line on what is happening, and a pause counted down on it.

Owned here: that a countdown never outlives what it was about. Whatever is said next ends it, and
what was said before it comes back when it is over. It refuses to move where nothing should: there
a pause is one line that stands.
"""

from collections.abc import Callable

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Label

SECOND = 1.0


class Status(Label):
    """What is happening, or nothing."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self._line = ""
        self._left = 0
        self._words: Callable[[int], str] | None = None
        """How a pause under way is told, for the seconds that are left of it."""
        self._timer: Timer | None = None

    def say(self, text: str) -> None:
        """Show `text`; a pause that was told is over."""
        self._line = text
        self._words = None
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.update(Content(text))

    def reword(self, text: str) -> None:
        """Say the same in other words; a pause under way goes on."""
        self._line = text
        self.update(Content(text if self._words is None else self._words(self._left)))

    def pause(self, seconds: int, words: Callable[[int], str], *, is_still: bool) -> None:
        """Show `words` of a pause of so many seconds, counted down unless all `is_still`."""
        self.say(self._line)
        self._left, self._words = seconds, words
        self.update(Content(words(seconds)))
        if not is_still:
            self._timer = self.set_interval(SECOND, self.tick)

    def tick(self) -> None:
        """A second of the pause is over; after its last one, so is the pause."""
        self._left -= 1
        if self._words is None or self._left <= 0:
            self.go_on()
        else:
            self.update(Content(self._words(self._left)))

    def go_on(self) -> None:
        """End a pause, if there is one: what was said before it is said again."""
        if self._words is not None:
            self.say(self._line)
