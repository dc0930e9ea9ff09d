"""The command line: parses, hands over to one command, and turns failures into exit codes.

Commands are declared in one table and imported only when chosen, so that `--help`, `check` and
`moves` load neither the terminal framework nor an LLM library nor a database. Nothing foreseeable
ends in a traceback: an error is printed as what happened and what to do, in the reader's language.
"""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from simulator import __version__
from simulator.cli.commands import COMMANDS, Arguments, Command
from simulator.cli.output import print_error
from simulator.cli.usage import parser_class
from simulator.config import Settings
from simulator.errors import ExitCode, SimulatorError
from simulator.i18n import Translator

INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells expect it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command named in `argv` (the process's own by default); returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    translator = Translator.of(_language_of(arguments))
    try:
        options = _parser(translator).parse_args(arguments)
        command: Command = options.command
        settings = Settings.load(_flags(options))
        run = import_module(f"simulator.cli.commands.{command.module}").run
        return int(run(options, settings, Translator.of(settings.language)))
    except SimulatorError as error:
        print_error(error, translator, sys.stderr)
        return int(error.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.FINE)


def _parser(t: Translator) -> argparse.ArgumentParser:
    parser = parser_class(t)(
        prog="simulator",
        formatter_class=_formatter(t),
        description=t("cli.description"),
        epilog=t("cli.exit-codes"),
        add_help=False,
    )
    version = f"%(prog)s {__version__}"
    common = _add_common(parser, t)
    common.add_argument(
        "--version", action="version", version=version, help=t("cli.option.version")
    )
    COMMANDS["app"].declare(common, t)
    parser.set_defaults(command=COMMANDS["app"])
    commands = parser.add_subparsers(metavar="COMMAND", title=t("cli.commands"))
    for name, command in COMMANDS.items():
        if command.is_default:
            continue
        summary = t(f"cli.{name}")
        sub = commands.add_parser(
            name,
            help=summary,
            description=summary,
            add_help=False,
            formatter_class=_formatter(t),
        )
        command.declare(_add_common(sub, t), t)
        sub.set_defaults(command=command)
    return parser


def _formatter(t: Translator) -> type[argparse.HelpFormatter]:
    """Help whose own words are in the reader's language."""

    class Formatter(argparse.HelpFormatter):
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[Any],
            prefix: str | None = None,
        ) -> None:
            mine = f"{t('cli.usage')} " if prefix is None else prefix
            super().add_usage(usage, actions, groups, mine)

    return Formatter


def _add_common(parser: argparse.ArgumentParser, t: Translator) -> Arguments:
    """Add what every command takes; returns the group to add the command's own to."""
    group = parser.add_argument_group(t("cli.arguments"))
    group.add_argument("-h", "--help", action="help", help=t("cli.option.help"))
    group.add_argument(
        "--language", choices=("en", "fr"), default=argparse.SUPPRESS, help=t("cli.option.language")
    )
    group.add_argument(
        "--home", type=Path, default=argparse.SUPPRESS, help=t("cli.option.home"), metavar="DIR"
    )
    return group


def _flags(options: argparse.Namespace) -> dict[str, object]:
    """The options that are settings too; those not given are left to environment and file."""
    names = ("language", "home", "level", "mentee", "actor", "judge", "seed", "cluster")
    given = {name: getattr(options, name, None) for name in names}
    return {name: value for name, value in given.items() if value is not None}


def _language_of(arguments: Sequence[str]) -> str:
    """The language for help and errors, before anything was parsed."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--language="):
            return argument.partition("=")[2]
        if argument == "--language" and place + 1 < len(arguments):
            return arguments[place + 1]
    return Settings.spoken_language()
