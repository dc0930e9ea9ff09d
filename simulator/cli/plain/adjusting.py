"""Settings, one a line with its number, and changed by one line: a number or a name, and a value.

What is changed is kept in the person's own settings file and holds at once. What cannot be is
refused with what could be, and nothing is changed.
"""

from simulator.cli.plain.sitting import Sitting
from simulator.config import NAMES, settings_file
from simulator.errors import UsageError
from simulator.text import fold
from simulator.views.settings import Held, SettingRow, settings_page

ELSEWHERE = frozenset({"keys", "home", "sessions", "old"})
"""Rows of the page that are facts here, or that are about the app alone."""
_NONE = frozenset({"-", "none", "aucun", "aucune"})
"""What is typed to take a choice back."""
_LANGUAGES = {"english": "en", "anglais": "en", "french": "fr", "francais": "fr"}
_SWITCHES = {"on": "true", "oui": "true", "off": "false", "non": "false"}


def adjust(sitting: Sitting) -> None:
    """Say the settings and take changes, until an empty line or a step back."""
    _tell(sitting)
    while answer := sitting.line("cli.plain.settings.how"):
        if answer == "0":
            return
        name, _, value = answer.partition(" ")
        with sitting.telling():
            _change(sitting, name, value.strip())


def _rows(sitting: Sitting) -> tuple[SettingRow, ...]:
    """Every setting on the page."""
    choices = sitting.house.choices
    held = Held(choices.origins(), choices.holding(), settings_file())
    sections = settings_page(held, sitting.t)
    return tuple(row for one in sections for row in one.rows if row.name not in ELSEWHERE)


def _tell(sitting: Sitting) -> None:
    """Every setting with its number and its value; where words and settings are kept."""
    for number, row in enumerate(_rows(sitting), 1):
        sitting.channel.say(f"{number}. {_told(sitting, row)}")
    sitting.say("cli.plain.settings.home", path=sitting.house.home)
    sitting.say("cli.plain.settings.file", path=settings_file())


def _told(sitting: Sitting, row: SettingRow) -> str:
    return sitting.t("views.labelled", label=row.title, text=row.value)


def _meant(sitting: Sitting, given: str) -> SettingRow:
    """The row meant by its number, the setting's name, or the beginning of its title.

    Raises `UsageError` with the code `no-such-setting`.
    """
    rows = _rows(sitting)
    wanted = fold(given).rstrip(".:")
    for number, row in enumerate(rows, 1):
        if wanted in {str(number), row.name, row.name.replace("_", "-")}:
            return row
    begun = [row for row in rows if wanted and fold(row.title).startswith(wanted)]
    if len(begun) != 1:
        known = ", ".join(row.name for row in rows if row.name in NAMES)
        raise UsageError("no-such-setting", setting=given, known=known)
    return begun[0]


def _change(sitting: Sitting, given: str, value: str) -> None:
    """Keep one setting, asking for its value where none was given; it holds from here on."""
    row = _meant(sitting, given)
    if not value:
        sitting.channel.say(_told(sitting, row))
        sitting.say_all(row.about)
        value = sitting.line("cli.plain.settings.value")
    if not value:
        sitting.say("cli.plain.unchanged")
        return
    choices = sitting.house.choices
    wanted = _read(row.name, value)
    sitting.move(choices.drop(row.name) if wanted is None else choices.keep(row.name, wanted))
    now = next(one for one in _rows(sitting) if one.name == row.name)
    sitting.say("cli.plain.settings.kept", setting=_told(sitting, now))


def _read(name: str, value: str) -> str | None:
    """What was typed, as settings are written; None where the choice is to be taken back."""
    wanted = fold(value)
    if wanted in _NONE:
        return None
    if name == "language":
        return _LANGUAGES.get(wanted, value)
    return _SWITCHES.get(wanted, value) if name == "reduced_motion" else value
