"""The library over several shelves: nearest first, lazy, and never stopped by one bad file."""

from pathlib import Path

import pytest

from simulator.config import Shelf, shipped
from simulator.errors import BadFile, NotFound
from simulator.library.catalogue import Library
from simulator.library.new import new_persona, new_scenario


def shelf(root: Path, *names: str) -> Shelf:
    made = Shelf(root / "scenarios", root / "personas")
    made.scenarios.mkdir(parents=True)
    made.personas.mkdir(parents=True)
    for name in names:
        (made.scenarios / f"{name}.yaml").write_text(new_scenario(name), encoding="utf-8")
    return made


def test_the_nearest_scenario_of_an_id_wins(tmp_path: Path) -> None:
    near, far = shelf(tmp_path / "near", "a"), shelf(tmp_path / "far", "a", "b")
    cards = Library([near, far]).cards()

    assert [(card.id, card.path.parent) for card in cards] == [
        ("a", near.scenarios),
        ("b", far.scenarios),
    ]


def test_a_bad_file_is_a_problem_beside_the_cards(tmp_path: Path) -> None:
    one = shelf(tmp_path, "good")
    (one.scenarios / "broken.yaml").write_text("id: broken\ntitle: [", encoding="utf-8")
    (one.scenarios / "nameless.yaml").write_text("title: x\n", encoding="utf-8")
    (one.scenarios / "alone.fr.yaml").write_text("overlays: alone\n", encoding="utf-8")
    library = Library([one])

    assert [card.id for card in library.cards()] == ["good"]
    assert {(Path(p.path).name, p.code) for p in library.problems()} == {
        ("broken.yaml", "yaml-bracket"),
        ("nameless.yaml", "missing-key"),
        ("alone.fr.yaml", "overlay-without-base"),
    }


def test_cards_are_worded_in_the_language_asked_for_where_it_is_offered(tmp_path: Path) -> None:
    one = shelf(tmp_path, "a", "b")
    (one.scenarios / "a.fr.yaml").write_text(
        "overlays: a\nlanguage: fr\ntitle: Titre\nsummary: Texte.\n", encoding="utf-8"
    )
    first, second = Library([one]).cards("fr")

    assert (first.title, first.language, first.languages) == ("Titre", "fr", ("en", "fr"))
    assert (second.title, second.language, second.languages) == ("Two more weeks", "en", ("en",))


def test_a_card_shows_what_the_head_of_the_file_says(tmp_path: Path) -> None:
    (card,) = Library([shelf(tmp_path, "a")]).cards()

    assert (card.kind, card.level, card.minutes, card.status) == (
        "difficult-conversation",
        2,
        10,
        "draft",
    )
    assert card.skills == ("open-questions", "acknowledging", "proposing")


def test_a_scenario_is_found_by_id_or_by_path(tmp_path: Path) -> None:
    one = shelf(tmp_path, "a")
    library = Library([one])

    assert library.scenario("a").value == library.scenario(one.scenarios / "a.yaml").value


@pytest.mark.parametrize("ref", ["nothing", "../a", ""])
def test_a_scenario_that_is_not_there_is_said_to_be_so(tmp_path: Path, ref: str) -> None:
    with pytest.raises(NotFound) as caught:
        Library([shelf(tmp_path, "a")]).scenario(ref)

    assert caught.value.code == "unknown-scenario"


def test_a_path_that_is_not_there_is_a_bad_file(tmp_path: Path) -> None:
    with pytest.raises(BadFile):
        Library([]).scenario(tmp_path / "nothing.yaml")


def test_a_file_that_cannot_be_listed_says_why_when_it_is_opened(tmp_path: Path) -> None:
    one = shelf(tmp_path)
    (one.scenarios / "broken.yaml").write_text("id: broken\ntitle: [", encoding="utf-8")
    with pytest.raises(BadFile) as caught:
        Library([one]).scenario("broken")

    assert caught.value.diagnostics


def test_a_persona_beside_the_scenario_comes_before_those_of_the_shelves(tmp_path: Path) -> None:
    near, far = shelf(tmp_path / "near", "a"), shelf(tmp_path / "far")
    for one, name in ((near, "Near"), (far, "Far")):
        text = new_persona("team-manager").replace("Alex Martin", name)
        (one.personas / "team-manager.yaml").write_text(text, encoding="utf-8")
    library = Library([far])
    scenario = library.scenario(near.scenarios / "a.yaml")

    assert library.cast(scenario)["team-manager"].value.name == "Near"
    assert library.persona("team-manager").value.name == "Far"


def test_a_persona_is_found_by_its_id_whatever_its_file_is_called(tmp_path: Path) -> None:
    one = shelf(tmp_path)
    (one.personas / "file.yaml").write_text(new_persona("alex"), encoding="utf-8")

    assert Library([one]).persona("alex").value.name == "Alex Martin"


def test_the_same_shelf_twice_is_one_shelf(tmp_path: Path) -> None:
    one = shelf(tmp_path, "a")

    assert len(Library([one, one]).shelves) == 1


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_shipped_scenario_opens_with_its_cast(language: str) -> None:
    library = Library([shipped()])
    for card in library.cards():
        if language in card.languages:
            scenario = library.scenario(card.id, "fr" if language == "fr" else "en")

            assert library.cast(scenario)
