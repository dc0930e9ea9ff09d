"""Loading: all problems in one run, at their place; and a definition comes back from its text."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from simulator.config import shipped
from simulator.errors import BadFile, NotFound
from simulator.library.diagnostics import Diagnostic
from simulator.library.load import (
    Loaded,
    load_persona,
    load_scenario,
    persona_from,
    scenario_from,
)
from simulator.library.new import new_persona, new_scenario
from simulator.library.scenario import Scenario

SHIPPED = sorted(shipped().scenarios.glob("*.yaml"))


def scenario(folder: Path, *changes: tuple[str, str]) -> Path:
    text = new_scenario("two-weeks")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "two-weeks.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> list[Diagnostic]:
    with pytest.raises(BadFile) as caught:
        load_scenario(path)
    return [one for one in caught.value.diagnostics if isinstance(one, Diagnostic)]


def found(problems: Iterable[Diagnostic]) -> list[tuple[int, str]]:
    return [(one.line, one.code) for one in problems]


def line_of(path: Path, text: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(at for at, line in enumerate(lines, 1) if text in line)


def test_problems_of_every_sort_are_told_in_one_run_at_their_lines(tmp_path: Path) -> None:
    path = scenario(
        tmp_path,
        ("kind: difficult-conversation", "kind: quarrel"),
        ("minutes: 10", "minutes: ten"),
        ("behind: client-call", "behind: client-cal"),
        ("if-guessed: confirm", "if_guessed: confirm"),
        ("{trust: 5.5}", "{trust: 55}"),
        ("calls-for: [acknowledgement,", "calls-for: [acknowledgment,"),
    )

    assert found(refused(path)) == [
        (line_of(path, "kind: quarrel"), "unknown-word"),
        (line_of(path, "minutes: ten"), "wrong-type"),
        (line_of(path, "behind: client-cal"), "unknown-fact"),
        (line_of(path, "if_guessed"), "unknown-key"),
        (line_of(path, "{trust: 55}"), "too-large"),
        (line_of(path, "calls-for: [acknowledgment"), "unknown-word"),
    ]


def test_a_word_that_is_nearly_right_is_guessed(tmp_path: Path) -> None:
    path = scenario(
        tmp_path,
        ("calls-for: [acknowledgement,", "calls-for: [acknowledgment,"),
        ("opening:", "openning:"),
    )
    guesses = {one.values.get("close") for one in refused(path)}

    assert guesses == {"acknowledgement", "opening", None}


def test_one_wrong_value_is_one_problem(tmp_path: Path) -> None:
    path = scenario(tmp_path, ("seen: {move: [proposal, offer]", "seen: {move: [proposal, ofer]"))

    assert [one.code for one in refused(path)] == ["unknown-word"]


def test_a_wrong_trigger_of_a_temperament_is_one_problem_at_its_key(tmp_path: Path) -> None:
    path = tmp_path / "alex.yaml"
    path.write_text(new_persona("alex").replace("blame: -1.2", "blaming: -1.2"), encoding="utf-8")
    with pytest.raises(BadFile) as caught:
        load_persona(path)

    assert [str(one).split(": ")[1] for one in caught.value.diagnostics] == ["error unknown-word"]
    assert str(caught.value.diagnostics[0]).startswith(f"{path}:{line_of(path, 'blaming')}:5")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_scenario_comes_back_from_its_canonical_text(path: Path) -> None:
    loaded = load_scenario(path)

    assert scenario_from(loaded.definition.text) == loaded.value


def test_a_persona_comes_back_from_its_canonical_text(tmp_path: Path) -> None:
    path = tmp_path / "alex.yaml"
    path.write_text(f"{new_persona('alex')}levels: {{1: {{trust: 2}}}}\n", encoding="utf-8")
    loaded = load_persona(path)

    assert persona_from(loaded.definition.text) == loaded.value
    assert loaded.value.at_level(1).trust == 2


def test_the_hash_follows_the_meaning_and_not_the_spelling(tmp_path: Path) -> None:
    def hashed(*changes: tuple[str, str]) -> str:
        return load_scenario(scenario(tmp_path, *changes)).definition.hash

    plain = hashed()

    assert hashed(("title: Two more weeks", "title:   'Two more weeks'   # same")) == plain
    assert hashed(("title: Two more weeks", "title: Three more weeks")) != plain


def test_a_language_that_is_not_offered_is_said_to_be_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        load_scenario(scenario(tmp_path), "fr")

    assert caught.value.code == "language-not-offered"


def test_a_loaded_value_knows_where_it_stands(tmp_path: Path) -> None:
    path = scenario(tmp_path)
    loaded: Loaded[Scenario] = load_scenario(path)
    place = loaded.document.place(("facts", 0, "says", 0))

    assert (place.path, place.line) == (str(path), line_of(path, "I told the client Friday"))
