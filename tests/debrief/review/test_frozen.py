"""What was ruled on stays what it was, whatever the program would say of the talk today."""

from dataclasses import replace

from simulator.debrief.draft import Debrief
from simulator.debrief.review.frozen import frozen
from simulator.debrief.review.points import points
from tests.debrief.review.reviews import begun, told


def ids(debrief: Debrief) -> list[str]:
    return [one.id for one in points(debrief)]


def test_a_debrief_that_has_not_changed_is_left_as_it_is() -> None:
    session, debrief = told()
    review = begun(session, debrief)

    same = frozen(debrief, review, session)

    assert points(same) == points(debrief)


def test_what_the_program_learns_later_neither_comes_nor_goes() -> None:
    session, debrief = told()
    review = begun(session, debrief)
    later = replace(debrief, tries=(), keep=(), findings=debrief.findings[:1])

    kept = frozen(later, review, session)

    assert ids(kept) == ids(debrief)
    assert [one.quotes for one in kept.tries] == [one.quotes for one in debrief.tries]
    assert [one.trust for one in kept.tries] == [one.trust for one in debrief.tries]


def test_a_point_that_was_never_ruled_on_is_not_put_beside_the_others() -> None:
    session, debrief = told()
    fewer = replace(debrief, tries=(), further=())
    review = begun(session, fewer)

    kept = frozen(debrief, review, session)

    assert kept.tries == ()
    assert ids(kept) == ids(fewer)


def test_a_verdict_that_changed_since_is_shown_as_it_was_ruled_on() -> None:
    session, debrief = told()
    review = begun(session, debrief)
    first = replace(debrief.findings[0], verdict="could-not-judge", why="unsure", quotes=())
    later = replace(debrief, findings=(first, *debrief.findings[1:]))

    kept = frozen(later, review, session)

    assert kept.findings[0].verdict == debrief.findings[0].verdict
    assert kept.findings[0].quotes == debrief.findings[0].quotes


def test_a_point_that_means_nothing_any_more_is_left_out() -> None:
    session, debrief = told()
    review = begun(session, debrief)
    strange = review.opened.draft[0].model_copy(update={"source": "try", "gap": "no-such-gap"})
    opened = review.opened.model_copy(update={"draft": (strange,)})

    kept = frozen(debrief, replace(review, opened=opened), session)

    assert ids(kept) == []
