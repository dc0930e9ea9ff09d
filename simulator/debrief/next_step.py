"""The next step: what to practise next and why, what was resolved, and when to ask how it went.

A suggestion names a scenario of the library or a session of the mentee's own, with its reason as a
code and values; resources are those of the library's scenarios. Nothing is invented, and what the
mentee resolves is not judged: it has an if and a then, and the then is something they do.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from simulator.debrief.progress import Past, in_order, is_probe
from simulator.errors import UsageError
from simulator.library.catalogue import Card
from simulator.library.scenario import Resource
from simulator.practice.events import CommitmentMade
from simulator.reading.moves import Language
from simulator.text import clean

HIGHEST = 3
"""The hardest level."""
MOST = 3
"""Suggestions at most: evidence holds for two or three things, not for ten."""
RESOURCES = 3
LONGEST = 240
"""Characters of the if, and of the then."""

Kind = Literal["first", "probe", "level", "retry"]
"""A scenario to begin with; another one of the same skill; the same one harder; a turn again."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One thing to practise next. `code` is its reason in the catalogue, with `values`."""

    kind: Kind
    code: str
    skill: str
    scenario: str
    title: str
    level: int
    session: str = ""
    """Of a retry: the session, and the mentee's utterance to say anew."""
    turn: int | None = None
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reminder:
    """A resolution whose day has come, and nothing told of it yet."""

    session: str
    title: str
    made: CommitmentMade


@dataclass(frozen=True, slots=True)
class _Standing:
    """One skill as its latest sessions left it."""

    skill: str
    missed: int
    chances: int
    latest: Past


def suggestions(
    pasts: Iterable[Past], cards: Iterable[Card], language: Language
) -> tuple[Suggestion, ...]:
    """What to practise next, the first the one to take; `MOST` at most, one of a kind.

    The skill is the one with most missed chances where it was practised last; where none was
    missed, one that was never shown in another scenario.
    """
    offered = [one for one in cards if one.status != "retired" and language in one.languages]
    begun = in_order(pasts)
    told = [one for one in begun if one.is_told and not one.is_recorded]
    ordered = [one for one in told if one.parent is None] or told
    if not ordered:
        return tuple(_first(offered))
    fresh = [one for one in offered if one.id not in {past.scenario for past in begun}]
    standings = sorted(_standings(ordered), key=lambda one: -one.missed)
    lacking = [one for one in standings if one.missed] or [
        one for one in standings if not _was_probed(one.skill, ordered)
    ]
    found: dict[Kind, Suggestion] = {}
    for standing in lacking:
        for one in _for_skill(standing, offered, fresh):
            found.setdefault(one.kind, one)
    order: tuple[Kind, ...] = ("probe", "level", "retry")
    return tuple(found[kind] for kind in order if kind in found)[:MOST]


def fitting(resources: Iterable[Resource], skill: str) -> tuple[Resource, ...]:
    """The library's resources for `skill`, each title once."""
    found = {one.title: one for one in reversed(tuple(resources)) if one.for_ == skill}
    return tuple(reversed(found.values()))[:RESOURCES]


def reminders(pasts: Iterable[Past], today: date) -> tuple[Reminder, ...]:
    """The resolutions to ask about, the one due first before the others."""
    due = [
        Reminder(one.session, one.title, one.awaited)
        for one in in_order(pasts)
        if one.awaited is not None and one.awaited.due is not None and one.awaited.due <= today
    ]
    return tuple(sorted(due, key=lambda one: one.made.due or today))


def resolved(when: str, then: str, due: date | None = None) -> CommitmentMade:
    """A resolution as it is kept: one line for the if, one for the then, which is one's own doing.

    Codes of `UsageError`: `commitment-half`, `commitment-too-long`, `commitment-not-yours`. Source
    of the form: implementation intentions (Gollwitzer 1999).
    """
    made = CommitmentMade(when=_without(_IF, when), then=_without(_THEN, then), due=due)
    if not made.when or not made.then:
        raise UsageError("commitment-half")
    if max(len(made.when), len(made.then)) > LONGEST:
        raise UsageError("commitment-too-long", most=LONGEST)
    if _SOMEBODY_ELSE.match(made.then):
        raise UsageError("commitment-not-yours", then=made.then)
    return made


_IF = re.compile(r"(?:if|when|si|quand|lorsque)\s+|s['’](?=ils?\b)", re.IGNORECASE)
_THEN = re.compile(r"(?:then|alors)\b,?\s*", re.IGNORECASE)
_SOMEBODY_ELSE = re.compile(
    r"(?:he|she|they|elles?|ils)\b|il\b(?!\s+(?:faut|faudra|suffit|me\b|m['’]))|"
    r"(?:my|the|our|mon|ma|mes|le|la|les|notre)\s+\S+\s+"
    r"(?:will|must|should|doit|doivent|va|vont|devrait)\b",
    re.IGNORECASE,
)
"""A then that somebody else is the subject of."""


def _without(word: re.Pattern[str], text: str) -> str:
    """`text` clean, on one line, without the if or the then that the form already says."""
    line = " ".join(clean(text).split())
    return line[match.end() :] if (match := word.match(line)) else line


def _first(offered: Sequence[Card]) -> Iterator[Suggestion]:
    for card in sorted(offered, key=_readiest)[:1]:
        skill = card.skills[0] if card.skills else ""
        yield Suggestion("first", "next.first", skill, card.id, card.title, card.level)


def _readiest(card: Card) -> tuple[int, bool, str]:
    return card.level, card.status != "validated", card.id


def _standings(ordered: Sequence[Past]) -> Iterator[_Standing]:
    for skill in dict.fromkeys(skill for one in ordered for skill in one.skills):
        held = [one for one in ordered if one.tally(skill).chances]
        if held:
            tally = held[-1].tally(skill)
            yield _Standing(skill, tally.missed, tally.chances, held[-1])


def _was_probed(skill: str, ordered: Sequence[Past]) -> bool:
    return any(is_probe(one, skill, ordered[:at]) for at, one in enumerate(ordered))


def _for_skill(
    standing: _Standing, offered: Sequence[Card], fresh: Sequence[Card]
) -> Iterator[Suggestion]:
    latest, skill = standing.latest, standing.skill
    reason = "missed" if standing.missed else "held"
    values: dict[str, str | int] = {
        "missed": standing.missed,
        "chances": standing.chances,
        "before": latest.title,
    }
    if card := _nearest(skill, latest, fresh):
        code = f"next.probe.{reason}"
        yield Suggestion("probe", code, skill, card.id, card.title, card.level, values=values)
    held = any(one.id == latest.scenario for one in offered)
    if held and latest.level < HIGHEST and 2 * standing.missed <= standing.chances:
        level = latest.level + 1
        code = f"next.level.{reason}"
        yield Suggestion("level", code, skill, latest.scenario, latest.title, level, values=values)
    turns = [
        one.turn
        for one in latest.points
        if one.skill == skill and one.had_chance and not one.is_as_wanted and one.turn is not None
    ]
    if turns:
        yield Suggestion(
            "retry",
            "next.retry.missed",
            skill,
            latest.scenario,
            latest.title,
            latest.level,
            session=latest.session,
            turn=turns[0],
            values=values,
        )


def _nearest(skill: str, latest: Past, fresh: Iterable[Card]) -> Card | None:
    """A scenario of the skill that was never begun: near in level, of the same kind if possible."""
    return min(
        (one for one in fresh if skill in one.skills),
        key=lambda one: (abs(one.level - latest.level), one.kind != latest.kind, *_readiest(one)),
        default=None,
    )
