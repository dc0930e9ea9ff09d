"""What the order for a reply says of the turns before it."""

import pytest

from simulator.director import direct
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
from simulator.reading.moves import Reading
from tests.llm.played import staged

EVEN = {"team-manager": Stance(trust=5, tension=3)}
OFFERED, AGREED = Package(values={"pay": 43_000.0}), Package(values={"pay": 44_500.0})


def order(*beats: Beat, said: tuple[str, ...] = (), **state: object) -> Direction:
    """The order of a reply with those `beats`, in that `state`."""
    on = staged("pay-and-presence", "en")
    decision = Decision(
        turn=3, voice="team-manager", record=TurnRecord(turn=3), stance=EVEN, beats=beats
    )
    before = State.model_validate({"stance": EVEN} | state)
    return direct(
        on.scenario, on.personas, decision, before,
        reading=Reading(), line="And now?", mentee="Sam", said=said,
    )  # fmt: skip


def test_what_was_told_is_in_the_words_in_which_it_was_told() -> None:
    fact = staged("pay-and-presence", "en").scenario.facts[0]
    answer = Beat(kind=BeatKind.ANSWER)

    told = [
        order(answer, spoken=(fact.id,), said=(f"Well. {line} So.",)).told for line in fact.says
    ]

    assert told == [(line,) for line in fact.says]
    assert order(answer).told == ()


def test_what_is_only_now_being_told_was_not_told_before() -> None:
    fact = staged("pay-and-presence", "en").scenario.facts[0]

    assert order(Beat(kind=BeatKind.FACT, ref=fact.id), spoken=(fact.id,)).told == ()


@pytest.mark.parametrize(
    ("kind", "table", "standing"),
    [
        (BeatKind.ANSWER, Table(), ("", False)),
        (BeatKind.ANSWER, Table(offered=OFFERED), ("€43,000 a year", False)),
        (BeatKind.ANSWER, Table(offered=OFFERED, agreed=AGREED), ("€44,500 a year", True)),
        (BeatKind.COUNTER, Table(offered=OFFERED), ("", False)),
    ],
)
def test_the_figures_on_the_table_stand_until_there_are_new_ones(
    kind: BeatKind, table: Table, standing: tuple[str, bool]
) -> None:
    one = order(Beat(kind=kind), table=table)

    assert (one.standing, one.is_agreed) == standing
