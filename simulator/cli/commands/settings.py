"""`simulator settings`: what holds and where it comes from; a choice kept, or taken back."""

import sys
from argparse import Namespace

from simulator.cli.output import FORMAT, print_json, print_lines
from simulator.config import NAMES, Origin, Remap, Settings, drop, keep, origins, settings_file
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.text import clean


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """List the settings, or write one into the settings file."""
    match options.do, options.name, options.value:
        case None, _, _:
            return _listed(options, settings, t)
        case "set", str(name), str(value):
            _refuse_key(name, value, settings, t)
            keep(name, value)
            line = t("cli.settings.kept", setting=name, value=value, file=settings_file())
        case "unset", str(name), None:
            _refuse_key(name, "", settings, t)
            drop(name)
            line = t("cli.settings.dropped", setting=name, file=settings_file())
        case _:
            raise UsageError("settings-which", known=", ".join(NAMES))
    setting = name.partition(".")[0]
    now = next(one for one in origins(Settings.load()) if one.name == setting)
    wins = [t("cli.settings.wins", where=now.where)] if now.is_overridden else []
    print_lines([line, *wins], sys.stdout)
    return ExitCode.FINE


def _refuse_key(name: str, keys: str, settings: Settings, t: Translator) -> None:
    """Refuse a key that the app could not take, with its reason; no keys are the declared ones."""
    setting, _, command = name.partition(".")
    if setting != "keys" or not command:
        return
    from simulator.tui.app import SimulatorApp
    from simulator.tui.keymap import Keymap, reason
    from simulator.tui.places import every_place

    keymap, _ = Keymap.of(every_place(SimulatorApp.OFFERS), settings.keys)
    found = keymap.refusal(command, keys)
    if found is not None:
        raise UsageError("key-refused", command=command, reason=reason(found, keymap, t))


def _listed(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    found = origins(settings)
    if options.format == "json":
        shown = [_as_json(one) for one in found]
        print_json({"format": FORMAT, "file": settings_file(), "settings": shown}, sys.stdout)
        return ExitCode.FINE
    widest = max(len(one.name) for one in found)
    print_lines((_line(one, widest, t) for one in found), sys.stdout)
    print_lines([t("cli.settings.file", file=settings_file())], sys.stdout)
    return ExitCode.FINE


def _line(one: Origin, width: int, t: Translator) -> str:
    where = t(f"cli.settings.from.{one.source}", where=one.where)
    if one.is_overridden and one.is_kept:
        where = t("cli.settings.beside", where=where, kept=_written(one.kept))
    return clean(f"{one.name:<{width}}  {_written(one.value) or '–'}  ({where})")


def _written(value: object) -> str:
    """A value as it is given to `simulator settings set`; empty for none."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case tuple():
            return " ".join(f"{one.command}={one.keys}" for one in value)
        case _:
            return str(value)


def _as_json(one: Origin) -> dict[str, object]:
    return {
        "name": one.name,
        "value": _data(one.value),
        "source": one.source,
        "where": one.where,
        "kept": _data(one.kept),
    }


def _data(value: object) -> object:
    """A value as JSON holds it: the keys chosen as an object, a folder as text."""
    if isinstance(value, tuple):
        return {one.command: one.keys for one in value if isinstance(one, Remap)}
    return value
