"""`simulator import`: a file that another workspace sent, or a conversation that was written down."""

import sys
from argparse import Namespace

from simulator.cli.inside import brought
from simulator.cli.output import print_lines
from simulator.config import LANGUAGES, Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.transcripts.exchange.merging import Imported
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Keep what is new in it; nothing that is here is lost."""
    with House.build(settings) as house:
        if house.post.is_file_of_ours(options.file):
            done = house.post.receive(options.file)
            print_lines([*brought(done, t), *_next(done, t)], sys.stdout)
            return ExitCode.FINE
        given = getattr(options, "language", None)
        language = given if given in LANGUAGES else None
        session = house.post.bring_in(options.file, options.mentee or "", language, options.title)
    print_lines(
        [
            t("cli.import.recorded", session=session),
            t("cli.practice.debrief", session=session),
        ],
        sys.stdout,
    )
    return ExitCode.FINE


def _next(done: Imported, t: Translator) -> list[str]:
    """Where the debriefs of what came in are."""
    changed = (*done.sessions_new, *done.sessions_longer)
    return [t("cli.import.debrief", session=one) for one in changed]
