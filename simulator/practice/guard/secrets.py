"""What is locked, and whether a reply gives it away in its own words or in others.

A locked line is given away by words in a row that tell something, by five in a row of any kind, by
most of its telling words whatever their order, or by a word that names it. What the persona said,
what the mentee said on an earlier turn and what the director allows now is no secret. What the
mentee says on this very turn still is: to give a guess back would be to confirm it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Self

from simulator.director.direction import Direction
from simulator.library.scenario import Scenario
from simulator.practice.guard.reply import Reply, runs, tokens_of
from simulator.practice.guard.tongue import Tongue

RUN = 4
"""Words in a row, shared with a locked line, that give it away where they tell something."""
ANY_RUN = 5
"""Words in a row that give it away if one of them says anything at all."""
LONG = 5
"""Letters from which a word may say what a line is about; a telling run has two such words."""
SHARE = 0.6
"""Share of a locked line's distinctive words that gives it away, whatever their order."""
LEAST = 3
"""Distinctive words below which a line is not told by its words alone."""


@dataclass(frozen=True, slots=True)
class Secret:
    """A fact still locked, or a concession not granted: its lines, and the words that name it."""

    id: str
    lines: tuple[str, ...]
    about: tuple[str, ...] = ()
    note: str = ""
    code: Literal["leak", "ungranted"] = "leak"
    """Why a reply that gives it away is refused."""


def secrets_of(scenario: Scenario, spoken: Iterable[str]) -> tuple[Secret, ...]:
    """The facts of `scenario` that are not in `spoken`."""
    told = set(spoken)
    return tuple(
        Secret(fact.id, (*fact.says, *fact.more), fact.about, fact.note)
        for fact in scenario.facts
        if fact.id not in told
    )


def ungranted_of(scenario: Scenario, granted: Iterable[str]) -> tuple[Secret, ...]:
    """The concessions of `scenario` that are not in `granted`."""
    given = set(granted)
    return tuple(
        Secret(one.id, one.says, code="ungranted")
        for one in scenario.concessions
        if one.id not in given
    )


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known in one turn: single words and stems, and words in a row."""

    words: frozenset[str]
    stems: frozenset[str]
    given: frozenset[tuple[str, ...]]
    """Runs of `RUN` that the director allows for this reply."""
    said: frozenset[tuple[str, ...]]
    """Runs of `ANY_RUN` that were said, or are allowed."""

    @classmethod
    def of(cls, direction: Direction, tongue: Tongue) -> Self:
        """What has been said by either side, and may be said now."""
        given = tuple(line for beat in direction.beats for line in beat.lines)
        texts = (*direction.said, *direction.mentee_said, *given)
        words = frozenset(token for text in texts for token in tokens_of(text))
        return cls(
            words=words,
            stems=frozenset(tongue.stem(word) for word in words),
            given=frozenset(run for line in given for run in runs(tokens_of(line), RUN)),
            said=frozenset(run for text in texts for run in runs(tokens_of(text), ANY_RUN)),
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """One locked line, made ready to be looked for."""

    words: frozenset[str]
    telling: frozenset[tuple[str, ...]]
    any: frozenset[tuple[str, ...]]
    distinctive: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lock:
    """One secret, held against what is known in one turn."""

    code: str
    names: tuple[str, ...]
    lines: tuple[_Line, ...]
    heard: Heard

    @classmethod
    def of(cls, secret: Secret, heard: Heard, tongue: Tongue) -> Self:
        """`secret` as it is looked for in the replies of one turn."""
        names = (tokens_of(phrase) for phrase in secret.about)
        lines = [_line(tokens_of(line), heard, tongue) for line in secret.lines]
        if secret.note:
            lines.append(_line(tokens_of(secret.note), heard, tongue))
        return cls(
            code=secret.code,
            names=tuple(f" {' '.join(one)} " for one in names if not heard.words.issuperset(one)),
            lines=tuple(lines),
            heard=heard,
        )

    def is_opened_by(self, reply: Reply) -> bool:
        """Whether `reply` gives the secret away."""
        fresh = reply.words - self.heard.words
        if any(name in reply.spoken for name in self.names):
            return True
        telling = reply.runs(RUN) - self.heard.given
        any_five = reply.runs(ANY_RUN) - self.heard.said
        fresh_stems = reply.stems - self.heard.stems
        return any(
            (not fresh.isdisjoint(line.words) and not telling.isdisjoint(line.telling))
            or _most(line.distinctive, fresh)
            or (not reply.is_ours and not any_five.isdisjoint(line.any))
            or (not reply.is_ours and _most(line.stems, fresh_stems))
            for line in self.lines
        )


def _line(tokens: Sequence[str], heard: Heard, tongue: Tongue) -> _Line:
    distinctive = frozenset(token for token in tokens if len(token) > 3) - heard.words
    content = (token for token in distinctive if token not in tongue.function_words)
    return _Line(
        words=frozenset(tokens),
        telling=frozenset(run for run in runs(tokens, RUN) if _tells(run)),
        any=frozenset(run for run in runs(tokens, ANY_RUN) if not tongue.is_idle(run)),
        distinctive=distinctive,
        stems=frozenset(tongue.stem(token) for token in content) - heard.stems,
    )


def _most(distinctive: frozenset[str], fresh: frozenset[str]) -> bool:
    return len(distinctive) >= LEAST and len(distinctive & fresh) >= SHARE * len(distinctive)


def _tells(run: tuple[str, ...]) -> bool:
    """Whether words in a row say something, or only are how everybody talks ("je n'ai pas")."""
    return sum(len(token) >= LONG for token in run) >= 2
