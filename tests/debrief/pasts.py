"""Sessions to look back on, each made of a few counts."""

from datetime import UTC, datetime, timedelta
from itertools import repeat

from simulator.debrief.findings import Verdict
from simulator.debrief.progress import Past
from simulator.debrief.tally import Point
from simulator.practice.events import CommitmentMade, Expected, PredictionMade

SEEN: Verdict = "observed"
MISSED: Verdict = "not-observed"
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def past(
    day: int,
    scenario: str = "presence",
    *,
    wanted: int = 1,
    missed: int = 1,
    skill: str = "acknowledging",
    level: int = 2,
    hints: int = 0,
    parent: str | None = None,
    is_signed: bool = False,
    is_recorded: bool = False,
    is_told: bool = True,
    expected: dict[str, Expected] | None = None,
    awaited: CommitmentMade | None = None,
) -> Past:
    """A session on that day with so many items as wanted and so many missed."""
    verdicts: list[Verdict] = [*repeat(SEEN, wanted), *repeat(MISSED, missed)]
    return Past(
        session=f"s{day}",
        scenario=scenario,
        title=scenario.title(),
        kind="conflict",
        language="en",
        level=level,
        opened_at=BEGAN + timedelta(days=day),
        skills=(skill,),
        points=tuple(
            Point(f"item-{at}", skill, verdict, turn=2 * at + 2)
            for at, verdict in enumerate(verdicts)
        ),
        hints=hints,
        parent=parent,
        is_signed=is_signed,
        is_recorded=is_recorded,
        is_told=is_told,
        prediction=PredictionMade(expected=expected) if expected is not None else None,
        awaited=awaited,
    )
