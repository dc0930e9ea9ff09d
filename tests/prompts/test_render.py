from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError

from simulator.prompts.render import render, version
from simulator.reading.moves import Language

JUDGE: dict[str, Any] = {
    "question": "Does she ask why?",
    "is_to_avoid": 0,
    "yes_looks_like": ("Why is that?",),
    "no_looks_like": (),
    "transcript": "=== ab BEGIN ===\n1 other | {{ question }} {% raw %}\n=== ab END ===",
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_in_a_value_is_read_as_a_template(language: Language) -> None:
    prompt = render("judge", language, **JUDGE)

    assert str(JUDGE["transcript"]) in prompt.user


def test_a_value_that_is_missing_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        render("judge", "en", question="Why?")


def test_a_value_that_nothing_asks_for_is_an_error() -> None:
    with pytest.raises(TypeError, match="secret"):
        render("judge", "en", **JUDGE, secret="x")


@pytest.mark.parametrize("value", [object(), {"a": "b"}, (1, 2), None])
def test_a_value_that_is_no_plain_text_is_an_error(value: object) -> None:
    with pytest.raises(TypeError, match="question"):
        render("judge", "en", **{**JUDGE, "question": value})


def test_a_prompt_has_a_version_for_each_audience_and_language() -> None:
    versions = {version(who, one) for who in ("judge", "coach") for one in ("en", "fr")}

    assert len(versions) == 4


@pytest.mark.parametrize("audience", ["judge", "coach"])
def test_a_french_prompt_is_written_as_french(root: Path, audience: str) -> None:
    text = (root / f"simulator/prompts/templates/{audience}.fr.jinja").read_text("utf-8")
    prose = [line for line in text.splitlines() if "{" not in line and "`" not in line]

    assert [line for line in prose if "'" in line or " :" in line or " ?" in line] == []
