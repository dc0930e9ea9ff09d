"""`simulator ways`: one moment of a talk, and the ways it was tried, side by side."""

import asyncio
import sys
from argparse import Namespace

from simulator.cli.output import FORMAT, print_json, print_lines
from simulator.config import Settings
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.views.ways import ways_data, ways_labelled, ways_lines
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Say the lines given from that moment on, each in a retry of its own; then lay all out."""
    session, _, turn = options.moment.partition(":")
    if (turn and not turn.isdecimal()) or (options.lines and not turn):
        raise UsageError("bad-retry", given=options.moment)
    with House.build(settings) as house:
        learning = house.learning
        for line in options.lines:
            asyncio.run(learning.try_line(session, int(turn), line, options.samples))
        laid = learning.ways(session, int(turn or 0))
        personas = learning.personas(session)
    if options.format == "json":
        print_json({"format": FORMAT, "moments": ways_data(laid)}, sys.stdout)
        return ExitCode.FINE
    worded = ways_labelled if options.plain else ways_lines
    print_lines(worded(laid, personas, t), sys.stdout)
    return ExitCode.FINE
