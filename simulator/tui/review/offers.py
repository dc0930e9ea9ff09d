"""What a mentor may do at the moment, by the names of the commands that do it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.debrief.review.records import Verdict
from simulator.views.reviewing import is_settled

if TYPE_CHECKING:
    from simulator.tui.review.round import Round

BESIDE = ("talk", "remark", "add-point", "moment")
"""What may be done wherever one is."""
VERDICTS: dict[str, Verdict] = {
    "observed": "observed",
    "not-observed": "not-observed",
    "no-chance": "no-chance",
    "could-not-judge": "could-not-judge",
}


def offers(at: "Round") -> Iterator[str]:
    """Everything that can be done there; nothing while a line is awaited."""
    if at.ask is not None:
        return
    if at.step == "adding":
        yield from ("observed", "not-observed")
    elif at.step == "adjusting":
        yield from (one for one in VERDICTS if one != at.point.verdict)
        if at.point.verdict != "observed":
            yield "elsewhere"
    elif at.step == "picking":
        yield "go-on"
    elif at.mode == "talk":
        yield from (*BESIDE, "go-on")
    elif at.mode == "points":
        yield from (*BESIDE, "previous", "next", *_rulings(at))
    else:
        yield from (*BESIDE, *_last(at))


def _rulings(at: "Round") -> Iterator[str]:
    if at.is_blind:
        yield from VERDICTS
        return
    yield from ("accept", "adjust", "reject", "other-words")
    if at.point.verdict != "could-not-judge":
        yield "could-not-judge"
    if at.point.line:
        yield "set-aside"
    if is_settled(at.review, at.point.id):
        yield "go-on"


def _last(at: "Round") -> Iterator[str]:
    if at.review.opened.draft:
        yield "previous"
    if not at.review.agenda and at.moments:
        yield "agenda"
    if at.marked.startswith("moment:"):
        yield "reword"
    if at.marked:
        yield "take-off"
    if at.last == "ready":
        yield "sign"
    if at.last == "due":
        yield "go-on"
        if at.rest:
            yield "accept-rest"
