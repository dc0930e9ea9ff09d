"""Trust and tension over a talk: what a chart of it shows, its sentences, and a chart in text.

One plot serves every form: a drawing in HTML, rows of bars in text, sentences for whoever cannot
or would not see either. The sentences say all that the drawing says. A turning point is one of
the mentee's turns on which trust less tension moved by a point at least; the three largest count.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.debrief.movers import Point
from simulator.i18n import Translator
from simulator.views.debrief_ruled import is_cause_left
from simulator.views.debrief_words import Line, changes

TOP = 10
"""The scale of a stance."""
TURNING = 1.0
"""Points by which trust less tension has to move on a turn that turned a talk."""
MOST_TURNING = 3
ROOM = 54
"""Columns of a row of bars."""

_BARS = "▁▂▃▄▅▆▇█"
_UP, _DOWN = "▲", "▼"
_CUES = frozenset({"taken", "missed", "open"})

Kind = Literal["up", "down", "taken", "missed", "open"]

SIGNS: dict[Kind, str] = {"up": _UP, "down": _DOWN, "taken": "○", "missed": "×", "open": "?"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that stands out at a turn: a turning point, or a cue and what became of it."""

    turn: int
    kind: Kind
    persona: str
    words: str
    """A sentence that needs no drawing."""
    who: str
    cause: str
    """What the turn did, or what became of the opening."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What to say beside a sign: several people whom one turn moved alike are named together."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Track:
    """One persona's stance over the talk."""

    name: str
    points: tuple[Point, ...]
    """At the opening, then after each of the mentee's turns."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Everything that is drawn."""

    tracks: tuple[Track, ...]
    marks: tuple[Mark, ...]
    briefs: tuple[Brief, ...]

    @property
    def turns(self) -> tuple[int, ...]:
        """The turns that are drawn, from the opening."""
        return tuple(dict.fromkeys(p.turn for one in self.tracks for p in one.points))


def plot(debrief: Debrief, t: Translator) -> Plot | None:
    """What there is to draw; None where no persona was moved, or nobody spoke."""
    tracks = tuple(
        Track(name, tuple(one for one in debrief.curve if one.persona == persona))
        for persona, name in debrief.personas
    )
    tracks = tuple(one for one in tracks if len(one.points) > 1)
    if debrief.is_recorded or not tracks:
        return None
    found = (*_cues(debrief, tracks, t), *_turning(debrief, tracks, t))
    marks = tuple(sorted(found, key=lambda one: one.turn))
    return Plot(tracks, marks, tuple(_briefs(marks, t, are_several=len(tracks) > 1)))


def sentences(drawn: Plot, t: Translator) -> Iterator[Line]:
    """All of it in words: from where to where, then what stood out, turn by turn."""
    for track in drawn.tracks:
        first, last = track.points[0], track.points[-1]
        yield Line(
            "text",
            t(
                "debrief.plot.course",
                who=track.name,
                trust=t.number(first.trust, 1),
                trust_after=t.number(last.trust, 1),
                tension=t.number(first.tension, 1),
                tension_after=t.number(last.tension, 1),
            ),
        )
    yield from (Line("point", mark.words) for mark in drawn.marks)


def rows(drawn: Plot, t: Translator) -> Iterator[str]:
    """The chart in text, within 80 columns: turns, a row of bars each for trust and tension, marks."""
    turns = drawn.turns
    cell = next((wide for wide in (3, 2) if len(turns) * wide <= ROOM), 1)
    shown = turns[-ROOM:]
    labels = {one: t(f"debrief.plot.{one}") for one in ("turn", "trust", "tension")}
    margin = max(map(len, labels.values())) + 6
    yield labels["turn"].ljust(margin) + numbers(shown, cell)
    for track in drawn.tracks:
        if len(drawn.tracks) > 1:
            yield track.name
        at = {one.turn: one for one in track.points}
        for what in ("trust", "tension"):
            values = [at[turn].trust if what == "trust" else at[turn].tension for turn in shown]
            bars = "".join(_bar(value).ljust(cell) for value in values)
            first = t.number(values[0], 1).rjust(5)
            before = labels[what].ljust(margin - 6) + first + " "
            yield f"{before}{bars} {t.number(values[-1], 1)}"
    if drawn.marks:
        shown_signs = (signs(drawn, turn)[:cell].ljust(cell) for turn in shown)
        yield (" " * margin + "".join(shown_signs)).rstrip()


def listed(drawn: Plot) -> Iterator[Line]:
    """What stood out, each behind the sign it has in the chart."""
    yield from (Line("point", f"{SIGNS[one.kind]} {one.words}") for one in drawn.briefs)


def signs(drawn: Plot, turn: int) -> str:
    """The signs of a turn, a turning point before an opening."""
    found = dict.fromkeys(SIGNS[mark.kind] for mark in drawn.marks if mark.turn == turn)
    return "".join(sorted(found, key=lambda one: one not in {_UP, _DOWN}))


def turned(debrief: Debrief, points: tuple[Point, ...]) -> list[tuple[Point, float, float]]:
    """The turns that moved this persona most, in order: the point, and what trust and tension did."""
    if debrief.is_recorded:
        return []
    moved = [
        (now, now.trust - before.trust, now.tension - before.tension)
        for before, now in pairwise(points)
    ]
    large = [one for one in moved if abs(round(one[1] - one[2], 2)) >= TURNING]
    largest = sorted(large, key=lambda one: -abs(one[1] - one[2]))[:MOST_TURNING]
    return sorted(largest, key=lambda one: one[0].turn)


def _turning(debrief: Debrief, tracks: tuple[Track, ...], t: Translator) -> Iterator[Mark]:
    for track in tracks:
        for point, trust, tension in turned(debrief, track.points):
            kind: Kind = "up" if trust > tension else "down"
            said = t.listed(changes(trust, tension, t))
            values = {"turn": point.turn, "who": track.name, "changes": said}
            words = t(f"debrief.plot.{kind}", **values)
            cause = _cause(debrief, point, kind, t)
            if cause:
                words = t("debrief.plot.because", moved=words, cause=cause)
            yield Mark(point.turn, kind, point.persona, f"{words}.", track.name, cause or said)


def _cause(debrief: Debrief, point: Point, kind: Kind, t: Translator) -> str:
    """What moved the persona most on that turn, in the direction it went; nothing of what a mentor
    rejected."""
    if not is_cause_left(debrief, point.turn, gained=kind == "up"):
        return ""
    weights: dict[str, float] = {}
    for moved in debrief.movers:
        for change in moved.changes if moved.turn == point.turn else ():
            if change.persona == point.persona:
                cause = str(change.reason.values.get("why", change.reason.code))
                gain = change.trust - change.tension
                weights[cause] = weights.get(cause, 0) + (gain if kind == "up" else -gain)
    best = max(weights, key=lambda one: weights[one], default="")
    return t(best) if best and weights[best] > 0 else ""


def _cues(debrief: Debrief, tracks: tuple[Track, ...], t: Translator) -> Iterator[Mark]:
    turns = sorted({point.turn for track in tracks for point in track.points})
    for story in debrief.cues:
        if story.offered is None:
            continue
        at = next((turn for turn in turns if turn > story.offered.turn), turns[-1])
        kind: Kind = story.outcome
        words = t(f"debrief.plot.cue.{kind}", turn=story.offered.turn)
        cause = t(f"debrief.plot.cue.{kind}.brief", turn=story.offered.turn)
        yield Mark(at, kind, story.offered.utterance.voice, f"{words}.", "", cause)


def _briefs(marks: tuple[Mark, ...], t: Translator, *, are_several: bool) -> Iterator[Brief]:
    """One for each sign at a turn, and each cause."""
    people: dict[tuple[int, Kind, str], list[str]] = {}
    for one in marks:
        people.setdefault((one.turn, one.kind, one.cause), []).append(one.who)
    for (turn, kind, cause), names in people.items():
        if kind in _CUES:
            yield Brief(kind, cause)
        elif are_several:
            yield Brief(kind, t("debrief.plot.with", turn=turn, who=t.listed(names), cause=cause))
        else:
            yield Brief(kind, t("debrief.plot.brief", turn=turn, cause=cause))


def _bar(value: float) -> str:
    return _BARS[max(0, min(len(_BARS) - 1, int(value / TOP * len(_BARS))))]


def numbers(turns: Sequence[int], cell: int) -> str:
    """The turns' numbers, each where its column begins; those without room are left out."""
    line = ""
    for place, turn in enumerate(turns):
        start = place * cell
        if len(line) < start or not line:
            line = f"{line.ljust(start)}{turn}"
    return line
