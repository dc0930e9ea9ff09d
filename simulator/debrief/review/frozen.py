"""A debrief as it stood when its review was begun: the points that were ruled on, and no others.

What the program has learnt since must not change what a mentor ruled on, nor put beside it what
they never saw. Points are taken from the draft that the review holds: the words they quote are
found again in the session, and a point that no longer means anything to the program is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from simulator.debrief.draft import Debrief, Keep, Try
from simulator.debrief.findings import Finding, Why
from simulator.debrief.gaps import CATALOGUE, Gap
from simulator.debrief.items import Item, Source
from simulator.debrief.measures import Share
from simulator.debrief.review.inquiry import quotes_of
from simulator.debrief.review.records import Drafted
from simulator.debrief.review.review import Review
from simulator.practice.session import Session
from simulator.reading.moves import Move

_GAPS = frozenset(one.value for one in Gap)
_MOVES = frozenset(one.value for one in Move)


def frozen(debrief: Debrief, review: Review, session: Session) -> Debrief:
    """`debrief` of `session` with the points that `review` ruled on, as its draft holds them."""
    points = review.opened.draft
    tries = tuple(_tries(debrief, points, session))
    return replace(
        debrief,
        findings=tuple(_findings(debrief, points, session)),
        keep=tuple(_kept(debrief, points, session)),
        tries=tries,
        further=(),
        lines=Share(sum(one.alternative is not None for one in tries), len(tries)),
    )


def _findings(debrief: Debrief, points: Iterable[Drafted], session: Session) -> Iterator[Finding]:
    now = {one.id: one for one in debrief.findings}
    for point in points:
        if point.source not in {"rubric", "across"}:
            continue
        known = now.get(point.id)
        quotes = quotes_of(point, session)
        if known is not None and (known.verdict, known.quotes) == (point.verdict, quotes):
            yield known
            continue
        source: Source = "rubric" if point.source == "rubric" else "across"
        item = known.item if known else Item(point.id, source, point.skill, point.ask, point.avoid)
        yield Finding(item, point.verdict, cast("Why", point.why), quotes)


def _tries(debrief: Debrief, points: Iterable[Drafted], session: Session) -> Iterator[Try]:
    now = {one.id: one for one in (*debrief.further, *debrief.tries)}
    for point in points:
        if point.source != "try" or point.gap not in _GAPS or point.turn is None:
            continue
        gap = Gap(point.gap)
        known = now.get(point.id)
        trust, tension = (known.trust, known.tension) if known else _moved(debrief, point.turn)
        line = known.alternative if known else None
        yield Try(
            gap=gap,
            source=CATALOGUE[gap].source,
            item=known.item if known else "",
            skill=point.skill,
            turn=point.turn,
            quotes=quotes_of(point, session),
            trust=trust,
            tension=tension,
            alternative=line if line is not None and line.text == point.line else None,
        )


def _kept(debrief: Debrief, points: Iterable[Drafted], session: Session) -> Iterator[Keep]:
    now = {one.id: one for one in debrief.keep}
    for point in points:
        if point.source != "keep" or point.move not in _MOVES or point.turn is None:
            continue
        known = now.get(point.id)
        trust, tension = (known.trust, known.tension) if known else _moved(debrief, point.turn)
        yield Keep(
            move=Move(point.move),
            item=known.item if known else "",
            skill=point.skill,
            turn=point.turn,
            quotes=quotes_of(point, session),
            trust=trust,
            tension=tension,
            opened=known.opened if known else 0,
        )


def _moved(debrief: Debrief, turn: int) -> tuple[float, float]:
    """How far the persona who answered moved on that turn: points of trust and tension."""
    voice = next((one.voice for one in debrief.movers if one.turn == turn), "")
    stood = [one for one in debrief.curve if one.persona == voice and one.turn <= turn][-2:]
    if len(stood) < 2 or stood[-1].turn != turn:
        return 0.0, 0.0
    before, after = stood
    return round(after.trust - before.trust, 2), round(after.tension - before.tension, 2)
