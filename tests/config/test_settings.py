"""Settings: who wins, what is refused and how it is said. Workspaces: which one is found."""

from pathlib import Path

import platformdirs
import pytest

from simulator.config import Settings, Workspace, settings_file, shipped, spoken_language
from simulator.errors import BadFile, UsageError


def written(home: Path, text: str) -> Path:
    file = home / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_anything_chosen_the_partner_is_offline_and_english() -> None:
    assert Settings.load(environ={}) == Settings(language="en", actor="offline")


def test_a_flag_beats_the_environment_which_beats_the_file(nobody_home: Path) -> None:
    file = written(nobody_home, 'language = "fr"\nlevel = 1\nseed = 3\nmentee = "Camille"\n')
    environ = {"SIMULATOR_LEVEL": "2", "SIMULATOR_SEED": "4", "LANG": "en_GB.UTF-8"}

    settings = Settings.load({"seed": 5, "actor": None}, environ, file)

    assert settings == Settings(language="fr", level=2, seed=5, mentee="Camille")


def test_settings_are_read_from_the_person_s_own_folder(nobody_home: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('mentee = "Camille"', encoding="utf-8")

    assert settings_file().is_relative_to(nobody_home)
    assert Settings.load(environ={}).mentee == "Camille"


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fro"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "fr_BE.UTF-8"}, "fr"),
        ({"LANG": "en_GB", "LC_ALL": "", "SIMULATOR_LANGUAGE": "fr"}, "fr"),
        ({"LC_ALL": "fr_FR", "SIMULATOR_LANGUAGE": "en"}, "en"),
    ],
)
def test_the_language_is_the_one_the_environment_asks_for(
    environ: dict[str, str], language: str
) -> None:
    assert spoken_language(environ) == language
    assert Settings.load(environ=environ).language == language


@pytest.mark.parametrize(
    ("flags", "code"),
    [
        ({"language": "de"}, "setting-language"),
        ({"level": 4}, "setting-level"),
        ({"level": "two"}, "setting-level"),
        ({"seed": "1.5"}, "setting-seed"),
        ({"reduced_motion": "perhaps"}, "setting-reduced_motion"),
        ({"mentee": "a\x1b[2J"}, "setting-mentee"),
        ({"mentee": "a" * 81}, "setting-mentee"),
        ({"home": __file__}, "setting-home"),
    ],
)
def test_a_wrong_flag_is_refused_by_name(flags: dict[str, object], code: str) -> None:
    with pytest.raises(UsageError) as raised:
        Settings.load(flags, environ={})

    assert raised.value.code == code
    assert raised.value.values["where"] == f"--{next(iter(flags))}"


def test_a_wrong_variable_is_refused_by_name() -> None:
    with pytest.raises(UsageError) as raised:
        Settings.load(environ={"SIMULATOR_LEVEL": "9"})

    assert raised.value.values["where"] == "SIMULATOR_LEVEL"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("language = fr", "settings-syntax"),
        ('colour = "red"', "settings-unknown"),
        ("level = true", "setting-level"),
        ("level = 1.0", "setting-level"),
        ("home = 3", "setting-home"),
        ("mentee = [1]", "setting-mentee"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(nobody_home: Path, text: str, code: str) -> None:
    with pytest.raises(BadFile) as raised:
        Settings.load(environ={}, file=written(nobody_home, text))

    assert raised.value.code == code


def test_a_syntax_error_in_the_file_is_placed(nobody_home: Path) -> None:
    file = written(nobody_home, 'mentee = "A"\nlevel = = 2\n')

    with pytest.raises(BadFile) as raised:
        Settings.load(environ={}, file=file)

    assert raised.value.values == {"path": str(file), "line": "2", "column": "9"}


def test_a_file_that_is_not_text_is_refused(nobody_home: Path) -> None:
    file = nobody_home / "settings.toml"
    file.write_bytes(b"\xff\xfe\x00")

    with pytest.raises(BadFile) as raised:
        Settings.load(environ={}, file=file)

    assert raised.value.code == "settings-unreadable"


def complete(folder: Path) -> Path:
    for name in ("scenarios", "personas", "transcripts"):
        (folder / name).mkdir(parents=True)
    return folder


def test_the_workspace_is_the_one_stood_in_or_above(nobody_home: Path) -> None:
    room = complete(nobody_home / "room")
    below = room / "scenarios"

    assert Workspace.of(Settings(), room).root == room
    assert Workspace.of(Settings(), below).root == room


def test_two_folders_of_the_three_are_no_workspace(nobody_home: Path) -> None:
    room = complete(nobody_home / "room")
    (room / "transcripts").rmdir()

    assert Workspace.of(Settings(), room).root == platformdirs.user_data_path("simulator")


def test_a_named_home_beats_the_one_stood_in(nobody_home: Path) -> None:
    room = complete(nobody_home / "room")
    settings = Settings.load(environ={"SIMULATOR_HOME": str(nobody_home / "other")})

    workspace = Workspace.of(settings, room)

    assert workspace.transcripts == nobody_home / "other" / "transcripts"
    assert not workspace.root.exists()


def test_looking_for_settings_and_workspace_leaves_nothing_behind(nobody_home: Path) -> None:
    Workspace.of(Settings.load(environ={}), nobody_home)

    assert not list(nobody_home.iterdir())


def test_the_shipped_shelf_of_a_checkout_is_the_checkout_s_own(root: Path) -> None:
    assert shipped().scenarios == root / "scenarios"
    assert shipped().personas == root / "personas"


@pytest.mark.parametrize(
    ("written_as", "meant"), [("1", True), ("true", True), ("Yes", True), ("0", False)]
)
def test_reduced_motion_is_a_switch(written_as: str, meant: bool) -> None:
    settings = Settings.load(environ={"SIMULATOR_REDUCED_MOTION": written_as})

    assert settings.reduced_motion is meant
