"""Where each setting comes from: so that a screen can say what wins over what it is asked to keep."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from simulator.config.settings import (
    Settings,
    from_environment,
    from_file,
    settings_file,
    variable,
)
from simulator.config.values import NAMES

Source = Literal["flag", "environment", "file", "system", "default"]


@dataclass(frozen=True, slots=True)
class Origin:
    """One setting, as it is now and as it came to be so."""

    name: str
    value: object
    """What holds in this run."""
    source: Source
    where: str
    """The flag, the variable or the file; empty for a default."""
    kept: object = None
    """What the file says."""
    is_kept: bool = False
    """Whether the file says anything."""

    @property
    def is_overridden(self) -> bool:
        """Whether a flag or a variable wins over what the file says, or would say."""
        return self.source in {"flag", "environment"}


def origins(
    settings: Settings, environ: Mapping[str, str] | None = None, file: Path | None = None
) -> tuple[Origin, ...]:
    """Every setting in `settings` with its origin, in the order in which they are declared.

    Raises `BadFile` for a file that cannot be used, `UsageError` for such a variable.
    """
    environ = os.environ if environ is None else environ
    file = settings_file() if file is None else file
    return tuple(_origins(settings, environ, file))


def _origins(settings: Settings, environ: Mapping[str, str], file: Path) -> Iterator[Origin]:
    kept, given = from_file(file), from_environment(environ)
    for name in NAMES:
        source, where = _source(name, settings, kept, given, file)
        yield Origin(name, getattr(settings, name), source, where, kept.get(name), name in kept)


def _source(
    name: str,
    settings: Settings,
    kept: Mapping[str, object],
    given: Mapping[str, object],
    file: Path,
) -> tuple[Source, str]:
    if name in settings.flags:
        return "flag", f"--{name.replace('_', '-')}"
    if name in given:
        return "environment", variable(name)
    if name in kept:
        return "file", str(file)
    return ("system", "LANG") if name == "language" else ("default", "")
