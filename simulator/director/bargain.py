"""What the persona answers to an offer."""

from dataclasses import dataclass, replace

from simulator.director.aspiration import Earning
from simulator.director.conditions import View
from simulator.director.conduct import Conduct
from simulator.director.state import Beat, BeatKind, Reason, State, Table
from simulator.library.scenario import Scenario
from simulator.reading.moves import Reading


@dataclass(frozen=True, slots=True)
class Answer:
    """The table after the turn, how it is answered, and why."""

    table: Table | None = None
    beats: tuple[Beat, ...] = ()
    reasons: tuple[Reason, ...] = ()
    silent: Table | None = None
    """The table if nothing of this is voiced: the mentee's demands alone."""

    @property
    def is_deal(self) -> bool:
        return any(beat.kind is BeatKind.DEAL for beat in self.beats)

    def unvoiced(self) -> "Answer":
        """The same demands on record, without the persona's answer."""
        return replace(self, table=self.silent, beats=(), reasons=())


def answered(
    scenario: Scenario,
    state: State,
    reading: Reading,
    *,
    conduct: Conduct,
    view: View,
    earning: Earning,
    is_closed: bool,
) -> Answer:
    return Answer()
