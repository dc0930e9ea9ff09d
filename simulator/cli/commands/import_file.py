"""`simulator import`: a file that another workspace sent, or a conversation that was written down."""

import sys
from argparse import Namespace

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
            print_lines(_told(house.post.receive(options.file), t), sys.stdout)
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


def _told(done: Imported, t: Translator) -> list[str]:
    told = [
        t(f"cli.import.{kind}", ids=", ".join(ids))
        for kind, ids in (
            ("sessions-new", done.sessions_new),
            ("sessions-longer", done.sessions_longer),
            ("reviews-new", done.reviews_new),
            ("reviews-longer", done.reviews_longer),
        )
        if ids
    ]
    told += [t("cli.import.fork", id=one.id, of=one.of) for one in done.forks]
    told += [
        t("cli.import.debrief", session=one) for one in (*done.sessions_new, *done.sessions_longer)
    ]
    return told or [t("cli.import.nothing-new")]
