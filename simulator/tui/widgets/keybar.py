"""The keys of the moment on the last line, as one widget: it is drawn again at every change of focus.

A click on a key strikes it. Where there is little room, the gaps between keys go first, then the
keys declared last; the way to everything else is then named, and the way back always is, or the
way out where nothing leads back.
"""

from typing import NamedTuple

from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.widget import Widget

WIDE_GAP, NARROW_GAP = 2, 1
MORE, OUT = "palette", "quit"
"""Actions that lead to everything else, and out."""
BACK = "escape"
"""The key that leads back, where something does."""


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
        caps, gap = self._fitting()
        parts = [
            Content.assemble((cap.written, "bold $footer-key-foreground"), f" {cap.word}")
            for cap in caps
        ]
        return Content(" " * gap).join(parts)

    def on_click(self, event: Click) -> None:
        caps, gap = self._fitting()
        place = event.get_content_offset_capture(self).x
        for cap in caps:
            if 0 <= place < cap.width:
                self.app.simulate_key(cap.key)
                return
            place -= cap.width + gap

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def _fitting(self) -> tuple[list[Cap], int]:
        """The caps that there is room for, and the gap between them."""
        shown, more = self._caps()
        caps = list(shown.values())
        room = self.content_size.width
        for gap in (WIDE_GAP, NARROW_GAP):
            if _width(caps, gap) <= room:
                return caps, gap
        back = next((action for action, cap in shown.items() if cap.key == BACK), OUT)
        kept = [cap for action, cap in shown.items() if action not in {MORE, OUT, back}]
        ways = [one for one in (more, shown.get(back)) if one is not None]
        while kept and _width([*kept, *ways], NARROW_GAP) > room:
            kept.pop()
        return [*kept, *ways], NARROW_GAP

    def _caps(self) -> tuple[dict[str, Cap], Cap | None]:
        """The keys to be shown, by what they do, and the one that leads to everything else."""
        found: dict[str, Cap] = {}
        more: Cap | None = None
        for active in self.screen.active_bindings.values():
            one = active.binding
            if not active.enabled or not (one.show or one.action == MORE):
                continue
            cap = Cap(one.key, self.app.get_key_display(one), one.description)
            if one.show:
                found.setdefault(one.action, cap)
            else:
                more = more or cap
        return found, more


def _width(caps: list[Cap], gap: int) -> int:
    return sum(cap.width for cap in caps) + gap * (len(caps) - 1)
