"""A quiet table: names at the left that wrap, figures at the right under their words, no lines."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from simulator.tui.wrap import wrapped
from simulator.views.review_tables import TableRow

GAP = 2
NARROWEST = 14
"""Cells that a name has at least."""
MUTED = "$foreground 65%"


class Columns(Widget, can_focus=False):
    """Shows `rows` under `heads`; a low one says so under its name."""

    DEFAULT_CSS = """
    Columns { height: auto; width: 1fr; }
    """

    def __init__(self, heads: Sequence[str], rows: Sequence[TableRow], low: str) -> None:
        super().__init__()
        self._heads = tuple(heads)
        self._rows = tuple(rows)
        self._low = low

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        wide = [
            max(len(head), *(len(row.cells[at]) for row in self._rows))
            for at, head in enumerate(self._heads)
        ]
        room = max(NARROWEST, width - sum(wide) - GAP * len(wide))
        lines = [_line("", self._heads, wide, room, MUTED)]
        for place, row in enumerate(self._rows):
            if place and not row.is_item:
                lines.append(Content())
            first, *more = wrapped(_indented(row, row.name), room, _indented(row, ""))
            lines.append(_line(first, row.cells, wide, room))
            lines += [Content(one) for one in more]
            if row.is_low:
                lines.append(Content.styled(_indented(row, self._low), MUTED))
        return lines


def _indented(row: TableRow, text: str) -> str:
    return f"  {text}" if row.is_item else text


def _line(
    name: str, cells: Sequence[str], wide: Sequence[int], room: int, style: str = ""
) -> Content:
    figures = "".join(f"{' ' * GAP}{cell:>{most}}" for cell, most in zip(cells, wide, strict=True))
    return Content.styled(f"{name:<{room}}{figures}", style)
