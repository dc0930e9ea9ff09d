"""What is said of a command line that cannot be read, in the reader's language.

argparse words its refusals in English alone. The few shapes it has are known here and said anew
from the catalogue; what an argument of ours refuses is in the reader's language already and is
kept as it is. A shape that is not known is passed on as argparse worded it: it is never lost.
"""

import argparse
import re
from typing import NoReturn

from simulator.errors import ExitCode
from simulator.i18n import Translator

_SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), wording)
    for pattern, wording in (
        (r"the following arguments are required: (?P<names>.+)", "cli.wrong.required"),
        (r"one of the arguments (?P<names>.+) is required", "cli.wrong.one-required"),
        (r"unrecognized arguments: (?P<given>.+)", "cli.wrong.unknown"),
        (
            r"ambiguous option: (?P<given>.+) could match (?P<names>.+)",
            "cli.wrong.ambiguous",
        ),
        (
            r"argument (?P<name>.+?): invalid choice: '?(?P<given>.*?)'? \(choose from (?P<names>.+)\)",
            "cli.wrong.choice",
        ),
        (r"argument (?P<name>.+?): invalid \w+ value: '(?P<given>.*)'", "cli.wrong.value"),
        (r"argument (?P<name>.+?): expected (?:one|at least one) argument", "cli.wrong.bare"),
        (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", "cli.wrong.together"),
        (r"argument (?P<name>.+?): ignored explicit argument '(?P<given>.*)'", "cli.wrong.extra"),
        (r"argument (?P<name>.+?): (?P<what>.+)", "cli.wrong.argument"),
    )
)


def refusal(message: str, t: Translator) -> str:
    """What argparse said, from the catalogue; `message` itself where its shape is not known."""
    for shape, wording in _SHAPES:
        if found := shape.fullmatch(message):
            values = found.groupdict()
            if names := values.get("names"):
                values["names"] = ", ".join(one.strip(" '") for one in names.split(","))
            return t(wording, **values)
    return message


def parser_class(t: Translator) -> type[argparse.ArgumentParser]:
    """A parser that refuses in the reader's language, and says where help is; exit status 2."""

    class Parser(argparse.ArgumentParser):
        def error(self, message: str) -> NoReturn:
            said = f"simulator: {refusal(message, t)}"
            help_is = t("cli.wrong.help", command=self.prog)
            self.exit(int(ExitCode.USAGE), f"{self.format_usage()}{said}\n{help_is}\n")

    return Parser
