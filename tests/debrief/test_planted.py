"""Conversations that go well draw no criticism; one spoilt turn in them is found and named."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from simulator.debrief.draft import Debrief
from simulator.reading.moves import Language
from tests.debrief.talks import recorded

DATA = tomllib.loads(Path(__file__).with_name("planted.toml").read_text("utf-8"))
TALKS: Mapping[Language, Mapping[str, Any]] = {one["language"]: one for one in DATA["talk"]}
LATE = 2
"""Utterances by which a fault may show after it was made: in the mentee's next turn."""


def spoilt(language: Language, faults: Sequence[tuple[int, str]]) -> str:
    talk = TALKS[language]
    lines = talk["lines"].strip().splitlines()
    own = [place for place, line in enumerate(lines) if line.startswith(talk["mentee"])]
    for turn, words in faults:
        lines[own[turn - 1]] = f"{talk['mentee']}: {words}"
    return "\n".join(lines)


@cache
def debrief(language: Language, faults: tuple[tuple[int, str], ...] = ()) -> Debrief:
    return recorded(spoilt(language, faults), TALKS[language]["mentee"], language)


def plants() -> Iterator[tuple[Language, list[str], tuple[tuple[int, str], ...], int]]:
    for fault in DATA["fault"]:
        for language in TALKS:
            made = [(turn, words) for turn, words in fault[language]]
            if fault.get("closes"):
                yield language, fault["gaps"], tuple(made), made[fault.get("at", -1)][0]
            else:
                for one in made:
                    yield language, fault["gaps"], (one,), one[0]


@pytest.mark.parametrize("language", list(TALKS))
def test_a_conversation_that_goes_well_draws_no_criticism(language: Language) -> None:
    found = debrief(language)

    assert (found.tries, found.further) == ((), ())
    assert [one.id for one in found.findings if one.is_to_work_on] == []


@pytest.mark.parametrize(
    ("language", "gaps", "faults", "turn"),
    list(plants()),
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_one_spoilt_turn_is_found_and_named(
    language: Language, gaps: list[str], faults: tuple[tuple[int, str], ...], turn: int
) -> None:
    found = [(one.gap.value, one.turn) for one in debrief(language, faults).tries]

    at = 2 * turn - 1
    assert any(gap in gaps and at <= where <= at + LATE for gap, where in found), found
