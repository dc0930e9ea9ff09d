"""Checks every actor's reply before a word of it is shown.

The director decides what may be known and yielded; an actor, above all an LLM, may still say more.
The guard owns that rule: no reply leaves with a locked fact in any wording, with the mentee's
lines in it, with markup, or as a repetition. What the mentee has already said is no leak. It gives
a code, never a corrected text: the caller lets the understudy speak.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from simulator.director.direction import Direction
from simulator.library.scenario import Scenario
from simulator.text import fold, words

RUN = 4
"""Words in a row, shared with a locked line, that give it away."""
LONG = 5
"""Letters from which a word may say what a line is about; a telling run has two such words."""
SHARE = 0.6
"""Share of a locked line's distinctive words that gives it away, whatever their order."""
LONGEST = 4
"""A reply may be so many times the persona's usual length, and 60 words in any case."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A fact still locked: its lines, and the words that would name it."""

    fact: str
    lines: tuple[str, ...]
    about: tuple[str, ...]


def secrets_of(scenario: Scenario, spoken: Iterable[str]) -> tuple[Secret, ...]:
    """The facts of `scenario` that are not in `spoken`."""
    told = set(spoken)
    return tuple(
        Secret(fact.id, (*fact.says, *fact.more), fact.about)
        for fact in scenario.facts
        if fact.id not in told
    )


def refusal(reply: str, direction: Direction, secrets: Iterable[Secret]) -> str | None:
    """Why `reply`, or the part of it worded so far, may not be shown; None if it may.

    Codes: `leak`, `speaks-for-mentee`, `markup`, `repeats`, `too-long`.
    """
    heard = (*direction.said, *direction.mentee_said, *_given(direction))
    known = frozenset(token for text in heard for token in _tokens(text))
    if any(_leaks(reply, direction, secret, known) for secret in secrets):
        return "leak"
    lines = reply.splitlines()
    mentee = f"{fold(direction.mentee)}:"
    if any(fold(line).startswith(mentee) for line in lines):
        return "speaks-for-mentee"
    if any(line.lstrip().startswith(("#", "- ", "* ", "```", "|")) for line in lines):
        return "markup"
    if fold(reply) in {fold(earlier) for earlier in direction.said}:
        return "repeats"
    if len(words(reply)) > max(60, LONGEST * direction.voice.words):
        return "too-long"
    return None


def _leaks(reply: str, direction: Direction, secret: Secret, known: frozenset[str]) -> bool:
    told = _tokens(reply)
    spoken = " ".join(told)
    fresh = set(told) - known
    for phrase in secret.about:
        tokens = _tokens(phrase)
        if tokens and not set(tokens) <= known and f" {' '.join(tokens)} " in f" {spoken} ":
            return True
    runs = set(_runs(told)) - {run for line in _given(direction) for run in _runs(_tokens(line))}
    for line in secret.lines:
        tokens = _tokens(line)
        if any(_tells(run) for run in runs & set(_runs(tokens))) and fresh & set(tokens):
            return True
        distinctive = {token for token in tokens if len(token) > 3} - known
        if len(distinctive) >= 3 and len(distinctive & fresh) >= SHARE * len(distinctive):
            return True
    return False


def _tells(run: tuple[str, ...]) -> bool:
    """Whether words in a row say something, or only are how everybody talks ("je n'ai pas")."""
    return sum(len(token) >= LONG for token in run) >= 2


def _given(direction: Direction) -> tuple[str, ...]:
    """The lines that the director allowed for this reply."""
    return tuple(line for beat in direction.beats for line in beat.lines)


@lru_cache(maxsize=2048)
def _tokens(text: str) -> tuple[str, ...]:
    """The folded words of `text`; every piece of a reply is held against the same lines again."""
    folded = fold(text)
    return tuple(folded[start:end] for start, end in words(folded))


def _runs(tokens: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Every `RUN` words in a row."""
    pairs = list(pairwise(tokens))
    return [(*pairs[place], *pairs[place + 2]) for place in range(len(tokens) - RUN + 1)]
