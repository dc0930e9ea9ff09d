"""One turn as it has been settled, on its way to a reply. Nothing in it is undecided but the beats."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.director.aspiration import Earning
from simulator.director.bargain import Answer
from simulator.director.bearing import telling
from simulator.director.chance import drawn
from simulator.director.conditions import View, topics_now
from simulator.director.conduct import Conduct
from simulator.director.disclosure import Gift
from simulator.director.endings import Outcome
from simulator.director.recap import Recap
from simulator.director.replies import more_of, reply_to
from simulator.director.state import Beat, BeatKind, Stance, State
from simulator.director.topics import fact_named, topic_named
from simulator.director.vocabulary import Named
from simulator.library.scenario import Cue, Lever, Reaction, Scenario, Twist
from simulator.reading.asking import Asked
from simulator.reading.moves import Move, Signal
from simulator.text import fold

WARM_TRUST = 5.0
"""From here the persona meets what is said with good will."""
TENSE = 6.0
"""From here they bristle."""
LATELY = 2
"""Turns within which a way forward that names nothing is about what was just granted."""
SHORT = 9
"""Words of a question that can only be about what was just said."""
_YES = frozenset({BeatKind.CONCESSION, BeatKind.DEAL, BeatKind.SETTLED})


@dataclass(frozen=True, slots=True)
class Moment:
    """What was said, what it changed, and what the persona has to give back for it."""

    scenario: Scenario
    state: State
    """Before this turn."""
    turn: int
    seed: int
    voice: str
    """Id of the persona who answers."""
    conduct: Conduct
    named: Named
    view: View
    before: Stance
    stance: Stance
    """Of the persona who answers; `before` is how this turn found them."""
    trust_at_start: float
    gains: float
    """What the level multiplies gains by."""
    was_ruptured: bool = False
    is_ruptured: bool = False
    is_repeated: bool = False
    is_early: bool = False
    gift: Gift = field(default_factory=Gift)
    answer: Answer = field(default_factory=Answer)
    recap: Recap | None = None
    """What the mentee's recap of things agreed holds, if the turn is one."""
    outcome: Outcome = field(default_factory=Outcome)
    cue: Cue | None = None
    """May be offered if the reply leaves room."""
    taken: tuple[str, ...] = ()
    """Cues taken up on this turn."""
    missed: tuple[str, ...] = ()
    twist: Twist | None = None
    reactions: tuple[Reaction, ...] = ()
    levers: tuple[Lever, ...] = ()
    """Named for the first time."""
    wraps_up: bool = False
    asked: Asked | None = None
    """The kind of question that the line asks."""

    @property
    def earning(self) -> Earning:
        """What the mentee has earned at the table, whatever they ask for."""
        return Earning(
            facts=len(self.view.spoken) / len(self.scenario.facts),
            levers=sum(one.worth for one in self.scenario.levers if one.id in self.view.levers),
            trust=self.stance.trust - self.trust_at_start,
            gains=self.gains,
        )

    @property
    def is_closed_off(self) -> bool:
        """In a rupture, or only just out of one: nothing is told or granted."""
        return self.was_ruptured or self.is_ruptured

    @property
    def is_hurt(self) -> bool:
        """The turn attacked, and cost more trust than it won."""
        return self.conduct.is_hostile and self.stance.trust <= self.before.trust

    @property
    def topic(self) -> str:
        """The topic that a reply would speak to, rather an open one; empty if there is none."""
        table = [name for name in topics_now(self.view) if self.is_own(name)]
        return next((name for name in table if not self.is_settled(name)), next(iter(table), ""))

    def is_own(self, name: str) -> bool:
        """Whether a topic is one on which the persona who answers has a position."""
        topic = topic_named(self.scenario, name)
        return topic is None or topic.by in {None, self.voice}

    @property
    def is_explained(self) -> bool:
        """Whether the topic of the turn is settled: its position is no longer the answer."""
        return self.is_settled(self.topic)

    def is_settled(self, name: str) -> bool:
        """Whether the position on a topic is outdated: its reason was told, or it was granted."""
        topic = topic_named(self.scenario, name)
        if topic is None:
            return False
        return topic.behind in self.view.spoken or self.is_granted(name)

    def is_granted(self, name: str) -> bool:
        """Whether something was granted or agreed on a topic."""
        granted = (one.topic for one in self.scenario.concessions if one.id in self.view.granted)
        deal = self.scenario.negotiation if self.view.has_deal else None
        agreed = (issue.topic for issue in (deal.issues if deal is not None else ()))
        return name in {*granted, *agreed}

    @property
    def asks_for_a_yes(self) -> bool:
        """Asked whether what was granted or agreed stands, or glad of it."""
        if self.recap is not None:
            return self.recap.is_whole
        conduct, table = self.conduct, topics_now(self.view)
        checks = conduct.does(Move.CLOSED_QUESTION, Move.CHECKING_UNDERSTANDING, Move.SUMMARY)
        checks = checks or conduct.shows(Signal.AGREEMENT)
        if not checks or conduct.does(Move.OPEN_QUESTION, Move.PROPOSAL, Move.OFFER):
            return False
        if self.named.topics:
            return all(self.is_granted(name) for name in table)
        has_just = any(beat.kind in _YES for beat in self.state.beats)
        return has_just and self.conduct.words <= SHORT

    @property
    def takes_up_the_told(self) -> bool:
        """Whether the line says again some of what the fact told last was about."""
        told = fact_named(self.scenario, self.state.spoken[-1]) if self.state.spoken else None
        if told is None or self.turn - self.state.told_at[-1] > LATELY:
            return False
        lines = fold(" ".join((*told.says, *told.more)))
        return bool(telling(lines) & telling(self.view.history[-1].folded))

    @property
    def asks_for_what_was_granted(self) -> bool:
        """Whether a way forward is put that was granted a moment ago, or on every topic it names."""
        if self.named.topics:
            return all(self.is_granted(name) for name in self.named.topics)
        lately = self.state.granted_at and self.turn - self.state.granted_at[-1] <= LATELY
        return bool(lately) and self.is_granted(self.topic)

    @property
    def is_warm(self) -> bool:
        return self.stance.trust >= WARM_TRUST and self.stance.tension < TENSE

    def falls(self, purpose: str, chance: float) -> bool:
        """Whether something that could go either way does, `chance` of the time, by the seed."""
        return drawn(self.seed, self.turn, purpose) < chance

    def reply(self, *, at_least: int = 1) -> tuple[Beat, ...]:
        """The scenario's own answer to the question asked, if one fits so closely."""
        return reply_to(
            self.scenario,
            self.state,
            self.view,
            self.named,
            self.asked,
            self.voice,
            at_least=at_least,
        )

    def more(self) -> tuple[Beat, ...]:
        """More about what was told last, if the turn stays with it."""
        return more_of(self.scenario, self.state, self.conduct, self.named, self.turn, self.voice)

    def position(self, topic: str | None = None) -> tuple[Beat, ...]:
        """The open position on a topic that is not settled, if any line of it is still unsaid."""
        name = self.topic if topic is None else topic
        found = topic_named(self.scenario, name)
        if (
            found is None
            or not self.is_own(name)
            or self.is_settled(name)
            or self.state.positions.get(name, 0) >= max(1, len(found.says))
        ):
            return ()
        return (Beat(kind=BeatKind.POSITION, ref=name),)

    def fresh(self, candidates: Iterable[Beat]) -> tuple[Beat, ...]:
        """The first candidate that does not do what the last reply did; else the first."""
        choice = tuple(candidates)
        last = {(beat.kind, _ref(beat)) for beat in self.state.beats}
        return next(((beat,) for beat in choice if (beat.kind, _ref(beat)) not in last), choice[:1])


def _ref(beat: Beat) -> str:
    """Two positions on different topics differ; everything else is told by its kind."""
    return beat.ref if beat.kind is BeatKind.POSITION else ""
