"""What commands write, and how: plain text for people, stable JSON for scripts."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from simulator.errors import BadFile, SimulatorError
from simulator.i18n import Translator
from simulator.library.diagnostics import Diagnostic
from simulator.views.diagnostics import worded

FORMAT = 1
"""Version of every JSON object written here; it rises when a key changes its meaning."""


def print_error(error: SimulatorError, t: Translator, err: TextIO) -> None:
    """Write what happened and what to do; a bad file lists every problem it has."""
    err.write(f"simulator: {t.error(error)}\n")
    if isinstance(error, BadFile):
        for diagnostic in error.diagnostics:
            if isinstance(diagnostic, Diagnostic):
                err.write(f"{worded(diagnostic, t)}\n")


def print_lines(lines: Iterable[str], out: TextIO) -> None:
    """Write each of `lines` as a line."""
    out.writelines(f"{line}\n" for line in lines)


def print_json(value: Any, out: TextIO) -> None:
    """Write `value` as JSON that keeps accents and can be read by people too."""
    json.dump(value, out, ensure_ascii=False, indent=2, default=str)
    out.write("\n")
