"""The value of each setting: what it may be, and how it is read from a flag, a variable or a file.

A value that would have to be guessed at is refused; the refusal names the setting, what was given
and where it was written.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple, cast

from simulator.errors import BadFile, UsageError

Language = Literal["en", "fr"]
Theme = Literal["dark", "light", "contrast", "mono"]

APPLICATION = "simulator"
LANGUAGES: tuple[Language, ...] = ("en", "fr")
THEMES: tuple[Theme, ...] = ("dark", "light", "contrast", "mono")
OFFLINE = "offline"
HUMAN = "human"
"""The actor of a conversation that two people held and that was brought in afterwards."""
LONGEST_NAME = 80
MOST_DOLLARS = 10_000
MOST_DAYS = 36_500
HERE = "here"
CLUSTER = re.compile(r"here|(?P<kind>dask|ray)(?::(?P<address>\S+))?")
"""What the setting `cluster` may be: the cores of this machine, or Dask or Ray at an address."""
_COMMAND = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*")
_KEYS = re.compile(r"[^\s,=]+(?:,[^\s,=]+)*")


class Remap(NamedTuple):
    """Keys that somebody chose for a command."""

    command: str
    """Its id, such as `practice.stop`; whether there is one is for the app to say."""
    keys: str
    """Names of keys with commas between, such as `f7,ctrl+y`."""


def _language(value: object) -> Language:
    if value not in LANGUAGES:
        raise ValueError
    return value


def _theme(value: object) -> Theme:
    if value not in THEMES:
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


def _days(value: object) -> int:
    days = _whole(value)
    if not 0 <= days <= MOST_DAYS:
        raise ValueError
    return days


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
    if CLUSTER.fullmatch(value) is None or not value.isprintable():
        raise ValueError
    return value


def _keys(value: object) -> tuple[Remap, ...]:
    """A table of a file, `COMMAND=KEYS` with blanks between in a variable, or what it came to."""
    if isinstance(value, str):
        pairs = [Remap(*one.split("=", 1)) for one in value.split()]
    elif isinstance(value, Mapping):
        pairs = [Remap(command, cast("str", keys)) for command, keys in flat(value)]
    else:
        pairs = [Remap(*one) for one in cast("tuple[Remap, ...]", value)]
    if len({one.command for one in pairs}) < len(pairs):
        raise ValueError
    if not all(_COMMAND.fullmatch(one.command) and _KEYS.fullmatch(one.keys) for one in pairs):
        raise ValueError
    if not all(one.keys.isprintable() for one in pairs):
        raise ValueError
    return tuple(sorted(pairs))


def flat(table: Mapping[str, object], head: str = "") -> Iterator[tuple[str, object]]:
    """The entries of a table, those of tables within under both names with a full stop between."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{head}{name}.")
        else:
            yield f"{head}{name}", value


_CHECKS: Final[Mapping[str, Callable[[object], object]]] = {
    "language": _language,
    "home": _folder,
    "mentee": _name,
    "actor": _name,
    "judge": _name,
    "coach": _name,
    "reader": _name,
    "cap_tokens": _tokens,
    "cap_dollars": _dollars,
    "level": _level,
    "seed": _whole,
    "theme": _theme,
    "reduced_motion": _switch,
    "keys": _keys,
    "retention_days": _days,
    "cluster": _cluster,
}
NAMES: Final = tuple(_CHECKS)
"""Every setting there is."""


def checked(
    name: str, value: object, refusal: type[UsageError | BadFile], source: str, where: str
) -> object:
    """`value` as the setting `name` holds it; `source` is flag, environment, file or choice.

    Raises `refusal` with the code `setting-NAME`.
    """
    try:
        return _CHECKS[name](value)
    except (TypeError, ValueError, KeyError):
        raise refusal(
            f"setting-{name}", setting=name, value=str(value), source=source, where=where
        ) from None
