"""What could be brought to the mind of somebody who is stuck, the weightiest first.

Everything is read off the record and the brief: an opening that is still open, something just told,
a persona who has closed up, proposals before any question, a criterion that has its chance now. A
nudge holds quotes of what was said, names, goals and skills; it refuses a goal whose words would
name what is still locked. Where nothing is to be noticed it says so: most turns need no comment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Literal

from simulator.debrief.course import Course, Step
from simulator.debrief.cues import cue_courses
from simulator.debrief.findings import findings
from simulator.debrief.items import Item
from simulator.debrief.measures import SOLVING, asks_why
from simulator.debrief.movers import said_by
from simulator.debrief.occasions import occasions
from simulator.debrief.quotes import Quote, excerpt
from simulator.director.conditions import holds, view_of
from simulator.director.state import TurnRecord
from simulator.library.scenario import Scenario
from simulator.practice.guard import secrets_of
from simulator.practice.session import Session
from simulator.reading.moves import Move
from simulator.text import fold, words

QUOTED = 12
"""Words of a quote in a hint."""
GOAL = 13
"""Words of a goal in a hint."""
STIFFENED = 1.0
"""Points of trust lost and tension risen in one turn, from which it is worth a look."""
CLOSED_RUN = 3
"""Turns with closed questions and no open one that make a run."""
TOO_LONG = 60
"""Words of a line after which the other hardly gets a word in."""
SETTLED_IN = 4
"""Turns after which a goal that nothing was done for may be named."""
RUN = 5
"""Words in a row that are taken from a locked line."""

Family = Literal[
    "ask",
    "check",
    "hear",
    "acknowledge",
    "affirm",
    "together",
    "propose",
    "facts",
    "own",
    "apologise",
    "gather",
    "hand-over",
]
"""Kinds of move as they are named to somebody who looks for one."""

_FAMILIES: Mapping[Move, Family] = {
    Move.OPEN_QUESTION: "ask",
    Move.INTERESTS: "ask",
    Move.ELICITING_PREFERENCE: "ask",
    Move.CLOSED_QUESTION: "check",
    Move.CHECKING_UNDERSTANDING: "check",
    Move.REFLECTION: "hear",
    Move.ACKNOWLEDGEMENT: "acknowledge",
    Move.AFFIRMATION: "affirm",
    Move.POSITIVE_EXPECTATION: "affirm",
    Move.SEEKING_COLLABORATION: "together",
    Move.PROPOSAL: "propose",
    Move.OFFER: "propose",
    Move.CONCEDING: "propose",
    Move.VOUCHING_FAIRNESS: "propose",
    Move.STATING_FACTS: "facts",
    Move.RIGHTS: "facts",
    Move.I_STATEMENT: "own",
    Move.APOLOGY: "apologise",
    Move.SUMMARY: "gather",
    Move.PROCEDURAL: "gather",
    Move.HANDING_OVER: "hand-over",
}


@dataclass(frozen=True, slots=True)
class Nudge:
    """One thing to notice, and the kind of move that would answer it."""

    kind: str
    family: Family
    values: Mapping[str, str] = field(default_factory=dict)


def nudges(course: Course) -> tuple[Nudge, ...]:
    """Everything there is to notice as the mentee is about to speak; never empty."""
    session = course.session
    if course.is_stopped or session.ended is not None:
        return (Nudge("over", "gather"),)
    who = {"who": _name(course)}
    found = tuple(_begun(course)) if course.steps else tuple(_unbegun(course))
    return tuple(replace(one, values={**who, **one.values}) for one in found)


def family_of(*moves: Move) -> Family:
    """The kind of move that `moves`, the likeliest first, belong to."""
    return next((_FAMILIES[move] for move in moves if move in _FAMILIES), "ask")


def gives_away(text: str, scenario: Scenario, session: Session, told: tuple[str, ...]) -> bool:
    """Whether `text` names what is still locked, in words that were not said in the talk.

    `told` are the facts that were. A fact is named by a word or phrase of its `about`, or by `RUN`
    words in a row of its lines.
    """
    said = _padded(" ".join(one.text for one in session.utterances))
    given = _padded(text)
    for secret in secrets_of(scenario, told):
        lines = (_padded(line).split() for line in secret.lines)
        runs = (tokens[at : at + RUN] for tokens in lines for at in range(len(tokens) - RUN + 1))
        for phrase in (*map(_padded, secret.about), *(f" {' '.join(run)} " for run in runs)):
            if phrase.strip() and phrase in given and phrase not in said:
                return True
    return False


def _unbegun(course: Course) -> Iterator[Nudge]:
    goal = next(iter(_goals(course).values()), None)
    yield Nudge("start", "ask", {"goal": goal}) if goal else Nudge("fine", "ask")


def _begun(course: Course) -> Iterator[Nudge]:
    last = course.steps[-1]
    if last.is_ruptured:
        yield Nudge("repair", "apologise")
    yield from _stiffened(last)
    yield from _cues(course)
    yield from _told(course, last)
    if course.end.closing is not None:
        yield Nudge("closing", "gather")
    if _proposed_first(course):
        yield Nudge("proposed-first", "ask")
    if _closed_run(course):
        yield Nudge("closed-run", "ask")
    yield from _chances(course)
    if _is_short(last) and len(course.steps) > 1 and _is_short(course.steps[-2]):
        yield Nudge("few-words", "own")
    if last.reading.words > TOO_LONG:
        yield Nudge("long", "ask")
    if last.number >= course.scenario.turns.soft - 1 and course.end.closing is None:
        yield Nudge("closing", "gather")
    yield from _goals_left(course)
    yield Nudge("fine", "hear")


def _stiffened(last: Step) -> Iterator[Nudge]:
    quote = _short(excerpt(last.line))
    if quote and not _is_short(last) and last.tension - last.trust >= STIFFENED:
        yield Nudge("strained", "acknowledge", {"quote": quote})


def _cues(course: Course) -> Iterator[Nudge]:
    for one in reversed(cue_courses(course)):
        is_open = len(course.steps) - one.offering.number < one.cue.within
        quote = _short(said_by(one.offering.answer, one.cue.says))
        if one.outcome == "open" and is_open and quote:
            yield Nudge("cue", family_of(*one.cue.takers), {"quote": quote})


def _told(course: Course, last: Step) -> Iterator[Nudge]:
    lines = {fact.id: fact.says for fact in course.scenario.facts}
    for fact in last.told:
        if quote := _short(said_by(last.answer, lines.get(fact, ()))):
            yield Nudge("told", "acknowledge", {"quote": quote})


def _proposed_first(course: Course) -> bool:
    steps = course.steps
    return any(one.found(*SOLVING) for one in steps) and not any(asks_why(one) for one in steps)


def _closed_run(course: Course) -> bool:
    latest = course.steps[-CLOSED_RUN:]
    if len(latest) < CLOSED_RUN or any(asks_why(one) for one in latest):
        return False
    return all(one.found(Move.CLOSED_QUESTION) for one in latest)


def _chances(course: Course) -> Iterator[Nudge]:
    """The criteria that have a chance as the mentee speaks next and were not seen yet."""
    goals = _goals(course)
    for item, goal in _unseen(course):
        if item.chance is None or not _has_chance(course, item):
            continue
        family = family_of(*item.moves)
        if goal in goals:
            yield Nudge("chance", family, {"goal": goals[goal]})
        else:
            yield Nudge("chance-skill", family, {"skill": item.skill})


def _goals_left(course: Course) -> Iterator[Nudge]:
    if len(course.steps) < SETTLED_IN:
        return
    goals = _goals(course)
    for item, goal in _unseen(course):
        if goal in goals:
            yield Nudge("goal", family_of(*item.moves), {"goal": goals.pop(goal)})


def _unseen(course: Course) -> Iterator[tuple[Item, str]]:
    """The items of the rubric that wait to be seen, each with the goal it serves."""
    goals = {one.id: one.goal or "" for one in course.scenario.rubric}
    for finding in findings(course):
        item = finding.item
        if item.id in goals and item.seen is not None and not item.avoid and not finding.is_good:
            yield item, goals[item.id]


def _has_chance(course: Course, item: Item) -> bool:
    """Whether an occasion is still open, or one begins with the mentee's next line."""
    within = item.seen.within if item.seen else 1
    latest = len(course.steps)
    if any(latest - one.step.number + 1 < within for one in occasions(course, item)):
        return True
    state, last = course.end, course.steps[-1]
    view = view_of(state, state.stance[last.decision.voice])
    coming = replace(view, history=(*state.history, TurnRecord(turn=state.turn + 1)))
    return item.chance is not None and holds(item.chance, coming)


def _is_short(step: Step) -> bool:
    return bool(step.found(Move.MINIMAL_ANSWER)) or not step.reading.words


def _goals(course: Course) -> dict[str, str]:
    """The goals of the brief that may be named, by id, cut to size."""
    scenario, session, told = course.scenario, course.session, course.end.spoken
    return {
        one.id: _phrase(one.text.strip().rstrip("."))
        for one in scenario.brief.goals
        if not gives_away(one.text, scenario, session, told)
    }


def _name(course: Course) -> str:
    """Whom the mentee is talking to: the one who spoke last."""
    said = course.session.said_by("persona")
    voice = said[-1].voice if said else course.scenario.opener
    return course.personas[voice].name if voice in course.personas else voice


def _short(quote: Quote | None) -> str:
    return _cut(quote.quote) if quote is not None else ""


def _cut(text: str) -> str:
    """The first `QUOTED` words of `text`, and a sign where more follows."""
    text = text.replace("\n", " ")
    spans = words(text)
    return text if len(spans) <= QUOTED else f"{text[: spans[QUOTED - 1].end]} …"


def _phrase(goal: str) -> str:
    """A goal in `GOAL` words: whole, or up to its last pause within them."""
    text = " ".join(goal.split())
    spans = words(text)
    if len(spans) <= GOAL:
        return text
    kept = text[: spans[GOAL].start]
    pause = max(kept.rfind(sign) for sign in (",", ";", ":"))
    return kept[:pause].rstrip() if len(words(kept[: max(pause, 0)])) >= SETTLED_IN else _cut(text)


@lru_cache(maxsize=2048)
def _padded(text: str) -> str:
    """The folded words of `text`, one space around each; the same lines are held up every time."""
    folded = fold(text)
    return f" {' '.join(span.of(folded) for span in words(folded))} "
