"""`simulator`, without a command: the app; or, without a terminal, how to do without one."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings, Workspace, shipped
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.library.catalogue import Library


def run(_options: Namespace, settings: Settings, t: Translator) -> ExitCode | int:
    """Open the app where there is a terminal to open it in."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        library = Library((Workspace.of(settings).shelf, shipped()))
        print_lines(
            t("cli.no-terminal", scenarios=", ".join(library.ids())).splitlines(), sys.stdout
        )
        return ExitCode.FINE
    from simulator.tui.app import run as run_app
    from simulator.wiring import House

    with House.build(settings) as house:
        return run_app(house)
