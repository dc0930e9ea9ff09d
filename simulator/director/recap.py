"""A recap by the mentee, held against what was granted and agreed, item by item.

A recap gathers what was said and asks for a yes. It is cut into clauses; each clause that commits
somebody is compared with the concessions: what it names, the words it shares with them, the times
and numbers in it; figures of the table are compared with what was agreed there. What was granted
stands; what was refused, or never granted, is amiss, and the mentee's own words for it are kept, so
that the persona can say which part. A clause that tells how things are, what the mentee will do alone,
what the persona said themselves or the brief holds, or that takes leave, is no item. Nothing is
granted here.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from simulator.director import recapping as wording
from simulator.director.bearing import telling
from simulator.director.conditions import View
from simulator.director.conduct import BARGAINING, Conduct
from simulator.director.numbers import figures_in
from simulator.director.packages import Value
from simulator.director.state import State
from simulator.director.told import own_lines, said_lines
from simulator.director.vocabulary import topic_mentions
from simulator.library.scenario import Concession, Scenario
from simulator.reading.moves import Mention, Move, Reading, Signal
from simulator.text import fold

_SAME_TOPIC = 1.5
"""What naming its topic counts for, in shared words; from here a clause is about a concession."""
_LONGEST = 48
"""Code points of the mentee's words that are given back."""


@dataclass(frozen=True, slots=True)
class Recap:
    """What of a recap stands, and what does not."""

    stands: tuple[str, ...] = ()
    """Ids of concessions and issues that it names rightly."""
    amiss: tuple[str, ...] = ()
    """What it holds that was never granted, in the mentee's words."""
    claimed: tuple[str, ...] = ()
    """Ids of the concessions among these."""

    @property
    def is_whole(self) -> bool:
        """All that it holds was granted or agreed."""
        return bool(self.stands) and not self.amiss


@dataclass(frozen=True, slots=True)
class _Clause:
    """One part of the line."""

    text: str
    mentions: tuple[Mention, ...]

    @property
    def topics(self) -> frozenset[str]:
        return frozenset(one.topic for one in self.mentions)

    @property
    def shown(self) -> str:
        """The clause if it is short, else the word by which it names its topic."""
        text = self.text.strip(" ,;:.!?…")
        if len(text) <= _LONGEST:
            return text
        return self.mentions[0].word if self.mentions else ""


@dataclass(frozen=True, slots=True)
class _Matter:
    """Everything that one line is held against."""

    scenario: Scenario
    view: View
    granted: frozenset[str]
    """Keys of the figures that belong to what was granted, or to the table."""
    known: frozenset[str]
    """Keys of the figures that nobody has to grant."""
    own: frozenset[str]
    """Telling words of the persona's own stories."""
    said: frozenset[str]
    """Telling words of all that either side has from the persona or the brief."""
    common: frozenset[str]
    """Telling words of what was granted or told: they claim nothing else."""
    insists: bool
    """The line asks for a yes in so many words."""
    checks: bool
    """The line asks whether that is right."""

    def named(self, clause: _Clause) -> Concession | None:
        """The concession that the clause is about; of two alike, the one that was granted."""
        scored = [
            (self._likeness(one, clause), one.id in self.view.granted, one)
            for one in self.scenario.concessions
        ]
        best = max(scored, key=lambda each: each[:2], default=None)
        if best is None:
            return None
        likeness, is_granted, one = best
        least = 1 if is_granted or self.insists else _SAME_TOPIC
        return one if likeness >= least else None

    def _likeness(self, one: Concession, clause: _Clause) -> float:
        shared = telling(fold(" ".join(one.says))) & telling(fold(clause.text))
        if one.id not in self.view.granted:
            shared -= self.common
        return len(shared) + (_SAME_TOPIC if one.topic in clause.topics else 0)

    def is_item(self, clause: _Clause) -> bool:
        """Whether the clause says what somebody is to do."""
        folded = fold(clause.text).strip()
        if wording.is_own(folded) or (wording.tells(folded) and not wording.commits(folded)):
            return False
        if wording.takes_leave(folded) or wording.is_tag(folded):
            return False
        return (
            self.insists
            or wording.commits(folded)
            or (self.checks and wording.names_somebody(folded))
        )

    def is_echo(self, folded: str) -> bool:
        """Whether the clause gives back what the persona said, without a word or figure of its own.

        What is in the brief alone may be said again, not asked for: somebody would have to do it.
        """
        told, figures = telling(folded), figures_in(folded).keys()
        asks = wording.commits(folded) or wording.names_somebody(folded)
        if not (told or figures) or not figures <= self.known:
            return False
        return told <= (self.own if asks else self.said)


def is_recap(conduct: Conduct, folded: str) -> bool:
    """Whether the line gathers what was agreed: it sums up, or leads in so and asks for a yes."""
    if conduct.is_hostile or conduct.is_pressing or conduct.does(Move.OPEN_QUESTION):
        return False
    asks = wording.asks_if_agreed(folded) or wording.asks_if_right(folded)
    if wording.leads_in(folded):
        return asks or conduct.does(Move.SUMMARY)
    if conduct.does(*BARGAINING) and not (asks and conduct.does(Move.SUMMARY)):
        return False
    return conduct.does(Move.SUMMARY) or (asks and conduct.does(Move.CHECKING_UNDERSTANDING))


def recap_of(
    scenario: Scenario,
    state: State,
    view: View,
    conduct: Conduct,
    reading: Reading,
    *,
    line: str,
    demands: Mapping[str, Value],
    is_refused: bool = False,
) -> Recap | None:
    """What the recap in `line` holds; None if it is none, or commits nobody to anything.

    `demands` are the table's figures in it, by issue: they are held against what was agreed, and
    left to the table as long as they are not what the persona put forward; `is_refused` says that the
    table has not taken them.
    """
    folded = fold(line)
    if not is_recap(conduct, folded):
        return None
    is_led_in = wording.leads_in(folded) and conduct.shows(Signal.AGREEMENT)
    insists = wording.asks_if_agreed(folded) or is_led_in
    checks = wording.asks_if_right(folded)
    matter = _matter(scenario, state, view, demands, insists=insists, checks=checks)
    known = matter.known | _figures(wording.tomorrows(folded))
    stands: list[str] = []
    amiss: list[str] = []
    claimed: list[str] = []
    for name, value in demands.items():
        is_as_said = _stood(state).get(name) == value
        if is_as_said:
            stands.append(name)
        elif is_refused or state.table.agreed is not None:
            amiss.append(_word_for(scenario, reading, name, value))
    for clause in _clauses(line, reading):
        if not matter.is_item(clause) or _is_for_the_table(scenario, clause, demands):
            continue
        one = matter.named(clause)
        extra = figures_in(fold(clause.text)).keys() - matter.granted
        if one is not None and one.id in view.granted and not extra - known:
            stands.append(one.id)
        elif matter.is_echo(fold(clause.text)) or _is_settled_by(one, demands):
            continue
        elif one is not None:
            amiss.append(clause.shown)
            claimed += [one.id] if one.id not in view.granted else []
        elif extra - known and insists:
            amiss.append(clause.shown)
    if not stands and not amiss:
        return None
    return Recap(*(tuple(dict.fromkeys(each)) for each in (stands, amiss, claimed)))


def _stood(state: State) -> Mapping[str, Value]:
    """The persona's figures as they stand: what was agreed, else what they put forward."""
    package = state.table.agreed or state.table.offered
    return package.values if package is not None else {}


def _is_for_the_table(scenario: Scenario, clause: _Clause, demands: Mapping[str, Value]) -> bool:
    """Whether the clause only puts figures that the table answers."""
    if scenario.negotiation is None or not demands:
        return False
    issues = {issue.topic for issue in scenario.negotiation.issues if issue.id in demands}
    keys = figures_in(fold(clause.text)).keys()
    figures = {key.removesuffix(":") for key in keys if not key.isalpha()}
    options = (
        about
        for issue in scenario.negotiation.issues
        for option in issue.options
        if demands.get(issue.id) == option.id
        for about in option.about
    )
    known = _keys(demands) | _figures(options) | {"1"}
    return bool(figures or clause.topics & issues) and figures <= known


def _is_settled_by(one: Concession | None, demands: Mapping[str, Value]) -> bool:
    """Whether figures of the line say just what the concession would give."""
    return one is not None and bool(one.gives) and one.gives.keys() <= demands.keys()


def _clauses(line: str, reading: Reading) -> Iterator[_Clause]:
    mentions = topic_mentions(reading)
    for start, end in wording.clauses(line):
        inside = tuple(one for one in mentions if start <= one.start < end)
        yield _Clause(line[start:end], inside)


def _matter(
    scenario: Scenario,
    state: State,
    view: View,
    demands: Mapping[str, Value],
    *,
    insists: bool,
    checks: bool,
) -> _Matter:
    """What the clauses are held against: what was granted, what was asked then, what was told."""
    granted = [line for one in scenario.concessions if one.id in view.granted for line in one.says]
    told = list(own_lines(scenario, state, view.spoken))
    said = [*told, *said_lines(scenario, state)]
    turns = {turn - back for turn in state.granted_at for back in (0, 1)}
    asked = [record.folded for record in state.history if record.turn in turns]
    facts = [line for one in scenario.facts if one.id in view.spoken for line in one.says]
    return _Matter(
        scenario,
        view,
        granted=_figures([*granted, *asked]) | _keys(demands),
        known=_figures(said) | _keys(_stood(state)),
        own=telling(fold(" ".join(told))),
        said=telling(fold(" ".join(said))),
        common=telling(fold(" ".join([*granted, *facts]))),
        insists=insists,
        checks=checks,
    )


def _figures(lines: Iterable[str]) -> frozenset[str]:
    return frozenset(key for line in lines for key in figures_in(fold(line)))


def _keys(demands: Mapping[str, Value]) -> frozenset[str]:
    figures = [value for value in demands.values() if not isinstance(value, str)]
    return frozenset(f"{one:.0f}" for value in figures for one in (value, value / 1000))


def _word_for(scenario: Scenario, reading: Reading, issue: str, value: Value) -> str:
    """The mentee's words for the figure, or for what the issue is about."""
    keys = _keys({issue: value})
    for one in reading.quantities:
        if one.kind != "date" and not figures_in(fold(one.text)).keys().isdisjoint(keys):
            return one.text
    issues = scenario.negotiation.issues if scenario.negotiation is not None else ()
    topic = next((one.topic for one in issues if one.id == issue), "")
    return next((one.word for one in topic_mentions(reading) if one.topic == topic), "")
