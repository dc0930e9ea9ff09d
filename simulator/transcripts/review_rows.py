"""What the store says of a review without reading it, and the order its events must have.

A pure function of the entries: it writes the row when events are appended and proves it when the
store is verified. It refuses to weigh a ruling: how many there are is all it says.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from simulator.debrief.review.records import (
    LineRuled,
    PointAdded,
    PointWithdrawn,
    QuoteCorrected,
    ReviewEntry,
    ReviewEvent,
    ReviewOpened,
    ReviewSigned,
    Ruled,
)
from simulator.transcripts.rows import ReviewRow

ReviewDisorder = Literal["opening", "version-order", "point-unknown"]


def row_of(entries: Sequence[ReviewEntry], head: str) -> ReviewRow | None:
    """The row of the review that `entries` make; None where they do not begin with its opening."""
    first = entries[0].event if entries else None
    if not isinstance(first, ReviewOpened):
        return None
    drafted = {one.id for one in first.draft}
    ruled = {one.event.point for one in entries if isinstance(one.event, Ruled)}
    signed = [one.event.version for one in entries if isinstance(one.event, ReviewSigned)]
    return ReviewRow(
        id=first.review,
        session=first.session,
        reviewer=first.reviewer,
        scenario=first.scenario,
        opened_at=entries[0].at,
        last_at=entries[-1].at,
        points=len(drafted),
        rulings=len(drafted & ruled),
        signed=signed[-1] if signed else 0,
        is_amended=not isinstance(entries[-1].event, ReviewOpened | ReviewSigned),
        entries=len(entries),
        head=head,
    )


def review_disorders(
    review: str, events: Iterable[ReviewEvent]
) -> Iterator[tuple[int, ReviewDisorder]]:
    """Each place (from 1) in the `events` of `review` that breaks the order, and how.

    It is opened once and first, under its own id; what is said of a point is said of one of the
    draft or of one that was added; versions count up from 1.
    """
    points: set[str] = set()
    version = 0
    for seq, event in enumerate(events, start=1):
        if (seq == 1) != isinstance(event, ReviewOpened):
            yield seq, "opening"
        match event:
            case ReviewOpened(review=name, draft=draft):
                points.update(one.id for one in draft)
                if name != review:
                    yield seq, "opening"
            case PointAdded(point=point):
                points.add(point)
            case (
                Ruled(point=point)
                | LineRuled(point=point)
                | QuoteCorrected(point=point)
                | PointWithdrawn(point=point)
            ) if point not in points:
                yield seq, "point-unknown"
            case ReviewSigned(version=signed):
                version += 1
                if signed != version:
                    yield seq, "version-order"
            case _:
                pass
