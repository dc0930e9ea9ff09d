"""`simulator backup`: one safe copy of the transcripts, taken while they may be in use."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Write the copy and say where."""
    with House.build(settings) as house:
        target = options.output or house.home / f"backup-{house.clock.now():%Y%m%d-%H%M%S}.db"
        house.backup(target)
    print_lines([t("cli.backup.done", path=target)], sys.stdout)
    return ExitCode.FINE
