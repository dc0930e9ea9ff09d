"""`simulator`, without a command: the app; the plain mode; or, without a terminal, how to do without."""

import os
import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings, Workspace, shipped
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.library.cards import scenarios


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode | int:
    """Open the app where there is a terminal to open it in, the plain mode where it is asked for."""
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if options.plain or (is_terminal and is_dumb()):
        return _plain(settings)
    if not is_terminal:
        known = scenarios(dict.fromkeys((Workspace.of(settings).shelf, shipped())))
        print_lines(t("cli.no-terminal", scenarios=", ".join(known)).splitlines(), sys.stdout)
        return ExitCode.FINE
    return _app(settings)


def _app(settings: Settings) -> int:
    from simulator.tui import sweeping

    sweeping.hold()  # the app lets go once it has loaded what it needs
    try:
        from simulator.tui.app import run as run_app
        from simulator.wiring import House

        with House.build(settings) as house:
            return run_app(house)
    finally:
        sweeping.let_go()


def is_dumb() -> bool:
    """Whether the terminal says that it can only write lines."""
    return os.environ.get("TERM") == "dumb"


def _plain(settings: Settings) -> ExitCode:
    from simulator.cli.plain.channel import Channel
    from simulator.cli.plain.menu import run_menu
    from simulator.wiring import House

    with House.build(settings) as house:
        run_menu(house, Channel.standard(is_heard=True))
    return ExitCode.FINE
