"""Pieces: each point with its evidence, and the utterance it is about."""

from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.draft import draft
from simulator.i18n import Translator
from simulator.views.debrief import page
from simulator.views.debrief_pieces import mentee_turn, pieces
from simulator.views.debrief_words import Line
from tests.debrief.talks import talk
from tests.views.test_debrief import SIX

LINES = st.builds(
    Line,
    st.sampled_from(["text", "point", "quote", "note"]),
    st.just("words"),
    turn=st.integers(0, 9),
)


@given(st.lists(LINES))
def test_every_line_stands_in_exactly_one_piece_in_its_order(lines: list[Line]) -> None:
    assert [line for piece in pieces(lines) for line in piece.lines] == lines


@given(st.lists(LINES))
def test_a_point_or_a_text_begins_a_piece(lines: list[Line]) -> None:
    beginnings = [line for line in lines[1:] if line.kind in {"point", "text"}]

    assert [piece.lines[0] for piece in pieces(lines)][1 if lines else 0 :] == beginnings


def test_a_piece_is_about_its_point_s_turn_before_that_of_a_quote() -> None:
    own, quoted, none = pieces(
        [
            Line("point", "a", turn=4),
            Line("quote", "b", turn=3),
            Line("point", "c"),
            Line("quote", "d", turn=5),
            Line("quote", "e", turn=6),
            Line("point", "f"),
        ]
    )

    assert (own.turn, quoted.turn, none.turn) == (4, 6, 0)
    assert (own.is_point, quoted.is_point, none.is_point) == (True, True, False)


def test_the_points_of_a_page_are_about_the_turns_they_quote() -> None:
    shown = page(draft(*talk(*SIX)), Translator.of("en", strict=True))
    found = {
        section.id: [one.turn for one in pieces(section.items) if one.is_point]
        for section in shown.sections
    }

    assert found["try"] == [4]
    assert found["keep"] == [6]


def test_a_persona_s_words_are_answered_at_the_mentee_s_next_turn() -> None:
    assert [mentee_turn(turn, (2, 4, 6)) for turn in (1, 4, 5, 9)] == [2, 4, 6, 6]
    assert mentee_turn(3, ()) is None
