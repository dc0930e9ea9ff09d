"""Finding by a few letters: accents and case apart, in the title or in what a thing is known by."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.text import fold
from simulator.views.finding import LONGEST, find


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("negociation", "La négociation"),
        ("NÉGO", "La négociation"),
        ("coeur", "Un cœur gros"),
        ("cœur", "Un coeur gros"),
        ("l'outil", "La collègue et l’outil"),
        ("raise home", "A raise, and two days at home"),
    ],
)
def test_a_word_is_found_whatever_its_accents_and_capitals(query: str, title: str) -> None:
    assert find(query, title) is not None


def test_the_letters_found_are_those_of_the_title_as_it_is_written() -> None:
    title = "Un cœur négocié"
    found = find("coeur nego", title)

    assert found is not None
    assert "".join(title[place] for place in found.letters) == "cœurnégo"


def test_letters_that_follow_one_another_closely_are_enough() -> None:
    assert find("ngttn", "Negotiation") is not None
    assert find("zz", "A raise, and two days at home") is None
    assert find("adh", "A very long way from the days at the other home") is None


def test_what_begins_a_word_is_better_than_what_stands_inside_one_or_is_spread() -> None:
    whole, inside, spread = (find("raise", one) for one in ("A raise", "Appraised", "Rare ideas e"))

    assert whole is not None
    assert inside is not None
    assert whole.score > inside.score
    assert spread is None or spread.score < inside.score


def test_a_title_is_better_than_a_term_and_the_term_found_is_named() -> None:
    by_title = find("nego", "Negotiating", ("Conflicts",))
    by_term = find("nego", "A raise", ("Negotiations", "open questions"))

    assert by_title is not None
    assert by_term is not None
    assert by_title.score > by_term.score
    assert (by_term.letters, by_term.terms) == ((), ("Negotiations",))


def test_every_word_must_be_found() -> None:
    assert find("raise nowhere", "A raise", ("Negotiations",)) is None
    assert find("raise nego", "A raise", ("Negotiations",)) is not None


def test_an_empty_query_is_answered_by_everything() -> None:
    assert find("  ", "A raise") == (0, (), ())


@given(st.text(max_size=LONGEST), st.text(max_size=60))
def test_whatever_is_typed_the_letters_found_are_places_of_the_title(
    query: str, title: str
) -> None:
    found = find(query, title)

    assert found is None or all(0 <= place < len(title) for place in found.letters)


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=20), st.text(max_size=30))
def test_a_word_of_the_title_always_finds_it(word: str, rest: str) -> None:
    assert not fold(word) or find(word, f"{rest} {word}") is not None


def test_no_query_makes_it_slow() -> None:
    begun = time.perf_counter()
    for query in ("ab" * 40, "a" * 80, "a " * 40):
        find(query, "a" * 20_000 + "ba" * 20_000, ("ab" * 5_000,) * 6)

    assert time.perf_counter() - begun < 1
