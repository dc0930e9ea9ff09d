"""The curve: bars as high as their values, figures and signs at their turns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.movers import Point
from simulator.i18n import Translator
from simulator.tui.widgets.curve import HIGH, StanceCurve, bars
from simulator.views.debrief_plot import Mark, Plot, Track
from tests.tui.test_widgets import alone, lines

POINTS = (Point(1, "manager", 4, 5), Point(2, "manager", 6.5, 3), Point(4, "manager", 10, 0))
TURNED = Mark(2, "up", "manager", "", "Claire", "")


def drawn(points: tuple[Point, ...] = POINTS) -> StanceCurve:
    return StanceCurve(Plot((Track("Claire", points),), (TURNED,), ()), Translator.of("fr"))


def test_bars_are_as_high_as_their_values() -> None:
    assert bars([0, 5, 10], 1) == ("  █", "▁██")
    assert bars([2.5, 7.5], 2) == ("  ▄▄", "▄▄██")


@given(st.lists(st.floats(0, 10), min_size=1), st.integers(1, 4))
def test_every_row_has_the_room_of_every_value(values: list[float], cell: int) -> None:
    rows = bars(values, cell)

    assert len(rows) == HIGH
    assert {len(row) for row in rows} == {len(values) * cell}


async def test_the_curve_shows_figures_turns_and_signs() -> None:
    async with alone(curve := drawn()):
        shown = lines(curve)

    assert shown == [
        "                   ▂▂▂▂████",
        "confiance  4,0 ▆▆▆▆████████ 10,0",
        "",
        "tension    5,0 ████▅▅▅▅▁▁▁▁ 0,0",
        "                   ▲",
        "tour           1   2   4",
    ]


@pytest.mark.parametrize("width", [24, 30, 60])
async def test_however_long_the_talk_the_curve_stays_in_its_room(width: int) -> None:
    long = tuple(Point(at, "manager", at % 10, 5) for at in range(1, 200))
    async with alone(curve := drawn(long), width=width):
        shown = lines(curve)

        assert max(map(len, shown)) <= width
        assert shown[1].endswith(f" {long[-1].trust},0")
