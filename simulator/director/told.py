"""What the persona has said so far, and what the brief told the mentee: nobody has to grant it again.

Only what came up counts: facts that were told, concessions that were granted, cues, twists,
reactions, arguments and answers that were spoken. It refuses whatever is still locked.
"""

from collections.abc import Collection, Iterator

from simulator.director.numbers import figures_in
from simulator.director.state import Package, State
from simulator.library.scenario import Scenario
from simulator.text import fold


def told_figures(scenario: Scenario, state: State) -> frozenset[str]:
    """Keys of the figures in the persona's stories: told again, they put nothing forward."""
    lines = [*_facts(scenario, state.spoken), *_happened(scenario, state)]
    return frozenset(key for line in lines for key in figures_in(fold(line)))


def own_lines(scenario: Scenario, state: State, spoken: Collection[str]) -> Iterator[str]:
    """The persona's stories, `spoken` being the facts told, and what broke in."""
    yield from _facts(scenario, spoken)
    yield from _happened(scenario, state)


def said_lines(scenario: Scenario, state: State) -> Iterator[str]:
    """What else was said by the persona, and what the brief holds."""
    brief = scenario.brief
    yield from (scenario.opening, brief.role, brief.situation)
    yield from (goal.text for goal in brief.goals)
    for topic in scenario.topics:
        yield from topic.says if topic.id in state.positions else ()
    for answer in scenario.replies:
        yield from answer.says if answer.id in state.replied else ()
    for concession in scenario.concessions:
        yield from concession.says if concession.id in state.granted else ()


def _facts(scenario: Scenario, spoken: Collection[str]) -> Iterator[str]:
    for fact in scenario.facts:
        if fact.id in spoken:
            yield from (*fact.says, *fact.more)


def _happened(scenario: Scenario, state: State) -> Iterator[str]:
    """What was let fall, broke in, or answered something the mentee did."""
    offered = {cue.id for cue in state.cues}
    for cue in scenario.cues:
        yield from cue.says if cue.id in offered else ()
    for twist in scenario.twists:
        yield from twist.says if twist.id in state.twists else ()
    for reaction in scenario.reactions:
        yield from reaction.says if reaction.id in state.reactions else ()
    for lever in scenario.levers:
        yield from lever.says if lever.id in state.levers else ()


def still_offered(scenario: Scenario, state: State, spoken: Collection[str]) -> State:
    """The state without the options put forward that the facts in `spoken` rule out by now."""
    offered = state.table.offered
    if offered is None or scenario.negotiation is None:
        return state
    stale = {
        (issue.id, option.id)
        for issue in scenario.negotiation.issues
        for option in issue.options
        if option.until in spoken
    }
    values = {name: one for name, one in offered.values.items() if (name, one) not in stale}
    package = Package(values=values) if values else None
    return state.model_copy(update={"table": state.table.model_copy(update={"offered": package})})
