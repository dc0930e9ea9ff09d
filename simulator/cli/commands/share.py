"""`simulator share`: who may read a session, said by the mentee, listed, and taken back."""

import shlex
import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.practice.afterwards import Afterwards
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Share it with somebody, take that back, or list who may read it."""
    with House.build(settings) as house:
        after = house.afterwards(options.session)
        session = after.session.id
        if options.revoke and not options.name:
            raise UsageError("revoke-whom", session=session, known=_named(after))
        if options.revoke:
            after.revoke(options.name)
            print_lines([t("cli.share.revoked", session=session, name=options.name)], sys.stdout)
        elif not options.list:
            name = options.name or t("cli.share.any")
            after.share(name)
            print_lines(
                [
                    t("cli.share.done", session=session, name=name),
                    t("cli.share.inside"),
                    t("cli.share.back", session=session, name=shlex.quote(name)),
                ],
                sys.stdout,
            )
        else:
            key = "cli.share.listed" if after.session.followup.is_shared else "cli.share.private"
            print_lines([t(key, session=session, names=_named(after))], sys.stdout)
    return ExitCode.FINE


def _named(after: Afterwards) -> str:
    return ", ".join(one.with_whom for one in after.session.followup.shares)
