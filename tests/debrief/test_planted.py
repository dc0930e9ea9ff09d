"""Conversations that go well draw no criticism; one spoilt turn in them is found and named."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from simulator.debrief.draft import Debrief
from tests.debrief.talks import recorded

DATA = tomllib.loads(Path(__file__).with_name("planted.toml").read_text("utf-8"))
TALKS: Mapping[str, Mapping[str, Any]] = {one["id"]: one for one in DATA["talk"]}
FIRST: Mapping[str, str] = {"en": "en-roster", "fr": "fr-reports"}
"""The talk into which a fault goes that names none, by language."""
LATE = 2
"""Utterances by which a fault may show after it was made: in the mentee's next turn."""


def spoilt(name: str, faults: Sequence[tuple[int, str]]) -> str:
    talk = TALKS[name]
    lines = talk["lines"].strip().splitlines()
    own = [place for place, line in enumerate(lines) if line.startswith(talk["mentee"])]
    for turn, words in faults:
        lines[own[turn - 1]] = f"{talk['mentee']}: {words}"
    return "\n".join(lines)


@cache
def debrief(name: str, faults: tuple[tuple[int, str], ...] = ()) -> Debrief:
    talk = TALKS[name]
    return recorded(spoilt(name, faults), talk["mentee"], talk["language"])


def plants() -> Iterator[tuple[str, list[str], tuple[tuple[int, str], ...], int]]:
    for fault in DATA["fault"]:
        wordings = {FIRST[one]: fault[one] for one in FIRST if one in fault}
        for name, lines in (wordings or {fault["talk"]: fault["lines"]}).items():
            made = tuple((turn, words) for turn, words in lines)
            if fault.get("closes"):
                yield name, fault["gaps"], made, made[fault.get("at", -1)][0]
            else:
                for one in made:
                    yield name, fault["gaps"], (one,), one[0]


@pytest.mark.parametrize("name", list(TALKS))
def test_a_conversation_that_goes_well_draws_no_criticism(name: str) -> None:
    found = debrief(name)

    assert (found.tries, found.further) == ((), ())
    assert [one.id for one in found.findings if one.is_to_work_on] == []


@pytest.mark.parametrize(
    ("name", "gaps", "faults", "turn"),
    list(plants()),
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_one_spoilt_turn_is_found_and_named(
    name: str, gaps: list[str], faults: tuple[tuple[int, str], ...], turn: int
) -> None:
    found = [(one.gap.value, one.turn) for one in debrief(name, faults).tries]

    at = 2 * turn - 1
    assert any(gap in gaps and at <= where <= at + LATE for gap, where in found), found
