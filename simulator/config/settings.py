"""Settings: a flag beats the environment beats the file beats the default.

The environment's names are the settings' own behind `SIMULATOR_`; the file is TOML. It refuses
unknown keys and values it would have to guess at, and creates nothing on disk.

    language = "fr"
    mentee = "Camille"
    actor = "offline"
    theme = "light"
    retention_days = 90

    [keys]
    "practice.stop" = "f7"
"""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self, cast

import platformdirs

from simulator.config.values import (
    APPLICATION,
    HERE,
    NAMES,
    OFFLINE,
    Language,
    Remap,
    Theme,
    checked,
)
from simulator.errors import BadFile, UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's choices for one run of the program."""

    language: Language = "en"
    """The product's own words; a session follows the scenario's language it is run in."""
    home: Path | None = None
    """The workspace to use, wherever the program stands; None: it is looked for."""
    mentee: str = ""
    """The name the mentee declares; nothing proves it."""
    actor: str = OFFLINE
    """`offline`, or a name litellm knows."""
    judge: str = ""
    """A name litellm knows, of whoever may be asked for a second opinion on a debrief."""
    coach: str = ""
    """The same of whoever words hints; empty: the offline coach."""
    reader: str = ""
    """The same of whoever reads each line again after it was answered; empty: nobody does."""
    cap_tokens: int = 200_000
    """Tokens that one session may use of an LLM, both ways; 0: as many as it takes."""
    cap_dollars: float = 0.0
    """The same in dollars, where the price is known; 0: no such cap."""
    level: int | None = None
    """1 to 3; None: what the scenario suggests."""
    seed: int | None = None
    """None: a new one for each session."""
    theme: Theme = "dark"
    """The colours of the app."""
    reduced_motion: bool = False
    """Replies appear at once instead of at the pace of speech."""
    keys: tuple[Remap, ...] = ()
    """Keys chosen in the place of the declared ones, one entry a command, in order of its id."""
    retention_days: int = 0
    """Days after which a session is offered for forgetting; 0: it is kept until it is forgotten."""
    cluster: str = HERE
    """Where play-tests run: `here`, `dask`, `ray`, or either with `:ADDRESS`."""
    flags: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Names of the settings that a flag of this run gave."""

    @classmethod
    def load(
        cls,
        flags: Mapping[str, object] | None = None,
        environ: Mapping[str, str] | None = None,
        file: Path | None = None,
    ) -> Self:
        """The settings of this run: flag beats environment beats file beats default.

        Raises `UsageError` for a flag or variable, `BadFile` for a file that cannot be used.
        """
        environ = os.environ if environ is None else environ
        file = settings_file() if file is None else file
        chosen: dict[str, object] = {"language": spoken_language(environ)}
        chosen |= from_file(file)
        chosen |= from_environment(environ)
        given = {
            name: checked(name, value, UsageError, "flag", f"--{name}")
            for name, value in (flags or {}).items()
            if value is not None
        }
        return cls(**cast("dict[str, Any]", chosen | given), flags=frozenset(given))

    @staticmethod
    def spoken_language(environ: Mapping[str, str] | None = None) -> Language:
        """The language to speak before any setting could be read."""
        return spoken_language(os.environ if environ is None else environ)


def spoken_language(environ: Mapping[str, str]) -> Language:
    """The language the environment asks for; English when it asks for none that we speak."""
    for name in ("SIMULATOR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            return "fr" if re.match(r"fr(?:$|[-_.@])", value.lower()) else "en"
    return "en"


def settings_file() -> Path:
    """Where this person's settings are looked for, whether or not they exist."""
    return platformdirs.user_config_path(APPLICATION, appauthor=False) / "settings.toml"


def variable(name: str) -> str:
    """The environment's name of a setting."""
    return f"SIMULATOR_{name.upper()}"


def from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    """What the variables say; raises `UsageError` for one that says what cannot be."""
    return {
        name: checked(name, environ[variable(name)], UsageError, "environment", variable(name))
        for name in NAMES
        if environ.get(variable(name))
    }


def from_file(path: Path) -> dict[str, object]:
    """What the file says, nothing where there is none; raises `BadFile` for one that cannot be used."""
    return meant(written_in(path), path)


def written_in(path: Path) -> bytes:
    """What stands in the file; nothing where there is none. Raises `BadFile`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise BadFile("settings-unreadable", path=str(path)) from error


def meant(written: bytes, path: Path) -> dict[str, object]:
    """What the text of a settings file says; `path` is where it stands, for refusals."""
    try:
        found = tomllib.loads(written.decode("utf-8"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = place.groups() if place else ("1", "1")
        raise BadFile("settings-syntax", path=str(path), line=line, column=column) from error
    except UnicodeDecodeError as error:
        raise BadFile("settings-unreadable", path=str(path)) from error
    for name in found:
        if name not in NAMES:
            known = ", ".join(NAMES)
            raise BadFile("settings-unknown", path=str(path), setting=name, known=known)
    return {name: checked(name, value, BadFile, "file", str(path)) for name, value in found.items()}
