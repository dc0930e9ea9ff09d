"""Whether what the mentee says bears on the scene, or is small talk that any two people could have.

A line bears on the scene when it names something of it, shares a telling word with what was said or
with what the mentee was told before, speaks to the other, points back ("Who decided that?"), or is
too short to be about anything else ("Why?"). A word for the weather or the football takes that
back, unless the scene has it too. Only what both sides know counts: a locked line gives its words
to nobody.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from simulator.director.state import State
from simulator.director.vocabulary import Named
from simulator.library.scenario import Scenario
from simulator.text import fold, words

_JOINED = re.compile(r"['-]")
"""What ties small words to others: « auriez-vous », "what's"."""
LONG = 5
"""Letters from which a word says what a line is about; as many of its first letters count."""
ELLIPTIC = 6
"""Words of a follow-up that leans on what was just said."""
FOLLOW_UP = 7
"""Words of a question that is about what the other just spoke of, whatever words are in it."""
IN_PASSING = 12
"""Words of a line from which small talk in it may stand beside something else."""
_COMMON = """
about would could should there their these those which really think thing things where after
again always other until since today tomorrow yesterday morning evening night weeks month
months years first exactly happen happened maybe please right going little still
today's think know knows mean means want
comme cette alors aussi quand entre encore toujours faire votre notre avoir serait avait etait
parce meme demain matin semaine depuis jours annee exactement arrive passe peut-etre
aujourd'hui est-ce c'est pense pensez penses savez faites
pourquoi comment combien aujourd bonjour vraiment quelle quels
"""
_OTHER = """
you your yours yourself we our us
vous votre vos tu te toi ton ta tes nous notre nos
"""
_POINTING = """
that this those these it they them their he she him her his
ca cela ce c'est il elle ils elles lui leur en y
"""
_ELSEWHERE = """
weather rain raining sunny snow snowing football soccer tennis rugby movie movies film
films song songs music recipe recipes lasagne pizza cake cakes dog dogs cat cats holiday
holidays vacation horoscope lottery joke jokes capital planet dinosaur
meteo pluie pleut soleil neige foot cinema chanson musique recette recettes gateau gateaux
chien chiens vacances loto blague blagues capitale planete voiture voitures
"""


def bears_on_scene(scenario: Scenario, state: State, named: Named, folded: str) -> bool:
    """Whether the folded line is about this scene, as far as its words tell."""
    if named.levers or named.facts or named.options or named.replies:
        return True
    whole = [folded[start:end] for start, end in words(folded)]
    said = [part for word in whole for part in _JOINED.split(word)]
    known = _known(scenario) | _told(scenario, state)
    is_elsewhere = not (_listed(_ELSEWHERE) - known).isdisjoint(said)
    if named.topics or telling(folded) & known:
        return not is_elsewhere or len(whole) > IN_PASSING
    if is_elsewhere:
        return False
    if not _listed(_OTHER).isdisjoint(said):
        return True
    if len(whole) <= IN_PASSING and not _listed(_POINTING).isdisjoint((*whole, *said)):
        return True
    was_raised = bool(state.history) and bool(state.history[-1].persona_topics)
    if was_raised and "?" in folded and len(whole) <= FOLLOW_UP:
        return True
    return len(whole) <= ELLIPTIC and not telling(folded)


def telling(folded: str) -> frozenset[str]:
    """The first letters of the words that say what a text is about."""
    common = _listed(_COMMON)
    found = (folded[start:end] for start, end in words(folded))
    return frozenset(word[:LONG] for word in found if len(word) >= LONG and word not in common)


@cache
def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


@lru_cache(maxsize=32)
def _words_of(lines: tuple[str, ...]) -> frozenset[str]:
    """The telling words of `lines`, with the short ones that stand for small talk elsewhere."""
    folded = [fold(line) for line in lines]
    short = frozenset(
        line[start:end]
        for line in folded
        for start, end in words(line)
        if line[start:end] in _listed(_ELSEWHERE)
    )
    return short.union(*(telling(line) for line in folded))


def _known(scenario: Scenario) -> frozenset[str]:
    """What the scene is about for anybody who read the brief."""
    brief = scenario.brief
    goals = (goal.text for goal in brief.goals)
    topics = (line for topic in scenario.topics for line in (*topic.about, *topic.says))
    opened = (scenario.title, scenario.opening, brief.role, brief.situation)
    return _words_of((*opened, *goals, *scenario.terms, *topics))


def _told(scenario: Scenario, state: State) -> frozenset[str]:
    """What came up in the talk so far."""
    return _words_of(tuple(_lines_told(scenario, state)))


def _lines_told(scenario: Scenario, state: State) -> Iterator[str]:
    offered = {cue.id for cue in state.cues}
    for fact in scenario.facts:
        if fact.id in state.spoken:
            yield from (*fact.says, *fact.more)
    for granted in scenario.concessions:
        if granted.id in state.granted:
            yield from granted.says
    yield from (line for cue in scenario.cues if cue.id in offered for line in cue.says)
    happened = (twist for twist in scenario.twists if twist.id in state.twists)
    yield from (line for twist in happened for line in twist.says)
