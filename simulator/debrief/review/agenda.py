"""The agenda that is proposed for a meeting: at most three moments, which the mentor may change.

One of each kind first, in this order: something to try that the mentor let stand, the turn that
moved the persona most, what the mentee marked; then more of the same, each turn once. They are
talked over in the order of the talk.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Literal

from simulator.debrief.draft import Debrief
from simulator.debrief.review.inquiry import Inquiry, change, of_move, of_point, of_turn
from simulator.debrief.review.records import MOMENTS
from simulator.debrief.review.review import Review
from simulator.practice.session import Session

Source = Literal["try", "turning", "mark"]
LEAST_MOVED = 0.5
"""Points of trust and tension together from which a turn in the stance is worth a meeting's time.
"""


@dataclass(frozen=True, slots=True)
class Proposed:
    """One moment, where it comes from, and the question to open it with."""

    turn: int
    source: Source
    inquiry: Inquiry


def proposed(review: Review, debrief: Debrief, session: Session) -> tuple[Proposed, ...]:
    """At most three moments, in the order of the talk; `debrief` is the mentor's copy."""
    kinds = (_tries(review, session), _turning(debrief), _marked(debrief, session))
    chosen: dict[int, Proposed] = {}
    for one in chain.from_iterable(zip_longest(*kinds)):
        if one is not None and len(chosen) < MOMENTS:
            chosen.setdefault(one.turn, one)
    return tuple(chosen[turn] for turn in sorted(chosen))


def _tries(review: Review, session: Session) -> Iterator[Proposed]:
    """Those that were accepted, then those that have no ruling yet."""
    tries = [one for one in review.opened.draft if one.source == "try"]
    tries = [one for one in tries if _ruling(review, one.id) in {"accepted", ""}]
    for one in sorted(tries, key=lambda one: _ruling(review, one.id) == ""):
        yield from _moment("try", of_point(one, session))


def _ruling(review: Review, point: str) -> str:
    return review.rulings[point].ruling if point in review.rulings else ""


def _turning(debrief: Debrief) -> Iterator[Proposed]:
    for one in sorted(debrief.movers, key=lambda one: (-abs(change(one)), one.turn)):
        if abs(change(one)) >= LEAST_MOVED:
            yield from _moment("turning", of_move(one))


def _marked(debrief: Debrief, session: Session) -> Iterator[Proposed]:
    for one in debrief.marks:
        if one.by == "mentee":
            yield from _moment("mark", of_turn(one.turn, session, "review.wondered.marked"))


def _moment(source: Source, inquiry: Inquiry | None) -> Iterable[Proposed]:
    if inquiry is not None:
        yield Proposed(inquiry.turn, source, inquiry)
