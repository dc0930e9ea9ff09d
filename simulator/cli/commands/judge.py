"""`simulator judge`: a second opinion by an LLM, item by item, beside what the rules found."""

import asyncio
import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.views.consent import judge_lines
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Say what the LLM would get; once that is confirmed, ask it and keep its answers."""
    if not settings.judge:
        raise UsageError("which-judge")
    with House.build(settings) as house:
        house.casting.waiting = lambda delay: print_lines([delay.told(t)], sys.stdout)
        opinion = house.second_opinion
        leaving = opinion.leaving(options.session, settings.judge)
        print_lines(judge_lines(leaving, t), sys.stdout)
        if leaving.is_hosted and not options.yes:
            if not sys.stdin.isatty():
                print_lines([t("cli.judge.confirm")], sys.stdout)
                return ExitCode.FINE
            sys.stdout.write(t("cli.judge.ask") + " ")
            sys.stdout.flush()
            if sys.stdin.readline().strip().lower() != t("cli.forget.yes"):
                print_lines([t("cli.judge.kept")], sys.stdout)
                return ExitCode.FINE
        found = asyncio.run(opinion.judge(options.session, settings.judge, options.times))
        session = house.find(options.session)
    given = sum(one.verdict != "could-not-judge" for one in found)
    print_lines(
        [
            t.n("cli.judge.done", len(found), given=given),
            t("cli.judge.read", session=session),
        ],
        sys.stdout,
    )
    return ExitCode.FINE if given else ExitCode.ACTOR_FAILED
