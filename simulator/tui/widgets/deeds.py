"""What can be done with the thing in front of one: each deed by its key, in a line that wraps.

A click on a deed strikes its key. What cannot be done at the moment is not there.
"""

from collections.abc import Sequence
from itertools import accumulate

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from simulator.tui.commands import Command
from simulator.tui.widgets.keybar import Cap

GAP = 3


class Deeds(Widget, can_focus=False):
    """Shows those of `commands` that can be carried out now."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Deeds { height: auto; width: 1fr; }
    """

    def __init__(self, commands: Sequence[Command], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._ids = tuple(one.id for one in commands)

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def lines(self, width: int) -> int:
        """Lines that are needed in that many columns."""
        return len(self._rows(width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return self.lines(width)

    def render(self) -> Content:
        return Content("\n").join(
            Content(" " * GAP).join(
                Content.assemble((cap.written, "bold $footer-key-foreground"), f" {cap.word}")
                for cap in row
            )
            for row in self._rows(self.size.width)
        )

    def on_click(self, event: Click) -> None:
        rows, place = self._rows(self.size.width), event.get_content_offset_capture(self)
        if place.y >= len(rows):
            return
        row = rows[place.y]
        starts = accumulate((cap.width + GAP for cap in row), initial=0)
        for cap, start in zip(row, starts, strict=False):
            if start <= place.x < start + cap.width:
                self.app.simulate_key(cap.key)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh(layout=True)

    def _caps(self) -> list[Cap]:
        active = {
            one.binding.id: one for one in self.screen.active_bindings.values() if one.enabled
        }
        found = [active[name].binding for name in self._ids if name in active]
        return [Cap(one.key, self.app.get_key_display(one), one.description) for one in found]

    def _rows(self, width: int) -> list[list[Cap]]:
        """The deeds in as many lines as they need."""
        rows: list[list[Cap]] = [[]]
        used = 0
        for cap in self._caps():
            if rows[-1] and used + cap.width > width:
                rows.append([])
                used = 0
            rows[-1].append(cap)
            used += cap.width + GAP
        return rows
