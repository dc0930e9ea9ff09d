"""`simulator check`: every problem of scenario and persona files, with its line, in one run."""

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from simulator.checking import check_paths
from simulator.cli.output import FORMAT, print_json, print_lines
from simulator.config import Settings, Workspace, shipped
from simulator.errors import ExitCode, NotFound
from simulator.i18n import Translator
from simulator.library.catalogue import Library
from simulator.library.diagnostics import Diagnostic
from simulator.views.diagnostics import hint, message, worded


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Check the files named, or all of the workspace and those shipped."""
    library = Library((Workspace.of(settings).shelf, shipped()))
    paths = [_path(one, library) for one in options.paths]
    found = check_paths(paths, library)
    errors = sum(one.severity == "error" for one in found)
    warnings = len(found) - errors
    if options.format == "json":
        problems = [_as_json(one, t) for one in found]
        print_json(
            {"format": FORMAT, "errors": errors, "warnings": warnings, "problems": problems},
            sys.stdout,
        )
    else:
        print_lines((worded(one, t) for one in found), sys.stdout)
        if not paths:
            places = ", ".join(str(shelf.scenarios.parent) for shelf in library.shelves)
            known = ", ".join(library.ids())
            print_lines([t("cli.check.looked", places=places, scenarios=known)], sys.stdout)
        print_lines(
            [f"{t.n('cli.check.errors', errors)}, {t.n('cli.check.warnings', warnings)}"],
            sys.stdout,
        )
    is_bad = errors or (warnings and options.strict)
    return ExitCode.PROBLEMS if is_bad else ExitCode.FINE


def _path(named: Path, library: Library) -> Path:
    """The file at a path, or that of the scenario or persona with that id."""
    if named.exists() or len(named.parts) != 1 or named.suffix:
        return named
    for find in (library.scenario_path, library.persona_path):
        with suppress(NotFound):
            return find(str(named))
    return named


def _as_json(one: Diagnostic, t: Translator) -> dict[str, object]:
    return {
        "path": str(one.path),
        "line": one.line,
        "col": one.col,
        "severity": one.severity,
        "code": one.code,
        "message": message(one, t),
        "hint": hint(one, t),
    }
