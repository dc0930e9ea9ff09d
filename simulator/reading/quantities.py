"""Reads quantities: money, percentages, durations, counts with their unit, and dates.

Works on normalised words, in one pass, and hands the words back with each quantity drawn together
into one (`%money`, `%percent`, `%duration`, `%count`, `%date`, `%number`), so that phrases can ask
for a figure. The invariant: a quantity's span is exactly the words that say it.

It refuses to guess a currency: `46k` alone is money of the unit `money`, and the scenario knows
which. A time with a period is a count (`two days a week`); without one it lasts (`three months`),
except a few days of presence or absence (`two days at home`), which are counted.
"""

from collections.abc import Sequence
from dataclasses import replace

from simulator.reading.dates import DAYS_A_MONTH, DateReader
from simulator.reading.figures import Number, half_at, number_at
from simulator.reading.moves import Quantity
from simulator.reading.tokens import Word
from simulator.reading.units import Measure, Units

_FIGURED = frozenset({"figure", "sign", "clock"})
_CODES = frozenset({"eur", "usd", "gbp", "chf"})
_YEARS = range(1950, 2100)
_LEAST_MONEY = 1_000
_WEEKDAYS_A_WEEK = 5
_HOURS = 12
_OF = frozenset({"of", "de", "d"})
_SPANS = frozenset({"week", "month", "year"})


class QuantityReader:
    """Reads the quantities of one language."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._dates = DateReader(units)
        roles = units.numbers.roles
        self._prefixes = frozenset(form for form in units.currencies if form in _CODES)
        self._not_nouns = (
            units.between
            | units.per
            | units.ranges
            | units.lasting
            | units.idle
            | units.calendar
            | units.sums
        )
        self._openers = (
            frozenset(roles)
            | units.numbers.articles
            | frozenset(units.weekdays)
            | frozenset(units.months)
            | frozenset(units.times_over)
            | frozenset(units.nth)
            | units.halves
        )

    def read(
        self, words: list[Word], text: str, most: int = 100
    ) -> tuple[list[Word], list[Quantity]]:
        """The words with each quantity drawn together, and the first `most` quantities."""
        if not any(word.kind in _FIGURED or word.form in self._openers for word in words):
            return words, []
        drawn: list[Word] = []
        quantities: list[Quantity] = []
        index = 0
        while index < len(words):
            measures = self._measures(words, index) if len(quantities) < most else []
            if not measures:
                drawn.append(words[index])
                index += 1
                continue
            for measure in measures:
                drawn.append(_draw(words, measure))
                if measure.unit:
                    quantities.append(_quantity(words, measure, text))
            index = measures[-1].last + 1
        return drawn, quantities

    def _measures(self, words: Sequence[Word], index: int) -> list[Measure]:
        """The quantities that start here: one, or the two ends of a range."""
        word = words[index]
        if word.kind == "clock":
            return [Measure("count", 0, "", index, index)]
        if word.kind == "sign" or word.form in self._prefixes:
            return self._sign_first(words, index)
        if word.kind == "word" and word.form not in self._openers:
            return []
        number = number_at(words, index, self._units.numbers)
        date = self._dates.at(words, index, number)
        if date:
            return [date]
        if number is None:
            loose = self._without_number(words, index)
            return [loose] if loose else []
        span = self._range(words, number)
        if span:
            return span
        measure = self._measured(words, number)
        return [measure] if measure else []

    def _range(self, words: Sequence[Word], low: Number) -> list[Measure]:
        """`two or three days`, `45 to 47k`, `6-8 %`: both take the unit of the second."""
        at = self._second(words, low)
        if at is None:
            return []
        high = number_at(words, at, self._units.numbers)
        if high is None or high.weak:
            return []
        second = self._measured(words, high)
        if second is None or not second.unit or second.unit == "count":
            return []
        if low.value > high.value * (1 if high.scaled or not low.scaled else 1_000):
            return []
        value = low.value
        in_thousands = high.value >= _LEAST_MONEY > value and not low.scaled
        if second.kind == "money" and in_thousands:
            value *= 1_000
        scale = second.value / high.value if high.value else 1.0
        first = replace(second, value=value * scale, first=low.first, last=low.last)
        return [first, replace(second, first=at)]

    def _second(self, words: Sequence[Word], low: Number) -> int | None:
        """Where the second figure of a range would start."""
        units = self._units
        at = low.last + 1
        if at >= len(words):
            return None
        joint = words[at]
        if joint.kind == "figure" and low.digits and joint.start - words[low.last].end == 1:
            return at
        if joint.form not in units.ranges or at + 1 >= len(words):
            return None
        before = words[low.first - 1].form if low.first else ""
        if joint.form in units.numbers.joints and before not in units.pairs:
            return None
        return at + 1

    def _sign_first(self, words: Sequence[Word], index: int) -> list[Measure]:
        """`€46,000`: the currency stands before the figure."""
        currency = self._units.currencies.get(words[index].form)
        if currency is None or index + 1 >= len(words):
            return []
        number = number_at(words, index + 1, self._units.numbers)
        if number is None:
            return []
        measure = Measure("money", number.value, currency, index, number.last)
        return [self._with_period(words, measure)]

    def _measured(self, words: Sequence[Word], number: Number) -> Measure | None:
        """A number with the unit that follows it."""
        units = self._units
        at = number.last + 1
        if at < len(words) and words[at].form in units.links:
            at += 1
        if at < len(words) and words[at].form in _OF:
            at += 1
        form = words[at].form if at < len(words) else ""
        for percent in units.percent:
            end = at + len(percent)
            if tuple(word.form for word in words[at:end]) == tuple(percent):
                measure = Measure("percent", number.value, "percent", number.first, end - 1)
                return self._with_period(words, measure)
        if form in units.currencies:
            money = Measure("money", number.value, units.currencies[form], number.first, at)
            return self._with_period(words, money)
        if form in units.times:
            return self._time(words, number, at)
        if form in units.counted and (not number.weak or units.counted[form] == "time"):
            counted = Measure("count", number.value, units.counted[form], number.first, at)
            measure = self._with_period(words, counted)
            return measure if measure.per or not number.weak else None
        return self._bare(words, number)

    def _time(self, words: Sequence[Word], number: Number, at: int) -> Measure | None:
        units = self._units
        unit, factor = units.times[words[at].form]
        before = words[number.first - 1].form if number.first else ""
        after = {word.form for word in words[at + 1 : at + 4]}
        if unit == "hour" and before in units.clock:
            return None
        half = half_at(words, at + 1, units.numbers)
        value = (number.value + 0.5 if half else number.value) * factor
        measure = Measure("duration", value, unit, number.first, half - 1 if half else at)
        with_period = self._with_period(words, measure)
        if with_period.per:
            return replace(with_period, kind="count")
        if unit == "day" and not number.digits and value in units.weeks_meant:
            return replace(measure, value=units.weeks_meant[value], unit="week")
        counted = bool(after & units.counting)
        if number.weak and unit in ("day", "minute") and self._is_idle(words, number, at):
            return None
        few = unit == "day" and number.value <= _WEEKDAYS_A_WEEK and before not in units.lasting
        return replace(measure, kind="count") if counted or few else measure

    def _is_idle(self, words: Sequence[Word], number: Number, at: int) -> bool:
        """`one day I will leave`, `un jour ou l'autre`: no figure is meant."""
        first = number.first == 0 or words[number.first - 1].kind == "pause"
        following = words[at + 1].form if at + 1 < len(words) else ""
        return following in self._units.idle or (first and following == ",")

    def _bare(self, words: Sequence[Word], number: Number) -> Measure | None:
        """A number without a unit: money where it is in thousands, a year, or just a number."""
        if number.weak:
            return None
        before = words[number.first - 1].form if number.first else ""
        following = words[number.last + 1] if number.last + 1 < len(words) else None
        year = number.digits and not number.scaled and number.value in _YEARS
        grouped = len(words[number.first].form) > len("2000")
        if year and not grouped:
            return Measure("date", number.value, "year", number.first, number.last)
        noun = self._is_noun(words, number.last + 1)
        if number.value >= _LEAST_MONEY and (number.scaled or not noun):
            money = Measure("money", number.value, "money", number.first, number.last)
            return self._with_period(words, money)
        if before in self._units.hours and number.value <= _HOURS:
            return Measure("count", number.value, "", number.first, number.last)
        if before in self._units.dated and number.digits and number.value <= DAYS_A_MONTH:
            return Measure("date", number.value, "day", number.first, number.last)
        if following is not None and following.form in self._units.ordinals:
            return Measure("count", number.value, "", number.first, number.last + 1)
        if not number.digits and not (following is None or following.kind == "pause"):
            return None
        return Measure("count", number.value, "count", number.first, number.last)

    def _is_noun(self, words: Sequence[Word], at: int) -> bool:
        """Whether what follows a figure is counted by it: `12,000 lines`, `12,000 old files`."""
        if at >= len(words) or words[at].kind != "word" or words[at].form in self._not_nouns:
            return False
        after = words[at + 1].form if at + 1 < len(words) else ""
        return len(words[at].form) > _GROUP_WORD or after in self._units.counted

    def _with_period(self, words: Sequence[Word], measure: Measure) -> Measure:
        """Adds `a year`, `par semaine`, `gross yearly` where one follows."""
        units = self._units
        at = measure.last + 1
        for _ in range(2):
            if at < len(words) and words[at].form in units.between:
                at += 1
        form = words[at].form if at < len(words) else ""
        if form in units.periods:
            return replace(measure, per=units.periods[form], last=at)
        if (form in units.per or form == "/") and at + 1 < len(words):
            period = units.times.get(words[at + 1].form)
            if period and period[1] == 1 and period[0] != measure.unit:
                return replace(measure, per=period[0], last=at + 1)
        return measure

    def _without_number(self, words: Sequence[Word], index: int) -> Measure | None:
        """`twice a week`, `half a day`, `a fortnight`, `for a month`."""
        units = self._units
        form = words[index].form
        if form in units.times_over:
            once = Measure("count", units.times_over[form], "time", index, index)
            measure = self._with_period(words, once)
            return measure if measure.per else None
        at = index + 1
        half = form in units.halves
        if half and at < len(words) and words[at].form in units.numbers.articles:
            at += 1
        time = units.times.get(words[at].form) if at < len(words) else None
        if time is None:
            return None
        if half:
            measure = self._with_period(words, Measure("duration", time[1] / 2, time[0], index, at))
            return replace(measure, kind="count") if measure.per else measure
        before = words[index - 1].form if index else ""
        if form in units.nth:
            return self._nth(words, index, before, time)
        following = words[at + 1].form if at + 1 < len(words) else ""
        spent = following in _OF and time[0] in _SPANS and form in units.numbers.articles
        if time[1] != 1 or before in units.lasting or spent:
            return Measure("duration", time[1], time[0], index, at)
        return None

    def _nth(
        self, words: Sequence[Word], index: int, before: str, time: tuple[str, float]
    ) -> Measure | None:
        """`a second day`: two days in all."""
        if time[0] != "day" or time[1] != 1 or before not in self._units.numbers.articles:
            return None
        return self._with_period(
            words, Measure("count", self._units.nth[words[index].form], "day", index, index + 1)
        )


_GROUP_WORD = 3


def _draw(words: Sequence[Word], measure: Measure) -> Word:
    bare = measure.unit in ("", "count") and measure.kind == "count"
    form = "%number" if bare and measure.first == measure.last else f"%{measure.kind}"
    return Word(form, words[measure.first].start, words[measure.last].end, "figure")


def _quantity(words: Sequence[Word], measure: Measure, text: str) -> Quantity:
    start, end = words[measure.first].start, words[measure.last].end
    return Quantity(
        kind=measure.kind,
        value=float(measure.value),
        unit=measure.unit,
        per=measure.per,
        start=start,
        end=end,
        text=text[start:end],
    )
