"""The debrief as JSON: stable, versioned, for scripts, benches and other programs.

The mentee's copy holds nothing that is the mentor's alone: no score, no word of what stayed
hidden, no review that was not signed. The shapes are published as a schema (see `schema`).
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from pydantic import Field

from simulator.debrief.draft import FORMAT, Debrief, Keep, Standing, Try
from simulator.debrief.findings import Finding
from simulator.debrief.movers import Moved
from simulator.debrief.openings import Audience, Hidden
from simulator.debrief.prediction import compared
from simulator.debrief.quotes import Quote
from simulator.debrief.review.review import Review
from simulator.debrief.tally import points, tallies
from simulator.practice.events import ReadingRefined, Spot
from simulator.reading.moves import Language
from simulator.reports import shapes, shapes_after
from simulator.reports.measured import measured, quoted
from simulator.views.debrief_ruled import read

Json = dict[str, Any]


class Report(shapes.Shape):
    """One copy of a debrief."""

    format: int
    session: str
    scenario: str
    language: Language
    mentee: str
    copy_: Audience = Field(alias="copy")
    """`mentee` or `mentor`: for whom it is."""
    draft: bool
    """Until a mentor has signed."""
    standing: Standing
    """How much the talk allows one to say."""
    opened_at: datetime
    recorded: bool
    """Two people held it, and it was brought in afterwards."""
    outcome: shapes.Ended
    reflection: shapes.Reflected
    findings: list[shapes.Found]
    measures: dict[str, Any]
    deal: list[shapes.DealtData]
    keep: list[shapes.Kept]
    try_: list[shapes.Tried] = Field(alias="try")
    further: list[shapes.Tried]
    """More to try, for which the page has no room."""
    alternatives: shapes.Covered
    cues: list[shapes.Cued]
    moves: list[shapes.Made]
    movers: list[shapes.Mover]
    stance: list[shapes.StancePoint]
    marks: list[shapes.Marked]
    hidden: list[shapes.Untold]
    questions: list[str]
    resources: list[shapes.Reading]
    reviews: list[shapes_after.ReviewData]
    prediction: list[shapes_after.Foreseen]
    hints: list[shapes_after.HintData]
    judged: list[shapes_after.JudgedData]
    reread: list[shapes_after.RereadData] = []
    """Absent where no LLM read along."""
    commitment: shapes_after.Resolved | None
    told: list[shapes_after.Told]
    """How the real conversation went."""


def report(debrief: Debrief) -> Report:
    """The debrief in its published shape."""
    return Report.model_validate(
        {
            "format": FORMAT,
            "session": debrief.session,
            "scenario": debrief.scenario,
            "language": debrief.language,
            "mentee": debrief.mentee,
            "copy": debrief.audience,
            "draft": debrief.is_draft,
            "standing": debrief.standing,
            "opened_at": debrief.opened_at,
            "recorded": debrief.is_recorded,
            "outcome": _outcome(debrief),
            "reflection": {
                "written": debrief.reflection.is_written,
                "answers": [asdict(one) for one in debrief.reflection.answers],
            },
            "findings": [_finding(one) for one in debrief.findings],
            "measures": measured(debrief.measures),
            "deal": [asdict(one) for one in debrief.deal],
            "keep": [_keep(one) for one in debrief.keep],
            "try": [_try(one) for one in debrief.tries],
            "further": [_try(one) for one in debrief.further],
            "alternatives": {"found": debrief.lines.part, "of": debrief.lines.whole},
            **_course(debrief),
            "hidden": [_hidden(one) for one in debrief.hidden],
            "questions": debrief.questions,
            "resources": [
                {"title": one.title, "for": one.for_, "link": one.link, "note": one.note}
                for one in debrief.resources
            ],
            "reviews": [_review(one) for one in read(debrief)],
            **_followup(debrief),
        }
    )


def data(debrief: Debrief) -> Json:
    """The debrief as plain values, in a fixed order of keys."""
    return report(debrief).model_dump(mode="json", by_alias=True, exclude_unset=True)


def as_json(debrief: Debrief) -> str:
    """The same as text."""
    return json.dumps(data(debrief), ensure_ascii=False, indent=2) + "\n"


def _course(debrief: Debrief) -> Json:
    return {
        "cues": [
            {
                "outcome": one.outcome,
                "quotes": _quotes((one.offered, one.answered)),
                "hidden": one.is_pointing_on,
            }
            for one in debrief.cues
        ],
        "moves": [{"turn": one.turn, "moves": one.moves} for one in debrief.made],
        "movers": [_moved(one) for one in debrief.movers],
        "stance": [asdict(one) for one in debrief.curve],
        "marks": [
            {
                "turn": one.turn,
                "by": one.by,
                "author": one.author,
                "note": one.note,
                "quotes": _quotes((one.quote,)),
            }
            for one in debrief.marks
        ],
    }


def _outcome(debrief: Debrief) -> Json:
    told = asdict(debrief.outcome)
    return told if debrief.audience == "mentor" else told | {"score": None}


def _quotes(quotes: Iterable[Quote | None]) -> list[shapes.Quoted]:
    return [quoted(quote) for quote in quotes if quote is not None]


def _finding(finding: Finding) -> Json:
    return {
        "item": finding.id,
        "source": finding.source,
        "skill": finding.skill,
        "avoid": finding.is_to_avoid,
        "verdict": finding.verdict,
        **({"reader": finding.reader} if finding.reader else {}),
        "reason": finding.why,
        "turn": finding.step.turn if finding.step else None,
        "quotes": _quotes(finding.quotes),
        "gap": finding.gap.value if finding.gap else None,
        "trust": finding.trust,
        "tension": finding.tension,
    }


def _keep(one: Keep) -> Json:
    return {
        "id": one.id,
        "move": one.move.value,
        "item": one.item,
        "skill": one.skill,
        "turn": one.turn,
        "quotes": _quotes(one.quotes),
        "trust": one.trust,
        "tension": one.tension,
        "opened": one.opened,
    }


def _try(one: Try) -> Json:
    line = one.alternative
    return {
        "id": one.id,
        "gap": one.gap.value,
        "source": one.source,
        "item": one.item,
        "skill": one.skill,
        "turn": one.turn,
        "quotes": _quotes(one.quotes),
        "trust": one.trust,
        "tension": one.tension,
        "line": None
        if line is None
        else {
            "text": line.text,
            "said": line.said.model_dump(),
            "instead": line.instead.model_dump(),
            "neutral": line.neutral,
        },
    }


def _moved(one: Moved) -> Json:
    return {
        "turn": one.turn,
        "persona": one.voice,
        "trust": one.trust,
        "tension": one.tension,
        "changes": [
            {
                "persona": change.persona,
                "trust": change.trust,
                "tension": change.tension,
                "code": change.reason.code,
                "values": dict(change.reason.values),
            }
            for change in one.changes
        ],
        "events": [{"kind": event.kind, "quotes": _quotes((event.quote,))} for event in one.events],
    }


def _hidden(one: Hidden) -> Json:
    known = {"fact": one.id, "note": one.note, "says": one.says} if one.id else {}
    return {**known, "pointers": _quotes(one.pointers)}


def _review(review: Review) -> Json:
    rulings = []
    for ruled in review.rulings.values():
        drafted = review.drafted(ruled.point)
        rulings.append(
            {
                "point": ruled.point,
                "drafted": drafted.verdict if drafted else None,
                "ruling": ruled.ruling,
                "verdict": ruled.verdict,
                "reason": ruled.reason,
                "blind": ruled.is_blind,
            }
        )
    return {
        "review": review.id,
        "reviewer": review.reviewer,
        "signed": [{"version": one.version, "at": one.at} for one in review.signatures],
        "rulings": rulings,
        "lines": [
            {"point": one.point, "ruling": one.ruling, "reason": one.reason}
            for one in review.lines.values()
        ],
        "corrected": [
            {"point": one.point, "spots": _spots(one.spots), "reason": one.reason}
            for one in review.corrected.values()
        ],
        "added": [
            {
                "point": one.point,
                "skill": one.skill,
                "verdict": one.verdict,
                "text": one.text,
                "spots": _spots(one.spots),
            }
            for one in review.added
        ],
        "withdrawn": [
            {"point": one.point.point, "text": one.point.text, "reason": one.reason}
            for one in review.taken_back
        ],
        "comments": [{"turn": one.turn, "text": one.text} for one in review.comments],
        "agenda": [{"turn": one.turn, "question": one.question} for one in review.agenda],
    }


def _spots(spots: Iterable[Spot]) -> list[Json]:
    return [{"turn": one.turn, "start": one.start, "end": one.end} for one in spots]


def _reread(one: ReadingRefined) -> Json:
    added, withdrawn = (
        [{"move": each.move.value, "start": each.start, "end": each.end} for each in found]
        for found in (one.added, one.withdrawn)
    )
    return {
        "turn": one.turn,
        "added": added,
        "withdrawn": withdrawn,
        "dropped": one.dropped,
        "reason": one.why,
        "by": one.by,
    }


def _followup(debrief: Debrief) -> Json:
    after, verdicts = debrief.followup, {one.id: one.verdict for one in debrief.findings}
    step, counted = after.commitment, tallies(points(debrief.findings, debrief.reviews))
    return {
        "prediction": [
            {
                "skill": one.skill,
                "expected": one.expected,
                "state": one.state,
                "wanted": one.tally.wanted,
                "chances": one.tally.chances,
            }
            for one in compared(after.prediction, counted)
        ],
        "hints": [
            {
                "turn": one.turn,
                "code": one.code,
                "values": one.values,
                "text": one.text,
                "by": one.by,
            }
            for one in after.hints
        ],
        "judged": [
            {
                "item": one.item,
                "verdict": one.verdict,
                "reason": one.why,
                "spots": _spots(one.spots),
                "agreed": one.agreed,
                "asked": one.asked,
                "dropped": one.dropped,
                "by": one.by,
                "differs": one.verdict != verdicts[one.item] if one.item in verdicts else None,
            }
            for one in after.judged
        ],
        **({"reread": [_reread(one) for one in after.refined]} if after.refined else {}),
        "commitment": None
        if step is None
        else {"when": step.when, "then": step.then, "due": step.due},
        "told": [{"text": one.text, "kept": one.kept} for one in after.told],
    }
