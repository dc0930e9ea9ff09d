"""The shelf: scenarios to rehearse and sessions held, worded once for everything that lists them.

It reads lists only, never a session: what it says of a review is what the store says of it without
opening it. How a session ended is told in words, never as a mark, and one is never held against
another.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from simulator.i18n import Translator
from simulator.views.sources import ReviewRow, ScenarioCard, SessionRow, Shelves
from simulator.views.when import when
from simulator.views.words import UNFINISHED, one_line, outcome_name, skill_name


@dataclass(frozen=True, slots=True)
class ShelfScenario:
    """A scenario to choose: what it is called, how hard and long it is, what it is about."""

    id: str
    title: str
    kind: str
    """What it stands under."""
    brief: str
    """Level and minutes, as short as can be."""
    facts: str
    """The same in words."""
    summary: str
    skills: str
    done: str
    """How often it was rehearsed here; empty for never."""
    level: str
    named: tuple[str, ...]
    """The skills by their names."""
    language: str
    """The language it is in, as a heading."""
    often: str
    """How often it was rehearsed, in a word or two; empty for never."""
    last: str
    """When it was rehearsed last and how that ended, and whether it ever came to its end."""

    @property
    def terms(self) -> tuple[str, ...]:
        """What it is known by beside its title."""
        return (self.kind, *self.named, self.facts, self.language)


@dataclass(frozen=True, slots=True)
class ShelfSession:
    """A session held: which scenario and attempt, when, how it ended, what comes next."""

    id: str
    title: str
    facts: str
    next_step: str
    is_open: bool
    scenario: str
    """Title of its scenario."""
    kind: str
    """What its scenario stands under; empty where that is not here any more."""
    attempt: str
    """Which attempt it was, and from where it took another up."""
    own_from: int
    """The first turn that is its own: those before were taken along from the talk it takes up."""
    opened_at: datetime
    when: str
    standing: str
    """Where mentors are with it: awaited, at it, or signed, by name; empty for a private one."""
    readers: str
    """Who may read it, and which mentors did, in sentences."""
    mentee: str
    lines: int
    length: str
    outcome: str

    @property
    def terms(self) -> tuple[str, ...]:
        """What it is known by beside its title."""
        return (
            self.kind,
            self.attempt,
            self.when,
            self.outcome,
            self.standing,
            self.readers,
            self.mentee,
        )


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that stands on it, in the order in which it is shown."""

    scenarios: tuple[ShelfScenario, ...] = ()
    sessions: tuple[ShelfSession, ...] = ()

    def scenario(self, ref: str | None) -> ShelfScenario | None:
        """The scenario of that id, if it is on the shelf."""
        return next((one for one in self.scenarios if one.id == ref), None)

    def session(self, ref: str | None) -> ShelfSession | None:
        """The session of that id, if it is on the shelf."""
        return next((one for one in self.sessions if one.id == ref), None)


OPEN = "open"
"""Outcome of a session that can be taken up again."""


def shelf(
    source: Shelves,
    t: Translator,
    *,
    now: datetime | None = None,
    reviews: Iterable[ReviewRow] = (),
) -> Shelf:
    """Everything on the shelf at `now`, worded; sessions newest first, their attempts counted."""
    moment = now or datetime.now(UTC)
    rows = list(source.sessions())
    attempts = _attempts(rows)
    standings = _standings(reviews, t)
    held = defaultdict(list)
    for row in rows:
        held[row.scenario].append(row)
    cards = sorted(source.cards(), key=_kind)
    kinds = {card.id: _named(t, f"views.kinds.{card.kind}", card.kind) for card in cards}
    return Shelf(
        scenarios=tuple(_scenario(card, held[card.id], t, moment) for card in cards),
        sessions=tuple(
            _session(
                *(row, attempts[row.id], standings.get(row.id, ""), kinds.get(row.scenario, "")),
                t,
                moment,
            )
            for row in rows
        ),
    )


_KINDS = ("negotiation", "conflict", "difficult-conversation")


def _kind(card: ScenarioCard) -> tuple[int, int, str]:
    """Kind by kind, the gentlest first; what is no kind of ours comes last."""
    place = _KINDS.index(card.kind) if card.kind in _KINDS else len(_KINDS)
    return place, card.level, card.title


def gentlest(cards: Iterable[ScenarioCard], language: str) -> ScenarioCard | None:
    """The scenario to begin with: in the reader's language, the lightest, the shortest."""
    spoken = [card for card in cards if card.language == language]
    return min(spoken, key=lambda card: (card.level, card.minutes, *_kind(card)), default=None)


def _scenario(
    card: ScenarioCard, held: Sequence[SessionRow], t: Translator, now: datetime
) -> ShelfScenario:
    minutes = t("views.minutes", minutes=card.minutes)
    level = t("views.level", level=card.level)
    facts = [_named(t, f"views.level.{card.level}", level), minutes]
    brief = [level, minutes]
    if card.language != t.language:
        facts.append(t(f"views.language.{card.language}"))
        brief.append(t(f"views.language.{card.language}"))
    skills = tuple(skill_name(t, one) for one in card.skills)
    done = [row for row in held if row.turns and row.parent_turn is None]
    return ShelfScenario(
        id=card.id,
        title=one_line(card.title),
        kind=_named(t, f"views.kinds.{card.kind}", card.kind),
        brief=_joined(brief),
        facts=_joined(facts),
        summary=one_line(card.summary),
        skills=t("views.skills", skills=t.listed(skills)),
        done=t.n("views.done", len(done)) if done else "",
        level=facts[0],
        named=skills,
        language=t(f"views.languages.{card.language}"),
        often=t.n("views.often", len(done)) if done else "",
        last=_last(done, t, now) if done else "",
    )


def _named(t: Translator, wording: str, otherwise: str) -> str:
    """The words for something that a file says; what it says itself where we have none for it."""
    return t(wording) if t.has(wording) else one_line(otherwise)


def _last(held: Sequence[SessionRow], t: Translator, now: datetime) -> str:
    """How the latest of the sessions stands, and how many of them came to their end."""
    latest = held[0]
    last = t(
        "views.last", when=when(t, latest.opened_at, now), outcome=outcome_name(t, latest.outcome)
    )
    ended = sum(row.outcome not in UNFINISHED for row in held)
    return f"{last} {t.n('views.ended', ended)}" if ended > 0 and len(held) > 1 else last


def _session(
    row: SessionRow, attempt: int, standing: str, kind: str, t: Translator, now: datetime
) -> ShelfSession:
    scenario = one_line(row.title)
    names = t.listed(row.shared_with)
    lines, outcome = t.n("views.lines", row.turns), outcome_name(t, row.outcome)
    return ShelfSession(
        id=row.id,
        title=f"{scenario}, {_attempt(row, attempt, t)}",
        facts=_joined((t.date(row.opened_at.astimezone()), row.mentee, lines, outcome)),
        next_step=t(f"views.next.{row.outcome if row.outcome in _NEXT else 'debrief'}"),
        is_open=row.outcome == OPEN,
        scenario=scenario,
        kind=kind,
        attempt=_attempt(row, attempt, t),
        own_from=row.parent_turn or 1,
        opened_at=row.opened_at,
        when=when(t, row.opened_at, now),
        standing=standing or (t("views.standing.awaiting", names=names) if names else ""),
        readers=_readers(names, standing, t),
        mentee=row.mentee,
        lines=row.turns,
        length=lines,
        outcome=outcome,
    )


def _readers(names: str, standing: str, t: Translator) -> str:
    shared = t("views.readers", names=names) if names else t("views.readers.none")
    return f"{shared} {standing[0].upper()}{standing[1:]}." if standing else shared


def _attempt(row: SessionRow, attempt: int, t: Translator) -> str:
    if row.parent_turn is None:
        return t("views.attempt", attempt=attempt)
    return t("views.retried", attempt=attempt, turn=row.parent_turn)


_NEXT = frozenset({OPEN, "stopped"})
"""Outcomes after which something else than the debrief comes next."""


def _standings(reviews: Iterable[ReviewRow], t: Translator) -> Mapping[str, str]:
    """Where mentors are with each session that somebody reviews, by session id.

    Those who signed are named; while nobody has, those who are at it.
    """
    names: defaultdict[tuple[str, bool], dict[str, None]] = defaultdict(dict)
    for one in reviews:
        names[one.session, one.signed > 0][one.reviewer] = None
    return {
        session: t(f"views.standing.{'signed' if signed else 'begun'}", names=t.listed(who))
        for (session, signed), who in names.items()
        if signed or (session, True) not in names
    }


def _joined(facts: Iterable[str]) -> str:
    return "\u00a0· ".join(facts)


def _attempts(newest_first: list[SessionRow]) -> dict[str, int]:
    """Which attempt at its scenario each session was, by session id."""
    counts: Counter[tuple[str, str]] = Counter()
    attempts = {}
    for row in reversed(newest_first):
        key = (row.scenario, row.mentee)
        counts[key] += 1
        attempts[row.id] = counts[key]
    return attempts
