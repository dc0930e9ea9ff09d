"""Columns of ways: one a line, with everything that the lines of the other forms hold."""

import pytest

from simulator.i18n import Translator
from simulator.views.ways import came, stood
from simulator.views.ways_columns import moment
from tests.debrief.test_ways import stage
from tests.views.test_ways import BOTH, ENGLISH, laid


@BOTH
async def test_each_column_holds_its_line_its_replies_and_what_came(t: Translator) -> None:
    (held,) = await laid()
    personas = stage().personas

    shown = moment(held, personas, t, here="")

    assert shown.turn == held.turn
    assert shown.stood == stood(held, personas, t)
    for column, way in zip(shown.columns, held.ways, strict=True):
        assert way.line.text in column.line
        assert len(column.replies) == len(way.replies)
        assert column.came == tuple(came(way, t))
        assert len(column.effects) == 1


async def test_the_first_way_and_a_line_tried_twice_are_named() -> None:
    (held,) = await laid()

    names = [one.name for one in moment(held, stage().personas, ENGLISH, here="").columns]

    assert names == ["A · what you said first", "B · another try, 2 times", "C · another try"]


@pytest.mark.parametrize(("here", "place"), [("r0", 1), ("r1", 1), ("r2", 2)])
async def test_the_way_of_the_session_one_comes_from_is_known(here: str, place: int) -> None:
    (held,) = await laid()

    columns = moment(held, stage().personas, ENGLISH, here=here).columns

    assert [one.is_here for one in columns].index(True) == place
    assert sum(one.is_here for one in columns) == 1
