"""`simulator forget`: one session, or those of before, deleted for good, after asking."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Delete what was named; anything but a clear yes keeps it."""
    with House.build(settings) as house:
        if options.session:
            sessions = [house.find(options.session)]
            question = t("cli.forget.ask", session=sessions[0])
        else:
            days = options.older or settings.retention_days
            if not days:
                raise UsageError("older-than-what")
            rows = house.choices.aged(days)
            sessions = [one.id for one in rows]
            dated = (f"{one.id}  {t.date(one.last_at.astimezone())}  {one.title}" for one in rows)
            print_lines([t.n("cli.forget.aged", len(rows), days=days), *dated], sys.stdout)
            question = t.n("cli.forget.ask-aged", len(rows))
        if not sessions:
            return ExitCode.FINE
        if not (options.yes or _is_sure(question, t)):
            print_lines([t("cli.forget.kept")], sys.stdout)
            return ExitCode.FINE
        gone = house.choices.forget(sessions)
        copies = sorted(house.home.glob("backup-*.db"))
    forgotten = {one.session for one in gone}
    for one in gone:
        print_lines([t("cli.forget.done", session=one.session)], sys.stdout)
        left = [retry for retry in one.retries if retry not in forgotten]
        if left:
            print_lines([t("cli.forget.retries", sessions=", ".join(left))], sys.stdout)
    if copies:
        names = ", ".join(one.name for one in copies)
        print_lines([t("cli.forget.copies", files=names)], sys.stdout)
    return ExitCode.FINE


def _is_sure(question: str, t: Translator) -> bool:
    sys.stdout.write(question + " ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() == t("cli.forget.yes")
