"""Reachability errs on the side of possible: what can happen is never called unreachable."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.checking import reach
from simulator.checking.bounds import bounds_of
from simulator.config import shipped
from simulator.director.conditions import View, holds
from simulator.director.state import Stance, TurnRecord
from simulator.library.catalogue import Library
from simulator.library.conditions import Condition
from simulator.library.load import Loaded
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.reading.moves import Move

LIBRARY = Library([shipped()])
LOADED: Loaded[Scenario] = LIBRARY.scenario("pay-and-presence")
CAST: dict[str, Persona] = {name: one.value for name, one in LIBRARY.cast(LOADED).items()}
SCENARIO = LOADED.value
FACTS = [fact.id for fact in SCENARIO.facts]
BOUNDS = bounds_of(SCENARIO.cast[0], CAST[SCENARIO.cast[0].persona], SCENARIO)

figures = st.integers(0, 20).map(lambda halves: halves / 2)
atoms = st.one_of(
    st.sampled_from(Move).map(lambda move: Condition(move=move)),
    st.sampled_from(FACTS).map(lambda fact: Condition(fact=fact)),
    st.integers(1, SCENARIO.turns.hard).map(lambda turn: Condition(turn=turn)),
    figures.map(lambda figure: Condition(trust=figure)),
    figures.map(lambda figure: Condition(tension=figure)),
    figures.map(lambda figure: Condition(trust_below=figure)),
    figures.map(lambda figure: Condition(tension_below=figure)),
)


def groups(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        parts.map(lambda some: Condition(all=some)),
        parts.map(lambda some: Condition(any=some)),
        parts.map(lambda some: Condition(none=some)),
    )


conditions = st.recursive(atoms, groups, max_leaves=6)
stances = st.builds(
    Stance,
    trust=st.floats(BOUNDS.least_trust, BOUNDS.most_trust),
    tension=st.floats(BOUNDS.least_tension, BOUNDS.most_tension),
)
views = st.builds(
    lambda stance, turn, moves, spoken: View(
        stance=stance, history=(TurnRecord(turn=turn, moves=tuple(moves)),), spoken=spoken
    ),
    stances,
    st.integers(1, SCENARIO.turns.hard),
    st.lists(st.sampled_from(Move), max_size=4),
    st.sets(st.sampled_from(FACTS)),
)


def told(scenario: Scenario) -> list[tuple[str, str]]:
    found = reach.check(scenario, CAST, LOADED.document)
    return [(one.code, str(one.values.get("id"))) for one in found]


def ending_when(condition: Condition) -> Scenario:
    first = SCENARIO.endings[0].model_copy(update={"id": "tried", "when": condition})
    return SCENARIO.model_copy(update={"endings": (first, *SCENARIO.endings[1:])})


@given(conditions, views)
def test_what_holds_in_some_moment_is_not_called_unreachable(
    condition: Condition, view: View
) -> None:
    is_unreachable = ("unreachable-ending", "tried") in told(ending_when(condition))

    assert not (holds(condition, view) and is_unreachable)


@given(conditions, conditions)
def test_another_way_never_takes_one_away(one: Condition, other: Condition) -> None:
    either = told(ending_when(Condition(any=(one, other))))
    alone = [told(ending_when(way)) for way in (one, other)]
    is_blocked = [("unreachable-ending", "tried") in found for found in (either, *alone)]

    assert is_blocked[0] == (is_blocked[1] and is_blocked[2])


@pytest.mark.parametrize("shown", [card.id for card in LIBRARY.cards()])
def test_nothing_in_what_ships_is_out_of_reach(shown: str) -> None:
    loaded = LIBRARY.scenario(shown)
    cast = {name: one.value for name, one in LIBRARY.cast(loaded).items()}

    assert list(reach.check(loaded.value, cast, loaded.document)) == []


def test_of_a_circle_the_first_is_told_and_what_hangs_on_it_is_not() -> None:
    first, second, *rest = SCENARIO.facts
    circle = (
        first.model_copy(update={"when": Condition(fact=second.id)}),
        second.model_copy(update={"when": Condition(fact=first.id)}),
        *rest,
    )
    found = told(SCENARIO.model_copy(update={"facts": circle}))

    assert ("unreachable-fact", first.id) in found
    assert ("unreachable-fact", second.id) not in found


def test_a_persona_nobody_can_win_puts_trust_out_of_reach() -> None:
    name = SCENARIO.cast[0].persona
    temper = CAST[name].temperament.model_copy(update={"trust": {Move.BLAME: -1.0}})
    cold = CAST[name].model_copy(update={"temperament": temper})
    member = SCENARIO.cast[0]
    bounds = bounds_of(
        member, cold, SCENARIO.model_copy(update={"levers": (), "twists": (), "reactions": ()})
    )

    assert bounds.most_trust == bounds.trust


def test_an_ending_that_holds_from_the_start_is_told() -> None:
    at_once = ending_when(Condition(none=(Condition(fact=FACTS[0]),)))

    assert ("ending-at-once", "tried") in told(at_once)


def test_no_path_is_needed_for_the_reason_to_be_readable() -> None:
    found = list(reach.check(ending_when(Condition(turn=99)), CAST, LOADED.document))

    assert [one.values["reason"] for one in found] == ["turn: 99"]
    assert Path(found[0].path).name == "pay-and-presence.yaml"
