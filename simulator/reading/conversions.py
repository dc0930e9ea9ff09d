"""Puts a quantity into another unit of time: fifteen days are about two weeks, a year twelve months.

The invariant: what is said of a period keeps its worth (`500 a month` is `6000 a year`). It refuses
to turn one kind into another: days are never money.
"""

from collections.abc import Mapping

from simulator.reading.moves import Quantity

_DAYS: Mapping[str, float] = {"day": 1, "week": 7, "month": 365 / 12, "year": 365}
_MONTHS: Mapping[str, float] = {"month": 1, "year": 12}
_A_YEAR: Mapping[str, float] = {"day": 220, "week": 52, "month": 12, "year": 1}
_MEANT_IN_WEEKS: Mapping[float, float] = {8: 1, 15: 2}
"""Days that stand for whole weeks in French, and near enough elsewhere."""


def worth(quantity: Quantity, unit: str, per: str | None) -> float | None:
    """The quantity's value in `unit` per `per`; none where it cannot be put so.

    A quantity without a period is taken in the one that is asked for.
    """
    value = _in_unit(quantity.value, quantity.unit, unit)
    if value is None or quantity.per is None or quantity.per == per:
        return value
    if per is None or not {per, quantity.per} <= _A_YEAR.keys():
        return None
    return round(value * _A_YEAR[quantity.per] / _A_YEAR[per], 2)


def _in_unit(value: float, unit: str, other: str) -> float | None:
    if unit == other:
        return value
    if unit in _MONTHS and other in _MONTHS:
        return round(value * _MONTHS[unit] / _MONTHS[other], 2)
    if unit == "day" and other == "week" and value in _MEANT_IN_WEEKS:
        return _MEANT_IN_WEEKS[value]
    if unit in _DAYS and other in _DAYS:
        return round(value * _DAYS[unit] / _DAYS[other], 2)
    return None
