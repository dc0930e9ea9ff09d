"""What is wrong with a file, and where: the one record in which every check speaks.

A diagnostic is a place, a severity, a stable code and the values its wording needs; the wording
is in the catalogue's domain `checks`. It refuses sentences, and it holds no text of a file longer
than a glance.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from simulator.text import clean

Severity = Literal["error", "warning"]
Value = str | int | float
GLANCE = 60
"""Characters of a file's own text that a diagnostic quotes."""


class Place(NamedTuple):
    """A position in a file; line and column count from 1, in characters."""

    path: str
    line: int = 1
    col: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem of one file. Order with `sorted(..., key=in_reading_order)`."""

    path: str
    line: int
    col: int
    severity: Severity
    code: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        listed = ", ".join(f"{name}={value}" for name, value in self.values.items())
        told = f": {listed}" if listed else ""
        return f"{self.where}: {self.severity} {self.code}{told}"

    @property
    def where(self) -> str:
        """`path:line:col`, as editors and terminals link it."""
        return f"{clean(self.path)}:{self.line}:{self.col}"

    @property
    def is_error(self) -> bool:
        return self.severity == "error"


def error(place: Place, code: str, **values: Value) -> Diagnostic:
    """A problem that keeps the file from being used."""
    return _diagnostic(place, "error", code, values)


def warning(place: Place, code: str, **values: Value) -> Diagnostic:
    """A problem that an author should know of, and may have meant."""
    return _diagnostic(place, "warning", code, values)


def in_reading_order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str, str]:
    """Sort key: by file and position, errors before warnings at the same place."""
    one = diagnostic
    return (one.path, one.line, one.col, one.severity, one.code, str(one))


def glance(text: str) -> str:
    """The beginning of `text` on one line, short enough to be quoted in a message."""
    line = " ".join(clean(text, limit=4 * GLANCE).split())
    return line if len(line) <= GLANCE else f"{line[: GLANCE - 1]}…"


def _diagnostic(
    place: Place, severity: Severity, code: str, values: Mapping[str, Value]
) -> Diagnostic:
    shown = {
        name: glance(value) if isinstance(value, str) and name in _QUOTED else value
        for name, value in values.items()
    }
    return Diagnostic(place.path, place.line, place.col, severity, code, shown)


_QUOTED = frozenset({"value", "key", "text", "word", "id"})
"""Values that come from the file itself."""
