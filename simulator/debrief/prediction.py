"""What the mentee expected, beside what was found: skill by skill, and never as a mark.

Before the draft is seen they say whether each skill's behaviour will be found. Afterwards the two
are laid side by side. A skill counts as found where at least half of its items that had a chance
went as wanted; without a chance, or without a verdict, nothing is compared. Only the behaviour is
spoken of: neither the guess nor the guesser is judged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.tally import Tally
from simulator.practice.events import Expected, PredictionMade

Met = Literal["as-expected", "more", "less", "unsure", "unsaid", "no-chance", "could-not-judge"]
"""How what was found stands to what was expected; `unsure` and `unsaid` expected nothing."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One skill: the expectation, what was found, and how the two stand."""

    tally: Tally
    expected: Expected | None
    """None where they passed it over."""
    state: Met

    @property
    def skill(self) -> str:
        return self.tally.skill

    @property
    def is_comparable(self) -> bool:
        """Whether an expectation met a finding, one way or the other."""
        return self.state in {"as-expected", "more", "less"}


def compared(prediction: PredictionMade | None, tallies: Iterable[Tally]) -> tuple[Compared, ...]:
    """One comparison a skill, in the order of `tallies`; none where nothing was predicted."""
    if prediction is None:
        return ()
    pairs = ((one, prediction.expected.get(one.skill)) for one in tallies)
    return tuple(Compared(tally, expected, _met(tally, expected)) for tally, expected in pairs)


def is_found(tally: Tally) -> bool:
    """Whether at least half of what had a chance went as wanted."""
    return 2 * tally.wanted >= tally.chances > 0


def _met(tally: Tally, expected: Expected | None) -> Met:
    if not tally.chances:
        return "could-not-judge" if tally.unjudged else "no-chance"
    if expected is None:
        return "unsaid"
    if expected == "unsure":
        return "unsure"
    if is_found(tally) == (expected == "yes"):
        return "as-expected"
    return "less" if expected == "yes" else "more"
