"""The authoring guide keeps its promises: every code is in it, and its samples behave."""

import ast
import re
from pathlib import Path

import pytest

from simulator.checking import check_paths
from simulator.config import shipped
from simulator.library.catalogue import Library
from tests.checking import guide
from tests.checking.guide import Sample, samples, sections
from tests.i18n.catalogues import entries, trees

LIBRARY = Library([shipped()])
CODES = {
    key.split(".")[1]
    for key in entries("en", "checks")
    if key.startswith("check.") and key.endswith(".hint")
}
FILES = [sample for sample in samples("en") if sample.mode != "command"]


def name(sample: Sample) -> str:
    return f"{sample.code}-{'bad' if sample.is_bad else 'good'}"


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_guide_explains_every_code_and_no_other(language: str) -> None:
    assert set(sections(language)) == CODES


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_code_has_a_bad_and_a_good_sample(language: str) -> None:
    shown = [(sample.code, sample.is_bad) for sample in samples(language)]

    assert sorted(shown) == sorted((code, bad) for code in CODES for bad in (True, False))


def test_both_guides_show_the_same_samples() -> None:
    assert samples("fr") == samples("en")


@pytest.mark.parametrize("sample", FILES, ids=name)
def test_a_bad_sample_has_its_problem_and_a_good_one_has_none(
    sample: Sample, tmp_path: Path
) -> None:
    found = check_paths([guide.write(sample, tmp_path)], LIBRARY)

    expected = {sample.code} | sample.also() if sample.is_bad else set()
    assert {one.code for one in found} == expected


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_guide_quotes_the_message_that_the_check_gives(language: str) -> None:
    placeholders = re.compile(r"%\(\w+\)s")
    quoted = {
        code: re.search(r"^\*\*(error|warning)\*\* — (.+)$", text, re.MULTILINE)
        for code, text in sections(language).items()
    }
    wrong = [
        code
        for code, found in quoted.items()
        if found is None
        or not re.match(
            ".+".join(
                map(re.escape, placeholders.split(entries(language, "checks")[f"check.{code}"][0]))
            ).replace("%%", "%"),
            found[2],
        )
    ]

    assert wrong == []


def test_every_code_of_the_source_is_worded() -> None:
    named = {
        node.args[1].value
        for path, tree in trees()
        if path.parent.name in {"library", "checking"}
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"error", "warning"}
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    }

    assert len(named) > 50
    assert named - CODES == set()
