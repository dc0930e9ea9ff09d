"""Translations: only texts, all texts, and every problem at its place in the right file."""

import json
from pathlib import Path

import pytest

from simulator.errors import BadFile
from simulator.library import texts
from simulator.library.diagnostics import Diagnostic
from simulator.library.load import load_scenario
from simulator.library.new import new_scenario
from tests.checking.guide import plain, translation_of


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "two-weeks.yaml"
    path.write_text(new_scenario("two-weeks"), encoding="utf-8")
    return path


@pytest.fixture
def over() -> dict[str, object]:
    return translation_of("two-weeks", plain(new_scenario("two-weeks", "fr")), texts.SCENARIO)


def lay(base: Path, over: dict[str, object]) -> Path:
    path = base.with_name("two-weeks.fr.yaml")
    path.write_text(json.dumps(over, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def refused(base: Path) -> list[Diagnostic]:
    with pytest.raises(BadFile) as caught:
        load_scenario(base, "fr")
    return [one for one in caught.value.diagnostics if isinstance(one, Diagnostic)]


def test_a_translation_changes_the_words_and_nothing_else(
    base: Path, over: dict[str, object]
) -> None:
    lay(base, over)
    english, french = load_scenario(base).value, load_scenario(base, "fr").value

    assert (french.language, french.title) == ("fr", "Deux semaines de plus")
    assert [one.when for one in french.facts] == [one.when for one in english.facts]
    assert french.facts[0].says != english.facts[0].says
    assert french.turns == english.turns


def test_the_path_of_a_translation_stands_for_the_scenario_in_that_language(
    base: Path, over: dict[str, object]
) -> None:
    assert load_scenario(lay(base, over)).value == load_scenario(base, "fr").value


def test_texts_know_which_file_they_come_from(base: Path, over: dict[str, object]) -> None:
    path = lay(base, over)
    document = load_scenario(base, "fr").document

    assert document.place(("facts", 0, "says", 0)).path == str(path)
    assert document.place(("facts", 0, "when")).path == str(base)


def test_an_error_in_a_translated_text_points_into_the_translation(
    base: Path, over: dict[str, object]
) -> None:
    path = lay(base, {**over, "opening": ["not", "a", "line"]})
    problems = refused(base)

    assert [(one.path, one.code) for one in problems] == [(str(path), "wrong-type")]


def test_order_of_items_does_not_matter(base: Path, over: dict[str, object]) -> None:
    lay(base, over)
    straight = load_scenario(base, "fr").definition
    topics = over["topics"]
    assert isinstance(topics, list)
    lay(base, {**over, "topics": topics[::-1]})

    assert load_scenario(base, "fr").definition == straight


def test_every_text_of_the_base_is_demanded(base: Path, over: dict[str, object]) -> None:
    for key in set(over) - {"overlays", "language"}:
        lay(base, {name: value for name, value in over.items() if name != key})
        problems = refused(base)

        assert {one.code for one in problems} == {"overlay-missing"}
        assert all(str(one.values["text"]).startswith(key) for one in problems)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"turns": {"soft": 3}}, "overlay-not-text"),
        ({"skills": ["demander"]}, "overlay-not-text"),
        ({"titre": "Deux semaines"}, "overlay-unknown-key"),
        ({"levers": [{"id": "a", "about": ["b"]}]}, "overlay-extra"),
        ({"overlays": "three-weeks"}, "overlay-wrong-base"),
        ({"language": "en"}, "overlay-language"),
    ],
)
def test_what_is_no_text_of_the_base_is_refused(
    base: Path, over: dict[str, object], change: dict[str, object], code: str
) -> None:
    lay(base, {**over, **change})

    assert [one.code for one in refused(base)] == [code]


def test_a_threshold_inside_an_item_cannot_be_translated(
    base: Path, over: dict[str, object]
) -> None:
    facts = over["facts"]
    assert isinstance(facts, list)
    lay(base, {**over, "facts": [{**facts[0], "when": {"trust": 0}}]})

    assert [one.values["key"] for one in refused(base)] == ["facts.client-call.when"]


def test_the_register_may_be_given_by_the_translation_alone(
    base: Path, over: dict[str, object]
) -> None:
    lay(base, {**over, "relation": {"persona-is": "votre responsable", "register": "tu"}})

    assert load_scenario(base, "fr").value.relation.address == "tu"


def test_a_base_without_a_language_is_said_to_lack_it(base: Path) -> None:
    base.write_text(new_scenario("two-weeks").replace("language: en\n", ""), encoding="utf-8")

    assert [(one.code, one.values["key"]) for one in refused(base)] == [("missing-key", "language")]


def test_a_translation_that_cannot_be_read_is_an_error_of_its_own(base: Path) -> None:
    path = base.with_name("two-weeks.fr.yaml")
    path.write_text("title: [", encoding="utf-8")

    assert [(one.path, one.code) for one in refused(base)] == [(str(path), "yaml-bracket")]
