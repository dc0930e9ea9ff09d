"""Settings and workspace: what was asked for, by a flag, the environment or a file, in that order.

Settings are frozen and complete: whoever holds them reads no environment and no file again. The
file is `settings.toml` in the user's configuration folder; the environment's names are the
settings' own behind `SIMULATOR_`. It refuses unknown keys and values it would have to guess at,
and creates nothing on disk.

    language = "fr"
    mentee = "Camille"
    actor = "offline"
    level = 2
    cluster = "dask"
"""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal, Self, cast

import platformdirs

from simulator.errors import BadFile, UsageError

Language = Literal["en", "fr"]

APPLICATION = "simulator"
LANGUAGES: tuple[Language, ...] = ("en", "fr")
OFFLINE = "offline"
HUMAN = "human"
"""The actor of a conversation that two people held and that was brought in afterwards."""
LONGEST_NAME = 80
MOST_DOLLARS = 10_000
HERE = "here"
CLUSTER = re.compile(r"here|(?P<kind>dask|ray)(?::(?P<address>\S+))?")
"""What the setting `cluster` may be: the cores of this machine, or Dask or Ray at an address."""


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
    cap_tokens: int = 200_000
    """Tokens that one session may use of an LLM, both ways; 0: as many as it takes."""
    cap_dollars: float = 0.0
    """The same in dollars, where the price is known; 0: no such cap."""
    level: int | None = None
    """1 to 3; None: what the scenario suggests."""
    seed: int | None = None
    """None: a new one for each session."""
    reduced_motion: bool = False
    """Replies appear at once instead of at the pace of speech."""
    cluster: str = HERE
    """Where play-tests run: `here`, `dask`, `ray`, or either with `:ADDRESS`."""

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
        chosen |= _from_file(file)
        chosen |= _from_environment(environ)
        chosen |= {
            name: _checked(name, value, UsageError, "flag", f"--{name}")
            for name, value in (flags or {}).items()
            if value is not None
        }
        return cls(**cast("dict[str, Any]", chosen))

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


def _language(value: object) -> Language:
    if value not in LANGUAGES:
        raise ValueError
    return value


def _folder(value: object) -> Path:
    path = Path(cast("str | Path", value)).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError
    return path


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    name = value.strip()
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise ValueError
    return name


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise TypeError
    return int(value)


def _tokens(value: object) -> int:
    tokens = _whole(value)
    if tokens < 0:
        raise ValueError
    return tokens


def _dollars(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, float | int | str):
        raise TypeError
    dollars = float(value)
    if not 0 <= dollars < MOST_DOLLARS:
        raise ValueError
    return dollars


def _level(value: object) -> int:
    level = _whole(value)
    if not 1 <= level <= 3:
        raise ValueError
    return level


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[
        str(value).strip().lower()
    ]


def _cluster(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    if CLUSTER.fullmatch(value) is None:
        raise ValueError
    return value


_CHECKS: dict[str, Callable[[object], object]] = {
    "language": _language,
    "home": _folder,
    "mentee": _name,
    "actor": _name,
    "judge": _name,
    "coach": _name,
    "cap_tokens": _tokens,
    "cap_dollars": _dollars,
    "level": _level,
    "seed": _whole,
    "reduced_motion": _switch,
    "cluster": _cluster,
}


def _checked(
    name: str, value: object, refusal: type[UsageError | BadFile], source: str, where: str
) -> object:
    """`value` as the setting `name` holds it; `source` is flag, environment or file."""
    try:
        return _CHECKS[name](value)
    except (TypeError, ValueError, KeyError):
        raise refusal(
            f"setting-{name}", setting=name, value=str(value), source=source, where=where
        ) from None


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in fields(Settings):
        variable = f"SIMULATOR_{field.name.upper()}"
        if environ.get(variable):
            found[field.name] = _checked(
                field.name, environ[variable], UsageError, "environment", variable
            )
    return found


def _from_file(path: Path) -> dict[str, object]:
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = place.groups() if place else ("1", "1")
        raise BadFile("settings-syntax", path=str(path), line=line, column=column) from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadFile("settings-unreadable", path=str(path)) from error
    for name in written:
        if name not in _CHECKS:
            known = ", ".join(_CHECKS)
            raise BadFile("settings-unknown", path=str(path), setting=name, known=known)
    return {
        name: _checked(name, value, BadFile, "file", str(path)) for name, value in written.items()
    }


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
    package = Path(__file__).parent
    inside = package / "_shipped"
    root = inside if inside.is_dir() else package.parent
    return Shelf(root / "scenarios", root / "personas")
