"""Whatever is typed in the plain mode is text: it ends nothing, runs nothing, and writes no control."""

import json
from pathlib import Path

import pytest

from simulator.text import clean
from tests.cli.plainly import faults, heard, kept

KNOWN = Path(__file__).parents[3] / "shared" / "attacks" / "known.jsonl"
SOME = 60
"""Of them that are said in talks."""
BEFORE = ("1", "pay-and-presence", "")

pytestmark = pytest.mark.skipif(not KNOWN.is_file(), reason="no attacks here")


def hostile() -> list[str]:
    """Each as one line, as a terminal would send it."""
    rows = [json.loads(line) for line in KNOWN.read_text("utf-8").split("\n") if line]
    typed = (row["text"].replace("\r", " ").replace("\n", " ") for row in rows)
    return [one for one in typed if not one.lstrip().startswith("/")]


def test_hostile_lines_are_no_choice_and_are_searched_for_as_words() -> None:
    lines = hostile()

    searched = [typed for one in lines[::10] for typed in ("search", one, "0")]
    heard_lines = heard(*lines, *searched, "0")

    assert heard_lines[-1].startswith("Goodbye")
    assert faults(heard_lines) == []


def test_hostile_names_and_lines_are_kept_clean_and_ask_for_nothing() -> None:
    lines = hostile()
    every = max(1, len(lines) // SOME)
    names = [one for one in lines if len(one) <= 80][:3]

    for place, name in enumerate(names):
        said = lines[place :: every * len(names)]
        heard_lines = heard(*BEFORE, name, name, *said, "/finish", *said[:6], "share", name, "0")

        assert heard_lines[-1].startswith("Goodbye")
        assert faults(heard_lines) == []
    for session in kept():
        assert all(one.text == clean(one.text) for one in session.utterances)
