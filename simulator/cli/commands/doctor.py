"""`simulator doctor`: what is installed, where words are kept, what works, and which LLMs.

Without a name nothing leaves the machine: only the usual ports on it are looked at.
"""

import asyncio
import platform
import sqlite3
import stat
import sys
from argparse import Namespace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from simulator import __version__
from simulator.cli.output import print_lines
from simulator.config import Settings, settings_file
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.llm.loading import released
from simulator.llm.servers import Tried, servers, tried
from simulator.llm.telling import servers_told, tried_told
from simulator.wiring import House

PACKAGES = ("textual", "pydantic", "sqlite-utils", "jinja2", "ruamel.yaml", "litellm")


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Print one labelled line for each thing looked at; with a name, try that LLM once."""
    if options.llm:
        return _tried(options.llm, t)
    with House.build(settings) as house:
        kept = house.home / "transcripts.db"
        terminal = "yes" if sys.stdout.isatty() else "no"
        lines = [
            t("cli.doctor.program", version=__version__, python=platform.python_version()),
            *(t("cli.doctor.package", name=name, version=_version(name, t)) for name in PACKAGES),
            t("cli.doctor.sqlite", version=sqlite3.sqlite_version),
            t("cli.doctor.language", language=t(f"cli.doctor.language.{settings.language}")),
            t("cli.doctor.terminal", found=t(f"cli.doctor.{terminal}")),
            t("cli.doctor.workspace", path=house.workspace.root),
            t("cli.doctor.transcripts", path=kept, state=_state(kept, t)),
            t("cli.doctor.settings", path=settings_file()),
            t.n("cli.doctor.scenarios", len(house.cards())),
            t("cli.doctor.actor", actor=settings.actor),
            t("cli.doctor.offline"),
        ]
        problems = house.library.problems()
    print_lines((*lines, *servers_told(t, asyncio.run(servers()))), sys.stdout)
    if problems:
        print_lines([t.n("cli.doctor.problems", len(problems))], sys.stdout)
    return ExitCode.PROBLEMS if problems else ExitCode.FINE


def _tried(name: str, t: Translator) -> ExitCode:
    """One small call to the LLM of that name, and what came of it."""
    found = asyncio.run(_one_call(name))
    print_lines(tried_told(t, found), sys.stdout)
    return ExitCode.FINE if found.fault is None else ExitCode.ACTOR_FAILED


async def _one_call(name: str) -> Tried:
    found = await tried(name)
    await released()
    return found


def _version(name: str, t: Translator) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return t("cli.doctor.missing")


def _state(path: Path, t: Translator) -> str:
    if not path.exists():
        return t("cli.doctor.not-yet")
    mode = stat.S_IMODE(path.stat().st_mode)
    private = "private" if mode & 0o077 == 0 else "open"
    return t(f"cli.doctor.{private}", mode=f"{mode:04o}")
