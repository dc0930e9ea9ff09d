"""Lines break where a typographer would let them, and never come out too wide."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.text import clean
from simulator.tui.wrap import wrapped

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
