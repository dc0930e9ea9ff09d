"""The settings as a page: every choice with its value, what it means, and what wins over it.

It says of a key only under which name it was found, and of sessions how many there are and who can
read them: it shows neither keys nor words of anybody.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from simulator.config import OFFLINE, Origin, Remap
from simulator.i18n import Translator

LLMS: Final = ("actor", "judge", "coach", "reader")
"""Settings that name an LLM."""
SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "partner": ("mentee", "level", *LLMS, "cap_tokens", "cap_dollars"),
    "look": ("language", "theme", "reduced_motion", "keys"),
    "privacy": ("home", "sessions", "retention_days", "old"),
}
"""What stands on the page, in its order; what is no setting is a fact or a way somewhere."""
DAYS: Final = (0, 30, 90, 180, 365)
"""Retentions that are offered."""


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """Whether an LLM can be asked, as far as it is known without asking it."""

    name: str
    state: Literal["none-needed", "environment", "keyring", "missing", "unknown"]
    variable: str = ""
    """The variable that holds the key, or that would; never what is in it."""
    to_set: str = ""
    """What to type so that it is set in this shell."""
    to_keep: str = ""
    """What to type so that it is kept in the system's keyring."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What is kept of sessions."""

    where: Path
    sessions: int = 0
    readers: tuple[str, ...] = ()
    """Everybody one of them is shared with."""
    shared: int = 0
    old: int = 0
    """How many are older than the retention."""


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One line of the page, and what is told of it beside or below."""

    name: str
    title: str
    value: str
    about: tuple[str, ...] = ()
    is_kept: bool = False
    """Whether the file says anything about it, which can be taken back."""


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading."""

    title: str
    rows: tuple[SettingRow, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """Everything that the page is drawn from."""

    origins: Sequence[Origin]
    holding: Holding
    file: Path
    keys: Mapping[str, KeyStatus] = field(default_factory=dict)
    """By the setting that names the LLM; empty until it was looked for."""
    is_colourless: bool = False


def settings_page(held: Held, t: Translator) -> tuple[Section, ...]:
    """The page, section by section."""
    known = {one.name: one for one in held.origins}
    return tuple(
        Section(t(f"tui.settings.{section}"), tuple(_rows(names, known, held, t)))
        for section, names in SECTIONS.items()
    )


def _rows(
    names: Sequence[str], known: Mapping[str, Origin], held: Held, t: Translator
) -> Iterator[SettingRow]:
    for name in names:
        if name == "old" and not held.holding.old:
            continue
        title = t(f"tui.settings.{name}.title")
        if name == "sessions":
            value = t.n("tui.settings.sessions.value", held.holding.sessions)
            yield SettingRow(name, title, value, tuple(_who_reads(held.holding, t)))
        elif name == "old":
            value = t.n("tui.settings.old.value", held.holding.old)
            yield SettingRow(name, title, value, (t("tui.settings.old.about"),))
        else:
            origin = known[name]
            about = tuple(_about(origin, held, t))
            yield SettingRow(name, title, _value(origin, held, t), about, origin.is_kept)


def _value(origin: Origin, held: Held, t: Translator) -> str:
    if origin.name == "home":
        return short_path(held.holding.where)
    return value_words(origin.name, origin.value, t)


def value_words(name: str, value: object, t: Translator) -> str:
    """The value of a setting as it is told to people."""
    match name, value:
        case (("language" | "theme"), str()):
            return t(f"tui.settings.{name}.{value}")
        case "reduced_motion", bool():
            return t("tui.settings.motion.still" if value else "tui.settings.motion.paced")
        case "keys", tuple():
            return t.n("tui.settings.keys.value", len(value)) if value else _unset(name, t)
        case "retention_days", int():
            return t.n("tui.settings.days", value) if value else _unset(name, t)
        case "cap_tokens", int():
            return t.n("tui.settings.tokens", value, count=t.number(value)) if value else _no_cap(t)
        case "cap_dollars", float():
            return t("tui.settings.dollars", amount=t.money(value, "USD")) if value else _no_cap(t)
        case "level", int():
            return t(f"views.level.{value}")
        case "actor", str() if value == OFFLINE:
            return t("tui.settings.actor.offline")
        case _, str() if value:
            return value
        case _:
            return _unset(name, t)


def _unset(name: str, t: Translator) -> str:
    """What holds where nothing was chosen."""
    return t(f"tui.settings.{name}.unset")


def _no_cap(t: Translator) -> str:
    return t("tui.settings.no-cap")


def _about(origin: Origin, held: Held, t: Translator) -> Iterator[str]:
    """What the setting means, what it takes, and what wins over it."""
    yield t(f"tui.settings.{origin.name}.about")
    if origin.name in held.keys:
        yield from key_told(held.keys[origin.name], t)
    if origin.name == "theme" and held.is_colourless:
        yield t("tui.settings.colourless")
    if origin.name == "keys" and isinstance(origin.value, tuple):
        chosen = [one.command for one in origin.value if isinstance(one, Remap)]
        if chosen:
            yield t("tui.settings.keys.chosen", commands=", ".join(chosen))
    if origin.is_overridden:
        yield t("tui.settings.wins", where=origin.where)
        if origin.is_kept:
            kept = value_words(origin.name, origin.kept, t)
            yield t("tui.settings.beside", kept=kept)
    elif origin.is_kept:
        yield t("tui.settings.kept-in", file=short_path(held.file))


def key_told(status: KeyStatus, t: Translator) -> Iterator[str]:
    """Whether there is a key for an LLM, and what to type where there is none."""
    if status.name in {"", OFFLINE}:
        return
    yield t(f"tui.settings.key.{status.state}", variable=status.variable)
    if status.to_set:
        yield t("tui.settings.key.set", command=status.to_set)
    if status.to_keep:
        yield t("tui.settings.key.keep", command=status.to_keep)


def _who_reads(holding: Holding, t: Translator) -> Iterator[str]:
    yield t("tui.settings.readers.you")
    if holding.readers:
        names = t.listed(holding.readers)
        yield t.n("tui.settings.readers.shared", holding.shared, names=names)
    yield t("tui.settings.sessions.about")


def short_path(path: Path) -> str:
    """`path` as people write it, `~` for their home."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
