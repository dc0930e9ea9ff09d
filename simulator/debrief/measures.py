"""Measures: what can be counted in a talk, each with its unit, and nothing that cannot.

Only sure finds count, so that every figure is a floor: what is there, at least. Counts are of
finds, unless a docstring says turns. The schemes are those of the moves (see `reading.moves`);
shares of questions and the ratio of reflections to questions are the summary figures of MITI 4.2
(Moyers, Manuel & Ernst 2014). Rates per turn stand in `rates`, seconds in `timing`, who brought
things up in `agenda`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.debrief.agenda import Raised, agenda
from simulator.debrief.conducting import conducts
from simulator.debrief.course import Course, Step
from simulator.debrief.cues import cue_courses
from simulator.debrief.quotes import Quote, span_of
from simulator.debrief.rates import Rates, Share, rates
from simulator.debrief.timing import Latency, latency
from simulator.library.scenario import NegotiatedIssue, Negotiation
from simulator.reading.moves import Move, Quantity, Reading
from simulator.text import fold, words

__all__ = [
    "Asked",
    "Granted",
    "Latency",
    "Measures",
    "OfferPoint",
    "Questions",
    "Raised",
    "Rates",
    "Share",
    "measures",
]

ARGUING = frozenset(
    {
        *(Move.PROPOSAL, Move.OFFER, Move.ADVICE, Move.CONFRONT),
        *(Move.STATING_FACTS, Move.RIGHTS, Move.POWER),
    }
)
"""Moves that press one's own case."""
HARM = frozenset({Move.BLAME, Move.THREAT, Move.UNDERMINING})
"""Reproach, belittling and threat (Gottman 1994; IRP power)."""
HEARING = frozenset({Move.ACKNOWLEDGEMENT, Move.REFLECTION, Move.SUMMARY})
"""Moves that show that the other was heard."""
SOLVING = frozenset({Move.PROPOSAL, Move.OFFER})
THOUSAND = 1000
_BARE = frozenset({"count", "money"})
_LASTING = frozenset({"day", "week", "month", "year"})
_CLOCK = ("a quarter", "quarter", "un quart", "quart")


@dataclass(frozen=True, slots=True)
class OfferPoint:
    """A figure that the mentee put forward, where it was said."""

    quote: Quote
    kind: str
    value: float
    unit: str
    per: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """The mentee's turns that `asked` for something, and those that `offered` their own of it."""

    asked: int
    offered: int


@dataclass(frozen=True, slots=True)
class Questions:
    """The mentee's questions by kind (MITI), and the open ones of them all, 0 to 1."""

    open: int
    closed: int
    open_share: float | None


@dataclass(frozen=True, slots=True)
class Granted:
    """A concession of the persona's, and the utterance in which it was granted."""

    id: str
    turn: int


@dataclass(frozen=True, slots=True)
class Measures:
    """The figures of one talk."""

    turns: Share
    """Utterances of the mentee, of all utterances."""
    words: Share
    """Words of the mentee, of all words."""
    mean_words: float
    """Words per utterance of the mentee, silences included; 0 without any."""
    mean_words_persona: float
    longest: Quote | None
    """The mentee's longest utterance."""
    longest_words: int
    moves: dict[Move, int]
    """How often each move was surely done; moves that were not are absent."""
    heard_before_arguing: Share
    """Turns that press a case after the persona was heard (in the same turn before it, or in the
    turn before), of all turns that press a case."""
    first_interest: int | None
    """Utterance of the first question about reasons or wishes, or the first open question."""
    first_proposal: int | None
    """Utterance of the first proposal or offer."""
    offers: tuple[OfferPoint, ...]
    """Figures put forward, in order."""
    cues: Share
    """Cues taken up, of those that were offered and whose time is over."""
    questions: Questions
    reflections_per_question: float | None
    """MITI R:Q: reflections and summaries to questions; None without a question."""
    harm: int
    """Reproaches, belittling and threats (Gottman 1994; IRP power)."""
    absolutes: int
    """Always, never, everyone, said of the other's conduct."""
    interests: Asked
    """Reasons, needs and wishes (IRP interests): turns that asked for the other's, or gave one's
    own."""
    proposals: tuple[int, ...]
    """Utterances in which the mentee put a way forward or an offer on the table."""
    conceded: tuple[int, ...]
    """Utterances in which the mentee gave something up (IRP conceding)."""
    granted: tuple[Granted, ...]
    """What the persona granted, in order."""
    agenda: tuple[Raised, ...] | None
    """Who first brought up each thing that was talked of; None where it cannot be told."""
    agenda_share: float | None
    """Things that the mentee brought up, of all that were talked of, 0 to 1."""
    latency: Latency | None
    """Seconds before the mentee spoke; None where they are not known."""
    rates: Rates
    """Shares of the mentee's turns, by which talks can be compared."""

    def count(self, *moves: Move) -> int:
        """How often `moves` were done, together."""
        return sum(self.moves.get(move, 0) for move in moves)

    @property
    def talk_share(self) -> float | None:
        """The mentee's share of all words, 0 to 1; None where nobody spoke."""
        return self.words.part / self.words.whole if self.words.whole else None

    @property
    def proposed_first(self) -> bool | None:
        """Whether a proposal came before any question about interests; None without proposal."""
        if self.first_proposal is None:
            return None
        return self.first_interest is None or self.first_proposal < self.first_interest


def measures(course: Course) -> Measures:
    """All figures of the talk, from its record."""
    return course.once(_measures)


def _measures(course: Course) -> Measures:
    session = course.session
    moves, brought = _counted(course.steps), agenda(course)
    mine = [one for one in session.said_by("mentee") if one.turn not in session.help_shown]
    theirs = [one for one in session.said_by("persona") if one.text.strip()]
    my_words = [len(words(one.text)) for one in mine]
    their_words = [len(words(one.text)) for one in theirs]
    longest = max(range(len(mine)), key=lambda at: my_words[at], default=None)
    return Measures(
        turns=Share(len(mine), len(mine) + len(theirs)),
        words=Share(sum(my_words), sum(my_words) + sum(their_words)),
        mean_words=_mean(my_words),
        mean_words_persona=_mean(their_words),
        longest=None if longest is None else span_of(mine[longest], 0, len(mine[longest].text)),
        longest_words=max(my_words, default=0),
        moves=moves,
        heard_before_arguing=_heard_before_arguing(course.steps),
        first_interest=next((step.turn for step in course.steps if asks_why(step)), None),
        first_proposal=next((step.turn for step in course.steps if step.found(*SOLVING)), None),
        offers=tuple(point for step in course.steps for point in _offers(course, step)),
        cues=_cues(course),
        questions=_questions(moves),
        reflections_per_question=_ratio(moves),
        harm=sum(moves.get(move, 0) for move in HARM),
        absolutes=moves.get(Move.ABSOLUTES, 0),
        interests=_interests(course.steps),
        proposals=tuple(step.turn for step in course.steps if step.found(*SOLVING)),
        conceded=tuple(step.turn for step in course.steps if step.found(Move.CONCEDING)),
        granted=tuple(Granted(one, step.turn + 1) for step in course.steps for one in step.granted),
        agenda=brought,
        agenda_share=_agenda_share(brought),
        latency=latency(course),
        rates=rates(conducts(course)),
    )


def asks_why(step: Step) -> bool:
    """Whether the turn asks openly, or asks for reasons or wishes."""
    if step.found(Move.OPEN_QUESTION, Move.ELICITING_PREFERENCE):
        return True
    return bool(step.found(Move.INTERESTS) and step.found(Move.CLOSED_QUESTION))


def hears(step: Step) -> bool:
    """Whether the turn shows that the persona was heard."""
    return bool(step.found(*HEARING))


def offered_figures(reading: Reading) -> tuple[Quantity, ...]:
    """The figures that stand in an offer."""
    offers = [one for one in reading.sure_moves() if one.move is Move.OFFER]
    return tuple(
        quantity
        for quantity in reading.quantities
        if quantity.kind != "date"
        and any(one.start <= quantity.start and quantity.end <= one.end for one in offers)
    )


def _mean(counts: list[int]) -> float:
    return round(sum(counts) / len(counts), 1) if counts else 0.0


def _counted(steps: tuple[Step, ...]) -> dict[Move, int]:
    every = [found.move for step in steps for found in step.reading.sure_moves()]
    return {move: every.count(move) for move in Move if move in every}


def _heard_before_arguing(steps: tuple[Step, ...]) -> Share:
    part = whole = 0
    heard = False
    for step in steps:
        arguments = step.found(*ARGUING)
        hearing = step.found(*HEARING)
        if arguments:
            whole += 1
            part += heard or any(one.start <= arguments[-1].start for one in hearing)
        heard = bool(hearing)
    return Share(part, whole)


def _questions(moves: Mapping[Move, int]) -> Questions:
    asked, closed = (moves.get(one, 0) for one in (Move.OPEN_QUESTION, Move.CLOSED_QUESTION))
    every = asked + closed
    return Questions(asked, closed, round(asked / every, 4) if every else None)


def _ratio(moves: Mapping[Move, int]) -> float | None:
    given = moves.get(Move.REFLECTION, 0) + moves.get(Move.SUMMARY, 0)
    asked = moves.get(Move.OPEN_QUESTION, 0) + moves.get(Move.CLOSED_QUESTION, 0)
    return round(given / asked, 2) if asked else None


def _agenda_share(brought: tuple[Raised, ...] | None) -> float | None:
    if not brought:
        return None
    return round(sum(one.by == "mentee" for one in brought) / len(brought), 4)


def _interests(steps: tuple[Step, ...]) -> Asked:
    asked = [asks_why(step) for step in steps]
    named = [bool(step.found(Move.INTERESTS, Move.I_STATEMENT)) for step in steps]
    given = sum(one and not other for one, other in zip(named, asked, strict=True))
    return Asked(sum(asked), given)


def _offers(course: Course, step: Step) -> list[OfferPoint]:
    """The figures that the turn put forward; in a negotiation those in a unit that is negotiated.

    What gathers or checks what was said puts nothing forward. A bare figure that the turn set as a
    demand is one in the unit of its issue. Elsewhere only sums, shares and whole days or more are
    figures put forward: hours and minutes tell the time.
    """
    if step.found(Move.SUMMARY, Move.CHECKING_UNDERSTANDING):
        return []
    is_told = bool(step.found(Move.STATING_FACTS))
    negotiation = course.scenario.negotiation
    demanded = _demanded(course, step)
    inside = offered_figures(step.reading)
    points = []
    for one in step.reading.quantities:
        quote = span_of(step.line, one.start, one.end)
        issue = next((each for each in demanded if _is_of(one, each, demanded[each])), None)
        if quote is None or one.kind == "date":
            continue
        if issue is not None:
            points.append(
                OfferPoint(quote, one.kind, demanded[issue], issue.unit, one.per or issue.per)
            )
        elif one in inside and not is_told and _is_in_unit(one, negotiation):
            points.append(OfferPoint(quote, one.kind, one.value, one.unit, one.per))
    return points


def _demanded(course: Course, step: Step) -> dict[NegotiatedIssue, float]:
    """The figures that the turn set or changed on the table, by issue."""
    negotiation, asked = course.scenario.negotiation, step.after.table.asked
    if negotiation is None or asked is None:
        return {}
    before = step.before.table.asked.values if step.before.table.asked is not None else {}
    return {
        issue: value
        for issue in negotiation.issues
        if not isinstance(value := asked.values.get(issue.id, ""), str)
        and value != before.get(issue.id)
    }


def _is_of(one: Quantity, issue: NegotiatedIssue, value: float) -> bool:
    """Whether the figure is the demand on that issue: in its unit, or bare."""
    return one.unit in {issue.unit, *_BARE} and one.value in {value, value / THOUSAND}


def _is_in_unit(one: Quantity, negotiation: Negotiation | None) -> bool:
    if negotiation is not None:
        return one.unit in {issue.unit for issue in negotiation.issues}
    is_clock = fold(one.text).startswith(_CLOCK)
    return one.kind in {"money", "percent"} or (one.unit in _LASTING and not is_clock)


def _cues(course: Course) -> Share:
    settled = [cue.outcome for cue in cue_courses(course) if cue.outcome != "open"]
    return Share(settled.count("taken"), len(settled))
