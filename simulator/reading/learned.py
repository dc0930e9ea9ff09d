"""The linear recogniser's say: it adds what the rules are silent on and doubts what they mishear.

It judges a unit of a few sentences with the rules' finds among what it sees, so its probabilities
are already a second opinion. The invariant: a label is added only from the probability at which
four in five were right when it was learned (nine in ten for what hurts), and taken away only under
one at which most were wrong; both stand in the weights. It refuses moves that no wording decides:
terms of a scenario, answers of a word or two, distress, and what language is spoken.
"""

from collections.abc import Iterable, Iterator, Sequence

from simulator.reading.features import FeatureReader, Unit
from simulator.reading.listening import Heard
from simulator.reading.moves import SURE, Found, Move, Noticed, Signal
from simulator.reading.tokens import Sentence
from simulator.reading.weighing import QUESTIONS, weighed
from simulator.reading.weights import Weights
from simulator.text import Span

LEARNED: tuple[Move | Signal, ...] = (
    *(move for move in Move if move not in (Move.UNEXPLAINED_TERM, Move.MINIMAL_ANSWER)),
    *(Signal.GREETING, Signal.THANKS, Signal.FAREWELL, Signal.AGREEMENT, Signal.REFUSAL),
    *(Signal.ASKS_TO_CLARIFY, Signal.FLATTERY, Signal.PLEADING, Signal.ABUSE),
)
HARSH: frozenset[Move | Signal] = frozenset(
    {
        *(Move.BLAME, Move.THREAT, Move.POWER, Move.RIGHTS, Move.CONFRONT, Move.DISMISSAL),
        *(Move.UNDERMINING, Move.ADVICE, Move.ABSOLUTES, Signal.ABUSE, Signal.PLEADING),
    }
)
"""What a calm line must not be heard as."""
HURTFUL = "hurtful"
"""A label of the weights alone: it hurts, whichever way. Over its `veto` nothing kind is added."""
HURTS: frozenset[Move | Signal] = frozenset(
    {
        *(Move.BLAME, Move.THREAT, Move.POWER, Move.CONFRONT, Move.DISMISSAL, Move.UNDERMINING),
        *(Move.ABSOLUTES, Signal.ABUSE),
    }
)
KIND: frozenset[Move | Signal] = frozenset(
    {
        *(Move.REFLECTION, Move.ACKNOWLEDGEMENT, Move.AFFIRMATION, Move.SEEKING_COLLABORATION),
        *(Move.HANDING_OVER, Move.POSITIVE_EXPECTATION, Move.VOUCHING_FAIRNESS, Move.CONCEDING),
        *(Move.OFFER, Move.PROPOSAL, Move.APOLOGY, Move.SUMMARY, Signal.AGREEMENT),
    }
)
EARNS: frozenset[Move | Signal] = frozenset(
    {Move.REFLECTION, Move.ACKNOWLEDGEMENT, Move.SUMMARY, Move.AFFIRMATION}
)
"""What opens the other up, so that hearing it where it is not gives things away."""
CAREFUL: frozenset[Move | Signal] = HARSH | {Signal.AGREEMENT}
"""What must not be heard where it is not: harm, and a yes that binds."""
_KEPT = 0.2
"""Probability from which a find is recorded, sure or not."""
_SUREST = 0.97
_HARSHLY_ASKED, _NEVER = 0.97, 2.0
_DOUBTED = 0.5
_PLAIN = 0.9
"""Confidence of a rule from which harm is said in so many words: no weight talks it away."""
_CLEARLY, _LIKELY = 0.8, 0.35
_RIVAL = 0.5
"""Share of the likelier kind of question under which the other kind is let go."""


class Learned:
    """Revises what the rules found in units of one language."""

    def __init__(self, reader: FeatureReader, weights: Weights) -> None:
        self._reader = reader
        self._weights = weights
        head = weights.head
        self._labels = tuple(_named(label) for label in head.labels if label != HURTFUL)
        at = head.labels.index(HURTFUL)
        self._hurts_from, self._kind_below = head.add[at], head.veto[at]
        self._hurtful = at

    def revise(self, unit: Unit, heard: Heard) -> Unit:
        """The unit with finds added and doubted."""
        head = self._weights.head
        features = self._reader.of_unit(unit, heard, head.known)
        chances = self._weights.probabilities(features)
        sure = {
            *(one.move for one in unit.found if one.is_sure),
            *(one.signal for one in unit.noticed if one.is_sure),
        }
        hurtful = chances[self._hurtful]
        plain = {one.move for one in unit.found if one.confidence >= _PLAIN} & HURTS
        asked = not sure.isdisjoint(QUESTIONS)
        doubted: set[Move | Signal] = set()
        found, noticed = unit.found, unit.noticed
        for index, label in enumerate(self._labels):
            chance = chances[index]
            if label in KIND and hurtful >= self._kind_below:
                if label in sure and chance < _CLEARLY:
                    doubted.add(label)
            elif label in sure:
                veto = 0.0 if label in plain else head.veto[index]
                if chance < veto > max(self._alone(index, unit, heard, features)):
                    doubted.add(label)
            elif chance >= min(_KEPT, threshold := _threshold(label, head.add[index], asked=asked)):
                confidence = _confidence(chance, threshold)
                at = self._place(index, unit, heard, features)
                span = _span(unit.sentences[at])
                if label in unit.barred[at]:
                    continue
                if isinstance(label, Move):
                    found = [*found, Found(label, *span, confidence)]
                else:
                    noticed = [*noticed, Noticed(label, *span, confidence)]
        if hurtful >= max(self._hurts_from, _HARSHLY_ASKED * asked) and sure.isdisjoint(HURTS):
            found = [*found, *self._hurt(unit, heard, features, chances)]
        doubted.update(self._lesser_questions(unit, chances))
        if doubted:
            found = [_doubt(one) if one.move in doubted else one for one in found]
            noticed = [_doubt_signal(one) if one.signal in doubted else one for one in noticed]
        return Unit(unit.sentences, weighed(found), noticed, unit.barred)

    def _hurt(
        self, unit: Unit, heard: Heard, features: set[str], chances: Sequence[float]
    ) -> Iterator[Found]:
        """The likeliest way in which a unit hurts, if one is likely."""
        ways = [index for index, label in enumerate(self._labels) if label in HURTS]
        index = max(ways, key=chances.__getitem__)
        way = self._labels[index]
        if isinstance(way, Move) and chances[index] >= _LIKELY:
            at = self._place(index, unit, heard, features)
            if way in unit.barred[at]:
                return
            span = _span(unit.sentences[at])
            yield Found(way, *span, round(max(SURE, chances[index]), 3))

    def _lesser_questions(self, unit: Unit, chances: Sequence[float]) -> Iterator[Move]:
        """Of a lone question that could be open or closed, the kind it is less likely to be."""
        if sum(sentence.asks for sentence in unit.sentences) > 1:
            return
        likely = {
            move: chances[self._labels.index(move)]
            for move in (Move.OPEN_QUESTION, Move.CLOSED_QUESTION)
        }
        if max(likely.values()) >= SURE:
            lesser = min(likely, key=likely.__getitem__)
            if likely[lesser] < _RIVAL * max(likely.values()):
                yield lesser

    def _place(self, index: int, unit: Unit, heard: Heard, features: set[str]) -> int:
        """Which sentence speaks most for a label."""
        alone = self._alone(index, unit, heard, features)
        return max(range(len(alone)), key=alone.__getitem__)

    def _alone(self, index: int, unit: Unit, heard: Heard, features: set[str]) -> list[float]:
        """How likely each sentence makes a label by its own words."""
        if len(unit.sentences) == 1:
            return [0.0]
        large = {feature for feature in features if feature[0] in "!="}
        words = (
            self._reader.of_sentence(sentence, heard, self._weights.head.known)
            for sentence in unit.sentences
        )
        return [self._weights.probabilities(large.union(some))[index] for some in words]


def _threshold(label: Move | Signal, learned: float, *, asked: bool) -> float:
    """From where a label is added: an insult never, harm in a question only when it is plain."""
    if label is Signal.ABUSE:
        return _NEVER
    return max(learned, _HARSHLY_ASKED) if asked and label in HURTS else learned


def _confidence(chance: float, threshold: float) -> float:
    """`chance` on the scale of finds: the threshold is `SURE`."""
    if chance < threshold:
        return round(SURE * chance / max(threshold, chance + 0.01), 3)
    rest = (chance - threshold) / max(1e-9, 1 - threshold)
    return round(SURE + (_SUREST - SURE) * rest, 3)


def _doubt(one: Found) -> Found:
    return Found(one.move, one.start, one.end, round(min(one.confidence, SURE) * _DOUBTED, 3))


def _doubt_signal(one: Noticed) -> Noticed:
    return Noticed(one.signal, one.start, one.end, round(min(one.confidence, SURE) * _DOUBTED, 3))


def _span(sentence: Sentence) -> Span:
    return Span(sentence.words[0].start, sentence.words[-1].end)


def _named(label: str) -> Move | Signal:
    return Move(label) if label in set(Move) else Signal(label)


def recorded(units: Iterable[Unit]) -> tuple[list[Found], list[Noticed]]:
    """All finds of all units."""
    drawn: Sequence[Unit] = tuple(units)
    return (
        [one for unit in drawn for one in unit.found],
        [one for unit in drawn for one in unit.noticed],
    )
