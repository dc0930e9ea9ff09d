"""What is no secret: the scenario's unlocked lines, and what this turn's reply is given.

Words that stand here are neither a slip of the role nor, in a short clause, a leak: a talk may be
about programs, prompts or Wednesdays.
"""

from collections.abc import Iterable
from functools import lru_cache

from simulator.director.direction import Direction
from simulator.library.scenario import Scenario
from simulator.practice.guard.reply import tokens_of


def scenario_texts(scenario: Scenario) -> tuple[str, ...]:
    """What a persona of `scenario` may say on any turn, and what both people know."""
    brief = scenario.brief
    positions = (line for topic in scenario.topics for line in topic.says)
    names = (word for topic in scenario.topics for word in topic.about)
    answers = (line for reply in scenario.replies if reply.when is None for line in reply.says)
    cues = (line for one in scenario.cues for line in one.says)
    twists = (line for one in scenario.twists for line in one.says)
    reactions = (line for one in scenario.reactions for line in one.says)
    levers = (line for one in scenario.levers for line in one.says)
    goals = (goal.text for goal in brief.goals)
    return (
        *(scenario.opening, scenario.title, brief.role, brief.situation),
        *(*positions, *names, *answers, *goals),
        *(*cues, *twists, *reactions, *levers),
    )


def direction_texts(direction: Direction) -> tuple[str, ...]:
    """What this reply may be made of, and what the persona said; the mentee's words license none."""
    lines = (line for beat in direction.beats for line in beat.lines)
    stock = (line for some in direction.lines.values() for line in some)
    return (direction.identity, *lines, *stock, *direction.said)


@lru_cache(maxsize=16)
def words_in(texts: Iterable[str]) -> frozenset[str]:
    """The folded words of `texts`; the same for every turn of a talk."""
    return frozenset(token for text in texts for token in tokens_of(text))
