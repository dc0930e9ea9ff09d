"""Three levels change how easily the persona is won or lost, never what they know."""

import pytest

from simulator.library.persona import Persona
from simulator.reading.moves import Move, Signal
from tests.director.scene import CAST, PERSONA_FILE, SCENARIO, Talk, tempered

LEVELS = (1, 2, 3)
SKILLED: tuple[tuple[tuple[Move, ...], tuple[str, ...]], ...] = (
    ((Move.PROCEDURAL,), ("remote",)),
    ((Move.OPEN_QUESTION,), ("pay",)),
    ((Move.REFLECTION,), ()),
    ((Move.OPEN_QUESTION,), ("remote",)),
    ((Move.ACKNOWLEDGEMENT,), ()),
    ((Move.PROPOSAL,), ("remote",)),
    ((Move.REFLECTION,), ("team",)),
)
PRESSURE = (Move.THREAT, Signal.FLATTERY, Signal.PLEADING, Move.POWER, Signal.ABUSE, Signal.META)


def skilled(level: int) -> Talk:
    talk = Talk(level=level)
    for moves, topics in SKILLED:
        talk.hears(*moves, topics=topics)
    return talk


def earned(talk: Talk) -> int:
    return len(talk.state.spoken) + len(talk.state.granted)


def test_the_same_skilled_talk_wins_no_more_at_a_harder_level() -> None:
    talks = [skilled(level) for level in LEVELS]

    assert [talk.trust for talk in talks] == sorted((talk.trust for talk in talks), reverse=True)
    assert [earned(talk) for talk in talks] == sorted(map(earned, talks), reverse=True)
    assert earned(talks[0]) > 0


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("pressure", PRESSURE)
def test_pressing_earns_nothing_at_any_level(level: int, pressure: Move | Signal) -> None:
    talk = Talk(level=level).stands(trust=7, tension=3)
    for _ in range(4):
        talk.hears(pressure, Move.OPEN_QUESTION, Move.PROPOSAL, topics=["remote"])

    assert earned(talk) == 0
    assert talk.state.table.offered is None


def test_the_same_clumsy_turn_costs_more_at_a_harder_level() -> None:
    costs = []
    for level in LEVELS:
        talk = Talk(level=level).stands(trust=5, tension=4)
        talk.hears(Move.UNDERMINING, Move.BLAME)
        costs.append(5 - talk.trust)

    assert costs == sorted(costs)


def test_what_wins_one_loses_another() -> None:
    table = PERSONA_FILE["temperament"]
    assert isinstance(table, dict)
    proud = tempered(trust={**table["trust"], "affirmation": -0.6})
    warm = tempered(trust={**table["trust"], "affirmation": 0.6})

    def after_praise(persona: Persona) -> float:
        talk = Talk(personas={**CAST, "manager": persona})
        talk.hears(Move.AFFIRMATION)
        return talk.trust

    assert after_praise(proud) < SCENARIO.cast[0].stance.trust < after_praise(warm)


def test_a_rupture_is_mended_by_owning_ones_part_and_not_by_going_on() -> None:
    going_on = Talk().stands(trust=5, tension=7.5)
    mending = Talk().stands(trust=5, tension=7.5)
    for _ in range(3):
        going_on.hears(Move.OPEN_QUESTION, topics=["remote"])
    mending.hears(Move.APOLOGY)
    mending.hears(Move.ACKNOWLEDGEMENT)
    mending.hears(Move.OPEN_QUESTION, topics=["remote"])

    assert going_on.state.spoken == ()
    assert mending.state.spoken == ("badges",)
