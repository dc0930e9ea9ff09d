"""`simulator forget`: one session deleted for good, after asking."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Delete the session whose id was given; anything but a clear yes keeps it."""
    with House.build(settings) as house:
        session = house.find(options.session)
        if not options.yes:
            sys.stdout.write(t("cli.forget.ask", session=session) + " ")
            sys.stdout.flush()
            if sys.stdin.readline().strip().lower() != t("cli.forget.yes"):
                print_lines([t("cli.forget.kept")], sys.stdout)
                return ExitCode.FINE
        gone = house.forget(session)
        copies = sorted(house.home.glob("backup-*.db"))
    print_lines([t("cli.forget.done", session=session)], sys.stdout)
    if gone.retries:
        print_lines([t("cli.forget.retries", sessions=", ".join(gone.retries))], sys.stdout)
    if copies:
        names = ", ".join(one.name for one in copies)
        print_lines([t("cli.forget.copies", files=names)], sys.stdout)
    return ExitCode.FINE
