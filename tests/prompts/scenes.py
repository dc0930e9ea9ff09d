"""Three moments of a talk in any scenario, written out by hand.

They go through the director's own order and nothing that decides, so that what they show changes
with the scenario's text and the templates alone, not with what a recogniser learns.
"""

from collections.abc import Iterator

from simulator import director
from simulator.director.direction import Direction
from simulator.director.state import (
    Beat,
    BeatKind,
    Decision,
    Package,
    Stance,
    State,
    Table,
    TurnRecord,
)
from simulator.library.scenario import NegotiatedIssue, Scenario
from simulator.practice.stage import Stage
from simulator.reading.moves import Reading

EASY, WON, LOST = (
    Stance(trust=4, tension=4),
    Stance(trust=7, tension=3),
    Stance(trust=2, tension=7),
)


def scenes(on: Stage) -> Iterator[tuple[str, Direction]]:
    """The opening exchange, a fact being told, and a figure or, where there is none, a refusal."""
    scenario = on.scenario
    topic = next((one for one in scenario.topics if one.says), scenario.topics[0])
    fact = scenario.facts[0]
    opening = director.opening(scenario, on.personas, mentee="Sam")
    first, second, *_ = scenario.playtest["skilled"]
    position = topic.says[0] if topic.says else opening
    opener, other = scenario.opener, scenario.cast[-1].persona

    yield (
        "the opening exchange",
        _order(
            on,
            _decision(topic.by or opener, EASY, BeatKind.HEARD, (BeatKind.POSITION, topic.id)),
            first,
            said=((opener, opening),),
        ),
    )
    yield (
        "a fact is told",
        _order(
            on,
            _decision(fact.by or other, WON, BeatKind.SOFTEN, (BeatKind.FACT, fact.id)),
            second,
            said=((opener, opening), (topic.by or opener, position)),
            earlier=(first,),
            spoken=(fact.id,),
        ),
    )
    package = _package(scenario)
    kind = BeatKind.COUNTER if package else BeatKind.REFUSE
    yield (
        "a figure" if package else "a refusal",
        _order(
            on,
            _decision(opener, LOST, BeatKind.THREATENED, kind),
            scenario.playtest["bullying"][0],
            said=((opener, opening),),
            table=Table(offered=package) if package else Table(),
        ),
    )


def _order(
    on: Stage,
    decision: Decision,
    line: str,
    *,
    said: tuple[tuple[str, str], ...],
    earlier: tuple[str, ...] = (),
    spoken: tuple[str, ...] = (),
    table: Table | None = None,
) -> Direction:
    state = State(stance=decision.stance, spoken=spoken, table=table or Table())
    return director.direct(
        on.scenario,
        on.personas,
        decision,
        state,
        reading=Reading(),
        line=line,
        mentee="Sam",
        said=tuple(text for _, text in said),
        voices=tuple(voice for voice, _ in said) if len(on.personas) > 1 else (),
        mentee_said=earlier,
    )


def _decision(voice: str, stance: Stance, *beats: BeatKind | tuple[BeatKind, str]) -> Decision:
    made = ((one, "") if isinstance(one, BeatKind) else one for one in beats)
    return Decision(
        turn=1,
        voice=voice,
        record=TurnRecord(turn=1),
        stance={voice: stance},
        beats=tuple(Beat(kind=kind, ref=ref) for kind, ref in made),
    )


def _package(scenario: Scenario) -> Package | None:
    """Where the persona begins on every issue."""
    if scenario.negotiation is None:
        return None
    values = {one.id: _begins(one) for one in scenario.negotiation.issues}
    return Package(values=values)


def _begins(issue: NegotiatedIssue) -> float | str:
    if issue.options:
        return max(issue.options, key=lambda one: one.value).id
    return issue.opens if issue.opens is not None else 1.0
