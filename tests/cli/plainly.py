"""Hands for the plain mode: lines typed in, lines heard, and the law that every one of them keeps."""

import io
import re
import unicodedata
from collections.abc import Sequence

from simulator.cli.plain.channel import Channel
from simulator.cli.plain.menu import run_menu
from simulator.config import Settings
from simulator.practice.session import Session
from simulator.wiring import House

SEEN_ONLY = re.compile(r"[·•‣◦⁃∙\u2190-\u21ff\u2500-\u25ff\u2800-\u28ff]")
"""Rules, boxes, bullets, arrows: what only the eye understands."""
NOT_AS_IS = frozenset("\u200d\ufe0f")
"""Joiners and emoji selectors, which are part of what somebody wrote."""


def heard(
    *typed: str, language: str = "en", actor: str = "offline", is_person: bool = False
) -> list[str]:
    """Everything the plain mode says while these lines are typed, from the menu to the end."""
    out = io.StringIO()
    lines = io.StringIO("".join(f"{one}\n" for one in typed))
    with House.build(Settings.load({"language": language, "seed": 4, "actor": actor})) as house:
        run_menu(house, Channel(lines, out, is_person=is_person, is_heard=True))
    return out.getvalue().split("\n")[:-1]


def kept() -> list[Session]:
    """The sessions stored so far, newest first."""
    with House.build(Settings.load()) as house:
        return [house.session(one.id) for one in house.sessions()]


def faults(lines: Sequence[str]) -> list[str]:
    """The lines that are not fit to be heard."""
    return [line for line in lines if not _is_fit(line)]


def _is_fit(line: str) -> bool:
    bare = "".join(char for char in line if char not in NOT_AS_IS)
    is_printed = all(unicodedata.category(char)[0] != "C" for char in bare)
    return bool(line.strip()) and is_printed and not SEEN_ONLY.search(line) and "  " not in line
