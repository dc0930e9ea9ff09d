"""The door of a definition file: from bytes on a disk to text that may be parsed.

A file comes in only as regular, at most `LARGEST` bytes, UTF-8, and free of control characters;
each refusal has its own code and points at the first offending line and column. A leading byte
order mark is forgiven, since some editors add it unasked.
"""

import os
import re
import stat
from pathlib import Path

from simulator.library.diagnostics import Diagnostic, Place, error

LARGEST = 256 * 1024
"""Bytes of a definition file."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")


def read_text(path: Path) -> str | Diagnostic:
    """The text of the file at `path`, or why it may not come in."""
    place = Place(str(path))
    try:
        raw = _read_capped(path)
    except OSError as problem:
        return error(place, "unreadable", reason=problem.strerror or "I/O")
    if raw is None:
        return error(place, "not-a-file")
    return decode(raw, str(path))


def decode(raw: bytes, path: str) -> str | Diagnostic:
    """`raw` as text, or why it may not come in."""
    if len(raw) > LARGEST:
        return error(Place(path), "file-too-large", most=LARGEST // 1024)
    if raw.startswith(_UTF16):
        return error(Place(path), "not-utf8", byte=f"0x{raw[0]:02X}")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = raw[: problem.start].decode("utf-8", errors="replace")
        return error(_place_after(before, path), "not-utf8", byte=f"0x{raw[problem.start]:02X}")
    text = text.removeprefix("\ufeff")
    if (found := _CONTROL.search(text)) is not None:
        place = _place_after(text[: found.start()], path)
        return error(place, "control-character", char=f"U+{ord(found[0]):04X}")
    return text


def _read_capped(path: Path) -> bytes | None:
    """At most one byte more than is allowed; None for what is no regular file."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            return None
        return file.read(LARGEST + 1)


def _place_after(before: str, path: str) -> Place:
    line = before.count("\n") + 1
    return Place(path, line, len(before) - (before.rfind("\n") + 1) + 1)
