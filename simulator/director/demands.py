"""What the mentee asks for, read from the figures and options of one line.

A figure is a demand only where the mentee put something forward: inside an offer, a proposal or a
concession, or standing nearly alone. A figure told as a fact is none. Units and periods are
converted where that is plain (a month's pay to a year's), a bare figure counts when the topic is
clear; when one issue is named twice, a concession means the smaller demand, anything else the last.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from simulator.director.conduct import BARGAINING
from simulator.director.packages import Scale, Value
from simulator.director.vocabulary import Named
from simulator.library.scenario import NegotiatedIssue, Negotiation
from simulator.reading.moves import Move, Quantity, Reading, Signal
from simulator.text import Span, sentences, words

CURRENCIES = frozenset({"EUR", "USD", "GBP", "CHF", "CAD", "JPY", "money"})
BARE = frozenset({"count", "money"})
ALONE = 6
"""Words of a sentence in which a figure stands nearly alone."""
WILDEST = 5
"""How many times past an issue's own figures a demand may lie and still be meant for it."""
ROUGHLY = 2
"""How many times past them a figure said in thousands may lie."""
THOUSAND = 1000
_YEARLY: Mapping[str, float] = {"year": 1, "month": 12, "week": 52}
_PUTTING = BARGAINING | {Move.SUMMARY, Move.CHECKING_UNDERSTANDING}


@dataclass(frozen=True, slots=True)
class _Fit:
    issue: NegotiatedIssue
    value: float


def demanded(
    negotiation: Negotiation,
    reading: Reading,
    named: Named,
    *,
    line: str,
    table: Sequence[str],
) -> dict[str, Value]:
    """What the line asks for, by issue; `table` holds the topics that are on it."""
    is_conceding = reading.has(Move.CONCEDING)
    asked: dict[str, Value] = {}
    for fit in _figures(negotiation, reading, line, table):
        earlier = asked.get(fit.issue.id)
        scale = Scale(fit.issue)
        if is_conceding and earlier is not None and scale.worth(earlier) > scale.worth(fit.value):
            continue
        asked[fit.issue.id] = fit.value
    if reading.has(*_PUTTING) or reading.signalled(Signal.AGREEMENT):
        known = {issue.id for issue in negotiation.issues}
        asked |= {issue: option for issue, option in named.options if issue in known}
    return asked


def _figures(
    negotiation: Negotiation, reading: Reading, line: str, table: Sequence[str]
) -> Iterator[_Fit]:
    """The figures put forward, each with the issue it belongs to."""
    spoken = sentences(line)
    for quantity in reading.quantities:
        if quantity.kind == "date" or not _is_put_forward(quantity, reading, line, spoken):
            continue
        fits = [
            _Fit(issue, value)
            for issue in negotiation.issues
            if (value := _in_terms_of(issue, quantity, _is_clear(issue, quantity, reading, table)))
            is not None
        ]
        if fits:
            yield min(fits, key=lambda fit: _distance(fit.issue, quantity, reading))


def _is_put_forward(
    quantity: Quantity, reading: Reading, line: str, spoken: Sequence[Span]
) -> bool:
    if any(
        found.move in _PUTTING and found.start < quantity.end and quantity.start < found.end
        for found in reading.sure_moves()
    ):
        return True
    around = next((span for span in spoken if span.start <= quantity.start < span.end), None)
    if around is None or len(words(around.of(line))) > ALONE:
        return False
    return not any(
        found.move is Move.STATING_FACTS
        and found.start < quantity.end
        and quantity.start < found.end
        for found in reading.sure_moves()
    )


def _in_terms_of(
    issue: NegotiatedIssue,
    quantity: Quantity,
    is_clear: bool,  # noqa: FBT001
) -> float | None:
    """The quantity in the issue's unit and period; None if it cannot be meant for it."""
    if issue.options:
        return None
    if quantity.unit == issue.unit or _is_money(issue, quantity):
        value = _per(issue, quantity)
    elif quantity.unit in BARE and is_clear:
        value = quantity.value
    else:
        return None
    if value is None:
        return None
    figures = [abs(one) for one in (issue.opens, issue.limit, issue.target) if one]
    lowest, highest = min(figures, default=1.0), max(figures, default=1.0)
    in_thousands = value * THOUSAND
    if issue.unit in CURRENCIES and lowest / ROUGHLY <= in_thousands <= highest * ROUGHLY:
        value = in_thousands
    return value if lowest / WILDEST <= abs(value) <= highest * WILDEST else None


def _is_money(issue: NegotiatedIssue, quantity: Quantity) -> bool:
    return issue.unit in CURRENCIES and quantity.unit == "money"


def _per(issue: NegotiatedIssue, quantity: Quantity) -> float | None:
    """The value per the issue's own period; a quantity without a period is taken in it."""
    if quantity.per is None or quantity.per == issue.per:
        return quantity.value
    if issue.per is None or quantity.per not in _YEARLY:
        return None
    value = quantity.value * _YEARLY[quantity.per] / _YEARLY[issue.per]
    return round(value, 2)


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
