"""`simulator hint`: one hint for a talk that was left open, recorded with it."""

import asyncio
import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.views.hints import hint_words
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Print it; the debrief will say that it was asked for."""
    with House.build(settings) as house:
        house.casting.waiting = lambda delay: print_lines([delay.told(t)], sys.stderr)
        after = house.afterwards(options.session)
        stage = house.stage_of(after.session)
        given = asyncio.run(house.second_opinion.hint(after.session, stage)).event()
        after.hint(given, house.casting.purse(after.session).due())
    print_lines([hint_words(given, t)], sys.stdout)
    return ExitCode.FINE
