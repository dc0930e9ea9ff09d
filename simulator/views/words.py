"""Names that people see for ids: skills, outcomes, moves, and the reasons why something changed.

The first screen asks for some of them: what only annotations name is not imported.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias

from simulator.i18n import Translator

if TYPE_CHECKING:
    from simulator.director.state import Reason
    from simulator.library.scenario import Scenario

_BREAKABLE = re.compile(r"[ \t\r\n]+")

_IDS = frozenset({"fact", "cue", "twist", "concession", "ending", "lever", "reaction"})
"""Values of a reason that are ids of the scenario's."""

Named: TypeAlias = Mapping[str, Mapping[str, str]]
"""Kind of thing → id → what it is called."""

UNFINISHED = frozenset({"open", "left", "stopped"})
"""Outcomes that are not an ending of the scenario."""


def one_line(text: str) -> str:
    """`text` on one line. Spaces that must not break stay what they are, unlike in `str.split`."""
    return _BREAKABLE.sub(" ", text).strip()


def source_name(t: Translator, title: str) -> str:
    """What to read, as it is quoted: its author, where the title names one before a colon."""
    author, colon, work = one_line(title).partition(":")
    if not colon or not work[:1].isspace():
        return one_line(title)
    return f"{author.rstrip()}, {t.quoted(work.strip())}"


def skill_name(t: Translator, skill: str) -> str:
    """A skill by its name in the catalogue, or its id with spaces where a facilitator made it."""
    known = f"skill.{skill}"
    return t(known) if t.has(known) else skill.replace("-", " ")


def outcome_name(t: Translator, outcome: str) -> str:
    """How a session stands: under way, left, stopped or finished."""
    return t(f"views.outcome.{outcome if outcome in UNFINISHED else 'ended'}")


def reason_words(t: Translator, reason: "Reason", named: Named | None = None) -> str:
    """Why something changed, as one sentence; codes among the values become names.

    An id of the scenario's becomes what `named` calls it, or the id with spaces.
    """
    return t(reason.code, **{n: _shown(t, n, value, named) for n, value in reason.values.items()})


def named_in(scenario: "Scenario") -> Named:
    """What the ids in reasons stand for, by the kind of thing: in the scenario's own words."""
    said: dict[str, dict[str, tuple[str, ...]]] = {
        "fact": {one.id: one.says for one in scenario.facts},
        "cue": {one.id: one.says for one in scenario.cues},
        "twist": {one.id: one.says for one in scenario.twists},
        "concession": {one.id: one.says for one in scenario.concessions},
        "ending": {one.id: (one.note,) for one in scenario.endings},
        "lever": {one.id: one.about for one in scenario.levers},
    }
    return {
        kind: {id_: one_line(lines[0]) for id_, lines in held.items() if lines and lines[0].strip()}
        for kind, held in said.items()
    }


def trigger_name(t: Translator, source: str, name: str) -> str:
    """A `move`, `signal` or `pattern` by its id, in a word or two."""
    return t(f"{source}.{name}.short")


def _shown(t: Translator, name: str, value: str | float, named: Named | None) -> str | float:
    if not isinstance(value, str):
        return value
    if named is not None and name in _IDS:
        return named.get(name, {}).get(value, value.replace("-", " "))
    return t(value) if t.has(value) else value
