"""What a condition needs, and what would be enough for it: reasoning on the grammar, not in play.

`required` gives the facts and concessions without which a condition cannot hold. `holds_with`
asks whether a condition would hold if only some kinds of thing happened; the rules about earning
use it to see whether a persona could be won by pressure, or by nothing at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from simulator.library.conditions import Condition
from simulator.library.scenario import Scenario

Atom = Condition
"""A condition that is no group."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Ids of what has to be spoken and granted first."""

    facts: frozenset[str] = frozenset()
    concessions: frozenset[str] = frozenset()

    def __or__(self, other: "Needs") -> "Needs":
        return Needs(self.facts | other.facts, self.concessions | other.concessions)

    def __and__(self, other: "Needs") -> "Needs":
        return Needs(self.facts & other.facts, self.concessions & other.concessions)


def required(condition: Condition | None) -> Needs:
    """What `condition` itself needs, in every way it can hold."""
    if condition is None:
        return Needs()
    if condition.fact is not None:
        return Needs(facts=frozenset({condition.fact}))
    if condition.concession is not None:
        return Needs(concessions=frozenset({condition.concession}))
    needs = Needs()
    for part in condition.all or ():
        needs |= required(part)
    ways = [required(part) for part in condition.any or ()]
    common = ways[0] if ways else Needs()
    for way in ways[1:]:
        common &= way
    return needs | common


def required_facts(condition: Condition | None, scenario: Scenario) -> frozenset[str]:
    """Facts that are spoken before `condition` can hold, directly or through one another."""
    whens: Mapping[tuple[str, str], Condition] = {
        **{("fact", fact.id): fact.when for fact in scenario.facts},
        **{("concession", one.id): one.when for one in scenario.concessions},
    }
    found = Needs()
    open_needs = required(condition)
    while open_needs != Needs():
        new = Needs(open_needs.facts - found.facts, open_needs.concessions - found.concessions)
        found |= new
        open_needs = Needs()
        for name in new.facts:
            open_needs |= required(whens.get(("fact", name)))
        for name in new.concessions:
            open_needs |= required(whens.get(("concession", name)))
        open_needs = Needs(
            open_needs.facts - found.facts, open_needs.concessions - found.concessions
        )
    return found.facts


def holds_with(condition: Condition, true: Callable[[Atom], bool]) -> bool:
    """Whether `condition` holds where exactly the atoms for which `true` answers yes do.

    A `none` group counts as holding: what must not have happened may well not have happened.
    """
    if condition.all is not None:
        return all(holds_with(part, true) for part in condition.all)
    if condition.any is not None:
        return any(holds_with(part, true) for part in condition.any)
    if condition.none is not None:
        return True
    return true(condition)
