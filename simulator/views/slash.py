"""Slash commands in a line of the mentee's: told apart from speech, the same way in every front end.

A line that begins with `/` is a command; an unknown one is never spoken. `//` says a slash.
"""

from collections.abc import Collection
from dataclasses import dataclass

PREFIX = "/"

NAMES = (
    *("help", "brief", "hint", "note", "mark", "from", "offline"),
    *("stop", "finish", "quit", "again", "time"),
)
"""What can be written after a slash during a talk, in every front end, in the order of its help."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """The line is speech."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """The line is a known command, with the rest of the line."""

    name: str
    rest: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The line looks like a command, and there is none of that name."""

    name: str


def parsed(line: str, known: Collection[str]) -> Spoken | Command | Unknown:
    """What `line` is, where `known` are the names of the commands."""
    if line.startswith(PREFIX * 2):
        return Spoken(line[1:])
    if not line.startswith(PREFIX):
        return Spoken(line)
    name, _, rest = line[1:].partition(" ")
    name = name.strip().lower()
    return Command(name, rest.strip()) if name in known else Unknown(name)
