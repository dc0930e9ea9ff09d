"""Trust and tension over the mentee's turns: bars with figures, signs where something stood out.

Shown after the talk, never during it. What a sign means is said in words below the bars, so that
neither colour nor shape has to be seen.
"""

from collections.abc import Iterator, Sequence

from textual.content import Content

from simulator.i18n import Translator
from simulator.tui.widgets.prose import Prose
from simulator.views.debrief_plot import TOP, Plot, Track, numbers, signs

BARS = "▁▂▃▄▅▆▇█"
HIGH = 2
"""Rows of a bar."""
WIDEST = 4
"""Cells from one turn to the next where there is room."""
FIGURE = 4
"""Cells of a figure such as 10.0."""


def bars(values: Sequence[float], cell: int) -> tuple[str, ...]:
    """Rows of bars from top to bottom, one bar of `cell` cells for each value of 0 to 10."""
    steps = [max(1, round(value / TOP * HIGH * len(BARS))) for value in values]
    return tuple(
        "".join(_part(step - row * len(BARS)) * cell for step in steps)
        for row in reversed(range(HIGH))
    )


def _part(eighths: int) -> str:
    return BARS[min(eighths, len(BARS)) - 1] if eighths > 0 else " "


class StanceCurve(Prose):
    """One pair of bars for each persona."""

    def __init__(self, plot: Plot, t: Translator) -> None:
        super().__init__()
        self._plot = plot
        self._t = t

    def _lines(self, width: int) -> list[Content]:
        labels = {what: self._t(f"debrief.plot.{what}") for what in ("trust", "tension", "turn")}
        margin = max(map(len, labels.values())) + FIGURE + 2
        room = max(1, width - margin - FIGURE - 1)
        cell = max(1, min(WIDEST, room // len(self._plot.turns)))
        shown = self._plot.turns[-room:]
        lines: list[Content] = []
        for track in self._plot.tracks:
            if len(self._plot.tracks) > 1:
                lines.append(Content(track.name))
            for what, style in (("trust", "$primary"), ("tension", "$secondary")):
                lines += self._rows(track, what, shown, cell, labels[what].ljust(margin - 6), style)
        marked = "".join(signs(self._plot, turn)[:cell].ljust(cell) for turn in shown)
        if marked.strip():
            lines.append(Content(f"{' ' * margin}{marked.rstrip()}"))
        lines.append(Content(labels["turn"].ljust(margin) + numbers(shown, cell)))
        return lines

    def _rows(
        self, track: Track, what: str, shown: Sequence[int], cell: int, label: str, style: str
    ) -> Iterator[Content]:
        at = {one.turn: one.trust if what == "trust" else one.tension for one in track.points}
        values = [at.get(turn, 0) for turn in shown]
        first, last = (self._t.number(one, 1) for one in (values[0], values[-1]))
        *upper, lowest = bars(values, cell)
        blank = " " * (len(label) + FIGURE + 2)
        for row in upper:
            yield Content.assemble(blank, (row, style))
        before = f"{label} {first.rjust(FIGURE)} "
        yield Content.assemble(before, (lowest, style), f" {last}")
