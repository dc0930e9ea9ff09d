"""What the mentee asks for, read from the figures and options of one line.

A figure is a demand only where the mentee put something forward: inside an offer, a proposal or a
concession, or standing nearly alone. A figure told as a fact, asked about, given back or turned
down is none, and neither is one out of the persona's own stories. Units and periods are converted where that is plain
(a month's pay to a year's) and comes out at the issue's own steps: nineteen days are no months. A
bare figure counts when the topic is clear; when one issue is named twice, a concession means the
smaller demand, anything else the last.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.director.conduct import BARGAINING, HEARING
from simulator.director.numbers import figures_in
from simulator.director.objecting import is_denied
from simulator.director.packages import Scale, Value
from simulator.director.vocabulary import option_of
from simulator.library.scenario import NegotiatedIssue, Negotiation
from simulator.reading.conversions import worth
from simulator.reading.moves import Move, Quantity, Reading, Signal
from simulator.text import Span, fold, sentences, words

CURRENCIES = frozenset({"EUR", "USD", "GBP", "CHF", "CAD", "JPY", "money"})
BARE = frozenset({"count", "money"})
_TOO_MUCH = re.compile(r"\b(?:too (?:much|high|low|little|many)|trop|pas assez)\b")
ALONE = 6
"""Words of a sentence in which a figure stands nearly alone."""
WILDEST = 5
"""How many times past an issue's own figures a demand may lie and still be meant for it."""
ROUGHLY = 2
"""How many times past them a figure said in thousands may lie."""
THOUSAND = 1000
ON_STEP = 0.1
"""Share of a step by which a converted period may lie beside it."""
_PUTTING = BARGAINING | {Move.SUMMARY, Move.CHECKING_UNDERSTANDING}
_TELLING = frozenset(
    {
        Move.ACKNOWLEDGEMENT,
        Move.INTERESTS,
        Move.OPEN_QUESTION,
        Move.REFLECTION,
        Move.STATING_FACTS,
    }
)
"""What puts no figure forward, though it may name one."""


@dataclass(frozen=True, slots=True)
class _Fit:
    issue: NegotiatedIssue
    value: float


def demanded(
    negotiation: Negotiation,
    reading: Reading,
    *,
    line: str,
    table: Sequence[str],
    told: Collection[str] = (),
) -> dict[str, Value]:
    """What the line asks for, by issue; `table` holds the topics that are on it.

    `told` are the keys of the figures in the persona's own stories.
    """
    is_conceding = reading.has(Move.CONCEDING)
    asked: dict[str, Value] = {}
    for fit in _figures(negotiation, reading, line, table, told):
        earlier = asked.get(fit.issue.id)
        scale = Scale(fit.issue)
        if is_conceding and earlier is not None and scale.worth(earlier) > scale.worth(fit.value):
            continue
        asked[fit.issue.id] = fit.value
    if reading.has(*_PUTTING) or reading.signalled(Signal.AGREEMENT):
        openings = {issue.id: Scale(issue).opening for issue in negotiation.issues}
        wonders = _wonders(reading)
        asked |= {
            issue: option
            for issue, option in _options(reading, line)
            if issue in openings and not (wonders and option == openings[issue])
        }
    return asked


def named_values(
    negotiation: Negotiation,
    reading: Reading,
    *,
    line: str,
    table: Sequence[str],
    denied: bool = False,
) -> dict[str, set[Value]]:
    """Every value that the line could mean for each issue, put forward or not.

    Those that it turns down are kept apart: they come where `denied` asks for them, and alone.
    """
    found: dict[str, set[Value]] = {}
    for quantity in reading.quantities:
        if is_denied(line, quantity.start, quantity.end) is not denied:
            continue
        for issue in negotiation.issues if quantity.kind != "date" else ():
            value = _in_terms_of(issue, quantity, _is_clear(issue, quantity, reading, table))
            if value is not None:
                found.setdefault(issue.id, set()).add(value)
    return found


def _options(reading: Reading, line: str) -> Iterator[tuple[str, str]]:
    """The options that the line names and does not turn down, in the order of mention.

    A name inside a longer one of the same issue is no option of its own: "Nadia with Drives until
    November" is not "Nadia with Drives".
    """
    found = [(option_of(one.topic), one) for one in reading.mentions]
    options = [(pair, one) for pair, one in found if pair is not None]
    for pair, one in sorted(options, key=lambda each: (each[1].start, each[1].end)):
        covers = (
            other
            for (issue, _), other in options
            if issue == pair[0] and other.start <= one.start and one.end <= other.end
        )
        longest = max(other.end - other.start for other in covers)
        if longest == one.end - one.start and not is_denied(line, one.start, one.end):
            yield pair


def _wonders(reading: Reading) -> bool:
    """Whether the line asks about something, and neither offers nor agrees."""
    asks = reading.has(Move.OPEN_QUESTION, Move.CLOSED_QUESTION)
    gives = reading.has(Move.OFFER, Move.CONCEDING, Move.SUMMARY)
    return asks and not gives and not reading.signalled(Signal.AGREEMENT)


def _figures(
    negotiation: Negotiation,
    reading: Reading,
    line: str,
    table: Sequence[str],
    told: Collection[str],
) -> Iterator[_Fit]:
    """The figures put forward, each with the issue it belongs to."""
    spoken = sentences(line)
    for quantity in reading.quantities:
        if quantity.kind == "date" or not _is_put_forward(quantity, reading, line, spoken, told):
            continue
        if is_denied(line, quantity.start, quantity.end):
            continue
        disputed = _is_disputed(quantity, reading, line)
        fits = [
            _Fit(issue, value)
            for issue in negotiation.issues
            if (value := _in_terms_of(issue, quantity, _is_clear(issue, quantity, reading, table)))
            is not None
            and not (disputed and value == issue.opens)
        ]
        if fits:
            yield min(fits, key=lambda fit: _distance(fit.issue, quantity, reading))


def _is_put_forward(
    quantity: Quantity,
    reading: Reading,
    line: str,
    spoken: Sequence[Span],
    told: Collection[str],
) -> bool:
    """Whether the figure is part of what the mentee puts on the table, the end of a list too."""
    moves = reading.sure_moves()
    over = {one.move for one in moves if one.start < quantity.end and quantity.start < one.end}
    around = next((span for span in spoken if span.start <= quantity.start < span.end), None)
    ahead = {
        one.move
        for one in moves
        if around is not None and around.start <= one.start < quantity.start
    }
    if not over.isdisjoint(BARGAINING) or not (ahead.isdisjoint(BARGAINING) or over & _TELLING):
        return True
    if not figures_in(fold(quantity.text)).keys().isdisjoint(told):
        return False
    if not over.isdisjoint(_PUTTING):
        return True
    if around is None or not over.isdisjoint(_TELLING):
        return False
    hears = reading.has(*HEARING) and not reading.has(*BARGAINING)
    return not ahead.isdisjoint(_PUTTING) or (not hears and len(words(around.of(line))) <= ALONE)


def _is_disputed(quantity: Quantity, reading: Reading, line: str) -> bool:
    """Whether the figure is asked about or called too much, rather than put forward."""
    asked = any(
        one.move is Move.OPEN_QUESTION and one.start < quantity.end and quantity.start < one.end
        for one in reading.sure_moves()
    )
    refused = bool(reading.signalled(Signal.REFUSAL)) or bool(_TOO_MUCH.search(fold(line)))
    return asked or refused


def _in_terms_of(
    issue: NegotiatedIssue,
    quantity: Quantity,
    is_clear: bool,  # noqa: FBT001
) -> float | None:
    """The quantity in the issue's unit and period; None if it cannot be meant for it."""
    if issue.options:
        return None
    value = _on_step(issue, quantity, worth(_in_money_of(issue, quantity), issue.unit, issue.per))
    if value is None and quantity.unit == "percent" and issue.now is not None and is_clear:
        value = round(issue.now * (1 + quantity.value / 100), 2)
    if value is None and quantity.unit in BARE and is_clear:
        value = quantity.value
    if value is None:
        return None
    figures = [abs(one) for one in (issue.opens, issue.limit, issue.target) if one]
    lowest, highest = min(figures, default=1.0), max(figures, default=1.0)
    in_thousands = value * THOUSAND
    if issue.unit in CURRENCIES and lowest / ROUGHLY <= in_thousands <= highest * ROUGHLY:
        value = in_thousands
    return value if lowest / WILDEST <= abs(value) <= highest * WILDEST else None


def _on_step(issue: NegotiatedIssue, quantity: Quantity, value: float | None) -> float | None:
    """A period turned into another unit, at the step it is nearest to; none between two steps."""
    is_converted = quantity.unit != issue.unit and issue.unit not in CURRENCIES
    if value is None or not is_converted or not issue.step:
        return value
    nearest = round(value / issue.step) * issue.step
    is_near = abs(value - nearest) <= ON_STEP * issue.step
    return nearest if is_near and Scale(issue).is_sayable(nearest) else None


def _in_money_of(issue: NegotiatedIssue, quantity: Quantity) -> Quantity:
    """The quantity, money without a currency taken in the issue's own."""
    if issue.unit in CURRENCIES and quantity.unit == "money":
        return replace(quantity, unit=issue.unit)
    return quantity


def _is_clear(
    issue: NegotiatedIssue, quantity: Quantity, reading: Reading, table: Sequence[str]
) -> bool:
    """Whether a bare figure can only be meant for this issue."""
    named = [mention for mention in reading.mentions if ":" not in mention.topic]
    if named:
        nearest = min(named, key=lambda mention: abs(mention.start - quantity.start))
        return nearest.topic == issue.topic
    return issue.topic in table[:1]


def _distance(issue: NegotiatedIssue, quantity: Quantity, reading: Reading) -> int:
    """How far from the figure the issue's topic is named, in code points."""
    places = [
        abs(mention.start - quantity.start)
        for mention in reading.mentions
        if mention.topic == issue.topic
    ]
    return min(places, default=1_000_000)
