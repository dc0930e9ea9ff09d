"""Names that people see for ids: skills, outcomes, moves, and the reasons why something changed."""

import re

from simulator.director.state import Reason
from simulator.i18n import Translator

_BREAKABLE = re.compile(r"[ \t\r\n]+")

UNFINISHED = frozenset({"open", "left", "stopped"})
"""Outcomes that are not an ending of the scenario."""


def one_line(text: str) -> str:
    """`text` on one line. Spaces that must not break stay what they are, unlike in `str.split`."""
    return _BREAKABLE.sub(" ", text).strip()


def skill_name(t: Translator, skill: str) -> str:
    """A skill by its name in the catalogue, or its id with spaces where a facilitator made it."""
    known = f"skill.{skill}"
    return t(known) if t.has(known) else skill.replace("-", " ")


def outcome_name(t: Translator, outcome: str) -> str:
    """How a session stands: under way, left, stopped or finished."""
    return t(f"views.outcome.{outcome if outcome in UNFINISHED else 'ended'}")


def reason_words(t: Translator, reason: Reason) -> str:
    """Why something changed, as one sentence; codes among the values become names."""
    return t(reason.code, **{name: _shown(t, value) for name, value in reason.values.items()})


def trigger_name(t: Translator, source: str, name: str) -> str:
    """A `move`, `signal` or `pattern` by its id, in a word or two."""
    return t(f"{source}.{name}.short")


def _shown(t: Translator, value: str | float) -> str | float:
    return t(value) if isinstance(value, str) and t.has(value) else value
