"""A person's choices in a house: kept, in force at once, and never an LLM's key in sight."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from simulator.config import Settings, Workspace, keep, settings_file
from simulator.errors import BadFile
from simulator.practice.ports import Clock
from simulator.wiring import House
from tests.practice.stage import stage


class At:
    """A clock that stands where it is put."""

    def __init__(self, day: int) -> None:
        self.moment = datetime(2026, 1, day, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment


def house_at(home: Path, clock: Clock, settings: Settings | None = None) -> House:
    return House(settings or Settings(), Workspace(home), clock=clock)


def test_a_choice_is_kept_and_in_force_at_once_with_the_same_store(tmp_path: Path) -> None:
    house = house_at(tmp_path, At(1))
    store = house.store

    changed = house.choices.keep("theme", "light").choices.keep("keys.app.quit", "ctrl+x")

    assert Settings.load(environ={}) == replace(
        Settings(), theme="light", keys=changed.settings.keys
    )
    assert changed.settings.theme == "light"
    assert [tuple(one) for one in changed.settings.keys] == [("app.quit", "ctrl+x")]
    assert changed.store is store
    assert changed.choices.drop("theme").settings.theme == "dark"


def test_a_choice_holds_in_this_run_whatever_a_flag_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_THEME", "mono")
    house = house_at(tmp_path, At(1), Settings.load({"language": "fr"}))

    changed = house.choices.keep("theme", "light").choices.keep("language", "en")

    found = {one.name: one for one in changed.choices.origins()}
    assert (found["theme"].value, found["theme"].source) == ("light", "environment")
    assert (found["language"].value, found["language"].source) == ("en", "file")


def test_a_choice_that_cannot_be_kept_changes_nothing(tmp_path: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("theme = 3", encoding="utf-8")
    house = house_at(tmp_path, At(1))

    with pytest.raises(BadFile):
        house.choices.keep("theme", "light")

    assert house.settings.theme == "dark"


def test_only_what_was_not_touched_for_so_long_is_old(tmp_path: Path) -> None:
    clock = At(1)
    house = house_at(tmp_path, clock)
    old = house.begin(stage(), mentee="Sam").session.id
    clock.moment = datetime(2026, 1, 20, tzinfo=UTC)
    new = house.begin(stage(), mentee="Sam").session.id

    assert [one.id for one in house.choices.aged(10)] == [old]
    assert house.choices.aged() == house.choices.aged(19) == ()
    assert [one.session for one in house.choices.forget([old])] == [old]
    assert [one.id for one in house.sessions()] == [new]


@pytest.mark.parametrize(
    ("name", "environ", "state", "variable"),
    [
        ("offline", {}, "none-needed", ""),
        ("ollama/llama3", {}, "none-needed", ""),
        ("openai/some", {}, "missing", "OPENAI_API_KEY"),
        ("openai/some", {"OPENAI_API_KEY": "sk-planted"}, "environment", "OPENAI_API_KEY"),
        ("gemini/some", {"GOOGLE_API_KEY": "sk-planted"}, "environment", "GOOGLE_API_KEY"),
        ("nobody/some", {}, "unknown", ""),
        ("own/some", {"SIMULATOR_LLM_BASE": "https://a.example"}, "missing", "SIMULATOR_LLM_KEY"),
        ("own/some", {"SIMULATOR_LLM_BASE": "http://localhost:1"}, "none-needed", ""),
    ],
)
def test_whether_there_is_a_key_is_told_by_the_name_of_its_variable(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    environ: dict[str, str],
    state: str,
    variable: str,
) -> None:
    monkeypatch.setattr("simulator.llm.keys.keyring_of_the_system", lambda _variable: "")
    for one in ("OPENAI_API_KEY", "GEMINI_API_KEY", "OPENAI_API_BASE", "OPENAI_BASE_URL"):
        monkeypatch.delenv(one, raising=False)
    for one, value in environ.items():
        monkeypatch.setenv(one, value)

    found = house_at(tmp_path, At(1)).choices.key_of(name)

    assert (found.state, found.variable) == (state, variable)
    assert bool(found.to_set) == bool(found.to_keep) == (state == "missing")
    assert not found.to_set or (variable in found.to_set and variable in found.to_keep)
    assert "sk-planted" not in repr(found)


def test_a_key_in_the_keyring_is_told_and_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.llm.keys.keyring_of_the_system", lambda _variable: "sk-planted")
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    found = house_at(tmp_path, At(1)).choices.key_of("openai/some")

    assert (found.state, found.variable) == ("keyring", "OPENAI_API_KEY")
    assert "sk-planted" not in repr(found)


def test_keeping_in_another_file_leaves_the_person_s_own_alone(tmp_path: Path) -> None:
    keep("theme", "mono", tmp_path / "other.toml")

    assert not settings_file().exists()
