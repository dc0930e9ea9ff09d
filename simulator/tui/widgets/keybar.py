"""The keys of the moment on the last line, as one widget: it is drawn again at every change of focus.

A click on a key strikes it. Where there is little room, the gaps between keys go first, then keys
from the end: the first, which is help and lists them all, and the way back stay.
"""

from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

WIDE_GAP, NARROW_GAP = 2, 1


class Cap(NamedTuple):
    """A key, as it is written on the keyboard, and its word."""

    key: str
    written: str
    word: str

    @property
    def width(self) -> int:
        return len(self.written) + 1 + len(self.word)


class KeyBar(Widget, can_focus=False):
    """Shows the keys that the screen declares to be shown, one for each action."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar {
        dock: bottom;
        height: 1;
        padding: 0 1;
        color: $footer-description-foreground;
        background: $footer-background;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def render(self) -> Content:
        gap = " " * self._gap(self._caps())
        parts = [
            Content.assemble((cap.written, "bold $footer-key-foreground"), f" {cap.word}")
            for cap in self._caps()
        ]
        return Content(gap).join(parts)

    def on_click(self, event: Click) -> None:
        caps = self._caps()
        place = event.get_content_offset_capture(self).x
        for cap in caps:
            if 0 <= place < cap.width:
                self.app.simulate_key(cap.key)
                return
            place -= cap.width + self._gap(caps)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def _caps(self) -> list[Cap]:
        found: dict[str, Cap] = {}
        for active in self.screen.active_bindings.values():
            one = active.binding
            if one.show and active.enabled:
                written = self.app.get_key_display(one)
                found.setdefault(one.action, Cap(one.key, written, one.description))
        return self._fitting(list(found.values()))

    def _fitting(self, caps: list[Cap]) -> list[Cap]:
        """Those that there is room for."""
        kept, room = caps, self.content_size.width
        while sum(cap.width + NARROW_GAP for cap in kept) - NARROW_GAP > room:
            going = [cap for cap in kept[1:] if cap.key != "escape"]
            if not going:
                break
            kept = [cap for cap in kept if cap is not going[-1]]
        return kept

    def _gap(self, caps: list[Cap]) -> int:
        needed = sum(cap.width for cap in caps) + WIDE_GAP * (len(caps) - 1)
        return WIDE_GAP if needed <= self.content_size.width else NARROW_GAP
