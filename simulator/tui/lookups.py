"""Looking up what is kept, in whatever thread it is called in, through a store of its own.

What can be read is shown even where something else cannot: a broken store does not hide the
scenarios.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors import SimulatorError
from simulator.views.places import Places, places
from simulator.views.shelf import Shelf, shelf
from simulator.views.sources import ReviewRow, ScenarioCard, SessionRow

if TYPE_CHECKING:
    from simulator.wiring import House


@dataclass(frozen=True, slots=True)
class _Lists:
    """Cards and rows as they were read."""

    on_shelf: tuple[ScenarioCard, ...]
    held: tuple[SessionRow, ...] = ()
    reviewed: tuple[ReviewRow, ...] = ()

    def cards(self) -> tuple[ScenarioCard, ...]:
        return self.on_shelf

    def sessions(self) -> tuple[SessionRow, ...]:
        return self.held


def read(house: "House") -> tuple[Shelf, SimulatorError | None]:
    """What stands on the shelves of `house`, and what went wrong with the store, if anything did."""
    lists, trouble = _Lists(house.cards()), None
    try:
        with house.apart() as here:
            lists = _Lists(lists.on_shelf, here.sessions(), here.reviews())
    except SimulatorError as error:
        trouble = error
    now = house.clock.now()
    return shelf(lists, house.translator, now=now, reviews=lists.reviewed), trouble


def scenarios(house: "House") -> Shelf:
    """What can be rehearsed, and nothing of what was: so little to read that no thread is needed."""
    return shelf(_Lists(house.cards()), house.translator, now=house.clock.now())


def searched(house: "House", words: str) -> Places:
    """Where `words` were said; raises what the store raises."""
    with house.apart() as here:
        hits = () if here.is_new else here.search(words)
        sessions = here.sessions() if hits else ()
    now = house.clock.now()
    return places(
        words, hits, shelf(_Lists((), sessions), house.translator, now=now), house.translator
    )
