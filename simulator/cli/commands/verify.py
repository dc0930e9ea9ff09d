"""`simulator verify`: whether the transcripts kept here are whole and untouched."""

import sys
from argparse import Namespace
from dataclasses import asdict

from simulator.cli.output import FORMAT, print_json, print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Check every session's chain, and the file itself; exit status 1 when anything is off."""
    with House.build(settings) as house:
        problems = house.verify()
        count = len(house.sessions())
    if options.format == "json":
        found = [{**asdict(problem), "code": str(problem.code)} for problem in problems]
        print_json({"format": FORMAT, "sessions": count, "problems": found}, sys.stdout)
    else:
        print_lines(
            (
                t(
                    "cli.verify.problem",
                    session=f"{one.session or '–'}{f':{one.seq}' if one.seq else ''}",
                    what=t(f"cli.verify.{one.code}"),
                )
                + (f" ({one.detail})" if one.detail else "")
                for one in problems
            ),
            sys.stdout,
        )
        total = "cli.verify.bad" if problems else "cli.verify.fine"
        print_lines([t.n(total, count)], sys.stdout)
    return ExitCode.PROBLEMS if problems else ExitCode.FINE
