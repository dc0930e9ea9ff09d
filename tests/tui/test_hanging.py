"""A line that hangs: nothing of it is ever cut, whatever room there is."""

from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from simulator.tui.widgets.hanging import Hanging

WORDS = st.lists(st.text(alphabet="abc", min_size=1, max_size=9), min_size=1, max_size=9)


@given(words=WORDS, aside=st.sampled_from(("", "1 of 3", "level 2")), width=st.integers(16, 80))
def test_every_word_is_there_whole_and_no_line_is_too_wide(
    words: list[str], aside: str, width: int
) -> None:
    lines = [
        one.plain for one in Hanging(Content("  "), " ".join(words), Content(aside))._lines(width)
    ]

    shown = " ".join(lines)
    assert sorted((*words, *aside.split())) == sorted(shown.split())
    assert max(map(len, lines)) <= width
