"""Who is spoken to and who answers, where the cast has two: one voice at a time.

Whoever is called by name answers, the last one if they are called one after the other; else whose
topic it is; else whoever just spoke, if the line gives that back, takes up their cue, or asks on,
this for two replies in a row at most; else whoever spoke less. What is said to both, or to nobody
in particular, moves both alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.director.conduct import HEARING, QUESTIONS, Conduct
from simulator.director.state import State, TurnRecord
from simulator.director.topics import topic_named
from simulator.library.persona import Pattern, Persona
from simulator.library.scenario import Scenario
from simulator.reading.moves import Move, Signal
from simulator.text import fold, words

IN_A_ROW = 2
LEFT_OUT = 3
"""Turns running said to the other after which somebody feels left out."""
_SHORTEST_NAME = 2
_STOPS = ",.;:!?…"
_CALLING = frozenset(
    {
        "and",
        "et",
        "so",
        "ok",
        "alors",
        "dear",
        "cher",
        "chere",
        "merci",
        "thanks",
        "hello",
        "bonjour",
        "hi",
        "toi",
        "you",
        "vous",
    }
)
_ASKING = frozenset(
    {
        "what",
        "how",
        "why",
        "can",
        "could",
        "do",
        "does",
        "would",
        "will",
        "que",
        "qu",
        "comment",
        "pourquoi",
        "est",
    }
)
_YOU = frozenset(
    {"you", "your", "yours", "tu", "te", "toi", "ton", "ta", "tes", "vous", "votre", "vos"}
)
_BOTH = (
    *("both of you", "you both", "you two", "each of you", "the two of you"),
    *("vous deux", "vous tous", "chacun de vous", "chacune de vous", "tous les deux"),
    *("toutes les deux", "l'un et l'autre", "l'une et l'autre"),
)
_TAKING = frozenset({Move.BLAME, Move.CONFRONT, Move.UNDERMINING, Move.VOUCHING_FAIRNESS})
"""What, said to one while the other is named, takes sides."""


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who answers, and whom the line was said to; None where it was said to all."""

    voice: str
    to: str | None = None


@dataclass(frozen=True, slots=True)
class _Call:
    """A name in a line: whose, where, and whether it calls them rather than speaks of them."""

    persona: str
    start: int
    end: int
    is_calling: bool


def addressed(scenario: Scenario, personas: Mapping[str, Persona], folded: str) -> str | None:
    """The member of the cast whom the line calls by name; None if it calls none, or both."""
    calls = sorted(_calls(scenario, personas, folded), key=lambda call: call.start)
    calling = [call for call in calls if call.is_calling]
    if len(calling) > 1 and calling[0].persona != calling[1].persona:
        between = folded[calling[0].end : calling[1].start].strip(" ,")
        if between in {"", "and", "et"}:
            return None
    if calling:
        return calling[0 if _is_one_breath(calling, folded) else -1].persona
    named = {call.persona for call in calls}
    if len(named) != 1:
        return None
    spoken_of = calls[0]
    if not _YOU.isdisjoint(_words(folded)) and not _is_asked(spoken_of, folded):
        return next(
            (one.persona for one in scenario.cast if one.persona != spoken_of.persona), None
        )
    return spoken_of.persona


def _is_one_breath(calling: Sequence[_Call], folded: str) -> bool:
    """Whether all who are called are called before the first full stop: the first is meant."""
    between = folded[calling[0].end : calling[-1].start]
    return not any(stop in between for stop in ".!")


def addressee(
    scenario: Scenario,
    personas: Mapping[str, Persona],
    state: State,
    conduct: Conduct,
    *,
    topics: Sequence[str],
    folded: str,
) -> Addressee:
    """Who answers this turn, and to whom it was said."""
    cast = [member.persona for member in scenario.cast]
    if len(cast) == 1:
        return Addressee(cast[0])
    called = any(call.is_calling for call in _calls(scenario, personas, folded))
    if not called and any(phrase in folded for phrase in _BOTH):
        return Addressee(_quieter(cast, state))
    name = addressed(scenario, personas, folded)
    if name is not None:
        return Addressee(name, name)
    found = (topic_named(scenario, topic) for topic in topics)
    owners = {topic.by for topic in found if topic is not None and topic.by is not None}
    if len(owners) == 1:
        owner = owners.pop()
        return Addressee(owner, owner)
    if not state.voices:
        return Addressee(scenario.opener)
    last, recent = state.voices[-1], state.voices[-IN_A_ROW:]
    asks = not QUESTIONS.isdisjoint(conduct.moves)
    if asks and (len(recent) < IN_A_ROW or set(recent) != {last}):
        return Addressee(last, last)
    if not HEARING.isdisjoint(conduct.moves) or _takes_up(scenario, state, conduct, last):
        return Addressee(last, last)
    return Addressee(_quieter(cast, state))


def _takes_up(scenario: Scenario, state: State, conduct: Conduct, persona: str) -> bool:
    """Whether the turn may take up a cue that `persona` holds open."""
    held = {cue.id for cue in state.cues if cue.outcome == "open"}
    cues = (cue for cue in scenario.cues if cue.id in held and cue.by == persona)
    return any(conduct.does(*cue.takers) for cue in cues)


def patterns_between(
    scenario: Scenario,
    personas: Mapping[str, Persona],
    persona: str,
    conduct: Conduct,
    record: TurnRecord,
    history: Sequence[TurnRecord],
) -> Iterator[Pattern]:
    """What `persona`, one of two, may mind in how the mentee shares themselves out."""
    if len(scenario.cast) == 1 or record.to in {"", persona}:
        return
    names = {call.persona for call in _calls(scenario, personas, record.folded)}
    takes = conduct.shows(Signal.AGREEMENT) or not _TAKING.isdisjoint(conduct.moves)
    if takes and persona in names:
        yield Pattern.SIDE_TAKEN
    run = 1
    for earlier in reversed(history):
        if earlier.to in {"", persona}:
            break
        run += 1
    if run % LEFT_OUT == 0:
        yield Pattern.LEFT_OUT


def _quieter(cast: Sequence[str], state: State) -> str:
    """Whoever answered less often so far; of two alike, the one who did not speak last."""
    last = state.voices[-1] if state.voices else ""
    return min(cast, key=lambda name: (state.voices.count(name), name == last))


def _calls(scenario: Scenario, personas: Mapping[str, Persona], folded: str) -> Iterator[_Call]:
    """Every place where somebody of the cast is named, a full name once."""
    parts = {one.persona: _parts(personas[one.persona].name) for one in scenario.cast}
    open_call: _Call | None = None
    for start, end in words(folded):
        said = folded[start:end]
        persona = next((name for name, names in parts.items() if said in names), None)
        joins = open_call is not None and open_call.persona == persona
        if open_call is not None and joins and not folded[open_call.end : start].strip():
            open_call = _Call(open_call.persona, open_call.start, end, is_calling=False)
            continue
        if open_call is not None:
            yield _judged(open_call, folded)
        open_call = None if persona is None else _Call(persona, start, end, is_calling=False)
    if open_call is not None:
        yield _judged(open_call, folded)


def _judged(call: _Call, folded: str) -> _Call:
    """The call, told from a mention by what stands around it."""
    before, after = folded[: call.start].rstrip(), folded[call.end :].lstrip()
    led_in = _words(before)[-1:]
    opens = not before or before[-1] in _STOPS or (bool(led_in) and led_in[0] in _CALLING)
    closes = not after or after[0] in _STOPS
    joined = (_words(after)[:1] or [""])[0] in {"and", "et"}
    return _Call(call.persona, call.start, call.end, is_calling=opens and (closes or joined))


def _is_asked(call: _Call, folded: str) -> bool:
    """Whether a name without a comma still calls: first in the line, before a question."""
    following = (_words(folded[call.end :])[:1] or [""])[0]
    return not folded[: call.start].strip() and following in _ASKING


def _words(folded: str) -> list[str]:
    return [folded[start:end] for start, end in words(folded)]


def _parts(name: str) -> tuple[str, ...]:
    folded = fold(name)
    return tuple(folded[start:end] for start, end in words(folded) if end - start >= _SHORTEST_NAME)
