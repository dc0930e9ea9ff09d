"""`simulator export`: one file to send, after its list of contents was seen."""

import sys
from argparse import Namespace
from pathlib import Path

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.transcripts.exchange.gather import Choice
from simulator.views.exchange import contents
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Show what will be inside; write it once that is confirmed."""
    choice = Choice(
        is_anonymous=options.anonymous,
        with_private=options.private,
        with_session=not options.review_only,
    )
    with House.build(settings) as house:
        outgoing = house.post.outgoing(options.session, choice, options.name or "")
        path: Path = options.output or Path(outgoing.name)
        print_lines(contents(outgoing.inside, t), sys.stdout)
        if not options.yes:
            if not sys.stdin.isatty():
                print_lines([t("cli.export.confirm")], sys.stdout)
                return ExitCode.FINE
            sys.stdout.write(t("cli.export.ask", path=path) + " ")
            sys.stdout.flush()
            if sys.stdin.readline().strip().lower() != t("cli.forget.yes"):
                print_lines([t("cli.export.kept")], sys.stdout)
                return ExitCode.FINE
        house.post.send(outgoing, choice, path)
    print_lines([t("cli.export.done", path=path)], sys.stdout)
    return ExitCode.FINE
