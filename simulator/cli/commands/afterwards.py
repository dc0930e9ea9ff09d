"""`simulator afterwards`: how the real conversation went, in the mentee's own words."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.practice.events import RealTalkTold
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Keep the words given, or those read from standard input."""
    with House.build(settings) as house:
        after = house.afterwards(options.session)
        text = " ".join(options.words)
        if not text and not options.kept:
            if sys.stdin.isatty():
                print_lines([t("cli.afterwards.ask")], sys.stdout)
            text = sys.stdin.read()
        after.tell(RealTalkTold(text=text, kept=options.kept or ""))
        print_lines([t("cli.afterwards.kept", session=after.session.id)], sys.stdout)
    return ExitCode.FINE
