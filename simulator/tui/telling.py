"""A failure that was foreseen is told on the screen it happened on, and nobody has to leave it."""

from types import TracebackType
from typing import Protocol

from simulator.errors import SimulatorError


class Teller(Protocol):
    """Who can say it."""

    def tell(self, error: SimulatorError) -> None:
        """Say what went wrong and what to do about it."""
        ...


class Telling:
    """`with Telling(app):` tells any error of the product's own tree, and goes on after the block."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, SimulatorError):
            return False
        self._teller.tell(error)
        return True
