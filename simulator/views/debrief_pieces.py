"""Pieces of a debrief: a point with its evidence, which is read, chosen and acted on as one.

A piece knows the utterance it is about, so that trying again and reading on begin there.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from simulator.views.debrief_words import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together, the point first; a piece without a point is running text."""

    lines: tuple[Line, ...]

    @property
    def is_point(self) -> bool:
        """Whether it can be chosen: it says something of an utterance."""
        return self.lines[0].kind == "point" and bool(self.turn)

    @property
    def turn(self) -> int:
        """The utterance it is about: the point's own, else the last one quoted; 0 for none."""
        return self.lines[0].turn or next((one.turn for one in reversed(self.lines) if one.turn), 0)


def pieces(items: Iterable[Line]) -> tuple[Piece, ...]:
    """The lines of one section, each point with what belongs to it."""
    return tuple(Piece(tuple(lines)) for lines in _grouped(items))


def mentee_turn(turn: int, turns: Sequence[int]) -> int | None:
    """The mentee's turn to say anew for the utterance `turn`: itself, or the answer to it.

    `turns` are the mentee's; where none follows it is the last, and None where there is none.
    """
    return next((one for one in turns if one >= turn), turns[-1] if turns else None)


def _grouped(items: Iterable[Line]) -> Iterator[list[Line]]:
    held: list[Line] = []
    for line in items:
        if held and line.kind in {"point", "text"}:
            yield held
            held = []
        held.append(line)
    if held:
        yield held
