"""What is counted for a skill, before and after a mentor's ruling."""

from datetime import UTC, datetime, timedelta

from simulator.debrief.draft import draft
from simulator.debrief.findings import Verdict
from simulator.debrief.review import points as review_points
from simulator.debrief.review.records import (
    PointAdded,
    ReviewEntry,
    ReviewEvent,
    ReviewSigned,
    Ruled,
)
from simulator.debrief.review.review import Review, fold
from simulator.debrief.tally import Point, Tally, points, tallies
from simulator.practice.events import Spot
from simulator.practice.session import Session
from simulator.practice.stage import Stage
from simulator.reading.moves import Move
from tests.debrief.talks import Said, talk

WEATHER = Said("The weather is nice today.", reply="Is it?")
TELLS = Said(
    "What is behind the rule?",
    reply="My director counts the badges. I was told off in May.",
    topics={"remote": "rule"},
    moves={Move.OPEN_QUESTION: ""},
    told=("badges",),
)
SIGNED = ReviewSigned(version=1, data="{}", page="")


def played() -> tuple[Session, Stage]:
    return talk(TELLS, WEATHER, WEATHER, WEATHER)


def reviewed(*events: ReviewEvent) -> Review:
    session, on = played()
    opened = review_points.opened(
        draft(session, on, "mentor"),
        session,
        review="r1",
        reviewer="Mo",
        head="0" * 64,
        program_version="0",
    )
    began = datetime(2026, 1, 2, tzinfo=UTC)
    return fold(
        ReviewEntry(seq=seq, at=began + timedelta(seconds=seq), event=event)
        for seq, event in enumerate((opened, *events), 1)
    )


def counted(*reviews: Review) -> dict[str, Verdict]:
    found = points(draft(*played()).findings, reviews)
    return {one.id: one.verdict for one in found}


def test_items_of_a_skill_are_counted_and_others_are_not() -> None:
    findings = draft(*played()).findings

    assert {one.id for one in findings if one.skill} == {one.id for one in points(findings)}
    assert {one.skill for one in points(findings)} == {"open-questions", "acknowledging"}


def test_what_is_left_out_counts_as_wanted_where_it_should_be_left_out() -> None:
    blames = Point("no-blame", "acknowledging", "not-observed", is_to_avoid=True)
    hears = Point("hear-her", "acknowledging", "not-observed")

    assert (blames.is_as_wanted, hears.is_as_wanted) == (True, False)


def test_no_chance_and_no_verdict_are_no_noughts() -> None:
    (tally,) = tallies(
        [Point("one", "proposing", "no-chance"), Point("two", "proposing", "could-not-judge")]
    )

    assert tally == Tally("proposing", wanted=0, chances=0, unjudged=1)


def test_a_skill_of_the_scenario_without_any_item_is_told_of() -> None:
    assert tallies([], ["proposing"]) == (Tally("proposing", 0, 0, 0),)


def test_an_unsigned_ruling_changes_nothing() -> None:
    ruled = Ruled(point="ask-why", ruling="adjusted", verdict="not-observed", reason="No.")

    assert counted(reviewed(ruled))["ask-why"] == "observed"


def test_a_signed_ruling_counts_in_place_of_the_draft() -> None:
    ruled = Ruled(point="ask-why", ruling="adjusted", verdict="not-observed", reason="No.")

    assert counted(reviewed(ruled, SIGNED))["ask-why"] == "not-observed"


def test_what_was_ruled_after_the_signature_waits_for_the_next() -> None:
    ruled = Ruled(point="ask-why", ruling="adjusted", verdict="not-observed", reason="No.")

    assert counted(reviewed(SIGNED, ruled))["ask-why"] == "observed"


def test_a_point_that_was_rejected_counts_for_nothing() -> None:
    ruled = Ruled(point="ask-why", ruling="rejected", reason="That was rhetorical.")

    assert "ask-why" not in counted(reviewed(ruled, SIGNED))


def test_a_point_that_a_mentor_added_counts() -> None:
    added = PointAdded(
        point="added.1",
        skill="acknowledging",
        verdict="observed",
        text="You waited.",
        spots=(Spot(turn=4, start=0, end=3),),
    )

    assert counted(reviewed(added, SIGNED))["added.1"] == "observed"
