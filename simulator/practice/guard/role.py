"""Who speaks: the persona, in their role, and nobody else.

A reply is one person's spoken words. Refused are a script with names before its lines, what a
narrator tells of anybody in the cast, the mentee's own line handed back whole, stage directions, and what only a program
would say of itself, of its orders or of the play. What the scenario's open lines say themselves is
no slip: there are talks about prompts and programs. What the mentee says excuses nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from simulator.director.direction import Direction
from simulator.director.state import BeatKind
from simulator.practice.guard.reply import Reply, fold_of, runs, tokens_of
from simulator.practice.guard.tongue import Tongue
from simulator.text import fold

ECHO = 9
"""Words in a row of the mentee's that nobody gives back."""
TERMS = frozenset({BeatKind.COUNTER, BeatKind.DEAL, BeatKind.SETTLED, BeatKind.PARTLY,
                   BeatKind.AMISS})  # fmt: skip
"""Beats that say terms again, word for word."""
_START = r"(?:^|\n|[.!?…\"»”]\s+)\s*[\"«“*_(-]*\s*"
_ASIDE = re.compile(
    r"(?:^|[.!?…]\s+)\s*\([^)]|[\[\]]|(?<!\w)\*\w|\w\*(?!\w)|(?<!\w)_\w[^_]*_(?!\w)"
)
_LINE_OF_TALK = re.compile(r"(?m)^\s*[—–]\s*\S")


@dataclass(frozen=True, slots=True)
class Speaker:
    """What gives away, in one talk, that somebody else speaks than the persona."""

    for_mentee: re.Pattern[str]
    by_name: re.Pattern[str]
    """The persona's own name as a label, or in a narrator's mouth."""
    for_other: re.Pattern[str] | None
    """Another's of the cast as a label, after their words, or with what a narrator sees them do."""
    echo: frozenset[tuple[str, ...]]

    @property
    def is_alone(self) -> bool:
        """Whether nobody of the cast is in the scene beside the persona."""
        return self.for_other is None

    @classmethod
    def of(cls, direction: Direction, tongue: Tongue, others: Iterable[str] = ()) -> Self:
        """The names, and the mentee's words, of this talk; `others` are in it as well."""
        mentee = _names(direction.mentee)
        persona = _names(direction.name)
        theirs = "|".join(map(re.escape, sorted({*mentee, *tongue.phrases.labels})))
        own = "|".join(map(re.escape, persona))
        cast = {name for voice in (*direction.voices, *others) for name in _names(voice)}
        tells = tongue.phrases.narrated
        named = f"|\\b(?:{'|'.join(map(re.escape, mentee))}) (?:{tells})\\b" if mentee else ""
        given = {run for beat in direction.beats for line in beat.lines for run in _echoes(line)}
        said = {run for line in direction.said for run in _echoes(line)}
        heard = (*direction.mentee_said, direction.heard.text)
        may_echo = any(beat.kind in TERMS for beat in direction.beats)
        echo = () if may_echo else [run for line in heard for run in _echoes(line)]
        return cls(
            for_mentee=re.compile(rf"{_START}(?:{theirs})\s*(?:\([^)]*\)\s*)?[*_]*\s*[:|]{named}"),
            by_name=re.compile(rf"{_START}(?:{own})\s*[*_]*\s*[:|]|\b(?:{own}) (?:{tells})\b"),
            for_other=_of_another(cast - {*persona}, tongue),
            echo=frozenset(echo) - given - said,
        )


def speaks_for_mentee(reply: Reply, speaker: Speaker) -> bool:
    """Whether the mentee's side of the talk is in it."""
    if speaker.for_mentee.search(reply.lines) or len(_LINE_OF_TALK.findall(reply.text)) > 1:
        return True
    return not reply.is_ours and not speaker.echo.isdisjoint(reply.runs(ECHO))


def speaks_for_other(reply: Reply, speaker: Speaker) -> bool:
    """Whether somebody else of the cast speaks or acts in it; telling of them is no such thing."""
    return speaker.for_other is not None and bool(speaker.for_other.search(reply.lines))


def leaves_role(reply: Reply, speaker: Speaker, is_open: "Open") -> bool:
    """Whether it is not the persona's spoken words."""
    if _ASIDE.search(reply.text):
        return True
    if speaker.by_name.search(reply.lines):
        return True
    found = reply.tongue.phrases.leaves_role.finditer(reply.folded)
    return any(not is_open(match.group()) for match in found)


@dataclass(slots=True)
class Open:
    """Says whether words stand in what everybody in the talk may say; folded when first asked."""

    texts: Iterable[str]
    _folded: str = ""

    def __call__(self, words: str) -> bool:
        """Whether the folded `words` stand in one of the open texts."""
        if not self._folded:
            self._folded = "\n".join(map(fold_of, self.texts))
        return words.strip(" .!?") in self._folded


def _of_another(names: Iterable[str], tongue: Tongue) -> re.Pattern[str] | None:
    """What gives away that one of `names` speaks or acts; None where there is nobody."""
    named = "|".join(map(re.escape, sorted(names)))
    if not named:
        return None
    label = rf"{_START}(?:{named})\s*(?:\([^)]*\)\s*)?[*_]*\s*[:|]"
    after = rf"[\"»”]\s*,?\s*(?:{tongue.phrases.attributed}) (?:{named})\b"
    seen = rf"{_START}(?:{named}) (?:{tongue.phrases.seen})(?:\s*[.!…](?:\s|$)| {tongue.phrases.also} )"
    return re.compile(f"{label}|{after}|{seen}")


def _names(name: str) -> tuple[str, ...]:
    """A name and its first part, folded; none where there is no name."""
    folded = fold(name)
    return tuple(dict.fromkeys((folded, folded.split(" ")[0]))) if folded else ()


def _echoes(line: str) -> list[tuple[str, ...]]:
    return runs(tokens_of(line), ECHO)
