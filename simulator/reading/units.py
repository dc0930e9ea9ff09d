"""The words that a language measures with: money, time, counts, dates, and what joins them.

Plain records, filled by `simulator.reading.lexicon` from the data files; all words are folded. It
refuses to know how a figure is put together: that is `simulator.reading.quantities`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.reading.figures import NumberWords
from simulator.reading.moves import QuantityKind


@dataclass(frozen=True, slots=True)
class Units:
    """The words that a language measures with."""

    numbers: NumberWords = field(default_factory=NumberWords)
    currencies: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    """`fortnight` → week, 2."""
    counted: Mapping[str, str] = field(default_factory=dict)
    """`colleagues` → person."""
    percent: Sequence[Sequence[str]] = ()
    per: frozenset[str] = frozenset()
    """`a`, `per`, `par`: before a time, the period of a figure."""
    periods: Mapping[str, str] = field(default_factory=dict)
    """`yearly`, `annuel` → year."""
    between: frozenset[str] = frozenset()
    """What may stand between a figure and its period: `gross`, `net`, `brut`."""
    links: frozenset[str] = frozenset()
    """`extra`, `full`, `more`: between a figure and its unit."""
    ranges: frozenset[str] = frozenset()
    """`to`, `or`, `à`: between two figures of one unit."""
    pairs: frozenset[str] = frozenset()
    """`between`, `entre`: before two figures joined by `and`."""
    lasting: frozenset[str] = frozenset()
    """`for`, `in`, `pendant`: before a time, it lasts."""
    clock: frozenset[str] = frozenset()
    """`at`, `vers`: before hours, a time of the day."""
    hours: frozenset[str] = frozenset()
    """`at`, `until`: before a bare small figure, a time of the day."""
    dated: frozenset[str] = frozenset()
    """`le`: before a bare figure, a day of the month."""
    sums: frozenset[str] = frozenset()
    """`paid`, `tops`, `payés`: after a bare figure in thousands, a sum and no count of things."""
    idle: frozenset[str] = frozenset()
    """What follows `one day` where it is no figure: `i`, `ou`."""
    counting: frozenset[str] = frozenset()
    """What follows days that are counted: `home`, `télétravail`."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    months: Mapping[str, int] = field(default_factory=dict)
    uncertain_months: frozenset[str] = frozenset()
    """`may`: a month only beside a day or a preposition."""
    calendar: frozenset[str] = frozenset()
    """`in`, `since`, `by`, `depuis`: before a month or a year."""
    ordinals: frozenset[str] = frozenset()
    times_over: Mapping[str, float] = field(default_factory=dict)
    """`twice` → 2, when a period follows."""
    nth: Mapping[str, float] = field(default_factory=dict)
    """`second` → 2: a second day makes two."""
    weeks_meant: Mapping[float, float] = field(default_factory=dict)
    """`quinze jours` → 2 weeks, when spelt out."""
    before_dates: frozenset[str] = frozenset()
    """`the`: between a weekday and its date."""
    halves: frozenset[str] = frozenset()
    """`half`, `demi`: half of the unit that follows."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity over the words `first` to `last`."""

    kind: QuantityKind
    value: float
    unit: str
    first: int
    last: int
    per: str | None = None
