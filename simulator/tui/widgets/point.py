"""A point of a debrief: it takes the focus, is marked at its left, and knows its utterance."""

from simulator.tui.widgets.prose import Block, Kind, Prose
from simulator.views.debrief_pieces import Piece


class Point(Prose, can_focus=True):
    """One piece that something can be done with: try it again, read on from there."""

    DEFAULT_CSS = """
    Point {
        padding: 0 1;
        border-left: blank;
        &:focus {
            border-left: outer $primary;
            background: $surface;
        }
    }
    """

    def __init__(self, piece: Piece, *, classes: str = "") -> None:
        super().__init__(said(piece), classes=classes)
        self.turn = piece.turn
        """The utterance it is about."""


def said(piece: Piece) -> tuple[Block, ...]:
    """A piece as prose."""
    return tuple(Block(_KINDS.get(one.role, one.kind), one.text) for one in piece.lines)


_KINDS: dict[str, Kind] = {"line": "better", "ruling": "better"}
"""What is more than a remark: a better line, what a mentor said."""
