"""`simulator practice`: a rehearsal in the app, or line by line with `--plain`."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.cli.plain import Channel, Hinting, PlainPractice
from simulator.config import Settings
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode | int:
    """Begin, resume or retry a session, and hold it."""
    with House.build(settings) as house:
        is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        if options.plain or not is_terminal:
            return _plain(
                _conversation(options, house), t, house.second_opinion.hint, is_person=is_terminal
            )
        from simulator.tui.app import run as run_app

        if options.resume or options.retry:
            return run_app(house, conversation=_conversation(options, house))
        return run_app(house, scenario=_scenario(options, house))


def _conversation(options: Namespace, house: House) -> Conversation:
    if options.resume:
        return house.resume(options.resume)
    if options.retry:
        session, _, turn = options.retry.rpartition(":")
        if not session or not turn.isdecimal():
            raise UsageError("bad-retry", given=options.retry)
        return house.retry(session, int(turn))
    return house.begin(house.stage(_scenario(options, house)))


def _scenario(options: Namespace, house: House) -> str:
    if options.scenario is None:
        raise UsageError("which-scenario", known=", ".join(house.library.ids()))
    return str(options.scenario)


def _plain(
    conversation: Conversation, t: Translator, coach: Hinting, *, is_person: bool
) -> ExitCode:
    practice = PlainPractice(conversation, Channel(sys.stdin, sys.stdout, is_person), t, coach)
    practice.run()
    session = conversation.session
    if is_person and not session.is_stopped:
        practice.reflect()
    if session.ended is None:
        if is_person:
            conversation.leave()
        else:
            print_lines([t("cli.practice.open", session=session.id)], sys.stdout)
    print_lines(
        [
            t("cli.practice.session", session=session.id),
            t("cli.practice.debrief", session=session.id),
        ],
        sys.stdout,
    )
    return ExitCode.FINE
