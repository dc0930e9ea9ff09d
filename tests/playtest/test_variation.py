"""The same scripted mentee never talks twice quite the same way, and still says their own."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.config import Language
from simulator.playtest.phrasebook import Phrasebook, Register
from simulator.playtest.variation import varied

BOOKS: tuple[tuple[Language, Register], ...] = (("en", "vous"), ("fr", "tu"), ("fr", "vous"))


@given(st.lists(st.text(min_size=1), max_size=12), st.integers(0, 99))
def test_a_variation_without_a_phrasebook_says_nothing_of_its_own(
    lines: list[str], seed: int
) -> None:
    said = varied(lines, seed)

    assert said == varied(lines, seed)
    assert all(line in lines for line in said)
    assert (said[:1], said[-1:]) == (tuple(lines[:1]), tuple(lines[-1:]))


def test_seed_nought_is_the_script_as_it_was_written() -> None:
    lines = ("I'd like to talk.", "How about Tuesday?", "Thank you.")

    assert varied(lines, 0, Phrasebook.of("en")) == lines


def test_seeds_put_the_same_line_otherwise() -> None:
    book = Phrasebook.of("en")
    said = {
        varied(["I'd like to talk about it, because it's new."], one, book) for one in range(40)
    }

    assert len(said) > 8


def test_a_turn_of_phrase_keeps_its_capital() -> None:
    book = Phrasebook(acts={}, otherwise=(("I would like to", "we want to"),), openers=("So,",))
    said = {book.rephrased("I would like to go.", random.Random(seed)) for seed in range(60)}

    assert {"I would like to go.", "We want to go."} <= said
    assert not any(one.startswith("we want to go.") for one in said)


@pytest.mark.parametrize(("language", "register"), BOOKS)
def test_every_phrasebook_can_play_every_generated_mentee(
    language: Language, register: Register
) -> None:
    book = Phrasebook.of(language, register)

    for act in ("asking", "acknowledging", "reflecting", "blundering"):
        assert len(book.acts[act]) >= 4
    for act in ("silent", "hostile", "flattering", "pleading"):
        assert len(book.acts[act]) >= 8
    assert all("{quote}" in line for line in book.acts["reflecting"])


def test_french_registers_do_not_mix() -> None:
    familiar, polite = Phrasebook.of("fr", "tu"), Phrasebook.of("fr", "vous")

    said = {line for lines in familiar.acts.values() for line in lines}
    assert not any(" vous" in line.lower() or "votre" in line for line in said)
    said = {line for lines in polite.acts.values() for line in lines}
    assert not any(" tu " in line.lower() or " ton " in line for line in said)
