"""`simulator practice`: a rehearsal in the app, or line by line with `--plain`."""

import sys
from argparse import Namespace

from simulator.cli.commands.app import is_dumb
from simulator.cli.output import print_lines
from simulator.cli.plain import Channel, PlainPractice
from simulator.config import Settings
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.practice.conversation import Conversation
from simulator.views.consent import consent_lines
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode | int:
    """Begin, resume or retry a session, and hold it."""
    with House.build(settings) as house:
        is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
        if options.plain or not is_terminal or is_dumb():
            return _plain(options, house, t, is_person=is_terminal)
        from simulator.tui.app import run as run_app

        if options.resume or options.retry:
            return run_app(house, conversation=_taken_up(options, house))
        return run_app(house, scenario=_scenario(options, house))


def _taken_up(options: Namespace, house: House) -> Conversation:
    if options.resume:
        return house.resume(options.resume)
    session, _, turn = options.retry.rpartition(":")
    if not session or not turn.isdecimal():
        raise UsageError("bad-retry", given=options.retry)
    return house.retry(session, int(turn))


def _scenario(options: Namespace, house: House) -> str:
    if options.scenario is None:
        raise UsageError("which-scenario", known=", ".join(house.library.ids()))
    return str(options.scenario)


def _begun(
    options: Namespace, house: House, t: Translator, *, is_person: bool
) -> Conversation | None:
    """A new session; before a hosted LLM is used the first time, what it gets is agreed to."""
    stage = house.stage(_scenario(options, house))
    asked = house.casting.unconsented(stage.actor.name)
    if asked is not None:
        print_lines(consent_lines(asked, t), sys.stdout)
        if not options.yes and not is_person:
            raise UsageError("consent-needed", actor=asked.name)
        if not options.yes and not _agrees(t):
            print_lines([t("cli.consent.kept")], sys.stdout)
            return None
    conversation = house.begin(stage)
    if asked is not None:
        house.casting.agreed(conversation, asked)
    return conversation


def _agrees(t: Translator) -> bool:
    sys.stdout.write(t("cli.consent.ask") + " ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() == t("cli.forget.yes")


def _plain(options: Namespace, house: House, t: Translator, *, is_person: bool) -> ExitCode:
    is_new = not (options.resume or options.retry)
    conversation = (
        _begun(options, house, t, is_person=is_person) if is_new else _taken_up(options, house)
    )
    if conversation is None:
        return ExitCode.FINE
    house.casting.warm()
    if is_person:
        from simulator.cli.plain.menu import run_talk

        run_talk(house, Channel.standard(is_heard=True), conversation)
        return ExitCode.FINE
    practice = PlainPractice(conversation, Channel.standard(is_person=False), t, house)
    practice.run()
    conversation = practice.conversation
    session = conversation.session
    if session.ended is None:
        print_lines([t("cli.practice.open", session=session.id)], sys.stdout)
    print_lines(
        [
            *filter(None, [house.casting.used(conversation)]),
            t("cli.practice.session", session=session.id),
            t("cli.practice.debrief", session=session.id),
        ],
        sys.stdout,
    )
    return ExitCode.FINE
