"""What the persona tells and grants: at most one thing a turn, and only where it was earned.

A fact is told when its `when` holds, there is no rupture, the turn used no pressure and had some
substance, the mentee left room for it (asked, heard, shared, repaired), and the fact fits the
talk: its topic is on the table, or a move of this very turn earned it. Naming one's own needs to
somebody one has not listened to is no invitation; a question inside an attack that cost more trust
than it won is none either. Emotion alone unlocks nothing.

A right guess, put as a question or as a reflection, tells the fact only if its author wrote
`if-guessed: confirm` and trust is at least `GUESS_TRUST`; otherwise it is turned aside, or, for
`deny`, met with the open position. A turn that only asks gets an answer rather than a concession,
unless the author made that very question earn it. What was granted stays granted.
"""

from dataclasses import dataclass

from simulator.director.conditions import View, earned_now, holds, is_on_table, topics_now
from simulator.director.conduct import ASKING, BARGAINING, HEARING, QUESTIONS, Conduct
from simulator.director.topics import fact_named, topic_named, topics_of_fact
from simulator.director.vocabulary import Named
from simulator.library.scenario import Concession, Fact, Scenario
from simulator.reading.moves import Move

GUESS_TRUST = 5.0


@dataclass(frozen=True, slots=True)
class Gift:
    """What this turn earned, and what it asked for in vain."""

    fact: Fact | None = None
    guessed: bool = False
    """The fact is told because the mentee guessed it."""
    concession: Concession | None = None
    locked: Fact | None = None
    """Asked for or guessed, and not told."""


def gift(
    scenario: Scenario, view: View, conduct: Conduct, named: Named, *, is_closed: bool
) -> Gift:
    """What is told or granted now. `is_closed` (a rupture, or a turn that hurt) keeps all back."""
    locked = _asked_for(scenario, view, conduct, named)
    if is_closed or conduct.is_pressing or not conduct.has_substance:
        return Gift(locked=locked)
    is_invited = conduct.invites or _was_listening(conduct, view)
    concession = _concession(scenario, view, conduct)
    if concession is not None and not BARGAINING.isdisjoint(conduct.moves):
        return Gift(concession=concession)
    guessed = _confirmed(scenario, view, conduct, named)
    fact = guessed or (_fact(scenario, view, named) if is_invited else None)
    if fact is not None:
        return Gift(fact=fact, guessed=fact is guessed)
    if concession is not None:
        return Gift(concession=concession)
    return Gift(locked=locked)


def _was_listening(conduct: Conduct, view: View) -> bool:
    """Whether needs are named by somebody who asked or heard just before."""
    if not conduct.does(Move.INTERESTS) or len(view.history) < 2:
        return False
    return not (ASKING | HEARING).isdisjoint(view.history[-2].moves)


def _fact(scenario: Scenario, view: View, named: Named) -> Fact | None:
    """The earned fact that fits best: on a topic just named, else the first in the file."""
    earned = [
        fact
        for fact in scenario.facts
        if fact.id not in view.spoken and holds(fact.when, view) and _fits(scenario, fact, view)
    ]
    near = set(named.topics)
    on_topic = (fact for fact in earned if near.intersection(topics_of_fact(scenario, fact.id)))
    return next(on_topic, None) or next(iter(earned), None)


def _fits(scenario: Scenario, fact: Fact, view: View) -> bool:
    topics = topics_of_fact(scenario, fact.id)
    if not topics or any(is_on_table(topic, view) for topic in topics):
        return True
    return earned_now(fact.when, view)


def _concession(scenario: Scenario, view: View, conduct: Conduct) -> Concession | None:
    for one in scenario.concessions:
        if one.id in view.granted or not holds(one.when, view):
            continue
        if conduct.only_asks and not earned_now(one.when, view):
            continue
        if one.topic is None or is_on_table(one.topic, view) or earned_now(one.when, view):
            return one
    return None


def _confirmed(scenario: Scenario, view: View, conduct: Conduct, named: Named) -> Fact | None:
    guess = _guess(scenario, view, conduct, named)
    if guess is None or guess.if_guessed != "confirm" or view.stance.trust < GUESS_TRUST:
        return None
    return guess


def _asked_for(scenario: Scenario, view: View, conduct: Conduct, named: Named) -> Fact | None:
    """The locked fact that the mentee guessed, or asked about by its topic."""
    guess = _guess(scenario, view, conduct, named)
    if guess is not None:
        return guess
    if not conduct.asks:
        return None
    for name in named.topics or topics_now(view):
        topic = topic_named(scenario, name)
        if topic is not None and topic.behind and topic.behind not in view.spoken:
            return fact_named(scenario, topic.behind)
    return None


def _guess(scenario: Scenario, view: View, conduct: Conduct, named: Named) -> Fact | None:
    puts_it = conduct.asks or conduct.hears or conduct.does(Move.INTERESTS, *QUESTIONS)
    if not puts_it:
        return None
    names = (name for name in named.facts if name not in view.spoken)
    return next((fact for name in names if (fact := fact_named(scenario, name))), None)
