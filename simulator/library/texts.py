"""Which parts of a definition are texts: what a translation may hold, and must.

One tree per kind of file. A leaf is a text or a list of texts, replaced whole; a branch is a
record, or a list of records matched by `id`. Everything that is not named here (thresholds,
conditions, weights, figures) is the same in every language, and no translation can change it.
"""

from dataclasses import dataclass, field
from enum import Enum


class Leaf(Enum):
    """What stands at the end of a branch."""

    REQUIRED = "required"
    """Given in the base, it is given in every translation."""
    FREE = "free"
    """A translation may give it, whether or not the base does."""
    KEYED = "keyed"
    """A mapping from any key to texts: the same keys in every translation."""


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys."""

    parts: dict[str, "Part"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Records:
    """A list of mappings, each known by its `id`."""

    parts: dict[str, "Part"] = field(default_factory=dict)


Part = Leaf | Record | Records


def _required(*names: str) -> dict[str, Part]:
    return dict.fromkeys(names, Leaf.REQUIRED)


SCENARIO = Record(
    {
        **_required("title", "summary", "terms", "opening", "resources"),
        "relation": Record({"persona-is": Leaf.REQUIRED, "register": Leaf.FREE}),
        "brief": Record({**_required("role", "situation"), "goals": Records(_required("text"))}),
        "topics": Records(_required("about", "says")),
        "facts": Records(_required("note", "says", "about", "more")),
        "replies": Records(_required("about", "says")),
        "levers": Records(_required("about", "says")),
        "negotiation": Record(
            {"issues": Records({**_required("of"), "options": Records(_required("about"))})},
        ),
        "concessions": Records(_required("note", "says")),
        "cues": Records(_required("says")),
        "twists": Records(_required("says")),
        "reactions": Records(_required("says")),
        "endings": Records(_required("note", "says")),
        "rubric": Records(_required("ask", "yes-looks-like", "no-looks-like")),
        "debrief": Record(_required("questions")),
        "playtest": Leaf.KEYED,
    }
)
"""Texts of a scenario."""

PERSONA = Record(
    {
        **_required("name", "identity", "boundaries"),
        "voice": Record(_required("manner", "habits")),
        "lines": Leaf.KEYED,
    }
)
"""Texts of a persona."""
