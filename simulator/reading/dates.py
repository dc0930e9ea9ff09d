"""Reads dates: weekdays, days of a month, months; `Friday the 27th` is one date, the more exact.

The invariant: a date's words are those that say it. It refuses a month whose name is also another
word (`may`, `mars`) unless a day or a preposition stands beside it.
"""

from collections.abc import Sequence
from dataclasses import replace

from simulator.reading.figures import Number, number_at
from simulator.reading.tokens import Word
from simulator.reading.units import Measure, Units

DAYS_A_MONTH = 31


class DateReader:
    """Reads the dates of one language."""

    def __init__(self, units: Units) -> None:
        self._units = units

    def at(self, words: Sequence[Word], index: int, number: Number | None) -> Measure | None:
        """`Friday`, `15 March`, `March 15th`, `le 15`, `in May`."""
        units = self._units
        form = words[index].form
        before = words[index - 1].form if index else ""
        if form in units.weekdays:
            return self._weekday(words, index)
        if form in units.months:
            return self._month_first(words, index, before)
        if number is None or not number.digits or not 1 <= number.value <= DAYS_A_MONTH:
            return None
        at = number.last + 1
        ordinal = at < len(words) and words[at].form in units.ordinals
        at += ordinal
        if at < len(words) and words[at].form == "of":
            at += 1
        if at < len(words) and words[at].form in units.months:
            value = units.months[words[at].form] * 100 + number.value
            return Measure("date", value, "month-day", index, at)
        if ordinal and before == "the":
            return Measure("date", number.value, "day", index, number.last + 1)
        return None

    def _weekday(self, words: Sequence[Word], index: int) -> Measure:
        """`Friday`, `Friday the 27th`, `vendredi 27 mars`: the day of the month tells more."""
        units = self._units
        at = index + 1
        at += at < len(words) and words[at].form in units.before_dates
        number = number_at(words, at, units.numbers) if at < len(words) else None
        date = self.at(words, at, number) if at < len(words) else None
        if date and date.unit in ("day", "month-day"):
            return replace(date, first=index)
        if number and number.digits and not number.scaled and 1 <= number.value <= DAYS_A_MONTH:
            following = words[number.last + 1] if number.last + 1 < len(words) else None
            if following is None or following.kind == "pause" or following.form in units.ordinals:
                return Measure("date", number.value, "day", index, number.last)
        return Measure("date", units.weekdays[words[index].form], "weekday", index, index)

    def _month_first(self, words: Sequence[Word], index: int, before: str) -> Measure | None:
        units = self._units
        month = units.months[words[index].form]
        day = number_at(words, index + 1, units.numbers) if index + 1 < len(words) else None
        if day and day.digits and day.value <= DAYS_A_MONTH and before != "i":
            last = day.last
            if last + 1 < len(words) and words[last + 1].form in units.ordinals:
                last += 1
            return Measure("date", month * 100 + day.value, "month-day", index, last)
        if words[index].form in units.uncertain_months and before not in units.calendar:
            return None
        return Measure("date", month, "month", index, index)
