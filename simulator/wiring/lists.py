"""The lists: what was kept in one workspace, without reading any of it.

They know no event, so that a list of sessions is there before a talk can be held.
"""

from typing import TYPE_CHECKING

from simulator.transcripts.reviews import Reviews
from simulator.transcripts.rows import ReviewRow, SessionRow
from simulator.transcripts.sessions import Sessions

if TYPE_CHECKING:
    from simulator.wiring.house import House


class Lists:
    """The rows of one workspace."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def sessions(self) -> tuple[SessionRow, ...]:
        """Every session kept here, newest first."""
        return Sessions(self._house.store).all()

    def reviews(self) -> tuple[ReviewRow, ...]:
        """Every review kept here, newest first."""
        return Reviews(self._house.store).all()
