"""What a play-test hands out to other processes: a way to build one stage anew."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.config import Settings
from simulator.wiring.house import House

if TYPE_CHECKING:
    from simulator.practice.stage import Stage


@dataclass(frozen=True, slots=True)
class StageBuild:
    """Builds one stage anew, in whatever process it is called: what a play-test hands out."""

    settings: Settings
    ref: str | Path

    def __call__(self) -> "Stage":
        """The scenario with its cast, ready to be played."""
        with House.build(self.settings) as house:
            return house.stage(self.ref)
