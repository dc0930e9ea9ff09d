"""Lines break where a typographer would let them, and never come out too wide."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.text import clean
from simulator.tui.wrap import _ODD, wrapped

NARROW = "\u202f"
TEXT = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from(" \n\u202f\u00a0a日本語é🙂.")),
    max_size=80,
).map(clean)


def test_no_line_begins_with_a_sign_that_belongs_to_the_word_before() -> None:
    text = f"Le plus gros compte{NARROW}: l’erreur est passée de 11 à 6{NARROW}%."

    for width in range(12, 60):
        assert [line for line in wrapped(text, width) if line[0] in ":%"] == []


def test_a_hanging_line_begins_with_its_indent() -> None:
    lines = wrapped("• one two three four five", 11, indent="  ")

    assert lines == ["• one two", "  three", "  four five"]


def test_wide_characters_count_twice() -> None:
    assert wrapped("日本語日本語", 6) == ["日本語", "日本語"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrapped("", 20) == [""]


@given(TEXT, st.integers(4, 40), st.sampled_from(["", "  "]))
def test_no_line_is_wider_than_it_may_be(text: str, width: int, indent: str) -> None:
    assert max(cell_len(line) for line in wrapped(text, width, indent)) <= width


@given(TEXT, st.integers(4, 40), st.sampled_from(["", "  "]))
def test_nothing_visible_is_lost(text: str, width: int, indent: str) -> None:
    assert "".join("".join(wrapped(text, width, indent)).split()) == "".join(text.split())


@given(
    st.lists(st.text("aé’…«\u00a0\u202f—.", min_size=1, max_size=14), max_size=30).map(" ".join),
    st.integers(4, 40),
)
def test_plain_text_breaks_where_any_other_would(text: str, width: int) -> None:
    breaks_like_any_other = f"{text}\n"  # a line end is not plain

    assert _ODD.search(breaks_like_any_other)
    assert (
        wrapped(text, width) == wrapped(breaks_like_any_other, width)[: len(wrapped(text, width))]
    )
    assert "".join(wrapped(breaks_like_any_other, width)[len(wrapped(text, width)) :]) == ""


def test_every_plain_character_is_one_cell_wide() -> None:
    plain = [char for char in map(chr, range(0x2100)) if not _ODD.search(f"a{char}b")]

    assert [char for char in plain if cell_len(char) != 1] == []
