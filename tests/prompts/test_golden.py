"""Each prompt whole, so that a change in one is read before it is kept."""

from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from simulator.prompts.render import Audience, render
from simulator.reading.moves import Language

FENCE = {"opens": "=== ab BEGIN ===", "closes": "=== ab END ==="}
VALUES: dict[Audience, dict[str, Any]] = {
    "judge": {
        "question": "Does the mentee ask why?",
        "is_to_avoid": 1,
        "yes_looks_like": ("Why is that?",),
        "no_looks_like": ("Fine.",),
        "transcript": "=== ab BEGIN ===\n1 other | Come in.\n=== ab END ===",
    },
    "reader": {"transcript": "=== ab BEGIN ===\nother | Come in.\nmentee | Why?\n=== ab END ==="},
    "coach": FENCE
    | {
        "words": 30,
        "level": 2,
        "role": "Analyst",
        "situation": "Monday, an office.",
        "goals": ("Find out why.",),
        "skills": ("open-questions", "acknowledging"),
        "given": ("What did she say?",),
        "lines": ("1 Claire | Come in.",),
        "cues": ("Come in.",),
    },
    "persona": FENCE
    | {
        "name": "Claire",
        "mentee": "Sam",
        "identity": "Runs a team.",
        "relation": "your manager",
        "manner": "dry",
        "habits": ("looks at the clock",),
        "boundaries": ("never lies",),
        "samples": ("Meaning what?",),
        "words": 17,
        "most": 51,
        "told": ("I was told off in May.",),
        "standing": "one day a week",
        "is_agreed": 0,
        "earlier": ("Come in.",),
        "latest": ("Claire | Well?", "Sam | Why?"),
        "mood": "guarded",
        "shift": "warming",
        "correction": "leak",
        "beats": (("heard", ""), ("position", "Tuesdays everyone is in.")),
    },
}


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("audience", VALUES)
def test_a_prompt_is_as_it_was(
    snapshot: SnapshotAssertion, audience: Audience, language: Language
) -> None:
    values = VALUES[audience]
    if (audience, language) == ("persona", "fr"):
        values = values | {"address": "tu"}

    prompt = render(audience, language, **values)

    assert f"{prompt.system}\n\n-----\n\n{prompt.user}" == snapshot
