"""What the persona grants: only what this turn asked for, and only where it was earned.

A concession answers a way forward: the turn proposes it, offers for it, or asks what could be done,
and is about its topic. What was proposed on the turn before may still be granted once the mentee
has answered what the persona asked back. A question, an apology or a thing told earns it (a
question of how it was, or why, or by when, never) only if the author's `when` names that very move and the turn
names its topic. Hearing the other out is never paid with a concession. A recap asks for what it
claims, and for nothing else.
"""

from simulator.director.conditions import earned_now, holds, is_on_table
from simulator.director.conduct import BARGAINING, HEARING, QUESTIONS
from simulator.director.occasion import Occasion
from simulator.director.state import BeatKind
from simulator.library.conditions import Condition
from simulator.library.scenario import Concession
from simulator.reading.moves import Move

ASKING_FOR_A_WAY = BARGAINING | {Move.SEEKING_COLLABORATION, Move.HANDING_OVER}
"""What puts a way forward on the table, or asks the other for one."""
_AHEAD = frozenset({Move.ELICITING_PREFERENCE, Move.SEEKING_COLLABORATION, Move.HANDING_OVER})
"""Asks what the other would want or do; with a topic on the table it need not be named again."""
_LATELY = 3
"""Turns within which a way forward may be about a topic that it does not name."""
_ASKED_BACK = frozenset({BeatKind.PROBE, BeatKind.REFUSE, BeatKind.VAGUE, BeatKind.POSITION})


def granted_now(occasion: Occasion) -> Concession | None:
    """The earned one that fits best: on the topic named first, else on the table, else any."""
    view, named = occasion.view, occasion.named.topics
    earned = [
        one
        for one in occasion.scenario.concessions
        if one.id not in view.granted
        and occasion.is_own(one)
        and not _is_stale(occasion, one)
        and holds(one.when, view)
        and _is_sought(occasion, one)
    ]
    near = sorted(
        (one for one in earned if one.topic in named), key=lambda one: named.index(one.topic or "")
    )
    on_table = (one for one in earned if one.topic and is_on_table(one.topic, view))
    return next(iter(near), None) or next(on_table, None) or next(iter(earned), None)


def _is_stale(occasion: Occasion, one: Concession) -> bool:
    """Whether figures were agreed on just this: there is nothing left to grant."""
    negotiation = occasion.scenario.negotiation
    if negotiation is None or not occasion.view.has_deal:
        return False
    issues = {issue.id: issue.topic for issue in negotiation.issues}
    return one.topic in issues.values() or bool(one.gives)


def comes_first(occasion: Occasion, concession: Concession) -> bool:
    """Whether a way forward is answered before anything is told."""
    if not BARGAINING.isdisjoint(occasion.conduct.moves):
        return True
    leads_on = not ASKING_FOR_A_WAY.isdisjoint(occasion.conduct.moves)
    return leads_on and concession.topic in occasion.named.topics


def _is_sought(occasion: Occasion, one: Concession) -> bool:
    """Whether the turn asks for what would be granted."""
    conduct = occasion.conduct
    if occasion.claimed is not None:
        return one.id in occasion.claimed
    if not ASKING_FOR_A_WAY.isdisjoint(conduct.moves):
        is_earned = earned_now(one.when, occasion.view, ASKING_FOR_A_WAY)
        return occasion.is_on(one.topic) or (is_earned and _was_spoken_of(occasion, one))
    if occasion.is_closing or occasion.asks_when:
        return False
    is_near = one.topic in occasion.named.topics
    if conduct.asks and occasion.is_on(one.topic) and earned_now(one.when, occasion.view, _AHEAD):
        return True
    if occasion.looks_back:
        return False
    if conduct.only_asks or conduct.does(Move.CLOSED_QUESTION):
        wants_it = conduct.does(Move.CLOSED_QUESTION) and not conduct.hears
        return is_near and (wants_it or earned_now(one.when, occasion.view))
    if _was_asked_back(occasion, one):
        return True
    return is_near and not conduct.hears and _is_named(one.when, occasion)


def _was_spoken_of(occasion: Occasion, one: Concession) -> bool:
    """Whether its topic was on the table lately, and what is named now is no concession's own."""
    topics = {other.topic for other in occasion.scenario.concessions}
    is_elsewhere = not topics.isdisjoint(occasion.named.topics)
    return (
        one.topic is not None
        and not is_elsewhere
        and is_on_table(one.topic, occasion.view, _LATELY)
    )


def _is_named(when: Condition, occasion: Occasion) -> bool:
    """Whether a move of this turn, other than hearing the other out, is part of what earned it."""
    others = frozenset(occasion.conduct.moves) - HEARING
    return earned_now(when, occasion.view, others)


def _was_asked_back(occasion: Occasion, one: Concession) -> bool:
    """Whether it was proposed on the turn before, and this turn gives what was asked back."""
    history, conduct = occasion.view.history, occasion.conduct
    if len(history) < 2 or _ASKED_BACK.isdisjoint(occasion.replied):
        return False
    asks = conduct.asks or not QUESTIONS.isdisjoint(conduct.moves)
    proposed = not ASKING_FOR_A_WAY.isdisjoint(history[-2].moves)
    about = not history[-2].topics or one.topic is None or one.topic in history[-2].topics
    return proposed and about and not asks and not conduct.hears and occasion.is_on(one.topic)
