"""Figures, lists, dates and quotations in both languages."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.i18n import Translator

EN, FR = Translator.of("en"), Translator.of("fr")


@pytest.mark.parametrize(
    ("value", "digits", "english", "french"),
    [
        (3.5, None, "3.5", "3,5"),
        (3.0, None, "3", "3"),
        (100, None, "100", "100"),
        (1234567.891, None, "1,234,567.89", "1\u202f234\u202f567,89"),
        (0.126, 2, "0.13", "0,13"),
        (2, 1, "2.0", "2,0"),
        (-1.5, None, "−1.5", "−1,5"),
        (-0.001, None, "0", "0"),
    ],
)
def test_a_number_has_the_signs_of_its_language(
    value: float, digits: int | None, english: str, french: str
) -> None:
    assert (EN.number(value, digits), FR.number(value, digits)) == (english, french)


def test_a_share_is_written_as_a_percentage() -> None:
    assert (EN.percent(0.355), FR.percent(0.355, 1)) == ("36%", "35,5\u202f%")


@pytest.mark.parametrize(
    ("amount", "currency", "english", "french"),
    [
        (46000, "EUR", "€46,000", "46\u202f000\u202f€"),
        (43.5, "GBP", "£43.50", "43,50\u202f£"),
        (-500, "USD", "−$500", "−500\u202f$"),
        (1200, "CHF", "CHF\u00a01,200", "1\u202f200\u202fCHF"),
    ],
)
def test_money_has_its_sign_where_the_language_puts_it(
    amount: float, currency: str, english: str, french: str
) -> None:
    assert (EN.money(amount, currency), FR.money(amount, currency)) == (english, french)


def test_a_day_is_written_out() -> None:
    assert EN.date(date(2025, 3, 1)) == "1\u00a0March 2025"
    assert FR.date(date(2025, 8, 1)) == "1er\u00a0août 2025"


def test_a_moment_is_shown_with_its_hour() -> None:
    moment = datetime(2025, 12, 3, 9, 5, tzinfo=UTC)

    assert EN.date(moment) == "3\u00a0December 2025, 09:05"
    assert FR.date(moment) == "3\u00a0décembre 2025, 9\u00a0h\u00a005"


@pytest.mark.parametrize(
    ("seconds", "written"),
    [
        (0, "0 s"),
        (59.6, "1 min"),
        (45, "45 s"),
        (750, "12 min 30 s"),
        (3900, "1 h 05"),
        (-3, "0 s"),
    ],
)
def test_a_duration_is_written_in_its_two_largest_units(seconds: float, written: str) -> None:
    assert FR.duration(seconds).replace("\u00a0", " ") == written


def test_a_list_is_joined_by_its_language() -> None:
    assert EN.listed([]) == ""
    assert EN.listed(["a"]) == "a"
    assert EN.listed(["a", "b"], "or") == "a or b"
    assert FR.listed(["a", "b", "c"]) == "a, b et c"


def test_a_quotation_has_the_marks_of_its_language() -> None:
    assert (EN.quoted("Yes"), FR.quoted("Oui")) == ("“Yes”", "«\u202fOui\u202f»")


@pytest.mark.parametrize(
    ("t", "text"),
    [
        (EN, "2026-04-01"),
        (FR, "2026-04-01"),
        (FR, "01/04/2026"),
        (FR, "1/4/2026"),
        (EN, "1 April 2026"),
        (FR, "1er avril 2026"),
    ],
)
def test_a_day_is_read_in_every_way_it_is_written(t: Translator, text: str) -> None:
    assert t.read_day(text) == date(2026, 4, 1)


@given(day=st.dates())
@pytest.mark.parametrize("t", [EN, FR], ids=["en", "fr"])
def test_a_day_that_was_written_is_read_again(t: Translator, day: date) -> None:
    assert t.read_day(t.date(day)) == day
    assert t.read_day(t.short_day(day)) == day


@given(text=st.text(max_size=12) | st.from_regex(r"\d+/\d+/\d+|\d+ \w+ \d+", fullmatch=True))
@pytest.mark.parametrize("t", [EN, FR], ids=["en", "fr"])
def test_what_is_no_day_is_refused_and_breaks_nothing(t: Translator, text: str) -> None:
    try:
        read = t.read_day(text)
    except ValueError:
        return
    assert isinstance(read, date)
