"""The occasion that one turn gives: what was said, about what, and what the persona told before.

What is told and what is granted both ask here whether the turn is about it. A turn is about a
thing if it names its topic or its own words, takes up the cue that hints at it, or names nothing
else while the persona's last reply was about it.
"""

from dataclasses import dataclass

from simulator.director.conditions import View, is_on_table, topics_now
from simulator.director.conduct import Conduct
from simulator.director.state import BeatKind
from simulator.director.topics import topics_of_fact
from simulator.director.vocabulary import Named
from simulator.library.scenario import Concession, Fact, Scenario

IN_A_ROW = 2
"""Turns running on which a fact may be told."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What was said on this turn, and what the persona told just before."""

    scenario: Scenario
    view: View
    conduct: Conduct
    named: Named
    voice: str = ""
    """The persona who answers: what belongs to another is neither told nor granted."""
    cues_taken: tuple[str, ...] = ()
    """Taken up on this very turn."""
    told_at: tuple[int, ...] = ()
    """The turns on which facts were told so far."""
    replied: tuple[BeatKind, ...] = ()
    """What the persona's last reply did."""
    is_closing: bool = False
    """The turn recaps, asks for a yes, or takes leave."""
    asks_wants: bool = False
    """The turn asks what the persona wants or needs."""
    looks_back: bool = False
    """The turn asks how something was, how the persona feels, or why."""
    asks_when: bool = False
    """The turn asks for a date or a day, and for nothing to be done about it."""
    is_request: bool = False
    """The turn asks for something to be done, not how something is."""
    claimed: tuple[str, ...] | None = None
    """Of a recap that holds what was never granted: the concessions that it claims."""

    @property
    def in_a_row(self) -> int:
        """How many turns running, up to this one, a fact was told."""
        return next(
            run for run in range(IN_A_ROW + 1) if self.view.turn - run - 1 not in self.told_at
        )

    def is_own(self, one: Fact | Concession) -> bool:
        """Whether it is for the persona who answers to tell or grant."""
        return one.by in {None, self.voice}

    def is_hinted(self, fact: Fact) -> bool:
        """Whether the mentee just took up a cue that hints at `fact`."""
        cues = (cue for cue in self.scenario.cues if cue.id in self.cues_taken)
        return any(cue.points_to == fact.id for cue in cues)

    def is_near(self, fact: Fact) -> bool:
        """Whether the turn is about this very fact: it was hinted at, or its topic was named."""
        if self.is_hinted(fact):
            return True
        return not set(topics_of_fact(self.scenario, fact.id)).isdisjoint(self.named.topics)

    def is_about(self, fact: Fact) -> bool:
        """Whether the fact would answer what was just said, rather than change the subject."""
        if self.is_near(fact):
            return True
        topics = topics_of_fact(self.scenario, fact.id)
        if not topics:
            return not self._is_elsewhere(fact)
        if self.named.topics:
            return False
        return any(is_on_table(topic, self.view) for topic in topics)

    def is_on(self, topic: str | None) -> bool:
        """Whether the turn is about `topic`: named, or on the table with nothing else named."""
        if topic is None or topic in self.named.topics:
            return True
        return not self.named.topics and is_on_table(topic, self.view)

    def _is_elsewhere(self, fact: Fact) -> bool:
        """Whether the talk is on the topic of another fact."""
        others = (one for one in self.scenario.facts if one.id != fact.id)
        taken = {topic for one in others for topic in topics_of_fact(self.scenario, one.id)}
        unspoken = {
            topic
            for one in self.scenario.facts
            if one.id not in self.view.spoken
            for topic in topics_of_fact(self.scenario, one.id)
        }
        return not (taken & unspoken).isdisjoint(topics_now(self.view))
