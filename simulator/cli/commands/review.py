"""`simulator review`: a mentor rules on every point of a debrief, and signs."""

import sys
from argparse import Namespace

from simulator.cli.output import FORMAT, print_json
from simulator.cli.plain import Channel
from simulator.cli.reviewing import PlainReview
from simulator.config import Settings
from simulator.debrief.review.points import in_turn, unseen
from simulator.debrief.review.review import Review
from simulator.errors import ExitCode, UsageError
from simulator.i18n import Translator
from simulator.wiring import House


def run(options: Namespace, settings: Settings, t: Translator) -> ExitCode:
    """Go through it line by line, or print it as JSON and change nothing."""
    with House.build(settings) as house:
        by = options.by or settings.mentee
        if not by:
            raise UsageError("reviewer-missing")
        reviewing = house.desk.review(options.session, by)
        if options.format == "json":
            print_json(_as_json(reviewing.review), sys.stdout)
            return ExitCode.FINE
        channel = Channel.standard(is_person=sys.stdin.isatty())
        PlainReview(reviewing, channel, t).run()
    return ExitCode.FINE


def _as_json(review: Review) -> dict[str, object]:
    """The review; of a point that is ruled on unseen, nothing the draft says."""
    hidden = unseen(review)
    points = []
    for one in in_turn(review):
        ruled = review.rulings.get(one.id)
        shown = {"id", "source", "skill", "ask"} if one.id in hidden else None
        drafted = one.model_dump(mode="json", include=shown)
        ruling = ruled.model_dump(mode="json", exclude={"kind", "point"}) if ruled else None
        points.append(drafted | {"blind": one.id in hidden, "ruling": ruling})
    return {
        "format": FORMAT,
        "review": review.id,
        "session": review.session,
        "scenario": review.opened.scenario,
        "reviewer": review.reviewer,
        "points": points,
        "added": [one.model_dump(mode="json", exclude={"kind"}) for one in review.added],
        "comments": [one.model_dump(mode="json", exclude={"kind"}) for one in review.comments],
        "agenda": [one.model_dump(mode="json") for one in review.agenda],
        "versions": [
            {"version": one.version, "at": one.at.isoformat()} for one in review.signatures
        ],
        "amended": review.is_amended,
    }
