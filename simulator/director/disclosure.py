"""What the persona tells and grants: at most one thing a turn, and only where it was earned.

A fact is told when its `when` holds, there is no rupture, the turn used no pressure and had some
substance, the mentee left room for it (asked, heard, shared, repaired), and the turn is about it:
`Occasion.is_about` says when. A question that looks ahead (what could we do, what do you need) is
answered with a fact only if the author's `when` names that very move. Naming one's own needs, a
greeting, a request and a word of thanks are no invitation, nor is a question inside an attack that
cost more trust than it won, nor a request for a yes; a recap or a goodbye brings nothing new.
Emotion alone unlocks nothing.

Nothing is told on the mentee's first turn. Facts are spaced: the turn after one tells another only
to an open question on that one's own topic or to a cue taken up, and never three come in a row.

A right guess, put as a question or as a reflection, tells the fact only if its author wrote
`if-guessed: confirm` and trust is at least `GUESS_TRUST`; otherwise it is turned aside, or, for
`deny`, met with the open position. A proposal in which the words of a fact happen to stand is no
guess. A concession answers a way forward that is on the table. What was granted stays granted.
"""

from dataclasses import dataclass

from simulator.director.conditions import earned_now, holds, topics_now
from simulator.director.conduct import BARGAINING, QUESTIONS
from simulator.director.granting import comes_first, granted_now
from simulator.director.occasion import IN_A_ROW, Occasion
from simulator.director.topics import fact_named, topic_named
from simulator.library.scenario import Concession, Fact
from simulator.reading.moves import Move

GUESS_TRUST = 5.0
_AHEAD = (Move.SEEKING_COLLABORATION, Move.ELICITING_PREFERENCE, Move.HANDING_OVER)
"""Asks what could be done rather than how things are."""


@dataclass(frozen=True, slots=True)
class Gift:
    """What this turn earned, and what it asked for in vain."""

    fact: Fact | None = None
    guessed: bool = False
    """The fact is told because the mentee guessed it."""
    concession: Concession | None = None
    locked: Fact | None = None
    """Asked for or guessed, and not told."""
    waiting: tuple[str, ...] = ()
    """Facts that are earned, and that the turn was not about."""


def gift(occasion: Occasion, *, is_closed: bool) -> Gift:
    """What is told or granted now. `is_closed` (a rupture, or a turn that hurt) keeps all back."""
    conduct = occasion.conduct
    locked = _asked_for(occasion)
    if is_closed or conduct.is_pressing or not conduct.has_substance or occasion.view.turn == 1:
        return Gift(locked=locked)
    concession = granted_now(occasion)
    if concession is not None and comes_first(occasion, concession):
        return Gift(concession=concession)
    fact, guessed = None, None
    if not occasion.is_closing:
        guessed = _confirmed(occasion)
        fact = guessed or (_fact(occasion) if conduct.invites else None)
    if fact is not None:
        return Gift(fact=fact, guessed=fact is guessed)
    if concession is not None:
        return Gift(concession=concession)
    return Gift(locked=locked, waiting=tuple(one.id for one in _earned(occasion)))


def _earned(occasion: Occasion) -> list[Fact]:
    """The facts not yet told whose condition holds, in the order of the file."""
    view = occasion.view
    return [
        fact
        for fact in occasion.scenario.facts
        if fact.id not in view.spoken and occasion.is_own(fact) and holds(fact.when, view)
    ]


def _fact(occasion: Occasion) -> Fact | None:
    """The earned fact that fits best: hinted at or on a topic just named, else first in the file."""
    fitting = [fact for fact in _earned(occasion) if _fits(occasion, fact)]
    near = (fact for fact in fitting if occasion.is_near(fact))
    return next(near, None) or next(iter(fitting), None)


def _fits(occasion: Occasion, fact: Fact) -> bool:
    conduct = occasion.conduct
    if occasion.in_a_row >= IN_A_ROW:
        return False
    if occasion.is_hinted(fact):
        return True
    if occasion.is_request and not (conduct.asks or conduct.hears):
        return False
    if occasion.in_a_row and not (conduct.asks and occasion.is_near(fact)):
        return False
    asks_for_a_way = conduct.does(Move.SEEKING_COLLABORATION, Move.HANDING_OVER)
    asks_for_wants = conduct.does(Move.ELICITING_PREFERENCE) and occasion.asks_wants
    looks_ahead = (asks_for_a_way or asks_for_wants) and not (
        conduct.hears or conduct.does(Move.INTERESTS)
    )
    if looks_ahead and not earned_now(fact.when, occasion.view, _AHEAD):
        return False
    return occasion.is_about(fact)


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
