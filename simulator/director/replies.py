"""What the persona says freely: an answer its author wrote, and more about what was told.

An answer fits a question by its kind, by a word in it, by the topic and by what is known so far;
the closest fit is given, and none twice. More about a fact comes while the talk stays with it: the
mentee gives it back, or asks openly, and names nothing else. Nothing here has to be earned, and
nothing locked is in it: an answer's own `when` decides from when it may be said.
"""

from simulator.director.conditions import View, holds, is_on_table
from simulator.director.conduct import BARGAINING, Conduct
from simulator.director.state import Beat, BeatKind, State
from simulator.director.topics import fact_named, topics_of_fact
from simulator.director.vocabulary import Named
from simulator.library.scenario import Reply, Scenario
from simulator.reading.asking import Asked
from simulator.reading.moves import Move

STAYS = 2
"""Turns after a fact was told within which the talk may stay with it."""
_AHEAD = frozenset({Move.SEEKING_COLLABORATION, Move.ELICITING_PREFERENCE, Move.HANDING_OVER})
"""Asks what could be done, not what happened."""
_OF_SOMETHING: frozenset[Asked] = frozenset(
    {"who", "what", "which", "when", "where", "much", "long"}
)
"""Questions about some third thing: only an answer that says about what can fit them."""
_BY_WORD, _BY_TOPIC, _BY_KIND, _BY_STATE = 8, 4, 2, 1
CLOSE = _BY_KIND + _BY_STATE
"""Fit from which an answer is about more than the kind of question alone."""


def reply_to(
    scenario: Scenario,
    state: State,
    view: View,
    named: Named,
    asked: Asked | None,
    voice: str,
    *,
    at_least: int = 1,
) -> tuple[Beat, ...]:
    """The scenario's own answer that fits best and is not used up; none where none fits."""
    if asked is None:
        return ()
    fits = [
        (fit, one)
        for one in scenario.replies
        if one.by in (None, voice)
        and state.replied.get(one.id, 0) < len(one.says)
        and (fit := _fit(one, view, named, asked)) >= at_least
    ]
    best = max(fits, key=lambda pair: pair[0], default=None)
    return () if best is None else (Beat(kind=BeatKind.REPLY, ref=best[1].id),)


def _fit(one: Reply, view: View, named: Named, asked: Asked) -> int:
    """How closely an answer fits; 0 where it does not."""
    if one.kinds and asked not in one.kinds:
        return 0
    is_loose = not one.about and one.topic is None and one.when is None
    if is_loose and asked in _OF_SOMETHING:
        return 0
    if one.about and one.id not in named.replies:
        return 0
    if one.topic is not None and not _is_about(one.topic, view, named):
        return 0
    if one.when is not None and not holds(one.when, view):
        return 0
    fit = _BY_WORD * bool(one.about) + _BY_TOPIC * (one.topic is not None)
    return fit + _BY_KIND * bool(one.kinds) + _BY_STATE * (one.when is not None)


def _is_about(topic: str, view: View, named: Named) -> bool:
    return topic in named.topics if named.topics else is_on_table(topic, view)


def more_of(
    scenario: Scenario, state: State, conduct: Conduct, named: Named, turn: int, voice: str
) -> tuple[Beat, ...]:
    """More about the fact told last, if the turn stays with it and there is something left."""
    if not state.spoken or not state.told_at or turn - state.told_at[-1] > STAYS:
        return ()
    fact = fact_named(scenario, state.spoken[-1])
    if fact is None or fact.by not in (None, voice):
        return ()
    if state.added.get(fact.id, 0) >= len(fact.more):
        return ()
    if not (BARGAINING | _AHEAD).isdisjoint(conduct.moves) or conduct.is_aside:
        return ()
    stays = conduct.hears or conduct.asks
    is_elsewhere = named.topics and set(named.topics).isdisjoint(topics_of_fact(scenario, fact.id))
    return (Beat(kind=BeatKind.MORE, ref=fact.id),) if stays and not is_elsewhere else ()
