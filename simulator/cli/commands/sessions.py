"""`simulator sessions`: the sessions kept here, newest first."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from simulator.cli.output import print_json, print_lines
from simulator.config import Settings
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.transcripts.rows import SessionRow
from simulator.views.words import outcome_name
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """List them; JSON is a list of objects with `id`, `scenario`, `mentee`, `outcome` and more."""
    with House.build(settings) as house:
        rows = house.sessions()
        if options.format == "json":
            listed = [
                {
                    "id": row.id,
                    "scenario": row.scenario,
                    "title": row.title,
                    "mentee": row.mentee,
                    "language": row.language,
                    "level": row.level,
                    "actor": row.actor,
                    "opened_at": row.opened_at.isoformat(),
                    "turns": row.turns,
                    "outcome": row.outcome,
                    "score": row.score,
                    "parent": row.parent,
                    "parent_turn": row.parent_turn,
                    "shared_with": row.shared_with,
                    "reviewed": row.reviewed,
                }
                for row in rows
            ]
            print_json(listed, sys.stdout)
        else:
            print_lines(
                (
                    f"{row.id}  {t.date(row.opened_at)}  {row.mentee}  {row.title}  "
                    f"({', '.join(_state(row, t))})"
                    for row in rows
                ),
                sys.stdout,
            )
            if not rows:
                print_lines([t("cli.sessions.none")], sys.stdout)
    return ExitCode.FINE


def _state(row: SessionRow, t: Translator) -> Iterator[str]:
    """Length and outcome; then whose eyes it waits for or has met."""
    yield t.n("cli.turns", row.turns)
    yield outcome_name(t, row.outcome)
    if row.parent:
        yield t("cli.sessions.retry", session=row.parent, turn=row.parent_turn)
    if row.shared_with:
        yield t(f"cli.sessions.{row.reviewed or 'awaiting'}", names=", ".join(row.shared_with))
