"""Settings, one a line with its number, and changed by one line: a number or a name, and a value.

What is changed is kept in the person's own settings file and holds at once. What cannot be is
refused with what could be, and nothing is changed.
"""

from dataclasses import replace
from typing import Any, cast

from simulator.cli.plain.sitting import Sitting
from simulator.config import NAMES, Origin, Settings, keep, origins, settings_file
from simulator.errors import UsageError
from simulator.text import fold

SHOWN = (
    *("language", "mentee", "level", "actor", "judge", "coach"),
    *("theme", "reduced_motion", "retention_days"),
)
"""The settings that are said, in this order; any other is changed by its name."""
_NONE = frozenset({"-", "none", "aucun", "aucune"})
"""What is typed to leave a setting out."""
_LANGUAGES = {"english": "en", "anglais": "en", "french": "fr", "francais": "fr"}
_SWITCHES = {
    "on": "true",
    "yes": "true",
    "oui": "true",
    "off": "false",
    "no": "false",
    "non": "false",
}


def adjust(sitting: Sitting) -> None:
    """Say the settings and take changes, until an empty line or a step back."""
    _tell(sitting)
    while answer := sitting.line("cli.plain.settings.how"):
        if answer == "0":
            return
        name, _, value = answer.partition(" ")
        with sitting.telling():
            _change(sitting, _named(sitting, name), value.strip())


def _tell(sitting: Sitting) -> None:
    """Every setting shown, and where words and settings are kept."""
    known = {one.name: one for one in origins(sitting.house.settings)}
    for number, name in enumerate(SHOWN, 1):
        sitting.channel.say(f"{number}. {_told(sitting, known[name])}")
    sitting.say("cli.plain.settings.home", path=sitting.house.home)
    sitting.say("cli.plain.settings.file", path=settings_file())


def _told(sitting: Sitting, one: Origin) -> str:
    """A setting with its value, and what wins over the file where something does."""
    t = sitting.t
    said = t("views.labelled", label=t(f"cli.plain.setting.{one.name}"), text=_value(sitting, one))
    won = t("cli.plain.settings.won", where=one.where) if one.is_overridden else ""
    return f"{said}. {won}".strip()


def _value(sitting: Sitting, one: Origin) -> str:
    t = sitting.t
    match one.value:
        case bool():
            return t("cli.plain.yes" if one.value else "cli.plain.no")
        case None | "":
            return t("cli.plain.settings.none")
        case str() if one.name == "language":
            return t(f"cli.doctor.language.{one.value}")
        case value:
            return str(value)


def _named(sitting: Sitting, given: str) -> str:
    """The setting meant by its number, its name, or its name in the reader's language."""
    number = given.removesuffix(".").removesuffix(":")
    if number.isdecimal() and number in {str(at) for at in range(1, len(SHOWN) + 1)}:
        return SHOWN[int(number) - 1]
    called = {fold(sitting.t(f"cli.plain.setting.{one}")): one for one in SHOWN}
    wanted = fold(number)
    begun = [name for words, name in called.items() if wanted and words.startswith(wanted)]
    exact = wanted.replace("-", "_")
    return exact if exact in NAMES or len(begun) != 1 else begun[0]


def _change(sitting: Sitting, name: str, value: str) -> None:
    """Keep one setting, asking for its value where none was given; it holds from here on."""
    if name not in NAMES:
        raise UsageError("no-such-setting", setting=name, known=", ".join(SHOWN))
    if not value:
        value = sitting.line("cli.plain.settings.value", name=name)
    if not value:
        sitting.say("cli.plain.unchanged")
        return
    kept = keep(name, _read(name, value))
    if name == "language":
        sitting.speak("fr" if kept == "fr" else "en")
        return
    held = getattr(Settings(), name) if kept is None else kept
    house = sitting.house
    house.settings = replace(house.settings, **cast("dict[str, Any]", {name: held}))
    if name == "mentee":
        sitting.mentee = str(held)
    sitting.say("cli.plain.settings.kept")


def _read(name: str, value: str) -> str | None:
    """What was typed, as settings are written; None where the setting is to be left out."""
    wanted = fold(value)
    if wanted in _NONE:
        return None
    if name == "language":
        return _LANGUAGES.get(wanted, value)
    return _SWITCHES.get(wanted, value) if name == "reduced_motion" else value
