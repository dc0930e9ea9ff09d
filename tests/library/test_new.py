"""What `new` writes is valid as it stands, in both languages, and stays in its folder."""

import json
from pathlib import Path

import pytest

from simulator.checking import check_paths
from simulator.cli.main import main
from simulator.config import shipped
from simulator.errors import UsageError
from simulator.library.catalogue import Library
from simulator.library.new import new_persona, new_scenario
from simulator.reading.moves import Language


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_new_scenario_passes_the_check_with_the_shipped_personas(
    tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "my-talk.yaml"
    path.write_text(new_scenario("my-talk", language), encoding="utf-8")

    assert check_paths([path], Library([shipped()])) == ()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_new_persona_passes_the_check(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "personas" / "my-person.yaml"
    path.parent.mkdir()
    path.write_text(new_persona("my-person", language), encoding="utf-8")

    assert check_paths([path]) == ()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_new_files_name_their_schema_first(language: Language) -> None:
    for text, kind in (
        (new_scenario("a", language), "scenario"),
        (new_persona("a", language), "persona"),
    ):
        first = f"# yaml-language-server: $schema=./{kind}.schema.json"

        assert text.startswith(first)
        assert "\nid: a " in text


@pytest.mark.parametrize("language", ["en", "fr"])
def test_skill_pays_in_a_new_scenario_and_pressure_does_not(
    tmp_path: Path, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "my-talk.yaml"
    path.write_text(new_scenario("my-talk", language), encoding="utf-8")
    main(["--language", language, "playtest", str(path), "--runs", "3", "--format", "json"])
    report = json.loads(capsys.readouterr().out)

    assert report["auc"] >= 0.9
    assert report["unearned_yields"] == 0


@pytest.mark.parametrize("name", ["../x", "A", "a b", "", "a/b", "é", "a" * 65, "a\n"])
def test_a_name_that_cannot_be_an_id_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        new_scenario(name)
