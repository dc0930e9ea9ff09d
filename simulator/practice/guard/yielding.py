"""What a reply yields: no figure and no promise that the director did not grant.

A figure on a negotiated issue may be one that was said by either side, one that the reply is told
to put forward, or one of the scenario's open lines. A deal is closed, and something promised, only
in a reply that is told to.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from simulator.director.direction import Direction
from simulator.director.state import BeatKind
from simulator.library.scenario import NegotiatedIssue, Scenario
from simulator.practice.guard.reply import Reply, fold_of, tokens_of
from simulator.practice.guard.role import Open
from simulator.practice.guard.tongue import Tongue
from simulator.reading.moves import Language, Quantity
from simulator.text import fold

_CLOSES = frozenset({BeatKind.DEAL, BeatKind.SETTLED, BeatKind.PARTLY, BeatKind.ENDING,
                     BeatKind.CONCESSION})  # fmt: skip
_GIVES = _CLOSES | {BeatKind.COUNTER}
_STOPS = ".!?;:,"
_NEAR = 1e-6
_NO_DIGIT = re.compile(r"\D*", re.DOTALL)
LEAST_SUM = 1_000
"""From here a bare number is money, where money is on the table."""


@dataclass(slots=True)
class Table:
    """What may be yielded in one turn."""

    kinds: frozenset[BeatKind]
    issues: tuple[NegotiatedIssue, ...]
    figures: Iterable[float]
    """Those of the direction and of the scenario's open side."""
    texts: Iterable[str]
    """Where a figure was said, or may be."""
    is_open: Open
    _allowed: frozenset[float] = field(default=frozenset())

    @classmethod
    def of(cls, scenario: Scenario, direction: Direction, open_texts: Iterable[str]) -> "Table":
        """The table as it stands for the reply to one line."""
        issues = scenario.negotiation.issues if scenario.negotiation is not None else ()
        counter = direction.counter.values.values() if direction.counter is not None else ()
        told = (
            *direction.said,
            *direction.mentee_said,
            direction.heard.text,
            direction.amiss,
        )
        return cls(
            kinds=frozenset(beat.kind for beat in direction.beats),
            issues=issues,
            figures=(
                *(one for one in counter if isinstance(one, float | int)),
                *(issue.now for issue in issues if issue.now is not None),
            ),
            texts=(*told, *open_texts),
            is_open=Open(tuple(open_texts)),
        )

    def is_overdrawn_by(self, reply: Reply) -> bool:
        """Whether `reply` yields more than was granted."""
        return self._promises(reply) or self._names_a_figure(reply) or self._takes_a_figure(reply)

    def _promises(self, reply: Reply) -> bool:
        phrases = reply.tongue.phrases
        kinds = []
        if self.issues and self.kinds.isdisjoint(_CLOSES):
            kinds.append(phrases.deals)
        if self.kinds.isdisjoint(_GIVES):
            kinds.append(phrases.grants)
        for phrase in kinds:
            for match in phrase.finditer(reply.folded):
                clause = _clause_before(reply.folded, match.start())
                is_asked = _ends_in_a_question(reply.folded, match.end())
                if is_asked or phrases.undone.search(clause) or self.is_open(match.group()):
                    continue
                return True
        return False

    def _names_a_figure(self, reply: Reply) -> bool:
        if not self.issues:
            return False
        for value in _figures(reply.quantities, self.issues):
            if not any(abs(value - one) < _NEAR for one in self._known(reply.tongue)):
                return True
        return False

    def _takes_a_figure(self, reply: Reply) -> bool:
        """Whether it says yes to a figure, though it was the mentee's own."""
        if not self.issues or not self.kinds.isdisjoint(_GIVES):
            return False
        phrases, tongue = reply.tongue.phrases, reply.tongue
        for words in reply.read:
            said = reply.text[words[0].start : words[-1].end]
            folded = fold_of(said)
            if (
                phrases.takes.search(folded)
                and not folded.endswith("?")
                and not phrases.undone.search(folded)
                and any(_figures(tongue.quantities(reply.text, (words,)), self.issues))
            ):
                return True
        return False

    def _known(self, tongue: Tongue) -> frozenset[float]:
        if not self._allowed:
            said = (value for text in self.texts for value in _said(text, tongue.language))
            self._allowed = frozenset((0.0, *self.figures, *said))
        return self._allowed


def _figures(
    quantities: Iterable[Quantity], issues: tuple[NegotiatedIssue, ...]
) -> Iterator[float]:
    """The values that may be a position on one of the issues."""
    lasting = {issue.unit for issue in issues if issue.per is None}
    counted = {issue.unit for issue in issues if issue.per is not None}
    periods = {(issue.unit, issue.per) for issue in issues}
    is_about_money = any(issue.unit.isupper() for issue in issues)
    for one in quantities:
        match one.kind:
            case "money" | "percent":
                is_of_one = True
            case "date":
                is_of_one = False
            case "duration":
                is_of_one = one.unit in lasting
            case _:
                is_sum = is_about_money and one.unit == "count" and one.value >= LEAST_SUM
                is_counted = one.per is None and one.unit in counted
                is_of_one = is_sum or is_counted or (one.unit, one.per) in periods
        if is_of_one:
            yield one.value


@lru_cache(maxsize=4096)
def _said(text: str, language: Language) -> tuple[float, ...]:
    tongue = Tongue.of(language)
    if _NO_DIGIT.fullmatch(text) and tongue.numerals.isdisjoint(tokens_of(text)):
        return ()
    return tuple(one.value for one in tongue.quantities(text, tongue.words(text)))


def _clause_before(text: str, at: int) -> str:
    start = max(text.rfind(stop, 0, at) for stop in _STOPS)
    return text[start + 1 : at]


def _ends_in_a_question(text: str, at: int) -> bool:
    ends = (place for place in range(at, len(text)) if text[place] in ".!?")
    return text[next(ends, len(text)) :][:1] == "?"


def says_a_deal(text: str, tongue: Tongue) -> bool:
    """Whether the words close a deal or give something, with or without a figure."""
    folded = fold(text)
    return any(pattern.search(folded) for pattern in (tongue.phrases.deals, tongue.phrases.grants))
