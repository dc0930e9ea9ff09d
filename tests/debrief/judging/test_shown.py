"""Text without names and fences, every character of which is found again where it was said."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.judging.shown import Screen
from simulator.text import fold

ENGLISH = Screen("en", ("Claire Dubois", "Sam"))
FRENCH = Screen("fr", ("Claire Dubois", "Sam"))


def test_a_name_goes_with_its_title_and_all_its_parts() -> None:
    assert FRENCH.shown("Bonjour Mme Claire Dubois.").text == "Bonjour (nom)."


def test_a_name_that_was_declared_without_its_capital_goes_too() -> None:
    assert Screen("en", ("sam",)).shown("I am Sam, the same.").text == "I am (name), the same."


def test_a_title_alone_is_no_name() -> None:
    assert Screen("fr", ("M. Dupuis",)).shown("M. le maire").text == "M. le maire"


def test_a_word_that_a_name_is_part_of_stays() -> None:
    assert ENGLISH.shown("The same Samstag sample, Samantha.").text == (
        "The same Samstag sample, Samantha."
    )


def test_a_quote_with_a_name_in_it_is_found_where_it_was_said() -> None:
    text = "Well, Mrs Dubois, I see."
    shown = ENGLISH.shown(text)

    assert (span := shown.located("(name), I see")) is not None
    assert span.of(text) == "Mrs Dubois, I see"


def test_a_quote_is_found_whichever_brackets_it_is_copied_with() -> None:
    text = "Use <b>this</b> {now}."
    shown = ENGLISH.shown(text)

    assert (span := shown.located("<b>this</b> {now}")) is not None
    assert span.of(text) == "<b>this</b> {now}"


@given(
    st.lists(st.sampled_from(["Claire", "Mme Dubois", "été", "<a>", "Sam", ", ", "hm", "\n"])),
    st.data(),
)
def test_whatever_is_copied_from_what_was_shown_shows_as_itself(
    parts: list[str], data: st.DataObject
) -> None:
    text = " ".join(parts)
    shown = FRENCH.shown(text)
    start = data.draw(st.integers(0, len(shown.text)))
    quote = shown.text[start : data.draw(st.integers(start, len(shown.text)))]
    span = shown.located(quote)

    assert (span is None) == (not fold(quote))
    if span is not None:
        assert fold(quote) in fold(FRENCH.shown(span.of(text)).text)
