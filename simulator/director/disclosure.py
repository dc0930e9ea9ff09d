"""What the persona tells and grants: at most one thing a turn, and only where it was earned.

A fact is told when its `when` holds, there is no rupture, the turn used no pressure and had some
substance, the mentee left room for it (asked, heard, shared, repaired), and the fact fits the
talk: the mentee names its topic, takes up the cue that hints at it, or names no other topic while
it is on the table or while hearing the persona out earns it. Naming one's own needs, a greeting
and a word of thanks are no invitation, nor is a question inside an attack that cost more trust
than it won, nor a request for a yes. Emotion alone unlocks nothing.

Nothing is told on the mentee's first turn. Facts are spaced: the turn after one tells another only
to an open question on that one's own topic or to a cue taken up, and never three come in a row.

A right guess, put as a question or as a reflection, tells the fact only if its author wrote
`if-guessed: confirm` and trust is at least `GUESS_TRUST`; otherwise it is turned aside, or, for
`deny`, met with the open position. A proposal in which the words of a fact happen to stand is no
guess. A concession answers a way forward that is on the table; a turn that only asks gets an
answer instead, unless the author made that very question earn it. What was granted stays granted.
"""

from dataclasses import dataclass

from simulator.director.conditions import View, earned_now, holds, is_on_table, topics_now
from simulator.director.conduct import BARGAINING, LEADING_ON, QUESTIONS, Conduct
from simulator.director.topics import fact_named, topic_named, topics_of_fact
from simulator.director.vocabulary import Named
from simulator.library.scenario import Concession, Fact, Scenario
from simulator.reading.moves import Move

GUESS_TRUST = 5.0
IN_A_ROW = 2
"""Turns running on which a fact may be told."""


@dataclass(frozen=True, slots=True)
class Gift:
    """What this turn earned, and what it asked for in vain."""

    fact: Fact | None = None
    guessed: bool = False
    """The fact is told because the mentee guessed it."""
    concession: Concession | None = None
    locked: Fact | None = None
    """Asked for or guessed, and not told."""


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


def gift(occasion: Occasion, *, is_closed: bool) -> Gift:
    """What is told or granted now. `is_closed` (a rupture, or a turn that hurt) keeps all back."""
    conduct = occasion.conduct
    locked = _asked_for(occasion)
    if is_closed or conduct.is_pressing or not conduct.has_substance or occasion.view.turn == 1:
        return Gift(locked=locked)
    concession = _concession(occasion)
    if concession is not None and _comes_first(occasion, concession):
        return Gift(concession=concession)
    guessed = _confirmed(occasion)
    fact = guessed or (_fact(occasion) if conduct.invites else None)
    if fact is not None:
        return Gift(fact=fact, guessed=fact is guessed)
    if concession is not None:
        return Gift(concession=concession)
    return Gift(locked=locked)


def _comes_first(occasion: Occasion, concession: Concession) -> bool:
    """Whether a way forward is answered before anything is told."""
    if not BARGAINING.isdisjoint(occasion.conduct.moves):
        return True
    return occasion.conduct.leads_on and concession.topic in occasion.named.topics


def _fact(occasion: Occasion) -> Fact | None:
    """The earned fact that fits best: hinted at or on a topic just named, else first in the file."""
    scenario, view = occasion.scenario, occasion.view
    earned = [
        fact
        for fact in scenario.facts
        if fact.id not in view.spoken
        and occasion.is_own(fact)
        and holds(fact.when, view)
        and _fits(occasion, fact)
    ]
    near = (fact for fact in earned if _is_near(occasion, fact))
    return next(near, None) or next(iter(earned), None)


def _is_near(occasion: Occasion, fact: Fact) -> bool:
    """Whether the turn is about this very fact: its topic was named, or the cue to it taken up."""
    topics = topics_of_fact(occasion.scenario, fact.id)
    return occasion.is_hinted(fact) or not set(topics).isdisjoint(occasion.named.topics)


def _fits(occasion: Occasion, fact: Fact) -> bool:
    if occasion.in_a_row >= IN_A_ROW:
        return False
    if occasion.is_hinted(fact):
        return True
    if occasion.in_a_row and not (occasion.conduct.asks and _is_near(occasion, fact)):
        return False
    if _is_near(occasion, fact):
        return True
    topics = topics_of_fact(occasion.scenario, fact.id)
    if topics and occasion.named.topics:
        return False
    if any(is_on_table(topic, occasion.view) for topic in topics):
        return True
    is_elsewhere = topics and topics_now(occasion.view) and not occasion.conduct.hears
    return not is_elsewhere and earned_now(fact.when, occasion.view)


def _concession(occasion: Occasion) -> Concession | None:
    """The earned one that fits best: on a topic just named, else on the table, else any."""
    view, named = occasion.view, occasion.named.topics
    earned = [
        one
        for one in occasion.scenario.concessions
        if one.id not in view.granted
        and occasion.is_own(one)
        and holds(one.when, view)
        and _is_sought(occasion, one)
    ]
    near = (one for one in earned if one.topic in named)
    on_table = (one for one in earned if one.topic and is_on_table(one.topic, view))
    return next(near, None) or next(on_table, None) or next(iter(earned), None)


def _is_sought(occasion: Occasion, one: Concession) -> bool:
    """Whether the turn is about what would be granted."""
    view, conduct = occasion.view, occasion.conduct
    is_near = one.topic in occasion.named.topics
    if conduct.leads_on or _was_led_on(occasion):
        is_open = one.topic is None or is_near or is_on_table(one.topic, view)
        is_package = not BARGAINING.isdisjoint(conduct.moves) or not topics_now(view)
        return is_open or (is_package and earned_now(one.when, view))
    if conduct.only_asks:
        return is_near and earned_now(one.when, view)
    return is_near and conduct.does(Move.CLOSED_QUESTION)


def _was_led_on(occasion: Occasion) -> bool:
    """Whether a way forward was put on the table just before, and this turn asks nothing else."""
    history = occasion.view.history
    asks = occasion.conduct.asks or not QUESTIONS.isdisjoint(occasion.conduct.moves)
    return not asks and len(history) > 1 and not LEADING_ON.isdisjoint(history[-2].moves)


def _confirmed(occasion: Occasion) -> Fact | None:
    guess = _guess(occasion)
    if guess is None or guess.if_guessed != "confirm" or occasion.in_a_row >= IN_A_ROW:
        return None
    return guess if occasion.view.stance.trust >= GUESS_TRUST else None


def _asked_for(occasion: Occasion) -> Fact | None:
    """The locked fact that the mentee guessed, or asked about by its topic."""
    scenario, view = occasion.scenario, occasion.view
    guess = _guess(occasion)
    if guess is not None:
        return guess
    if not occasion.conduct.asks:
        return None
    for name in occasion.named.topics or topics_now(view):
        topic = topic_named(scenario, name)
        if topic is not None and topic.behind and topic.behind not in view.spoken:
            behind = fact_named(scenario, topic.behind)
            if behind is not None and occasion.is_own(behind):
                return behind
    return None


def _guess(occasion: Occasion) -> Fact | None:
    conduct = occasion.conduct
    puts_it = conduct.asks or conduct.hears or conduct.does(Move.INTERESTS, *QUESTIONS)
    if not puts_it or not BARGAINING.isdisjoint(conduct.moves):
        return None
    names = (name for name in occasion.named.facts if name not in occasion.view.spoken)
    facts = (fact for name in names if (fact := fact_named(occasion.scenario, name)))
    return next((fact for fact in facts if occasion.is_own(fact)), None)
