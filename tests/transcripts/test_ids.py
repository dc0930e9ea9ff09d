"""Session ids can be typed, repeat under a seed, and are drawn again when taken."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from simulator.transcripts.ids import ALPHABET, LENGTH, SessionIds, as_written


def never(_: str) -> bool:
    return False


@given(seed=st.integers())
def test_an_id_is_ten_letters_that_nobody_confuses(seed: int) -> None:
    name = SessionIds(Random(seed).getrandbits, never).session()

    assert len(name) == LENGTH
    assert set(name) <= set(ALPHABET)
    assert as_written(name) == name


@given(seed=st.integers())
def test_the_same_bits_give_the_same_ids(seed: int) -> None:
    one, other = (SessionIds(Random(seed).getrandbits, never) for _ in range(2))

    assert [one.session() for _ in range(3)] == [other.session() for _ in range(3)]


def test_an_id_that_is_taken_is_drawn_again() -> None:
    first = SessionIds(Random(1).getrandbits, never).session()

    assert SessionIds(Random(1).getrandbits, {first}.__contains__).session() != first


def test_every_letter_is_drawn() -> None:
    ids = SessionIds(Random(1).getrandbits, never)

    assert {letter for _ in range(200) for letter in ids.session()} == set(ALPHABET)
