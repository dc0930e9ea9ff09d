"""Questions drafted from the evidence: the mentee's own words, or no question."""

from dataclasses import replace

import pytest

from simulator.debrief.movers import Moved
from simulator.debrief.review.inquiry import of_move, of_point, of_turn
from simulator.debrief.review.points import points
from simulator.debrief.review.records import Drafted
from simulator.practice.events import Spot
from tests.debrief.review.reviews import told

SESSION, DEBRIEF = told()


def missed(*spots: Spot) -> Drafted:
    return Drafted(id="hear-her", source="rubric", verdict="not-observed", spots=spots)


def moved(turn: int) -> Moved:
    return next(one for one in DEBRIEF.movers if one.turn == turn)


def test_a_thing_to_try_is_asked_about_with_its_own_wondering() -> None:
    tried = next(one for one in points(DEBRIEF) if one.gap == "blame")
    asked = of_point(tried, SESSION)

    assert asked is not None
    assert (asked.turn, asked.noticed, asked.wondered) == (4, "said", "gap.blame.wondered")
    assert [one.quote for one in asked.quotes] == ["You never listen."]


def test_what_was_missed_is_asked_about_with_what_was_heard_before() -> None:
    heard, said = Spot(turn=3, start=0, end=11), Spot(turn=4, start=0, end=17)
    asked = of_point(missed(heard, said), SESSION)

    assert asked is not None
    assert (asked.noticed, [one.speaker for one in asked.quotes]) == (
        "answered", ["persona", "mentee"],
    )  # fmt: skip


def test_what_was_said_at_two_turns_is_asked_about_with_both() -> None:
    spots = (Spot(turn=2, start=0, end=4), Spot(turn=6, start=0, end=4))
    point = Drafted(
        id="across.position", source="across", avoid=True, verdict="observed", spots=spots
    )
    asked = of_point(point, SESSION)

    assert asked is not None
    assert (asked.turn, asked.noticed) == (6, "first-and-then")
    assert [one.turn for one in asked.quotes] == [2, 6]
    assert asked.wondered == "gap.position-changed.wondered"


def test_what_was_done_across_turns_is_not_asked_about_as_a_gap() -> None:
    spot = Spot(turn=6, start=0, end=4)
    point = Drafted(id="across.closing", source="across", verdict="observed", spots=(spot,))
    asked = of_point(point, SESSION)

    assert asked is not None
    assert asked.wondered == "review.wondered.kept"


@pytest.mark.parametrize(("avoid", "wondered"), [(False, "kept"), (True, "done")])
def test_what_was_done_is_asked_about_by_whether_it_was_wanted(avoid: bool, wondered: str) -> None:
    spot = Spot(turn=6, start=0, end=4)
    point = Drafted(id="x", source="rubric", avoid=avoid, verdict="observed", spots=(spot,))
    asked = of_point(point, SESSION)

    assert asked is not None
    assert asked.wondered == f"review.wondered.{wondered}"


def test_without_words_of_the_mentees_there_is_no_question() -> None:
    assert of_point(missed(), SESSION) is None
    assert of_point(missed(Spot(turn=3, start=0, end=5)), SESSION) is None


def test_words_that_do_not_stand_where_a_draft_says_are_never_quoted() -> None:
    beyond = (Spot(turn=4, start=0, end=999), Spot(turn=77, start=0, end=3))

    assert of_point(missed(*beyond), SESSION) is None


def test_what_had_no_chance_is_not_asked_about() -> None:
    point = Drafted(
        id="x", source="rubric", verdict="no-chance", spots=(Spot(turn=4, start=0, end=5),)
    )

    assert of_point(point, SESSION) is None


def test_every_question_of_a_draft_quotes_the_mentee() -> None:
    found = [one for point in points(DEBRIEF) if (one := of_point(point, SESSION))]

    assert len(found) > 2
    assert all(one.quotes[-1].speaker == "mentee" for one in found)
    assert all(one.quotes[-1].turn == one.turn for one in found)


def test_a_turn_of_the_stance_is_asked_about_by_the_way_it_went() -> None:
    up = of_move(replace(moved(2), changes=()))
    assert up is not None
    assert up.wondered == "review.wondered.rose"
    assert of_move(replace(moved(2), said=None)) is None


def test_a_mark_on_the_other_persons_turn_asks_about_the_answer_to_it() -> None:
    asked = of_turn(3, SESSION, "review.wondered.marked")

    assert asked is not None
    assert (asked.turn, asked.noticed) == (4, "answered")
    assert of_turn(99, SESSION, "review.wondered.marked") is None
