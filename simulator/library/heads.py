"""Heads: the first keys of a definition, read without a parser where they are written plainly.

A list of scenarios needs a dozen short values of each file, and they stand on top. Lines of a form
that can be taken in one way only (a plain or quoted value on one line, a folded text, a list of
words) are taken as they stand, with the values that the parser would give them. Whatever else
comes up before the last key wanted, the whole is left to `library.yamlfile`, the only judge of
what is wrong with a file; it is imported only then.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from simulator.library.door import read_text
from simulator.library.scalars import Plain, resolve
from simulator.text import clean

LONGEST = 2_000
"""Code points of one value; longer ones are left to the parser."""
_COMMENT = re.compile(r"#.*")
_KEY = re.compile(r"([a-z][a-z-]*): +(\S.*)")
_QUOTED = re.compile(r'"([^"\\]*)"|\'([^\']*)\'')
_WORDS = re.compile(r"\[[a-z][a-z0-9-]*(?:, *[a-z][a-z0-9-]*)*\]")
_FIGURES = re.compile(r"\{[a-z][a-z-]*: *[0-9]+(?:, *[a-z][a-z-]*: *[0-9]+)*\}")
"""What may stand among the keys wanted and be passed over."""
_FOLDED = ">-"
_NOT_PLAIN = (": ", " #")
_SPACES = "\u00a0\u202f"
"""Spaces that are no characters to print for Python, and are text for everybody else."""


class _NotPlainError(ValueError):
    """Something that has to be left to the parser."""


def read_head(path: Path, only: frozenset[str]) -> Mapping[str, Plain] | None:
    """At least the keys `only` of the file at `path`; None where reading it finds an error.

    A key that the file does not have is absent.
    """
    text = read_text(path)
    if isinstance(text, str):
        quick = quick_head(text, only)
        if quick is not None:
            return quick
    from simulator.library.yamlfile import read_yaml

    document = read_yaml(path, only)
    return None if any(one.is_error for one in document.problems) else document.data


def quick_head(text: str, only: frozenset[str]) -> dict[str, Plain] | None:
    """The same of `text` where it is written plainly; None where it is not."""
    found: dict[str, Plain] = {}
    passed: set[str] = set()
    lines = text.split("\n")
    at = 0
    try:
        while at < len(lines) and not only <= found.keys():
            line = _printable(lines[at]).rstrip(" ")
            at += 1
            if not line or _COMMENT.fullmatch(line):
                continue
            key, value = _pair(line)
            if key in found or key in passed:
                return None
            if value == _FOLDED:
                end = _end_of_block(lines, at)
                found[key] = _folded(lines[at:end])
                at = end
            elif key not in only and _FIGURES.fullmatch(value):
                passed.add(key)
            else:
                found[key] = _value(value)
    except ValueError:
        return None
    return found if found and not _goes_on(lines, at) else None


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether what stands at `at` belongs to the value before it."""
    after = next((line for line in lines[at:] if line.strip()), "")
    return after[:1].isspace()


def _pair(line: str) -> tuple[str, str]:
    match = _KEY.fullmatch(line)
    if match is None:
        raise _NotPlainError
    return match[1], match[2]


def _value(written: str) -> Plain:
    if len(written) > LONGEST:
        raise _NotPlainError
    if (quoted := _QUOTED.fullmatch(written)) is not None:
        return _kept(quoted[1] or quoted[2] or "")
    if _WORDS.fullmatch(written):
        return [_plain(one.strip()) for one in written[1:-1].split(",")]
    return _plain(written)


def _plain(written: str) -> Plain:
    if not written[0].isalnum() or written.endswith(":"):
        raise _NotPlainError
    if any(sign in written for sign in _NOT_PLAIN):
        raise _NotPlainError
    value = resolve(written)
    if value is None:
        raise _NotPlainError
    return _kept(value) if isinstance(value, str) else value


def _end_of_block(lines: list[str], start: int) -> int:
    end = start
    while end < len(lines) and lines[end].startswith(" "):
        end += 1
    return end


def _folded(lines: list[str]) -> Plain:
    """The text of lines that are all indented alike."""
    if not lines:
        raise _NotPlainError
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    texts = [_printable(line)[indent:] for line in lines]
    if any(not line.startswith(" " * indent) for line in lines):
        raise _NotPlainError
    if any(not one or one[0] == " " or one[-1] == " " for one in texts):
        raise _NotPlainError
    text = " ".join(texts)
    if len(text) > LONGEST:
        raise _NotPlainError
    return _kept(text)


def _printable(line: str) -> str:
    """`line`, if every character of it is text for the parser too."""
    if not (line.isprintable() or all(one.isprintable() or one in _SPACES for one in line)):
        raise _NotPlainError
    return line


def _kept(text: str) -> str:
    return clean(text).strip()
