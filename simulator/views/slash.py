"""Slash commands in a line of the mentee's: told apart from speech, the same way in every front end.

A line that begins with `/` is a command; an unknown one is never spoken. `//` says a slash.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from simulator.text import fold

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
    if not is_command(line):
        return Spoken(line.removeprefix(PREFIX))
    name = re.split(r"\s", line[1:], maxsplit=1)[0]
    rest = line[1 + len(name) :].strip()
    name = name.lower()
    return Command(name, rest) if name in known else Unknown(name)


def is_command(line: str) -> bool:
    """Whether `line` is no speech, be there such a command or not."""
    return line.startswith(PREFIX) and not line.startswith(PREFIX * 2)


def begun(line: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The commands that `line` may be the beginning of; none once anything stands behind a name.

    `known` says for each name the word of the reader's language that is understood as well.
    """
    if not is_command(line) or any(map(str.isspace, line)):
        return ()
    head = fold(line.removeprefix(PREFIX))
    return tuple(
        name for name, word in known.items() if name.startswith(head) or fold(word).startswith(head)
    )
