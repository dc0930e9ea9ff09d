"""The persona at the table: a deal, a counter-offer, a question for the reason, or a no.

What was agreed is only said again, unless the mentee says at once that they agreed to nothing: then
it is open once more. A deal never holds another figure than the line that made it. The invariants: no package past a limit, none below
`accepts-from`, nothing offered is taken back, and nothing moves for pressure, repetition or
patience, and no figure better for the persona than their opening is said. A package is taken when it is worth what the persona aims for now, or is no better for the
mentee than what was already offered; what was granted as a concession is not reckoned against the
rest. While there is a rupture, or pressure in the turn, demands go
on record and get no figure in return.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from simulator.director.aspiration import Earning, aspiration
from simulator.director.conditions import View, topics_now
from simulator.director.conduct import BARGAINING, Conduct
from simulator.director.demands import demanded, named_values
from simulator.director.packages import EPSILON, Sheet, Value, Values, as_told, counter_offer
from simulator.director.recapping import denies
from simulator.director.reopening import capped, reopened, set_against
from simulator.director.state import Beat, BeatKind, Package, Reason, State, Table
from simulator.director.told import still_offered, told_figures
from simulator.library.scenario import Concession, Scenario
from simulator.reading.moves import Move, Reading, Signal
from simulator.text import fold

_PUTTING = BARGAINING | {Move.SUMMARY, Move.CHECKING_UNDERSTANDING}
"""What says yes to figures, or asks for a yes, in so many words; a figure told in passing does not."""
TAG = 4
"""Words of a question that is a yes ("Deal, then?") rather than a question."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The table after the turn, how it is answered, and why."""

    table: Table | None = None
    beats: tuple[Beat, ...] = ()
    """None where the figures get no answer of their own."""
    reasons: tuple[Reason, ...] = ()
    asked: tuple[str, ...] = ()
    """The issues on which this turn put something forward."""
    silent: Table | None = None
    """The table if nothing of this is voiced: the mentee's demands alone."""

    @property
    def is_deal(self) -> bool:
        return any(beat.kind is BeatKind.DEAL for beat in self.beats)

    @property
    def has_agreed(self) -> bool:
        """Whether every issue is settled after the turn, in one deal or piece by piece."""
        return self.is_deal or (self.table is not None and self.table.agreed is not None)

    @property
    def reopens(self) -> bool:
        """The deal of the turn before was none."""
        return any(beat.kind is BeatKind.REOPEN for beat in self.beats)

    def unvoiced(self) -> "Answer":
        """The same demands on record, without the persona's answer."""
        return replace(self, table=self.silent, beats=(), reasons=())

    def giving(self, scenario: Scenario, state: State, concession: Concession | None) -> "Answer":
        """With what `concession` settles among the persona's offers, never past a limit."""
        if concession is None or not concession.gives or scenario.negotiation is None:
            return self
        table = self.table if self.table is not None else state.table
        sheet = Sheet(scenario.negotiation)
        offered = table.offered.values if table.offered is not None else {}
        package = sheet.giving(offered, concession.gives)
        return replace(self, table=table.model_copy(update={"offered": Package(values=package)}))

    def settled(self, scenario: Scenario, state: State, granted: Sequence[Concession]) -> "Answer":
        """With a package agreed once what was granted settles every issue within the limits."""
        if scenario.negotiation is None:
            return self
        sheet = Sheet(scenario.negotiation)
        package: Values = {}
        for one in granted:
            package = sheet.giving(package, one.gives)
        if package.keys() != sheet.scales.keys():
            return self
        table = self.table if self.table is not None else state.table
        agreed = {"agreed": Package(values=package), "value": round(sheet.value(package), 4)}
        return replace(self, table=table.model_copy(update=agreed))


@dataclass(frozen=True, slots=True)
class Bargain:
    """One turn at the table."""

    scenario: Scenario
    sheet: Sheet
    state: State
    conduct: Conduct
    view: View
    asked: Values
    """All standing demands, those of this turn included."""
    first: Values
    """What was demanded first, by issue."""
    least: float
    """What the persona aims for now."""
    may_close: bool = True
    """The turn asks nothing that has to be answered before a yes."""
    says_yes: bool = False
    """The turn says yes to the figures that the persona put forward a moment ago."""
    named: Mapping[str, Collection[Value]] = field(default_factory=dict)
    """Every value in the line, by the issue it could be meant for."""

    @property
    def offered(self) -> Values:
        return self.state.table.offered.values if self.state.table.offered is not None else {}

    @property
    def silent(self) -> Table:
        """The demands on record, nothing said to them."""
        return self.state.table.model_copy(
            update={
                "asked": Package(values=dict(self.asked)),
                "first_asked": Package(values=dict(self.first)),
            }
        )

    def answer(self, fresh: Values) -> Answer:
        """The persona's answer to the demands of this turn, `fresh` of which are new."""
        wanted = {**self.sheet.opening, **self.offered, **self.asked}
        if not self._is_acceptable(wanted):
            return self._again() if self.is_as_offered(fresh) else self._not_yet()
        if self._leaves_open(wanted):
            return self._counter()
        if self.sheet.is_no_better(wanted, self.offered):
            return self._again()
        is_put = self.conduct.does(*_PUTTING) or self.conduct.shows(Signal.AGREEMENT)
        closes = self.may_close and is_put and self._is_as_named(wanted)
        is_said = all(
            fresh.get(name) == value or self._is_taken(name, value)
            for name, value in wanted.items()
        )
        return self._deal(wanted) if closes and is_said else self._put_forward(wanted)

    def takes_offer(self) -> Answer:
        """The mentee said yes to what the persona had put forward."""
        if not self.sheet.opening.keys() <= self.offered.keys():
            return self._put_forward({**self.sheet.opening, **self.offered})
        return self._deal(self.offered) if self._is_as_named(self.offered) else self._again()

    def _is_taken(self, name: str, value: Value) -> bool:
        """Whether a value that the line leaves out was settled: granted, or the mentee's yes to it."""
        if self._given.get(name) == value:
            return True
        return self.says_yes and self.offered.get(name) == value

    def _is_as_named(self, package: Values) -> bool:
        """Whether the line holds no other figure than `package` does, on any issue."""
        return all(package.get(name) in values for name, values in self.named.items())

    def is_as_offered(self, fresh: Values) -> bool:
        """Whether the figures of this turn, if any, are those that the persona put forward."""
        return all(self.offered.get(name) == value for name, value in fresh.items())

    def _is_acceptable(self, wanted: Values) -> bool:
        if not self.sheet.is_within_limits(wanted):
            return False
        value = self.sheet.value(wanted)
        standing = self.offered and value >= self.sheet.value(self.offered) - EPSILON
        if standing or value >= self.least - EPSILON:
            return True
        return bool(self._given) and self.sheet.value_beside(wanted, self._given) >= self.least

    @property
    def _given(self) -> Values:
        """What concessions have settled."""
        package: Values = {}
        for one in self.scenario.concessions:
            if one.id in self.view.granted:
                package = self.sheet.giving(package, one.gives)
        return package

    def _leaves_open(self, wanted: Values) -> bool:
        """Whether something of the package was neither asked for nor put forward by anybody."""
        return not wanted.keys() <= {**self.offered, **self.asked}.keys()

    def _again(self) -> Answer:
        """The persona's own figures again: the mentee took up a part of them."""
        return self._said("offer.countered", BeatKind.COUNTER)

    def _not_yet(self) -> Answer:
        is_first = self.state.table.asked is None and not self.offered
        if is_first and not self.sheet.is_within_limits(self.asked):
            match self.sheet.negotiation.on_anchor:
                case "ignore":
                    return self._said("offer.ignored")
                case "ask-reason":
                    return self._said("offer.questioned", BeatKind.PROBE)
                case "close":
                    return self._said("offer.refused", BeatKind.REFUSE)
                case "counter":
                    return self._counter()
        if is_first and not self._is_argued():
            return self._said("offer.questioned", BeatKind.PROBE)
        return self._counter()

    def _is_argued(self) -> bool:
        """Whether the mentee gave any ground so far."""
        grounds = {Move.STATING_FACTS, Move.INTERESTS, Move.VOUCHING_FAIRNESS}
        moves = (move for record in self.view.history for move in record.moves)
        return bool(self.view.levers) or not grounds.isdisjoint(moves)

    def _counter(self) -> Answer:
        package = counter_offer(self.sheet, self.offered, self.asked, self.least, self._weights())
        if dict(self.offered) == package:
            again = (BeatKind.COUNTER,) if self.offered else ()
            return self._said("offer.refused", *self._ways_to_refuse(), *again)
        return self._put_forward(package)

    def _put_forward(self, package: Values) -> Answer:
        """The package as the persona would take it, for the mentee to say yes to."""
        table = self.silent.model_copy(update={"offered": Package(values=dict(package))})
        return Answer(
            table=table,
            beats=(Beat(kind=BeatKind.COUNTER),),
            reasons=(self._reason("offer.countered", package),),
            silent=self.silent,
        )

    def _ways_to_refuse(self) -> Sequence[BeatKind]:
        """A no, or a question, so that the same answer does not come twice running."""
        said = {beat.kind for beat in self.state.beats}
        return (BeatKind.PROBE,) if BeatKind.REFUSE in said else (BeatKind.REFUSE,)

    def _deal(self, package: Mapping[str, Value]) -> Answer:
        value = self.sheet.value(package)
        agreed = Package(values=dict(package))
        table = self.silent.model_copy(update={"agreed": agreed, "value": round(value, 4)})
        return Answer(
            table=table,
            beats=(Beat(kind=BeatKind.DEAL),),
            reasons=(self._reason("deal.made", package),),
            silent=self.silent,
        )

    def _said(self, code: str, *kinds: BeatKind) -> Answer:
        return Answer(
            table=self.silent,
            beats=tuple(Beat(kind=kind) for kind in kinds),
            reasons=(self._reason(code, self.asked),),
            silent=self.silent,
        )

    def _reason(self, code: str, package: Values) -> Reason:
        values: dict[str, str | float] = {
            "value": round(self.sheet.value(package), 2),
            "aspiration": round(self.least, 2),
            "turn": self.view.turn,
        }
        return Reason(code=code, values=values)

    def _weights(self) -> dict[str, float]:
        """How much each issue seems to mean to the mentee: asked for first, spoken of, held on to."""
        names = [topic for record in self.view.history for topic in record.topics]
        weights = {}
        for place, name in enumerate(self.first):
            issue = next(one for one in self.sheet.negotiation.issues if one.id == name)
            held = self.asked.get(name) == self.first[name]
            weight = 1.0 + (0.5 if place == 0 else 0.0) + (0.3 if held else 0.0)
            weights[name] = weight + 0.1 * min(5, names.count(issue.topic))
        return weights


def answered(
    scenario: Scenario,
    state: State,
    reading: Reading,
    *,
    line: str,
    conduct: Conduct,
    view: View,
    earning: Earning,
    is_closed: bool,
    may_close: bool = True,
) -> Answer:
    """What becomes of the table on this turn; an empty answer where nothing was negotiated."""
    if scenario.negotiation is None:
        return Answer()
    sheet = Sheet(as_told(scenario.negotiation, view.spoken))
    state = still_offered(scenario, state, view.spoken)
    table = topics_now(view)
    told = told_figures(scenario, state)
    fresh = demanded(scenario.negotiation, reading, line=line, table=table, told=told)
    is_denied = denies(fold(line))
    if state.table.agreed is not None:
        meant = set_against(sheet, state, conduct, reading, line=line, table=table)
        if meant is not None:
            opened = reopened(state.table, {**meant, **fresh})
            return Answer(table=opened, beats=(Beat(kind=BeatKind.REOPEN),), silent=opened)
        reopens = any(state.table.agreed.values.get(name) != fresh[name] for name in fresh)
        return Answer(beats=(Beat(kind=BeatKind.DEAL),)) if reopens and not is_closed else Answer()
    offered = state.table.offered.values if state.table.offered is not None else {}
    if not fresh:
        fresh = capped(sheet, state, reading, line=line, table=table)
    before = sheet.beyond(
        state.table.asked.values if state.table.asked is not None else {}, offered
    )
    first = state.table.first_asked.values if state.table.first_asked is not None else {}
    asked = sheet.said({**before, **fresh})
    earliest = {**{name: asked[name] for name in fresh}, **first}
    target = sheet.value(sheet.target)
    least = aspiration(
        target, scenario.negotiation.accepts_from, earning, sheet.given_up(earliest, asked)
    )
    was_countered = any(beat.kind is BeatKind.COUNTER for beat in state.beats)
    agrees = _agrees(conduct)
    bargain = Bargain(
        scenario,
        sheet,
        state,
        conduct,
        view,
        asked,
        earliest,
        least,
        may_close=may_close and not is_denied,
        says_yes=was_countered and agrees,
        named=named_values(scenario.negotiation, reading, line=line, table=table),
    )
    if is_closed or conduct.is_pressing:
        return Answer(table=bargain.silent) if fresh else Answer()
    says_all = set(fresh) == {issue.id for issue in scenario.negotiation.issues}
    if not is_denied and bargain.is_as_offered(fresh) and ((was_countered and agrees) or says_all):
        return bargain.takes_offer()
    return replace(bargain.answer(fresh), asked=tuple(fresh)) if fresh else Answer()


def _agrees(conduct: Conduct) -> bool:
    """Whether the mentee says yes, rather than yes and what else."""
    asks = conduct.does(Move.OPEN_QUESTION, Move.ELICITING_PREFERENCE)
    wonders = conduct.does(Move.CLOSED_QUESTION) and conduct.words > TAG
    says_yes = conduct.shows(Signal.AGREEMENT) and not conduct.shows(Signal.REFUSAL)
    return says_yes and not asks and not wonders
