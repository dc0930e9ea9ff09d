"""Quantities in another unit of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.reading.conversions import worth
from simulator.reading.moves import Quantity

TIMES = st.sampled_from(["day", "week", "month", "year"])


def said(value: float, unit: str, per: str | None = None) -> Quantity:
    return Quantity("duration", value, unit, per, 0, 1, "x")


@pytest.mark.parametrize(
    ("quantity", "unit", "per", "expected"),
    [
        (said(1, "year"), "month", None, 12),
        (said(6, "month"), "year", None, 0.5),
        (said(2, "week"), "day", None, 14),
        (said(15, "day"), "week", None, 2),
        (said(8, "day"), "week", None, 1),
        (said(21, "day"), "week", None, 3),
        (said(500, "EUR", "month"), "EUR", "year", 6000),
        (said(6000, "EUR", "year"), "EUR", "month", 500),
        (said(2, "day"), "day", "week", 2),
    ],
)
def test_a_quantity_keeps_its_worth(
    quantity: Quantity, unit: str, per: str | None, expected: float
) -> None:
    assert worth(quantity, unit, per) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("quantity", "unit", "per"),
    [
        (said(3, "day"), "EUR", None),
        (said(3, "EUR"), "percent", None),
        (said(3, "EUR", "hour"), "EUR", "year"),
        (said(3, "EUR", "year"), "EUR", None),
    ],
)
def test_what_cannot_be_put_so_has_no_worth(quantity: Quantity, unit: str, per: str | None) -> None:
    assert worth(quantity, unit, per) is None


@given(st.integers(1, 400), TIMES, TIMES)
def test_longer_is_never_worth_less(value: int, unit: str, other: str) -> None:
    shorter, longer = (
        worth(said(value, unit), other, None),
        worth(said(value * 2, unit), other, None),
    )

    assert shorter is not None
    assert longer is not None
    assert longer >= shorter
