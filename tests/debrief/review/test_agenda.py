"""The moments that are proposed for a meeting."""

from dataclasses import replace

from simulator.debrief.movers import Change
from simulator.debrief.review.agenda import proposed
from simulator.debrief.review.rulings import ruled
from simulator.director.state import Reason
from simulator.practice.events import TurnMarked
from tests.debrief.review.reviews import after, begun, told

SESSION, DRAFTED = told([TurnMarked(turn=6, by="mentee"), TurnMarked(turn=2, by="mentor")])
DEBRIEF = replace(
    DRAFTED,
    movers=tuple(
        replace(one, changes=(Change("manager", trust, 0, Reason(code="r")),))
        for one, trust in zip(DRAFTED.movers, (0.9, -1.5, 0.2), strict=True)
    ),
)
REVIEW = begun(SESSION, DEBRIEF)
BLAME = "try.blame@4"


def test_one_of_each_kind_is_proposed_in_the_order_of_the_talk() -> None:
    found = proposed(REVIEW, DEBRIEF, SESSION)

    assert [(one.turn, one.source) for one in found] == [(2, "turning"), (4, "try"), (6, "mark")]


def test_a_thing_to_try_that_was_rejected_is_not_proposed() -> None:
    review = after(REVIEW, ruled(REVIEW, BLAME, "rejected", reason="Well deserved."))

    assert "try" not in {one.source for one in proposed(review, DEBRIEF, SESSION) if one.turn == 4}


def test_a_mentors_own_mark_is_no_wish_of_the_mentees() -> None:
    found = proposed(REVIEW, replace(DEBRIEF, movers=(), tries=()), SESSION)

    assert {one.turn for one in found if one.source == "mark"} == {6}


def test_a_stance_that_hardly_moved_is_no_moment() -> None:
    calm = replace(DEBRIEF, movers=tuple(replace(one, changes=()) for one in DEBRIEF.movers))

    assert "turning" not in {one.source for one in proposed(REVIEW, calm, SESSION)}


def test_there_are_three_moments_at_most_and_each_turn_once() -> None:
    marks = [TurnMarked(turn=turn, by="mentee") for turn in (2, 3, 4, 5, 6, 6)]
    session, debrief = told(marks)
    found = [one.turn for one in proposed(begun(session, debrief), debrief, session)]

    assert len(found) == len(set(found)) == 3
    assert found == sorted(found)
