"""`settings` and `forget --older`: what a screen does, a command does."""

import json
from datetime import timedelta as later
from pathlib import Path

import pytest

from simulator.config import settings_file
from tests.cli.conftest import Run, practised


def listed(run: Run) -> dict[str, dict[str, object]]:
    found = json.loads(run("settings", "--format", "json").out)
    assert found["format"] == 1
    return {one["name"]: one for one in found["settings"]}


def test_a_setting_is_kept_listed_and_taken_back(run: Run) -> None:
    assert run("settings", "set", "theme", "light").status == 0
    assert run("settings", "set", "keys.practice.stop", "f12").status == 0
    kept = listed(run)

    assert run("settings", "unset", "theme").status == 0
    assert run("settings", "unset", "keys.practice.stop").status == 0

    assert (kept["theme"]["value"], kept["theme"]["source"]) == ("light", "file")
    assert kept["keys"]["value"] == {"practice.stop": "f12"}
    assert listed(run)["theme"] == {
        "name": "theme",
        "value": "dark",
        "source": "default",
        "where": "",
        "kept": None,
    }
    assert listed(run)["keys"]["value"] == {}


def test_what_is_kept_speaks_from_then_on(run: Run) -> None:
    run("settings", "set", "language", "fr")

    assert "gardé" in run("settings").out


def test_what_wins_over_the_file_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMULATOR_THEME", "mono")

    done = run("settings", "set", "theme", "light")

    assert done.out.splitlines()[1] == (
        "SIMULATOR_THEME is set and wins over the file as long as it is."
    )
    assert "mono  (by the variable SIMULATOR_THEME; the file says light)" in run("settings").out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("set", "theme"), 2, "Say which setting"),
        (("unset",), 2, "Say which setting"),
        (("unset", "theme", "light"), 2, "Say which setting"),
        (("set", "colour", "red"), 2, "no setting “colour”"),
        (("set", "theme", "red"), 2, "no theme “red”"),
        (("set", "keys.practice.stop", "f3"), 2, "F3 is taken: Brief (practice)."),
        (("set", "keys.practice.halt", "f3"), 2, "no command “practice.halt”"),
        (("set", "keys.practice.stop", "ctrl+i"), 2, "Not every terminal can tell"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    run: Run, arguments: tuple[str, ...], status: int, said: str
) -> None:
    done = run("settings", *arguments)

    assert (done.status, settings_file().exists()) == (status, False)
    assert said in done.err


def test_a_broken_file_is_refused_with_the_place_and_left_alone(run: Run) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("theme = = 2", encoding="utf-8")

    done = run("settings", "set", "theme", "light")

    assert (done.status, f"{settings_file()}:1:9" in done.err) == (3, True)
    assert settings_file().read_text(encoding="utf-8") == "theme = = 2"


def test_old_sessions_are_listed_and_asked_about_before_they_go(
    run: Run, monkeypatch: pytest.MonkeyPatch, nobody_home: Path
) -> None:
    session = practised(run)
    none = run("forget", "--older", "30", "--yes")
    monkeypatch.setattr("simulator.wiring.choices.timedelta", lambda days: -later(days))

    unsure = run("forget", "--older", "30", stdin="no\n")
    kept = session in run("sessions").out
    sure = run("forget", "--older", "30", stdin="yes\n")

    assert none.out.startswith("0 sessions")
    assert unsure.out.startswith("1 session was last touched more than 30 days ago.")
    assert session in unsure.out
    assert kept
    assert f"Session {session} is gone" in sure.out
    assert json.loads(run("sessions", "--format", "json").out) == []


def test_how_old_is_the_setting_s_where_nothing_is_said(run: Run) -> None:
    none = run("forget", "--older")
    run("settings", "set", "retention_days", "90")

    assert (none.status, "no number of days" in none.err) == (2, True)
    assert "more than 90 days ago" in run("forget", "--older").out
