"""The debrief as JSON: stable, versioned, for scripts, benches and other programs.

Codes and values only, no wording: ids of items, gaps, moves and verdicts, positions of quotes in
code points of the stored text. The outcome's score is the mentor's alone. Keys are added, never
renamed, within one `format`.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from simulator.debrief.draft import FORMAT, Debrief, Keep, Try
from simulator.debrief.findings import Finding
from simulator.debrief.marks import Mark
from simulator.debrief.measures import Measures, Share
from simulator.debrief.movers import Event, Moved
from simulator.debrief.openings import CueStory, Hidden
from simulator.debrief.quotes import Quote
from simulator.director.state import Stance

Json = dict[str, Any]


def data(debrief: Debrief) -> Json:
    """The debrief as plain values, in a fixed order of keys."""
    return {
        "format": FORMAT,
        "session": debrief.session,
        "scenario": debrief.scenario,
        "language": debrief.language,
        "mentee": debrief.mentee,
        "copy": debrief.audience,
        "draft": debrief.is_draft,
        "standing": debrief.standing,
        "outcome": _outcome(debrief),
        "reflection": {
            "written": debrief.reflection.is_written,
            "answers": [asdict(one) for one in debrief.reflection.answers],
        },
        "findings": [_finding(one) for one in debrief.findings],
        "measures": _measures(debrief.measures),
        "deal": [asdict(one) for one in debrief.deal],
        "keep": [_keep(one) for one in debrief.keep],
        "try": [_try(one) for one in debrief.tries],
        "alternatives": {"found": debrief.lines.part, "of": debrief.lines.whole},
        "cues": [_cue(one) for one in debrief.cues],
        "movers": [_moved(one) for one in debrief.movers],
        "stance": [asdict(one) for one in debrief.curve],
        "marks": [_mark(one) for one in debrief.marks],
        "hidden": [_hidden(one) for one in debrief.hidden],
        "questions": list(debrief.questions),
        "resources": [
            {"title": one.title, "for": one.for_, "link": one.link, "note": one.note}
            for one in debrief.resources
        ],
    }


def as_json(debrief: Debrief) -> str:
    """The same as text."""
    return json.dumps(data(debrief), ensure_ascii=False, indent=2) + "\n"


def _outcome(debrief: Debrief) -> Json:
    told = asdict(debrief.outcome)
    return told if debrief.audience == "mentor" else told | {"score": None}


def _quote(quote: Quote) -> Json:
    return {
        "turn": quote.turn,
        "speaker": quote.speaker,
        "quote": quote.quote,
        "start": quote.start,
        "end": quote.end,
    }


def _quotes(quotes: Iterable[Quote | None]) -> list[Json]:
    return [_quote(quote) for quote in quotes if quote is not None]


def _finding(finding: Finding) -> Json:
    return {
        "item": finding.item.id,
        "skill": finding.item.skill,
        "avoid": finding.item.avoid,
        "verdict": finding.verdict,
        "reason": finding.why,
        "turn": finding.step.turn if finding.step else None,
        "quotes": _quotes(finding.quotes),
    }


def _measures(m: Measures) -> Json:
    return {
        "turns": _share(m.turns),
        "words": _share(m.words),
        "talk_share": None if m.talk_share is None else round(m.talk_share, 4),
        "mean_words": m.mean_words,
        "mean_words_persona": m.mean_words_persona,
        "longest": {"turn": m.longest.turn if m.longest else None, "words": m.longest_words},
        "moves": {move.value: count for move, count in m.moves.items()},
        "heard_before_arguing": _share(m.heard_before_arguing),
        "first_interest": m.first_interest,
        "first_proposal": m.first_proposal,
        "proposed_first": m.proposed_first,
        "offers": [
            _quote(one.quote) | {"value": one.value, "unit": one.unit, "per": one.per}
            for one in m.offers
        ],
        "cues": _share(m.cues),
    }


def _share(share: Share) -> Json:
    return {"part": share.part, "of": share.whole}


def _keep(one: Keep) -> Json:
    return {
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
        else {"text": line.text, "said": _stance(line.said), "instead": _stance(line.instead)},
    }


def _stance(stance: Stance) -> Json:
    return {"trust": stance.trust, "tension": stance.tension}


def _cue(story: CueStory) -> Json:
    return {
        "outcome": story.outcome,
        "quotes": _quotes((story.offered, story.answered)),
        "hidden": story.is_pointing_on,
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
        "events": [_event(event) for event in one.events],
    }


def _event(event: Event) -> Json:
    return {"kind": event.kind, "quotes": _quotes((event.quote,))}


def _mark(one: Mark) -> Json:
    return {
        "turn": one.turn,
        "by": one.by,
        "author": one.author,
        "note": one.note,
        "quotes": _quotes((one.quote,)),
    }


def _hidden(one: Hidden) -> Json:
    known = {"fact": one.id, "note": one.note, "says": one.says} if one.id else {}
    return {**known, "pointers": _quotes(one.pointers)}
