"""`simulator commit`: one next step in real life, as if and then."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.debrief.next_step import resolved
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Keep it with the session it came out of."""
    with House.build(settings) as house:
        after = house.afterwards(options.session)
        after.commit(resolved(options.when, options.then, options.due))
        made = after.session.followup.commitment
        if made is not None:
            kept = t("cli.commit.kept", when=made.when, then=made.then)
            print_lines([kept, t("cli.commit.next", session=after.session.id)], sys.stdout)
    return ExitCode.FINE
