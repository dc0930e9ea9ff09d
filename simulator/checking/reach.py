"""What can ever happen: a fixpoint over the conditions of a scenario.

Everything starts out impossible but the mentee's own acts; a fact, concession or cue becomes
possible once its condition is, given what is possible so far, until nothing changes. Whatever is
then still impossible can happen in no talk, at no skill, and the diagnostic points at the very
atom that stands in the way. The answer errs on the side of "possible".
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from simulator.checking.bounds import Bounds, bounds_of
from simulator.library.conditions import Condition
from simulator.library.diagnostics import Diagnostic, error, warning
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.library.yamlfile import Document, Trail

_Key = tuple[str, str]
"""Kind and id of something that can happen."""


@dataclass(frozen=True, slots=True)
class _Target:
    """Something that a condition guards."""

    kind: str
    id: str
    trail: Trail
    when: Condition

    @property
    def key(self) -> _Key:
        return (self.kind, self.id)

    @property
    def is_told(self) -> bool:
        """Whether it stays back while the persona is at the end of their tether."""
        return self.kind in {"fact", "concession"}


@dataclass(slots=True)
class _World:
    """What is possible so far, and within which bounds."""

    bounds: tuple[Bounds, ...]
    hard: int
    deals: bool
    facts: set[str] = field(default_factory=set)
    concessions: set[str] = field(default_factory=set)
    cues: set[str] = field(default_factory=set)

    def blocker(self, when: Condition, *, is_told: bool = False) -> Trail | None:
        """The trail within `when` of what can never hold; None if all of it can."""
        if when.all is not None:
            waiting: Trail | None = None
            for at, part in enumerate(when.all):
                if (found := self.blocker(part, is_told=is_told)) is not None:
                    if not _waits(_atom(part, found)):
                        return ("all", at, *found)
                    waiting = waiting or ("all", at, *found)
            return waiting or self._clash(when.all)
        if when.any is not None:
            blocked = [self.blocker(part, is_told=is_told) for part in when.any]
            ways_out = [one for one in blocked if one is None]
            return None if ways_out else ("any", 0, *(blocked[0] or ()))
        if when.none is not None:
            for at, part in enumerate(when.none):
                if self._is_inevitable(part):
                    return ("none", at)
            return None
        return None if self._can(when, is_told=is_told) else ()

    def _can(self, atom: Condition, *, is_told: bool) -> bool:
        """Whether this one thing can come about."""
        bounds = tuple(one for one in self.bounds if atom.of in {None, one.persona})
        checks = (
            (atom.turn, lambda turn: turn <= self.hard),
            (atom.fact, lambda name: name in self.facts),
            (atom.concession, lambda name: name in self.concessions),
            (atom.cue, lambda name: name in self.cues),
            (atom.cue_offered, lambda name: name in self.cues),
            (atom.deal, lambda wanted: self.deals or not wanted),
            (atom.trust, lambda least: any(one.most_trust >= least for one in bounds)),
            (atom.trust_below, lambda most: any(one.least_trust < most for one in bounds)),
            (
                atom.tension,
                lambda least: any(
                    one.most_tension >= least and not (is_told and least >= one.rupture)
                    for one in bounds
                ),
            ),
            (atom.tension_below, lambda most: any(one.least_tension < most for one in bounds)),
        )
        return all(value is None or test(value) for value, test in checks)

    def _is_inevitable(self, when: Condition) -> bool:
        """Whether this holds at every moment of every talk."""
        if when.all is not None:
            return all(self._is_inevitable(part) for part in when.all)
        if when.any is not None:
            return any(self._is_inevitable(part) for part in when.any)
        bounds = self.bounds
        return (
            when.turn == 1
            or (when.trust is not None and all(one.least_trust >= when.trust for one in bounds))
            or (
                when.tension is not None
                and all(one.least_tension >= when.tension for one in bounds)
            )
        )

    @staticmethod
    def _clash(parts: Sequence[Condition]) -> Trail | None:
        """Two parts that exclude each other: trust at least six and under four."""
        for low, high in (("trust", "trust_below"), ("tension", "tension_below")):
            floors = [value for one in parts if (value := getattr(one, low)) is not None]
            for at, one in enumerate(parts):
                ceiling = getattr(one, high)
                if ceiling is not None and floors and max(floors) >= ceiling:
                    return ("all", at)
        return None


def check(
    scenario: Scenario, cast: Mapping[str, Persona], document: Document
) -> Iterator[Diagnostic]:
    """What of `scenario` can never happen, and which ending would come at once."""
    world = _World(
        bounds=tuple(bounds_of(one, cast[one.persona], scenario) for one in scenario.cast),
        hard=scenario.turns.hard,
        deals=scenario.negotiation is not None,
    )
    _settle(world, scenario)
    blocked = {
        target.key: (target, found)
        for target in _targets(scenario)
        if (found := world.blocker(target.when, is_told=target.is_told)) is not None
    }
    for target, found in blocked.values():
        if _is_consequence(target, blocked):
            continue
        place = document.place((*target.trail, *found))
        reason = _named(target.when, found)
        yield error(place, f"unreachable-{target.kind}", id=target.id, reason=reason)
    yield from _check_start(scenario, world, document)
    for at, topic in enumerate(scenario.topics):
        if not topic.says and topic.behind is None:
            yield warning(document.place(("topics", at)), "topic-says-nothing", id=topic.id)


def _waits(atom: Condition) -> bool:
    """Whether the atom waits for something that has a condition of its own."""
    return (atom.fact or atom.concession or atom.cue or atom.cue_offered) is not None


def _is_consequence(target: _Target, blocked: Mapping[_Key, tuple[_Target, Trail]]) -> bool:
    """Whether only something else, reported for itself, stands in the way of `target`.

    Of a circle of things that wait for one another, the first in the file is reported.
    """
    chain = [target.key]
    while True:
        here, trail = blocked[chain[-1]]
        atom = _atom(here.when, trail)
        waits_for = next(
            ((kind, name) for kind, key in _WAITING if (name := getattr(atom, key)) is not None),
            None,
        )
        if waits_for is None or waits_for not in blocked:
            return len(chain) > 1
        if waits_for in chain:
            circle = chain[chain.index(waits_for) :]
            first = next(key for key in blocked if key in circle)
            return target.key != first
        chain.append(waits_for)


def _settle(world: _World, scenario: Scenario) -> None:
    """Lets everything become possible that can, until nothing more does."""
    open_targets = [one for one in _targets(scenario) if one.kind in _GROWING]
    world.cues |= {cue.id for cue in scenario.cues if cue.when is None}
    while True:
        ready = [
            one for one in open_targets if world.blocker(one.when, is_told=one.is_told) is None
        ]
        if not ready:
            return
        for one in ready:
            grown = {"fact": world.facts, "concession": world.concessions, "cue": world.cues}
            grown[one.kind].add(one.id)
        open_targets = [one for one in open_targets if one not in ready]


_GROWING = frozenset({"fact", "concession", "cue"})
_WAITING = (("fact", "fact"), ("concession", "concession"), ("cue", "cue"), ("cue", "cue_offered"))
"""What can be waited for, and the key under which a condition names it."""


def _targets(scenario: Scenario) -> Iterator[_Target]:
    for at, fact in enumerate(scenario.facts):
        yield _Target("fact", fact.id, ("facts", at, "when"), fact.when)
    for at, concession in enumerate(scenario.concessions):
        yield _Target("concession", concession.id, ("concessions", at, "when"), concession.when)
    for at, cue in enumerate(scenario.cues):
        if cue.when is not None:
            yield _Target("cue", cue.id, ("cues", at, "when"), cue.when)
    for at, twist in enumerate(scenario.twists):
        yield _Target("twist", twist.id, ("twists", at, "when"), twist.when)
    for at, reaction in enumerate(scenario.reactions):
        yield _Target("reaction", reaction.id, ("reactions", at, "when"), reaction.when)
    for at, ending in enumerate(scenario.endings):
        yield _Target("ending", ending.id, ("endings", at, "when"), ending.when)
    for at, item in enumerate(scenario.rubric):
        if item.chance is not None:
            yield _Target("chance", item.id, ("rubric", at, "chance"), item.chance)


def _check_start(scenario: Scenario, world: _World, document: Document) -> Iterator[Diagnostic]:
    for at, ending in enumerate(scenario.endings):
        if any(_holds_at_start(ending.when, one) for one in world.bounds):
            place = document.place(("endings", at, "when"))
            yield error(place, "ending-at-once", id=ending.id)


def _holds_at_start(when: Condition, start: Bounds) -> bool:
    """Whether `when` holds on the first turn, whatever the mentee says."""
    if when.all is not None:
        return all(_holds_at_start(part, start) for part in when.all)
    if when.any is not None:
        return any(_holds_at_start(part, start) for part in when.any)
    if when.none is not None:
        return not any(_may_hold_at_start(part, start) for part in when.none)
    return _stance_holds(when, start)


def _may_hold_at_start(when: Condition, start: Bounds) -> bool:
    """Whether the mentee's first line could make `when` hold."""
    if when.all is not None:
        return all(_may_hold_at_start(part, start) for part in when.all)
    if when.any is not None:
        return any(_may_hold_at_start(part, start) for part in when.any)
    if when.none is not None:
        return True
    acts = (when.move, when.signal, when.topic, when.lever)
    return any(act is not None for act in acts) or _stance_holds(when, start)


def _stance_holds(atom: Condition, start: Bounds) -> bool:
    return (
        atom.turn == 1
        or (atom.trust is not None and start.trust >= atom.trust)
        or (atom.trust_below is not None and start.trust < atom.trust_below)
        or (atom.tension is not None and start.tension >= atom.tension)
        or (atom.tension_below is not None and start.tension < atom.tension_below)
    )


def _atom(when: Condition, trail: Trail) -> Condition:
    here = when
    for group, at in zip(trail[::2], trail[1::2], strict=False):
        here = getattr(here, str(group))[int(at)]
    return here


def _named(when: Condition, trail: Trail) -> str:
    """The condition at `trail`, as it is written in a file: `trust: 9`."""
    here = _atom(when, trail)
    written = here.model_dump(mode="json", by_alias=True, exclude_none=True, exclude_defaults=True)
    shown = {k: v if isinstance(v, str | int | float) else "…" for k, v in written.items()}
    return ", ".join(
        f"{key}: {value:g}" if isinstance(value, float) else f"{key}: {value}"
        for key, value in shown.items()
    )
