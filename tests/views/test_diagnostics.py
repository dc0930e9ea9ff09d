"""Diagnostics in words: one line in the form that editors read, a message and a hint in both tongues."""

import re

import pytest

from simulator.i18n import Translator
from simulator.library.diagnostics import Diagnostic, Place, error, in_reading_order, warning
from simulator.views.diagnostics import hint, message, worded

PLACE = Place("scenarios/a.yaml", 3, 7)
FORM = re.compile(r"^[^:]+:\d+:\d+: (?:error|warning) [a-z0-9-]+: .+ \(.+\)$")


def speaking(language: str) -> Translator:
    return Translator.of(language, strict=True)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_line_has_the_form_that_editors_read(language: str) -> None:
    line = worded(warning(PLACE, "line-too-long", words=50, most=45), speaking(language))

    assert FORM.match(line)
    assert line.startswith("scenarios/a.yaml:3:7: warning line-too-long: ")


def test_a_word_that_is_nearly_right_is_the_hint() -> None:
    found = error(PLACE, "unknown-fact", value="badge", close="badges")

    assert message(found, speaking("en")) == "there is no fact `badge`"
    assert hint(found, speaking("en")) == "did you mean `badges`?"
    assert hint(found, speaking("fr")) == "vouliez-vous dire `badges`\u202f?"


def test_kinds_of_values_are_worded() -> None:
    found = error(PLACE, "wrong-type", key="minutes", kind="whole-number", value="ten")

    assert message(found, speaking("fr")) == "`ten` n’est pas un nombre entier"


def test_text_of_the_file_is_quoted_clean_and_short() -> None:
    found = error(PLACE, "unknown-word", value=f"\x1b[31m{'a ' * 500}\n", expected="b")

    assert len(str(found.values["value"])) <= 60
    assert "\x1b" not in worded(found, speaking("en"))


def test_a_file_name_cannot_act_on_the_terminal() -> None:
    found = error(Place("\x1b]0;x\x07a.yaml"), "empty-file")

    assert worded(found, speaking("en")).startswith("a.yaml:1:1: ")


def test_diagnostics_sort_by_file_and_place_with_errors_first() -> None:
    later = error(Place("a", 2, 1), "empty-file")
    mild = warning(Place("a", 1, 5), "empty-file")
    grave = error(Place("a", 1, 5), "yaml-tab")
    other: Diagnostic = error(Place("b", 1, 1), "empty-file")

    assert sorted([other, later, mild, grave], key=in_reading_order) == [grave, mild, later, other]
