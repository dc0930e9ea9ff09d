"""`simulator search`: where words were said, by either side, in all sessions kept here."""

import sys
from argparse import Namespace

from simulator.cli.output import print_json, print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Find the words, whatever their case and accents."""
    with House.build(settings) as house:
        hits = house.search(" ".join(options.words))
    if options.format == "json":
        print_json(
            [
                {
                    "session": hit.session,
                    "turn": hit.turn,
                    "speaker": hit.speaker,
                    "snippet": hit.snippet,
                }
                for hit in hits
            ],
            sys.stdout,
        )
    else:
        print_lines((f"{hit.session}:{hit.turn}  {hit.snippet}" for hit in hits), sys.stdout)
        if not hits:
            print_lines([t("cli.search.none")], sys.stdout)
    return ExitCode.FINE
