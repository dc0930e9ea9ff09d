"""Keeping a choice: the rest of the file stays as it was, whatever stands there, or all of it does."""

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.config import Remap, Settings, drop, keep, settings_file
from simulator.errors import BadFile, StorageError, UsageError

MINE = """\
# mine, and I like it so
mentee   = "Camille"   # my name

level = 2

# keys
[keys]
"practice.stop" = "f7"  # easier to reach
practice.mark = 'f9'
"""


def file_with(home: Path, text: str) -> Path:
    file = home / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


def read(file: Path) -> Settings:
    return Settings.load(environ={}, file=file)


def test_a_choice_is_read_back_and_beaten_as_any_other(nobody_home: Path) -> None:
    keep("theme", "light")

    assert Settings.load(environ={}).theme == "light"
    assert Settings.load(environ={"SIMULATOR_THEME": "mono"}).theme == "mono"
    assert stat.S_IMODE(settings_file().stat().st_mode) == 0o600
    assert [one.name for one in settings_file().parent.iterdir()] == ["settings.toml"]


def test_comments_and_order_stay(nobody_home: Path) -> None:
    file = file_with(nobody_home, MINE)

    keep("mentee", "Robin", file)
    keep("theme", "contrast", file)
    keep("keys.practice.mark", "f5,ctrl+y", file)
    keep("keys.app.quit", "ctrl+x", file)

    lines = file.read_text(encoding="utf-8").splitlines()
    assert [one for one in MINE.splitlines() if one not in lines] == [
        'mentee   = "Camille"   # my name',
        "practice.mark = 'f9'",
    ]
    assert 'mentee   = "Robin"   # my name' in lines
    assert read(file) == Settings(
        mentee="Robin",
        level=2,
        theme="contrast",
        keys=(
            Remap("app.quit", "ctrl+x"),
            Remap("practice.mark", "f5,ctrl+y"),
            Remap("practice.stop", "f7"),
        ),
    )


def test_a_choice_that_stands_there_already_rewrites_nothing(nobody_home: Path) -> None:
    file = file_with(nobody_home, MINE)
    before = file.stat()

    keep("level", "2", file)
    keep("keys.practice.stop", "f7", file)
    drop("seed", file)

    assert file.stat().st_ino == before.st_ino
    assert file.read_text(encoding="utf-8") == MINE


def test_what_is_dropped_is_gone_and_nothing_else(nobody_home: Path) -> None:
    file = file_with(nobody_home, MINE)

    drop("keys.practice.mark", file)
    keep("level", None, file)

    assert file.read_text(encoding="utf-8") == MINE.replace("level = 2\n", "").replace(
        "practice.mark = 'f9'\n", ""
    )

    drop("keys", file)

    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"mentee": "Camille"}


@pytest.mark.parametrize("text", ["level = = 2\n", 'colour = "red"\n', "level = 9\n"])
def test_a_file_that_cannot_be_meant_is_refused_and_left_alone(
    nobody_home: Path, text: str
) -> None:
    file = file_with(nobody_home, text)

    with pytest.raises(BadFile) as raised:
        keep("theme", "light", file)

    assert str(file) in map(str, raised.value.values.values())
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("colour", "red", "no-such-setting"),
        ("level.two", "2", "no-such-setting"),
        ("theme", "red", "setting-theme"),
        ("retention_days", -1, "setting-retention_days"),
        ("keys.practice.stop", "", "setting-keys"),
        ("keys.practice.stop", "f7 f8", "setting-keys"),
        ("keys.", "f7", "setting-keys"),
        ("keys.practice.stop", "\x1b[2J", "setting-keys"),
        ("cluster", "dask:\x1b[2J", "setting-cluster"),
    ],
)
def test_what_cannot_be_is_not_written(
    nobody_home: Path, name: str, value: object, code: str
) -> None:
    with pytest.raises(UsageError) as raised:
        keep(name, value)

    assert raised.value.code == code
    assert not settings_file().exists()


def test_a_place_that_cannot_be_read_is_told(nobody_home: Path) -> None:
    in_the_way = file_with(nobody_home, "")

    with pytest.raises(BadFile) as raised:
        keep("theme", "light", in_the_way / "settings.toml")

    assert raised.value.code == "settings-unreadable"


def test_a_folder_that_cannot_be_written_to_is_told(
    nobody_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = file_with(nobody_home, MINE)

    def refused(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.mkstemp", refused)

    with pytest.raises(StorageError) as raised:
        keep("theme", "light", file)

    assert raised.value.values == {"path": str(file), "reason": "Permission denied"}
    assert file.read_text(encoding="utf-8") == MINE


def test_a_failure_half_way_leaves_the_file_and_no_litter(
    nobody_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = file_with(nobody_home, MINE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)

    with pytest.raises(StorageError) as raised:
        keep("theme", "light", file)

    assert raised.value.values["reason"] == "No space left on device"
    assert file.read_text(encoding="utf-8") == MINE
    assert list(nobody_home.iterdir()) == [file]


def test_a_link_stays_a_link(nobody_home: Path) -> None:
    kept = file_with(nobody_home, MINE)
    link = nobody_home / "link.toml"
    link.symlink_to(kept)

    keep("theme", "light", link)

    assert link.is_symlink()
    assert read(kept).theme == "light"


SETTINGS = st.fixed_dictionaries(
    {},
    optional={
        "mentee": st.text("Aé \"'#=[]", max_size=8).map(str.strip),
        "level": st.sampled_from([1, 2, 3]),
        "theme": st.sampled_from(["dark", "mono"]),
        "reduced_motion": st.booleans(),
        "cap_dollars": st.floats(0, 99),
        "retention_days": st.integers(0, 365),
        "keys.practice.stop": st.sampled_from(["f7", "f8,f9"]),
        "keys.app.quit": st.sampled_from(["ctrl+x", "f10"]),
    },
)


@given(st.lists(SETTINGS, max_size=4), st.permutations(MINE.splitlines(keepends=True)[:4]))
def test_whatever_is_kept_in_whatever_order_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[dict[str, object]], head: list[str]
) -> None:
    start = "".join(head) + "".join(MINE.splitlines(keepends=True)[4:])
    file = file_with(tmp_path_factory.mktemp("kept"), start)
    expected: dict[str, object] = {}

    for choices in rounds:
        for name, value in choices.items():
            keep(name, value, file)
        expected |= choices

    found = read(file)
    keys = {one.command: one.keys for one in found.keys}
    for name, value in expected.items():
        setting, _, command = name.partition(".")
        assert (keys[command] if command else getattr(found, setting)) == value
    kept = file.read_text(encoding="utf-8")
    comments = ("# mine, and I like it so", "# my name", "# keys", "# easier to reach")
    assert [one for one in comments if one not in kept] == []
