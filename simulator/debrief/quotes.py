"""Quotes: words that were said, by whom, in which turn, and where exactly.

A quote holds the utterance it comes from and two positions in it, and has no text of its own: it
cannot say what was not said, and it refuses the wrong speaker, an empty span and one that leaves
the utterance. Positions are code points of the stored text, half-open.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.practice.session import Speaker, Utterance
from simulator.text import Span, locate, sentences, words

LONGEST = 32
"""Words of an excerpt; a longer utterance is quoted by its sentences."""

SENTENCE = 30
"""Words up to which a sentence is quoted whole rather than in part."""


class NotQuotableError(ValueError):
    """The span, or the speaker, is not that of the utterance."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A part of `utterance`, said by `speaker`."""

    utterance: Utterance
    start: int
    end: int
    speaker: Speaker

    def __post_init__(self) -> None:
        if self.speaker != self.utterance.speaker:
            raise NotQuotableError(self.speaker)
        if not 0 <= self.start < self.end <= len(self.utterance.text):
            raise NotQuotableError(self.start, self.end)
        if not self.quote.strip():
            raise NotQuotableError(self.quote)

    @property
    def turn(self) -> int:
        """Number of the utterance."""
        return self.utterance.turn

    @property
    def quote(self) -> str:
        """The words themselves."""
        return self.utterance.text[self.start : self.end]


def span_of(utterance: Utterance, start: int, end: int) -> Quote | None:
    """The words from `start` to `end` without the space around them; None if there are none."""
    text = utterance.text
    start, end = max(0, start), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Quote(utterance, start, end, utterance.speaker) if start < end else None


def telling(utterance: Utterance, start: int, end: int) -> Quote | None:
    """The words from `start` to `end`, with the rest of their sentence where it is short."""
    quote = span_of(utterance, start, end)
    if quote is None:
        return None
    for span in sentences(utterance.text):
        if span.start <= quote.start < span.end:
            whole = span_of(utterance, span.start, max(span.end, quote.end))
            return whole if whole and len(words(whole.quote)) <= SENTENCE else quote
    return quote


def found_in(utterance: Utterance, words_said: str) -> Quote | None:
    """`words_said` where they stand in the utterance, as written or as they fold."""
    span = locate(words_said, utterance.text)
    return span_of(utterance, *span) if span else None


def excerpt(utterance: Utterance | None, around: int | None = None) -> Quote | None:
    """The utterance, or, where it is long, the sentences of it that fit around a position.

    Without a position a mentee is quoted from the beginning, a persona by the end: what was
    answered is what was said last.
    """
    if utterance is None:
        return None
    text = utterance.text
    if len(words(text)) <= LONGEST:
        return span_of(utterance, 0, len(text))
    spans = sentences(text)
    if around is None:
        at = 0 if utterance.speaker == "mentee" else len(spans) - 1
    else:
        at = next((place for place, span in enumerate(spans) if around < span.end), len(spans) - 1)
    first = last = at
    while last + 1 < len(spans) and _fits(text, spans[first].start, spans[last + 1].end):
        last += 1
    while first > 0 and _fits(text, spans[first - 1].start, spans[last].end):
        first -= 1
    return _cut(utterance, Span(spans[first].start, spans[last].end))


def distinct(quotes: Iterable[Quote | None]) -> tuple[Quote, ...]:
    """The quotes there are, in order, each once."""
    return tuple(dict.fromkeys(quote for quote in quotes if quote is not None))


def _fits(text: str, start: int, end: int) -> bool:
    return len(words(text[start:end])) <= LONGEST


def _cut(utterance: Utterance, span: Span) -> Quote | None:
    """The span, cut after `LONGEST` words if one sentence alone is longer."""
    inside = words(span.of(utterance.text))
    if len(inside) > LONGEST:
        span = Span(span.start, span.start + inside[LONGEST - 1].end)
    return span_of(utterance, *span)
