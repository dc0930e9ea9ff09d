"""`simulator init`: a folder of one's own for scenarios, personas and transcripts."""

import sys
from argparse import Namespace

from simulator.cli.output import print_lines
from simulator.config import Settings, Workspace
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.library.schema import publish


def run(options: Namespace, _settings: Settings, t: Translator) -> ExitCode:
    """Make the folders; what is already there stays as it is."""
    workspace = Workspace(options.folder.expanduser().absolute())
    if workspace.root.exists() and not workspace.root.is_dir():
        raise UsageError("not-a-folder", path=workspace.root)
    try:
        publish(workspace.shelf)
        workspace.transcripts.mkdir(mode=0o700, exist_ok=True)
        ignored = workspace.transcripts / ".gitignore"
        if not ignored.exists():
            ignored.write_text("*\n!.gitignore\n", encoding="utf-8")
    except OSError as error:
        raise UsageError("cannot-write", path=workspace.root, reason=error.strerror) from error
    print_lines([t("cli.init.done", path=workspace.root)], sys.stdout)
    return ExitCode.FINE
