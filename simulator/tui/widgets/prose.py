"""Prose: headings, text, points and quotes as plain lines, wrapped for the width there is.

Untrusted text comes here as it is and stays plain. Points hang: their second line begins under
the first word, not under the dot.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from simulator.tui.wrap import wrapped

Kind = Literal["heading", "text", "point", "quote", "note", "better", "strong", "sign", "gap"]

WIDEST = 88
NARROWEST = 12

_FIRST: dict[Kind, str] = {"point": "• ", "quote": "  │ ", "note": "  ", "better": "  → "}
_NEXT: dict[Kind, str] = {
    "point": "  ",
    "quote": "  │ ",
    "note": "  ",
    "better": "    ",
    "sign": "  ",
}
_STYLES: dict[Kind, str] = {
    "heading": "bold $primary",
    "strong": "bold",
    "quote": "$accent",
    "note": "$foreground 70%",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of prose; a better line has an arrow, a sign of a chart hangs, a gap is empty."""

    kind: Kind
    text: str = ""


GAP = Block("gap")


class Prose(Widget):
    """Shows blocks from top to bottom, as high as they need."""

    DEFAULT_CSS = """
    Prose { height: auto; width: 1fr; }
    """

    def __init__(
        self,
        blocks: Iterable[Block] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._blocks = tuple(blocks)

    def say(self, blocks: Iterable[Block]) -> None:
        """Show other blocks."""
        self._blocks = tuple(blocks)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        kept = max(NARROWEST, min(WIDEST, width))
        return [line for block in self._blocks for line in _drawn(block, kept)]


def sections(parts: Sequence[Sequence[Block]]) -> tuple[Block, ...]:
    """Parts below one another with a gap between; empty ones are left out."""
    kept = [part for part in parts if part]
    return tuple(
        block for place, part in enumerate(kept) for block in ((GAP, *part) if place else part)
    )


def _drawn(block: Block, width: int) -> list[Content]:
    style = _STYLES.get(block.kind, "")
    first, following = _FIRST.get(block.kind, ""), _NEXT.get(block.kind, "")
    lines = wrapped(first + block.text, width, following)
    return [Content.styled(line, style) if style else Content(line) for line in lines]
