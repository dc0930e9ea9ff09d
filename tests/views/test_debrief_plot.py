"""The course of a talk, drawn and told: trust and tension over the turns, and what stood out."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.config import HUMAN
from simulator.debrief.draft import Debrief, draft
from simulator.debrief.movers import Change, Point
from simulator.debrief.review.records import ReviewSigned, Ruled
from simulator.director.state import Reason
from simulator.i18n import Translator
from simulator.reading.moves import Move
from simulator.views.debrief_moves import FAMILIES, timeline
from simulator.views.debrief_plot import MOST_TURNING, listed, plot, rows, sentences, turned
from tests.debrief.review.reviews import after, begun
from tests.debrief.talks import Said, drafted, talk

ENGLISH = Translator.of("en", strict=True)
WIDEST = 80
EASES = Said("That sounds hard.", moves={Move.ACKNOWLEDGEMENT: ""}, trust=1, tension=-0.5)
HARDENS = Said("You never listen.", moves={Move.BLAME: ""}, trust=-1, tension=1)
NOTHING = Said("The weather is nice today.")


def drawn(*lines: Said) -> Debrief:
    return draft(*talk(*lines))


def test_the_chart_begins_at_the_opening_and_has_every_turn_of_the_mentees() -> None:
    shown = plot(drawn(NOTHING, EASES, HARDENS), ENGLISH)

    assert shown is not None
    assert shown.turns == (1, 2, 4, 6)


def test_the_rows_name_what_they_show_with_its_first_and_last_figure() -> None:
    shown = plot(drawn(NOTHING, EASES, HARDENS), ENGLISH)

    assert shown is not None
    turns, trust, tension, marks = rows(shown, ENGLISH)
    assert turns.split() == ["turn", "1", "2", "4", "6"]
    assert trust.split() == ["trust", "5.0", "▅", "▅", "▅", "▅", "5.0"]
    assert tension.split() == ["tension", "3.0", "▃", "▃", "▃", "▃", "3.5"]
    assert marks.split() == ["▲", "▼"]
    assert marks.index("▲") == turns.index("4")


def test_a_turning_point_says_its_turn_its_figures_and_its_sign() -> None:
    shown = plot(drawn(NOTHING, EASES, HARDENS), ENGLISH)

    assert shown is not None
    told = "\n".join(line.text for line in sentences(shown, ENGLISH))
    assert "After turn 4, it grew easier with Claire: trust +1.0 and tension −0.5." in told
    assert "After turn 6, it grew harder with Claire: trust −1.0 and tension +1.0." in told
    assert [line.text[:8] for line in listed(shown)] == ["▲ Turn 4", "▼ Turn 6"]


def test_a_talk_that_stays_level_has_no_turning_point() -> None:
    shown = plot(drawn(NOTHING, NOTHING, NOTHING), ENGLISH)

    assert shown is not None
    assert shown.marks == ()


def test_an_opening_stands_at_the_turn_that_could_take_it_up() -> None:
    offers = replace(NOTHING, reply="It isn't a rule I dreamt up.", offers=("upstairs",))
    takes = replace(EASES, takes=("upstairs",), trust=0, tension=0)

    shown = plot(drawn(offers, takes, NOTHING), ENGLISH)

    assert shown is not None
    assert [(one.turn, one.kind) for one in shown.marks] == [(4, "taken")]
    assert shown.marks[0].words.startswith("Turn 3 held an opening")


def test_a_turn_that_turned_the_talk_and_passed_an_opening_by_shows_both_signs() -> None:
    offers = replace(NOTHING, reply="It isn't a rule I dreamt up.", offers=("upstairs",))
    debrief = drawn(offers, HARDENS, replace(NOTHING, misses=("upstairs",)), NOTHING)

    shown = plot(debrief, ENGLISH)

    assert shown is not None
    assert list(rows(shown, ENGLISH))[-1].split() == ["▼×"]


def test_two_people_who_talked_have_no_chart() -> None:
    assert plot(draft(*talk(NOTHING, EASES, HARDENS, actor=HUMAN)), ENGLISH) is None


def test_a_talk_without_a_turn_has_no_chart() -> None:
    assert plot(drawn(), ENGLISH) is None


@pytest.mark.parametrize("turns", [1, 18, 25, 40, 70])
def test_the_rows_keep_within_a_terminal(turns: int) -> None:
    debrief = drawn(NOTHING, NOTHING, NOTHING)
    points = [Point(max(1, 2 * at), "manager", at % 11, 10 - at % 11) for at in range(turns)]
    shown = plot(replace(debrief, curve=(*points, points[-1])), ENGLISH)

    assert shown is not None
    assert max(map(len, rows(shown, ENGLISH))) <= WIDEST


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 10)), min_size=2, max_size=25))
def test_turning_points_are_few_in_order_and_the_largest(values: list[tuple[float, float]]) -> None:
    points = tuple(Point(2 * at, "manager", *one) for at, one in enumerate(values))
    found = turned(DEBRIEF, points)

    moved = [abs(trust - tension) for _, trust, tension in found]
    assert len(found) <= MOST_TURNING
    assert [one.turn for one, *_ in found] == sorted(one.turn for one, *_ in found)
    others = [
        abs((now.trust - was.trust) - (now.tension - was.tension))
        for was, now in pairwise(points)
        if now not in {one for one, *_ in found}
    ]
    assert len(found) < MOST_TURNING or max(others, default=0) <= min(moved) + 1e-9


DEBRIEF = drawn(NOTHING)


def test_two_personas_have_a_row_each_under_their_names() -> None:
    debrief = drafted("between-two-desks", "skilled")
    shown = plot(debrief, ENGLISH)

    assert shown is not None
    assert len(shown.tracks) == 2
    assert {name for _, name in debrief.personas} <= set(rows(shown, ENGLISH))


def test_every_move_belongs_to_one_family() -> None:
    every = [move for _, moves in FAMILIES for move in moves]

    assert sorted(every) == sorted(Move)


def test_the_moves_stand_at_their_turns() -> None:
    told = timeline(drawn(NOTHING, EASES, HARDENS), ENGLISH)

    assert told is not None
    assert told.turns == (2, 4, 6)
    made = {one.id: sorted(one.at) for one in told.families if one.at}
    assert made == {"listening": [4], "pressing": [6]}
    assert told.moves_at(6) == (ENGLISH("move.blame.short"),)


def test_a_talk_without_a_move_has_no_timeline() -> None:
    assert timeline(drawn(NOTHING), ENGLISH) is None


def test_the_chart_says_no_cause_of_what_a_mentor_rejected() -> None:
    session, on = talk(NOTHING, EASES, HARDENS)
    mentors = draft(session, on, "mentor")
    why = Reason(code="x", values={"why": "gap.blame.noticed"})
    moved = tuple(
        replace(one, changes=(Change(one.voice, -1, 1, why),) if one.turn == 6 else ())
        for one in mentors.movers
    )
    ruled = Ruled(point="try.blame@6", ruling="rejected", reason="He was joking.")
    signed = after(begun(session, mentors), ruled, ReviewSigned(version=1, data="{}", page=""))
    words = [
        [line.text for line in (*sentences(shown, ENGLISH), *listed(shown))]
        for reviews in ((), (signed,))
        if (shown := plot(replace(mentors, movers=moved, reviews=reviews), ENGLISH))
    ]
    told = [[one for one in some if "fault" in one and "6" in one] for some in words]

    assert [len(one) for one in told] == [2, 0]
    assert "After turn 6, it grew harder with Claire: trust −1.0 and tension +1.0." in words[1]
