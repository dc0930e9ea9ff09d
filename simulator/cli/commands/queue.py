"""`simulator queue`: the sessions that were shared, and how far their review is."""

import sys
from argparse import Namespace
from dataclasses import asdict

from simulator.cli.output import print_json, print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.views.review import queue
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """List them, those that wait first; JSON is a list of objects."""
    with House.build(settings) as house:
        shared = house.desk.queue()
        listed = queue(
            [house.session(one.row.id) for one in shared],
            [review for one in shared for review in one.reviews],
            {one.row.scenario: one.row.title for one in shared},
            t,
            options.by,
        )
    if options.format == "json":
        print_json([asdict(one) for one in listed], sys.stdout)
        return ExitCode.FINE
    print_lines((f"{one.session}  {one.text}" for one in listed), sys.stdout)
    if not listed:
        print_lines([t("cli.queue.none")], sys.stdout)
    return ExitCode.FINE
