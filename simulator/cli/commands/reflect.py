"""`simulator reflect`: the mentee's three questions, for a session that was left without them."""

import sys
from argparse import Namespace

from simulator.cli.plain import Channel, PlainPractice
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Ask them on the terminal, or take one answer a line from standard input."""
    with House.build(settings) as house:
        conversation = house.resume(options.session)
        channel = Channel.standard(is_person=sys.stdin.isatty())
        PlainPractice(conversation, channel, t, house).reflect()
    return ExitCode.FINE
