"""Weighs the finds of one sentence against each other, and those of an utterance into one list.

The rules see phrases; this module knows what moves mean to each other: an offer is a proposal, a
question settles the mood, blame leaves no reflection, a machine that is addressed leaves no
listening. The invariant: of one move, one find a clause, the surest. It refuses to add a move that
no rule and no listener found, but for what follows from two of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.reading.listening import Heard, Listener
from simulator.reading.moves import SURE, Found, Move, Noticed, Signal
from simulator.reading.rules import DOUBTED, Hit, RuleBook, extent, hidden
from simulator.reading.tokens import Sentence
from simulator.text import Span

QUESTIONS = frozenset({Move.OPEN_QUESTION, Move.CLOSED_QUESTION})
_PLAIN_QUESTION = 0.85
_FIGURES = frozenset({"%money", "%percent", "%duration", "%count"})
_NOT_REFLECTED = frozenset(
    {
        *(Move.ADVICE, Move.BLAME, Move.CONFRONT, Move.THREAT, Move.ABSOLUTES, Move.DISMISSAL),
        *(Move.UNDERMINING, Move.POWER, Move.OFFER, Move.CONCEDING, Move.APOLOGY),
        *(Move.AFFIRMATION, Move.I_STATEMENT, Move.RIGHTS),
    }
)
_KINDNESS = frozenset(
    {
        *(Move.OPEN_QUESTION, Move.ELICITING_PREFERENCE, Move.SEEKING_COLLABORATION),
        *(Move.ACKNOWLEDGEMENT, Move.AFFIRMATION, Move.REFLECTION, Move.INTERESTS),
        *(Move.CHECKING_UNDERSTANDING, Move.HANDING_OVER, Move.PROPOSAL, Move.ADVICE),
    }
)
_OVERRULED: tuple[tuple[Move, Move], ...] = (
    (Move.OPEN_QUESTION, Move.CLOSED_QUESTION),
    (Move.OFFER, Move.STATING_FACTS),
    (Move.ADVICE, Move.PROPOSAL),
    (Move.APOLOGY, Move.BLAME),
    (Move.APOLOGY, Move.STATING_FACTS),
    (Move.CHECKING_UNDERSTANDING, Move.SEEKING_COLLABORATION),
    (Move.BLAME, Move.AFFIRMATION),
    (Move.BLAME, Move.STATING_FACTS),
    (Move.BLAME, Move.ADVICE),
    (Move.HANDING_OVER, Move.ADVICE),
    (Move.DISMISSAL, Move.ACKNOWLEDGEMENT),
    (Move.THREAT, Move.PROPOSAL),
    (Move.POWER, Move.PROPOSAL),
    (Move.SEEKING_COLLABORATION, Move.ADVICE),
)
"""Where both are sure of the same clause, the first is what is being done."""


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """A sentence, what the rules find in it, and the moves that they say it cannot do."""

    sentence: Sentence
    found: list[Found]
    noticed: list[Noticed]
    barred: frozenset[Move]


def read_sentence(
    sentence: Sentence,
    book: RuleBook,
    listener: Listener,
    heard: Heard,
    quoted: Sequence[Span],
    ignored: frozenset[Signal] = frozenset(),
) -> SentenceRead:
    """What one sentence does by the rules; `ignored` signals are not the partner's here."""
    hits = [hit for hit in book.hits(sentence, quoted) if hit.rule.does not in ignored]
    asked = [
        hit
        for hit in hits
        if hit.rule.does in QUESTIONS
        and hit.confidence >= SURE
        and (sentence.asks or hit.rule.mood != "question")
    ]
    asks = bool(asked) or sentence.asks
    hits = [hit for hit in hits if hit.rule.mood in ("any", "question" if asks else "statement")]
    gone = set(hidden(hits))
    found = [
        Found(hit.rule.does, *extent(hit, sentence), round(hit.confidence, 3))
        for hit in hits
        if isinstance(hit.rule.does, Move) and hit.rule.does not in gone
    ]
    noticed = [
        Noticed(hit.rule.does, *extent(hit, sentence), round(hit.confidence, 3))
        for hit in hits
        if isinstance(hit.rule.does, Signal)
    ]
    if sentence.asks and not asked and not gone & QUESTIONS:
        found.append(Found(Move.CLOSED_QUESTION, *_last_question(sentence), _PLAIN_QUESTION))
    _derive_offers(found, hits, sentence)
    quotes = any(sentence.words[0].start < quote.end <= sentence.end for quote in quoted)
    if not quotes and Move.REFLECTION not in gone:
        _reflect(found, sentence, listener, heard, asked)
    barred = gone | {
        hit.rule.does
        for hit in hits
        if isinstance(hit.rule.does, Move) and hit.confidence <= DOUBTED
    }
    if listener.refuses(sentence) or any(
        one.move in _NOT_REFLECTED and one.is_sure for one in found
    ):
        barred.add(Move.REFLECTION)
    if any(one.signal in (Signal.META, Signal.ABUSE) and one.is_sure for one in noticed):
        found = [one for one in found if one.move not in _KINDNESS]
        barred |= _KINDNESS
    return SentenceRead(sentence, weighed(found), noticed, frozenset(barred))


def settle(found: Iterable[Found]) -> tuple[Found, ...]:
    """Of each move, one find a place, the surest; in the order of the text."""
    best: dict[Move, list[Found]] = {}
    for one in sorted(found, key=lambda one: (-one.confidence, one.start, -one.end)):
        kept = best.setdefault(one.move, [])
        if not any(other.start < one.end and one.start < other.end for other in kept):
            kept.append(one)
    return tuple(
        sorted(
            (one for kept in best.values() for one in kept), key=lambda one: (one.start, one.move)
        )
    )


def _last_question(sentence: Sentence) -> Span:
    """The whole sentence: a question is understood by all of it."""
    return Span(sentence.words[0].start, sentence.words[-1].end)


def _derive_offers(found: list[Found], hits: Sequence[Hit], sentence: Sentence) -> None:
    """An offer is a proposal; a proposal that carries a figure is an offer."""
    for hit in hits:
        if hit.rule.does is Move.OFFER and hit.confidence >= SURE:
            span = extent(hit, sentence)
            found.append(Found(Move.PROPOSAL, *span, hit.confidence))
        elif hit.rule.does is Move.PROPOSAL and hit.confidence >= SURE:
            span = extent(hit, sentence)
            if any(
                word.form in _FIGURES and span.start <= word.start < span.end
                for word in sentence.words
            ):
                found.append(Found(Move.OFFER, *span, min(hit.confidence, 0.7)))


def _reflect(
    found: list[Found],
    sentence: Sentence,
    listener: Listener,
    heard: Heard,
    asked: Sequence[Hit],
) -> None:
    """Adds a reflection, unless the sentence does what no reflection does."""
    if asked or any(one.move in _NOT_REFLECTED and one.is_sure for one in found):
        return
    reflected = listener.reflected(sentence, heard)
    if reflected is None:
        return
    confidence = reflected.confidence * (0.9 if sentence.asks else 1.0)
    span = Span(sentence.words[0].start, sentence.words[-1].end)
    found.append(Found(Move.REFLECTION, *span, round(confidence, 3)))
    if reflected.feeling and heard.known:
        found.append(Found(Move.ACKNOWLEDGEMENT, *span, round(min(confidence, 0.75), 3)))


def weighed(found: Sequence[Found]) -> list[Found]:
    """The finds without those that another, sure of the same place, overrules."""
    sure = [one for one in found if one.is_sure]
    return [
        one
        for one in found
        if not any(
            loser is one.move
            and other.move is winner
            and other.start < one.end
            and one.start < other.end
            and (other.confidence >= one.confidence or winner not in QUESTIONS)
            for winner, loser in _OVERRULED
            for other in sure
        )
    ]
