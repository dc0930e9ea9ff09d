"""Pieces of a page: what a screen or a page of lines is laid out from."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, running text, a quote, a note that belongs to what is above it, or a gap."""

    kind: Literal["heading", "text", "quote", "note", "gap"]
    text: str = ""
