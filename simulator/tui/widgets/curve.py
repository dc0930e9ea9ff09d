"""Trust and tension over the mentee's turns: one row of bars each, with the first and last figure."""

from collections.abc import Sequence

from textual.content import Content

from simulator.debrief.movers import Point
from simulator.i18n import Translator
from simulator.tui.widgets.prose import Block, Prose

BARS = "▁▂▃▄▅▆▇█"
TOP = 10
"""The scale of a stance."""
WIDE = 2
"""Cells of a bar where there is room; one where there is not."""


def bars(values: Sequence[float], width: int) -> str:
    """One bar for each value of 0 to 10; the latest ones, where not all have room."""
    wide = WIDE if len(values) * WIDE <= width else 1
    shown = values[-width:] if width else ()
    return "".join(BARS[min(len(BARS) - 1, int(value / TOP * len(BARS)))] * wide for value in shown)


class StanceCurve(Prose):
    """Hidden during the talk, shown after it."""

    def __init__(
        self, points: Sequence[Point], names: Sequence[tuple[str, str]], t: Translator
    ) -> None:
        self._points = tuple(points)
        self._names = tuple(names)
        self._t = t
        super().__init__([Block("heading", t("tui.debrief.curve"))])

    def _lines(self, width: int) -> list[Content]:
        lines = [*super()._lines(width), Content()]
        for persona, name in self._names:
            mine = [point for point in self._points if point.persona == persona]
            if len(self._names) > 1:
                lines.append(Content(name))
            if mine:
                lines.append(self._row("trust", "$primary", [one.trust for one in mine], width))
                lines.append(
                    self._row("tension", "$secondary", [one.tension for one in mine], width)
                )
        return lines

    def _row(self, what: str, style: str, values: Sequence[float], width: int) -> Content:
        labels = (self._t("tui.debrief.trust"), self._t("tui.debrief.tension"))
        widest = max(len(label) for label in labels)
        label = labels[what == "tension"].ljust(widest)
        first, last = self._t.number(values[0], 1), self._t.number(values[-1], 1)
        before, after = f"{label}  {first:>4} ", f" {last}"
        room = max(1, width - len(before) - len(after))
        return Content.assemble(before, (bars(values, room), style), after)
