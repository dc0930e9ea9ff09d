"""`simulator moves`: what each line does, one JSON object a line, for scripts and benches.

Input lines are plain text, or JSON objects `{"text": …, "prev": …}` where `prev` is what the other
had just said. Output keys: `text`, `moves`, `signals`, `quantities`, with spans in code points of
the stored (cleaned, NFC) text.
"""

import json
import sys
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from simulator.config import Settings
from simulator.errors import BadFile, ExitCode, NotFound
from simulator.i18n import Translator
from simulator.reading.moves import Reading
from simulator.reading.recogniser import Recogniser
from simulator.text import clean


def run(options: Namespace, settings: Settings, _t: Translator) -> ExitCode:
    """Read every line of the file, or of standard input, and write what it does."""
    recogniser = Recogniser.of(settings.language)
    if options.file is None:
        _each(sys.stdin, recogniser, "<stdin>")
        return ExitCode.FINE
    path: Path = options.file
    try:
        with path.open(encoding="utf-8-sig") as lines:
            _each(lines, recogniser, str(path))
    except FileNotFoundError as error:
        raise NotFound("no-such-file", path=path) from error
    except (IsADirectoryError, PermissionError, UnicodeDecodeError) as error:
        raise BadFile("unreadable-file", path=path, reason=type(error).__name__) from error
    return ExitCode.FINE


def _each(lines: Iterable[str], recogniser: Recogniser, name: str) -> None:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            text, prev = _line(line, name, number)
            _write(text, recogniser.read(text, prev), sys.stdout)


def _line(line: str, name: str, number: int) -> tuple[str, str]:
    """The utterance, and what it answers."""
    if not line.lstrip().startswith("{"):
        return clean(line).strip(), ""
    try:
        given = json.loads(line)
    except json.JSONDecodeError:
        return clean(line).strip(), ""
    text, prev = given.get("text"), given.get("prev") or ""
    if not isinstance(text, str) or not isinstance(prev, str):
        raise BadFile("bad-moves-line", path=name, line=number)
    return clean(text).strip(), clean(prev).strip()


def _write(text: str, reading: Reading, out: TextIO) -> None:
    found = {
        "text": text,
        "moves": [asdict(move) for move in reading.moves],
        "signals": [asdict(signal) for signal in reading.signals],
        "quantities": [asdict(quantity) for quantity in reading.quantities],
    }
    out.write(json.dumps(found, ensure_ascii=False) + "\n")
    out.flush()
