"""The workspace: the folder that holds a person's scenarios, personas and transcripts.

It is found, never made: nothing here creates anything on disk.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import platformdirs

from simulator.config.settings import Settings
from simulator.config.values import APPLICATION


@dataclass(frozen=True, slots=True)
class Shelf:
    """Two folders of definitions."""

    scenarios: Path
    personas: Path


@dataclass(frozen=True, slots=True)
class Workspace:
    """The folder that holds a person's scenarios, personas and transcripts."""

    root: Path

    @property
    def scenarios(self) -> Path:
        return self.root / "scenarios"

    @property
    def personas(self) -> Path:
        return self.root / "personas"

    @property
    def transcripts(self) -> Path:
        return self.root / "transcripts"

    @property
    def shelf(self) -> Shelf:
        """The definitions of this workspace, which come before the shipped ones."""
        return Shelf(self.scenarios, self.personas)

    @property
    def is_complete(self) -> bool:
        """Whether all three folders exist, which is how a workspace is recognised."""
        return all(one.is_dir() for one in (self.scenarios, self.personas, self.transcripts))

    @classmethod
    def of(cls, settings: Settings, start: Path | None = None) -> Self:
        """The workspace asked for, else the one `start` stands in, else the user's own.

        `start` is the working folder by default. The user's own need not exist yet.
        """
        if settings.home is not None:
            return cls(settings.home)
        start = (Path.cwd() if start is None else start).absolute()
        for folder in (start, *start.parents):
            found = cls(folder)
            if found.is_complete:
                return found
        return cls(platformdirs.user_data_path(APPLICATION, appauthor=False))


def shipped() -> Shelf:
    """The scenarios and personas that come with the program, from a wheel or from a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "_shipped"
    root = inside if inside.is_dir() else package.parent
    return Shelf(root / "scenarios", root / "personas")
