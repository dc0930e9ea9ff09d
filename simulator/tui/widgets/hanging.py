"""A line of a list that is never cut: it wraps between words, under where its title begins.

What stands at the right stays beside the first line; where that would leave the title too little
room, it has a line of its own below.
"""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from simulator.tui.wrap import wrapped

GAP = 2
NARROWEST = 20
"""Cells that a title needs beside what stands at the right."""


class Hanging(Visual):
    """`sign` stands before the title, `aside` at the right of it."""

    def __init__(self, sign: Content, title: str, aside: Content) -> None:
        self._sign = sign
        self._title = title
        self._aside = aside

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines, as wide as there is room."""
        drawn = Content("\n").join(self._lines(width))
        return drawn.render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        indent, aside = self._sign.cell_length, self._aside.cell_length
        beside = width - indent - aside - GAP
        is_beside = beside >= min(NARROWEST, Content(self._title).cell_length)
        room = max(1, beside if is_beside and aside else width - indent)
        first, *rest = wrapped(self._title, room)
        lines = [Content.assemble(self._sign, first)]
        lines += [Content(" " * indent + one) for one in rest]
        if not aside:
            return lines
        if is_beside:
            lines[0] = Content.assemble(
                lines[0].pad_right(indent + room + GAP - lines[0].cell_length), self._aside
            )
        else:
            lines.append(Content.assemble(" " * indent, self._aside))
        return lines
