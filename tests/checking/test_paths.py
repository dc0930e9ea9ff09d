"""The one door to checking: folders in, diagnostics out, whatever happened to the files."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.checking import check_paths
from simulator.config import shipped
from simulator.errors import NotFound
from simulator.i18n import Translator
from simulator.library.catalogue import Library
from simulator.library.new import new_persona, new_scenario
from simulator.views.diagnostics import worded

SCENARIO = new_scenario("two-weeks")
STRICT = [Translator.of(language, strict=True) for language in ("en", "fr")]
PIECES = [
    "{",
    "}",
    "[",
    "]",
    ": ",
    '"',
    "'",
    "\n",
    "  ",
    "- ",
    "#",
    "&a",
    "*a",
    "\t",
    "|",
    "\x1b",
    "é",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("workspace")
    for name in ("scenarios", "personas"):
        (root / name).mkdir()
    manager = root / "personas" / "team-manager.yaml"
    manager.write_text(new_persona("team-manager"), encoding="utf-8")
    return root


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    at=st.integers(0, len(SCENARIO)),
    length=st.integers(0, 40),
    piece=st.sampled_from(["", *PIECES]),
)
def test_a_damaged_file_gives_diagnostics_with_words(
    folder: Path, at: int, length: int, piece: str
) -> None:
    path = folder / "scenarios" / "two-weeks.yaml"
    path.write_text(SCENARIO[:at] + piece + SCENARIO[at + length :], encoding="utf-8")

    for found in check_paths([path]):
        assert all(worded(found, t) for t in STRICT)


def test_a_folder_stands_for_its_scenarios_and_personas(folder: Path) -> None:
    (folder / "scenarios" / "two-weeks.yaml").write_text("id: two-weeks\n", encoding="utf-8")
    (folder / "personas" / "alex.yaml").write_text("id: alex\n", encoding="utf-8")
    found = check_paths([folder])
    (folder / "personas" / "alex.yaml").unlink()

    assert {Path(one.path).name for one in found} == {"two-weeks.yaml", "alex.yaml"}


def test_a_problem_of_the_base_is_told_once_whatever_translations_there_are(folder: Path) -> None:
    path = folder / "scenarios" / "two-weeks.yaml"
    path.write_text(SCENARIO.replace("minutes: 10", "minutes: 1"), encoding="utf-8")
    over = path.with_name("two-weeks.fr.yaml")
    over.write_text("overlays: two-weeks\nlanguage: fr\n", encoding="utf-8")
    found = check_paths([folder])
    over.unlink()

    assert [one.code for one in found if one.path == str(path)] == ["too-small"]


def test_a_concession_settles_only_what_is_negotiated(folder: Path) -> None:
    shipped_one = (shipped().scenarios / "pay-and-presence.yaml").read_text("utf-8")
    path = folder / "scenarios" / "pay-and-presence.yaml"
    path.write_text(shipped_one.replace("gives: {remote: 2}", "gives: {remotes: 2}"), "utf-8")
    found = [one for one in check_paths([path]) if one.code == "unknown-issue"]
    path.unlink()

    assert [(one.values["value"], one.values["close"]) for one in found] == [("remotes", "remote")]


def test_a_path_that_is_not_there_is_the_callers_error(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        check_paths([tmp_path / "nothing.yaml"])


def test_what_ships_has_no_problem() -> None:
    assert [str(one) for one in check_paths([], Library([shipped()]))] == []
