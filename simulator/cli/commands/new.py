"""`simulator new`: a scenario or a persona to start from, valid and playable as it is."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings, Workspace
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.library.new import new_persona, new_scenario
from simulator.library.schema import publish


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Write the file into the workspace; an existing one is never overwritten."""
    workspace = Workspace.of(settings)
    folder = workspace.scenarios if options.what == "scenario" else workspace.personas
    path = folder / f"{options.name}.yaml"
    text = (
        new_scenario(options.name, settings.language)
        if options.what == "scenario"
        else new_persona(options.name, settings.language)
    )
    publish(workspace.shelf)
    try:
        with path.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError as error:
        raise UsageError("file-exists", path=path) from error
    then = f"cli.new.next.{options.what}"
    print_lines([t("cli.new.written", path=path), t(then, path=path)], sys.stdout)
    return ExitCode.FINE
