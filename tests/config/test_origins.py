"""Where a setting comes from: the flag, the variable, the file, the system or nobody."""

from pathlib import Path

import pytest

from simulator.config import NAMES, Origin, Settings, keep, origins


def origin(name: str, settings: Settings, environ: dict[str, str]) -> Origin:
    return next(one for one in origins(settings, environ) if one.name == name)


@pytest.mark.parametrize(
    ("flags", "environ", "source", "where", "value"),
    [
        ({"level": 3}, {"SIMULATOR_LEVEL": "2"}, "flag", "--level", 3),
        ({}, {"SIMULATOR_LEVEL": "2"}, "environment", "SIMULATOR_LEVEL", 2),
    ],
)
def test_what_wins_is_told_beside_what_the_file_says(
    nobody_home: Path,
    flags: dict[str, object],
    environ: dict[str, str],
    source: str,
    where: str,
    value: int,
) -> None:
    keep("level", 1)

    found = origin("level", Settings.load(flags, environ), environ)

    assert (found.source, found.where, found.value) == (source, where, value)
    assert (found.kept, found.is_kept, found.is_overridden) == (1, True, True)


def test_every_setting_has_an_origin_and_nothing_kept_is_a_default(nobody_home: Path) -> None:
    keep("theme", "mono")
    settings = Settings.load(environ={"LANG": "fr_FR.UTF-8"})

    found = {one.name: one.source for one in origins(settings, {"LANG": "fr_FR.UTF-8"})}

    assert tuple(found) == NAMES
    assert found.pop("theme") == "file"
    assert found.pop("language") == "system"
    assert set(found.values()) == {"default"}


def test_a_default_is_told_as_what_it_is() -> None:
    found = origin("retention_days", Settings(), {})

    assert found == Origin("retention_days", 0, "default", "")
    assert not found.is_overridden
