"""Where everything stands in the two charts of a report: plain numbers, for a template to draw.

Lengths are units of the drawing, whose width is `WIDTH`; y grows downwards. Nothing is told by
colour alone: trust is a full line with discs, tension a dashed one with squares, each named at its
end; turning points and cues have signs of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.i18n import Translator
from simulator.views.debrief_moves import Family, Timeline
from simulator.views.debrief_plot import TOP, Mark, Plot, Track

WIDTH = 680
LEFT, RIGHT = 132, 134
CEILING, FLOOR = 22, 134
"""Where a stance of 10 and one of 0 stand."""
LABELS_APART = 15
ROW = 24
MOST_LABELS = 18
"""Turns that have room for a number each."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A place in a chart, with what to say about it."""

    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class Curve:
    """One figure over the turns: the line, a dot each turn, and the label at its end."""

    id: str
    label: str
    path: str
    dots: tuple[Dot, ...]
    label_y: float


@dataclass(frozen=True, slots=True)
class Sign:
    """A mark at a turn."""

    kind: str
    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A turn's number under the chart."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class StanceChart:
    """One persona's trust and tension."""

    name: str
    curves: tuple[Curve, ...]
    signs: tuple[Sign, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One family of moves."""

    id: str
    name: str
    y: float
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class MovesChart:
    """The moves by family."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    height: float


def stance_charts(plot: Plot, t: Translator) -> tuple[StanceChart, ...]:
    """One chart for each persona."""
    at = _places(plot.turns)
    return tuple(_stance(track, plot.marks, at, t) for track in plot.tracks)


def moves_chart(told: Timeline, turns: Sequence[int]) -> MovesChart:
    """The moves, on the turns of the charts above where there are any."""
    at = _places(turns or told.turns)
    rows = tuple(_row(one, place, at) for place, one in enumerate(told.families))
    return MovesChart(rows, _ticks(at), height=len(rows) * ROW + ROW)


def _stance(
    track: Track, marks: tuple[Mark, ...], at: dict[int, float], t: Translator
) -> StanceChart:
    persona = track.points[0].persona
    values = {
        "trust": [(one.turn, one.trust) for one in track.points],
        "tension": [(one.turn, one.tension) for one in track.points],
    }
    ends = _apart(*(_y(pairs[-1][1]) for pairs in values.values()))
    curves = tuple(
        _curve(what, pairs, at, end, t)
        for (what, pairs), end in zip(values.items(), ends, strict=True)
    )
    signs = tuple(
        Sign(
            kind=one.kind,
            x=at[one.turn],
            y=CEILING - 10 if one.kind in {"up", "down"} else FLOOR + 9,
            title=one.words,
        )
        for one in marks
        if one.persona == persona
    )
    return StanceChart(track.name, curves, signs, _ticks(at))


def _curve(
    what: str, pairs: list[tuple[int, float]], at: dict[int, float], end: float, t: Translator
) -> Curve:
    label = t(f"debrief.plot.{what}")
    dots = tuple(
        Dot(at[turn], _y(value), f"{t('debrief.plot.turn')} {turn}, {label} {t.number(value, 1)}")
        for turn, value in pairs
    )
    return Curve(
        id=what,
        label=f"{label} {t.number(pairs[-1][1], 1)}",
        path=" ".join(f"{one.x:g},{one.y:g}" for one in dots),
        dots=dots,
        label_y=end,
    )


def _row(family: Family, place: int, at: dict[int, float]) -> Row:
    y = place * ROW + ROW / 2
    dots = tuple(
        Dot(at[turn], y, f"{turn}: {', '.join(names)}") for turn, names in family.at.items()
    )
    return Row(family.id, family.name, y, dots)


def _places(turns: Sequence[int]) -> dict[int, float]:
    """Turn → x, evenly from the left to the right margin."""
    step = (WIDTH - LEFT - RIGHT) / max(1, len(turns) - 1)
    return {turn: round(LEFT + place * step, 1) for place, turn in enumerate(turns)}


def _ticks(at: dict[int, float]) -> tuple[Tick, ...]:
    every = 1 + (len(at) - 1) // MOST_LABELS
    return tuple(Tick(x, str(turn)) for turn, x in list(at.items())[::every])


def _y(value: float) -> float:
    return round(FLOOR - value / TOP * (FLOOR - CEILING), 1)


def _apart(one: float, other: float) -> tuple[float, float]:
    """Both, moved away from each other until two labels have room."""
    missing = LABELS_APART - abs(one - other)
    if missing <= 0:
        return one, other
    shift = missing / 2
    return (one - shift, other + shift) if one <= other else (one + shift, other - shift)
