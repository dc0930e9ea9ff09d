"""`simulator debrief`: what happened in a session, with quotes, as a draft for two people."""

import sys
from argparse import Namespace

from simulator.config import Settings
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.wiring import House, private


def run(options: Namespace, settings: Settings, _t: Translator) -> ExitCode:
    """Print it, or write it to a file; a signed version as it was signed, in Markdown or JSON."""
    with House.build(settings) as house:
        if options.signed is not None:
            version = house.desk.signed(options.session, options.signed, options.by)
            page = version.data if options.format == "json" else version.page
        else:
            page = house.report(
                options.session,
                options.format,
                options.copy,
                whole=options.full,
                plain=options.plain,
            )
    if options.output is None:
        sys.stdout.write(page)
        return ExitCode.FINE
    try:
        with open(options.output, "w", encoding="utf-8", opener=private) as out:
            out.write(page)
    except OSError as error:
        raise UsageError("cannot-write", path=options.output, reason=error.strerror) from error
    return ExitCode.FINE
