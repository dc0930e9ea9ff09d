"""What is locked, and whether a reply gives it away in its own words or in others.

A locked line is given away by words in a row that tell something, by five in a row of any kind, by
a short sentence or clause of it with a name or a rare word ("It was Mr Hale."), by most of its
telling words whatever their order, or by a word that names it. What the persona said,
what the mentee said on an earlier turn and what the director allows now is no secret. What the
mentee says on this very turn still is: to give a guess back would be to confirm it, and so would a
plain yes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Self

from simulator.director.direction import Direction
from simulator.director.state import BeatKind
from simulator.library.scenario import Scenario
from simulator.practice.guard.reply import Reply, fold_of, runs, tokens_of
from simulator.practice.guard.tongue import Tongue
from simulator.text import words as written

RUN = 4
"""Words in a row, shared with a locked line, that give it away where they tell something."""
ANY_RUN = 5
"""Words in a row that give it away if one of them says anything at all."""
LONG = 5
"""Letters from which a word may say what a line is about; a telling run has two such words."""
SHARE = 0.6
"""Share of a locked line's distinctive words that gives it away, whatever their order."""
RARE = 6
"""Letters from which a word of a short clause is not everybody's."""
LEAST = 3
"""Distinctive words below which a line is not told by its words alone."""
_TELLS = frozenset({BeatKind.CONFIRM, BeatKind.FACT, BeatKind.MORE, BeatKind.SETTLED})
_CLAUSES = re.compile(r"[^.!?…,;:]+")


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
    asked: str
    """The words of the line to be answered, with single spaces between and around them."""
    may_confirm: bool
    """The director lets a guess be confirmed, or a fact be told."""
    openly: frozenset[str]
    """Words of the scenario's unlocked lines."""

    @classmethod
    def of(cls, direction: Direction, tongue: Tongue, openly: frozenset[str]) -> Self:
        """What has been said by either side, and may be said now."""
        given = tuple(line for beat in direction.beats for line in beat.lines)
        texts = (*direction.said, *direction.mentee_said, *given)
        words = frozenset(token for text in texts for token in tokens_of(text))
        return cls(
            asked=f" {' '.join(tokens_of(direction.heard.text))} ",
            may_confirm=any(beat.kind in _TELLS for beat in direction.beats),
            openly=openly,
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
    is_guessed: bool
    """The mentee names it in the line to be answered, for the first time."""
    clauses: tuple[str, ...]
    """Short ones of a fact's that tell something even so."""
    heard: Heard

    @classmethod
    def of(cls, secret: Secret, heard: Heard, tongue: Tongue) -> Self:
        """`secret` as it is looked for in the replies of one turn."""
        phrases = (tokens_of(phrase) for phrase in secret.about)
        names = tuple(f" {' '.join(one)} " for one in phrases if not heard.words.issuperset(one))
        texts = (*secret.lines, secret.note) if secret.note else secret.lines
        lines = [_line(text, heard, tongue) for text in texts]
        shorts = (one for text in texts for one in _short_clauses(text, heard, tongue))
        return cls(
            code=secret.code,
            names=names,
            is_guessed=not heard.may_confirm and any(one in heard.asked for one in names),
            lines=tuple(lines),
            clauses=tuple(shorts) if secret.code == "leak" else (),
            heard=heard,
        )

    def is_opened_by(self, reply: Reply) -> bool:
        """Whether `reply` gives the secret away."""
        fresh = reply.words - self.heard.words
        if any(name in reply.spoken for name in self.names):
            return True
        if not reply.is_ours and (
            any(clause in reply.spoken for clause in self.clauses)
            or (self.is_guessed and reply.tongue.phrases.confirms.search(reply.folded))
        ):
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


def _line(text: str, heard: Heard, tongue: Tongue) -> _Line:
    tokens = tokens_of(text)
    distinctive = frozenset(token for token in tokens if len(token) > 3) - heard.words
    content = (token for token in distinctive if token not in tongue.function_words)
    return _Line(
        words=frozenset(tokens),
        telling=frozenset(run for run in runs(tokens, RUN) if _tells(run)),
        any=frozenset(run for run in runs(tokens, ANY_RUN) if not tongue.is_idle(run)),
        distinctive=distinctive,
        stems=frozenset(tongue.stem(token) for token in content) - heard.stems,
    )


def _short_clauses(text: str, heard: Heard, tongue: Tongue) -> Iterator[str]:
    """The clauses of a locked line that are too short for runs and tell something even so."""
    for clause in _CLAUSES.findall(text):
        tokens = tokens_of(clause)
        others = [span.of(clause) for span in written(clause)][1:]
        named = {fold_of(word) for word in others if word[:1].isupper() or word[:1].isdigit()}
        rare = {one for one in tokens if len(one) >= RARE and one not in tongue.function_words}
        if len(tokens) > 1 and (named - tongue.function_words | rare) - heard.words - heard.openly:
            yield f" {' '.join(tokens)} "


def _most(distinctive: frozenset[str], fresh: frozenset[str]) -> bool:
    return len(distinctive) >= LEAST and len(distinctive & fresh) >= SHARE * len(distinctive)


def _tells(run: tuple[str, ...]) -> bool:
    """Whether words in a row say something, or only are how everybody talks ("je n'ai pas")."""
    return sum(len(token) >= LONG for token in run) >= 2
