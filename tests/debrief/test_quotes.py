"""A quote cannot say what was not said."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.quotes import (
    LONGEST,
    NotQuotableError,
    Quote,
    distinct,
    excerpt,
    found_in,
    span_of,
    telling,
)
from simulator.practice.session import Speaker, Utterance
from simulator.text import words


def utterance(text: str, speaker: Speaker = "mentee") -> Utterance:
    return Utterance(2, speaker, "Sam", text, datetime(2026, 1, 1, tzinfo=UTC))


def test_a_quote_is_the_words_of_its_utterance() -> None:
    quote = Quote(utterance("How do you see it?"), 4, 10, "mentee")

    assert (quote.quote, quote.turn) == ("do you", 2)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (0, 19), (3, 4)])
def test_a_quote_refuses_a_span_that_holds_no_words_of_it(start: int, end: int) -> None:
    with pytest.raises(NotQuotableError):
        Quote(utterance("How do you see it?"), start, end, "mentee")


def test_a_quote_refuses_the_wrong_speaker() -> None:
    with pytest.raises(NotQuotableError):
        Quote(utterance("How do you see it?"), 0, 3, "persona")


@given(st.text(max_size=60), st.integers(-5, 70), st.integers(-5, 70))
def test_a_span_is_quoted_exactly_or_not_at_all(text: str, start: int, end: int) -> None:
    quote = span_of(utterance(text), start, end)

    assert quote is None or text[quote.start : quote.end] == quote.quote == quote.quote.strip()


@given(st.text(max_size=300), st.one_of(st.none(), st.integers(0, 300)))
def test_an_excerpt_stands_in_the_utterance_and_is_short(text: str, around: int | None) -> None:
    quote = excerpt(utterance(text), around)

    assert quote is None or (quote.quote in text and len(words(quote.quote)) <= LONGEST)


def test_words_are_found_again_however_they_are_accented() -> None:
    quote = found_in(utterance("J’ai été prévenu hier.", "persona"), "j'ai ete prevenu")

    assert quote is not None
    assert quote.quote == "J’ai été prévenu"


def test_words_that_were_not_said_are_not_found() -> None:
    assert found_in(utterance("Well."), "badges") is None


def test_a_long_persona_is_quoted_by_the_end() -> None:
    text = "One two three four. " * 12 + "The last word."

    quote = excerpt(utterance(text, "persona"))

    assert quote is not None
    assert quote.quote.endswith("The last word.")


def test_a_few_words_are_quoted_with_their_sentence() -> None:
    said = utterance("Right. I'm sorry, I should have named you. And now?")

    quote = telling(said, 7, 16)

    assert quote is not None
    assert quote.quote == "I'm sorry, I should have named you."


def test_a_silence_cannot_be_quoted() -> None:
    assert excerpt(utterance("   ")) is None


def test_the_same_words_are_quoted_once() -> None:
    quote = excerpt(utterance("Right."))

    assert distinct((quote, None, quote)) == (quote,)
