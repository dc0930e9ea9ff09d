"""`simulator progress`: one person's sessions skill by skill, and what may come next."""

import sys
from argparse import Namespace

from simulator.cli.output import FORMAT, print_json, print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.views.progress import (
    next_page,
    progress_data,
    progress_page,
    reminder_data,
    suggestion_data,
)
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Print it; there is no mark in it, and nobody to be compared with."""
    with House.build(settings) as house:
        outlook = house.learning.outlook(options.mentee or "")
    if options.format == "json":
        print_json(
            {
                "format": FORMAT,
                "mentee": outlook.mentee,
                "skills": progress_data(outlook.skills),
                "next": suggestion_data(outlook.suggestions),
                "due": reminder_data(outlook.reminders),
            },
            sys.stdout,
        )
        return ExitCode.FINE
    pages = (
        *progress_page(outlook.skills, t),
        *next_page(outlook.suggestions, outlook.reminders, outlook.resources, t),
    )
    for page in pages:
        print_lines([page.title.upper(), *page.lines, ""], sys.stdout)
    return ExitCode.FINE
