"""Rules about how a scenario is put together: endings, turns, cues, rubric, play-tests, earning.

The rules about earning are the ones that a persona's credibility stands on: nothing is told or
granted for pressure, and nothing for mere patience.
"""

from collections.abc import Iterator

from simulator.library.conditions import Condition
from simulator.library.diagnostics import Diagnostic, error, warning
from simulator.library.needs import Atom, holds_with
from simulator.library.persona import PRESSURE
from simulator.library.scenario import Cue, Fact, Scenario
from simulator.library.yamlfile import Document, Trail

GOOD = 0.7
"""Score from which an ending is a good one."""
POOR = 0.3
"""Score up to which an ending is a failure."""


def check(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    """All of these rules."""
    yield from _check_frame(scenario, document)
    yield from _check_endings(scenario, document)
    yield from _check_cues(scenario, document)
    yield from _check_rubric(scenario, document)
    yield from _check_earning(scenario, document)
    for kind in ("skilled", "unskilled"):
        if not scenario.playtest.get(kind):
            place = document.key_place(("playtest",))
            yield warning(place, "playtest-missing", kind=kind)


def _check_frame(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    if scenario.turns.hard <= scenario.turns.soft:
        soft, hard = scenario.turns.soft, scenario.turns.hard
        yield error(document.place(("turns",)), "turns-out-of-order", soft=soft, hard=hard)
    if scenario.status == "validated" and not scenario.reviewers:
        yield warning(document.place(("status",)), "validated-by-nobody")
    seen: set[str] = set()
    for at, member in enumerate(scenario.cast):
        if member.persona in seen:
            place = document.place(("cast", at, "persona"))
            yield error(place, "cast-twice", value=member.persona)
        seen.add(member.persona)
    if len(seen) > 1:
        owned: list[tuple[str, int, Fact | Cue]] = [
            *(("facts", at, fact) for at, fact in enumerate(scenario.facts)),
            *(("cues", at, cue) for at, cue in enumerate(scenario.cues)),
        ]
        for name, at, one in owned:
            if one.by is None:
                yield error(document.place((name, at)), "whose", id=one.id)


def _check_endings(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    scores = [ending.score for ending in scenario.endings]
    place = document.key_place(("endings",))
    if max(scores) < GOOD:
        yield error(place, "no-good-ending", best=max(scores), least=GOOD)
    if min(scores) > POOR:
        yield error(place, "no-failing-ending", worst=min(scores), most=POOR)


def _check_cues(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    for at, cue in enumerate(scenario.cues):
        if not cue.takers:
            yield error(document.place(("cues", at, "calls-for")), "calls-for-nothing", id=cue.id)


def _check_rubric(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    for at, item in enumerate(scenario.rubric):
        if item.seen is None:
            yield warning(document.place(("rubric", at)), "item-without-seen", id=item.id)
        elif not item.seen.moves:
            place = document.place(("rubric", at, "seen", "move"))
            yield error(place, "calls-for-nothing", id=item.id)
    measured = {item.skill for item in scenario.rubric}
    for at, skill in enumerate(scenario.skills):
        if skill not in measured:
            yield warning(document.place(("skills", at)), "skill-without-item", value=skill)
    aimed = {item.goal for item in scenario.rubric}
    for at, goal in enumerate(scenario.brief.goals):
        if goal.id not in aimed:
            place = document.place(("brief", "goals", at))
            yield warning(place, "goal-without-item", value=goal.id)


def _check_earning(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    earned: list[tuple[Trail, str, Condition]] = [
        *((("facts", at, "when"), one.id, one.when) for at, one in enumerate(scenario.facts)),
        *(
            (("concessions", at, "when"), one.id, one.when)
            for at, one in enumerate(scenario.concessions)
        ),
    ]
    for trail, name, when in earned:
        if holds_with(when, _is_patience):
            yield warning(document.place(trail), "earned-by-patience", id=name)
        elif holds_with(when, _is_pressure_or_patience):
            yield error(document.place(trail), "earned-by-pressure", id=name)
    for at, one in enumerate(scenario.reactions):
        wins = one.trust > 0 or one.tension < 0
        is_pressed = holds_with(one.when, _is_pressure_or_patience)
        if wins and is_pressed and not holds_with(one.when, _is_patience):
            yield error(document.place(("reactions", at)), "earned-by-pressure", id=one.id)


def _is_patience(atom: Atom) -> bool:
    """True of what comes about without the mentee doing anything in particular."""
    stance = (atom.trust, atom.trust_below, atom.tension, atom.tension_below)
    return any(figure is not None for figure in (*stance, atom.turn, atom.cue_offered))


def _is_pressure_or_patience(atom: Atom) -> bool:
    return atom.move in PRESSURE or atom.signal in PRESSURE or _is_patience(atom)
