"""Heads read quickly: the same as the parser reads, or nothing."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.config import shipped
from simulator.library.cards import (
    LEVEL,
    MINUTES,
    PERSONA_HEAD,
    SCENARIO_HEAD,
    TRANSLATED_HEAD,
    cards,
)
from simulator.library.door import read_text
from simulator.library.heads import quick_head, read_head
from simulator.library.naming import definition_files, split
from simulator.library.scenario import Scenario
from simulator.library.yamlfile import parse_yaml

KEYS = ("id", "title", "level", "turns")
VALUES = (
    *("a", "a b", "2", "012", "1.5", "true", "~", "null", "x: y", "x:", "x #y", "x#y", "no"),
    *('"a"', '"a: b"', "'it''s'", "'a'", '"a\\n"', '"', "[a, b]", "[a, 1]", "[null]", "[", "[]"),
    *("{a: 1}", "{a: 1, b: 2}", "{", "&x a", "*x", "!!str a", ">-", "|", ">", "- a", "?", "%a"),
    *("é", "a\u00a0: b", "a\u202f;", "a\u200bb", "a\tb", "12:30", "1e400", "9" * 30, "---", "@a"),
)
LINES = (
    *("", "  ", "# a", "  more", "    deeper", "  trailing ", "\tx", "more", "---", "...", "- a"),
    *("  # a", "%YAML 1.2", "<<: a", "a:", "id:b", "id:", "Id: a", "  id: a"),
)
lines = st.one_of(
    st.sampled_from(LINES),
    st.builds("{}: {}".format, st.sampled_from(KEYS), st.sampled_from(VALUES)),
    st.builds("{}: {}".format, st.sampled_from(KEYS), st.text(max_size=8)),
)


@given(st.lists(lines, max_size=8).map("\n".join))
@example("id: a\n b")
@example("id: a\n\n b")
@example("id: >-\n  a\n\n  b")
@example("id: >-\n  a\n b")
@example("id: a\nid: b")
def test_what_is_read_quickly_is_what_the_parser_reads(text: str) -> None:
    only = frozenset({"id", "title", "level"})
    quick = quick_head(text, only)
    whole = parse_yaml(text, "file.yaml", only)

    if quick is not None:
        assert [one for one in whole.problems if one.is_error] == []
        assert quick == {name: whole.data[name] for name in quick}
        assert {*whole.data} & only == {*quick} & only


@pytest.mark.parametrize("folder", ["scenarios", "personas"])
def test_the_head_of_every_shipped_file_is_read_without_the_parser(folder: str) -> None:
    head = {"scenarios": SCENARIO_HEAD, "personas": PERSONA_HEAD}[folder]
    found = {}
    for path in definition_files(getattr(shipped(), folder)):
        text = read_text(path)
        assert isinstance(text, str)
        wanted = head if split(path)[1] is None else TRANSLATED_HEAD
        found[path.name] = quick_head(text, wanted)

    assert found
    if folder == "scenarios":
        assert [name for name, one in found.items() if one is None] == []


def test_a_head_that_is_not_plain_is_left_to_the_parser(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text('id: a\ntitle: "caf\\u00e9"\n', encoding="utf-8")

    assert quick_head(path.read_text(encoding="utf-8"), frozenset({"id", "title"})) is None
    assert read_head(path, frozenset({"id", "title"})) == {"id": "a", "title": "café"}


def test_a_head_with_an_error_is_no_head(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("id: a\nid: b\n", encoding="utf-8")

    assert read_head(path, frozenset({"id"})) == {"id": "a"}
    assert read_head(path, frozenset({"id", "title"})) is None


def test_a_card_supposes_what_the_scenario_would() -> None:
    assert Scenario.model_fields["level"].default == LEVEL
    assert Scenario.model_fields["minutes"].default == MINUTES


def test_every_shipped_scenario_has_a_card_in_both_languages() -> None:
    english, french = cards((shipped(),), "en"), cards((shipped(),), "fr")

    assert [one.id for one in english] == [one.id for one in french]
    assert {one.language for one in french} == {"fr"}
