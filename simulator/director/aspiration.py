"""What the persona aims for at the table, and what lowers it. Nothing but merit does.

Aspiration is a value of the whole package, 0 (their limits) to 1 (their opening). It starts at the
value of their targets and falls towards `accepts-from` with what was earned: facts told, levers
named, the mentee's own concessions, trust won since the start. Repeating, waiting, pleading and
pressing are not among them, and lost trust does not pay either.
"""

from dataclasses import dataclass

FACTS = 0.3
"""Share of the way down that all the facts together are worth."""
LEVERS = 0.3
LEVERS_FULL = 3.0
"""Worth of levers that counts in full."""
TRUST = 0.2
TRUST_FULL = 4.0
"""Points of trust won that count in full."""
CONCEDED = 0.3
CONCEDED_FULL = 0.3
"""Value given up by the mentee, on the persona's scale, that counts in full."""


@dataclass(frozen=True, slots=True)
class Earning:
    """What the mentee earned, before it is weighed."""

    facts: float = 0.0
    """Share of the facts told."""
    levers: float = 0.0
    """Worth of the levers named."""
    trust: float = 0.0
    """Points won since the start."""
    gains: float = 1.0
    """What the level multiplies gains by."""

    def share(self, conceded: float) -> float:
        """How much of the way down was earned, 0 to 1; `conceded` is what the mentee gave up."""
        earned = (
            FACTS * _portion(self.facts, 1.0)
            + LEVERS * _portion(self.levers, LEVERS_FULL)
            + TRUST * _portion(self.trust, TRUST_FULL)
            + CONCEDED * _portion(conceded, CONCEDED_FULL)
        )
        return min(1.0, earned * self.gains)


def aspiration(target: float, floor: float, earning: Earning, conceded: float) -> float:
    """The least value of a package that the persona takes now."""
    top = max(target, floor)
    return top - (top - floor) * earning.share(conceded)


def _portion(value: float, full: float) -> float:
    return min(1.0, max(0.0, value / full))
