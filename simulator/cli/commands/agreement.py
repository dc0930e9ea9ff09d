"""`simulator agreement`: how far mentors agree with the drafts, and on which items they do not."""

import sys
from argparse import Namespace
from dataclasses import asdict

from simulator.cli.output import FORMAT, print_json, print_lines
from simulator.config import Settings
from simulator.debrief.review.agreement import agreement
from simulator.debrief.review.disputes import disputes
from simulator.errors import ExitCode
from simulator.i18n import Translator
from simulator.views import review_tables as shown
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Print the table and the report of disagreements, of one scenario or of all."""
    with House.build(settings) as house:
        wanted = options.scenario
        reviews = house.desk.every_review()
        reviews = tuple(one for one in reviews if wanted in {None, one.opened.scenario})
        titles = {one.scenario: one.title for one in house.sessions()}
    asks = {one.id: one.ask for review in reviews for one in review.opened.draft if one.ask}
    rows, found = agreement(reviews), disputes(reviews)
    if options.format == "json":
        listed = [asdict(one) | {"share": one.share, "low": one.is_low} for one in rows]
        parted = [asdict(one) | {"split": one.split, "rewrite": one.is_to_rewrite} for one in found]
        print_json({"format": FORMAT, "agreement": listed, "disputes": parted}, sys.stdout)
        return ExitCode.FINE
    for heading, lines in (
        ("cli.agreement.table", shown.agreement(rows, titles, t, asks)),
        ("cli.agreement.disputes", shown.disputes(found, titles, t, asks)),
    ):
        print_lines([t(heading), *(f"- {one.text}" for one in lines)], sys.stdout)
    return ExitCode.FINE
