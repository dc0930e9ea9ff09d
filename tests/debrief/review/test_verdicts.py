"""Both verdicts, side by side: for the mentee as they were signed."""

from simulator.debrief.review.points import unseen
from simulator.debrief.review.rulings import added, ruled, ruled_blind, signed, spot_of
from simulator.debrief.review.verdicts import Verdicts, additions, verdicts
from tests.debrief.review.reviews import after, begun, finished, told

SESSION, DEBRIEF = told()
BEGUN = begun(SESSION, DEBRIEF)
HIDDEN = next(one for one in BEGUN.opened.draft if one.id in unseen(BEGUN))
SEEN = next(one for one in BEGUN.opened.draft if one.id not in unseen(BEGUN))
RULED = finished(
    after(
        BEGUN,
        ruled_blind(BEGUN, HIDDEN.id, HIDDEN.verdict),
        ruled(BEGUN, SEEN.id, "adjusted", verdict="no-chance", reason="It never came up."),
    )
)
SIGNED = after(RULED, signed(RULED, "{}", "page"))


def on(point: str, shown: tuple[Verdicts, ...]) -> Verdicts:
    return next(one for one in shown if one.point.id == point)


def test_the_drafts_verdict_stands_beside_the_mentors() -> None:
    found = on(SEEN.id, verdicts([SIGNED]))
    (given,) = found.given

    assert (found.point.verdict, given.drafted) == (SEEN.verdict, SEEN.verdict)
    assert (given.reviewer, given.ruling, given.verdict) == ("Anna", "adjusted", "no-chance")
    assert (given.reason, given.version) == ("It never came up.", 1)


def test_what_was_ruled_on_unseen_says_so() -> None:
    (given,) = on(HIDDEN.id, verdicts([SIGNED])).given

    assert given.is_blind
    assert given.verdict == HIDDEN.verdict


def test_nothing_unsigned_is_shown_to_the_mentee() -> None:
    assert verdicts([RULED]) == ()
    assert on(SEEN.id, verdicts([RULED], "mentor")).given[0].version is None


def test_an_amendment_counts_for_the_mentee_once_it_is_signed() -> None:
    amended = after(SIGNED, ruled(SIGNED, SEEN.id, "rejected", reason="Not at all."))
    again = after(amended, signed(amended, "{}", "page"))

    assert on(SEEN.id, verdicts([amended])).given[0].ruling == "adjusted"
    assert on(SEEN.id, verdicts([amended], "mentor")).given[0].ruling == "rejected"
    assert (
        on(SEEN.id, verdicts([again])).given[0].ruling,
        on(SEEN.id, verdicts([again])).given[0].version,
    ) == ("rejected", 2)
    assert on(HIDDEN.id, verdicts([again])).given[0].version == 1


def test_two_mentors_rulings_stand_beside_each_other() -> None:
    ben = finished(begun(SESSION, DEBRIEF, "Ben"))
    ben = after(ben, signed(ben, "{}", ""))
    given = on(SEEN.id, verdicts([SIGNED, ben])).given

    assert [(one.reviewer, one.ruling) for one in given] == [
        ("Anna", "adjusted"),
        ("Ben", "accepted"),
    ]


def test_every_point_is_there_once() -> None:
    found = [one.point.id for one in verdicts([SIGNED])]

    assert found == [one.id for one in BEGUN.opened.draft]


def test_what_a_mentor_added_is_shown_once_it_is_signed() -> None:
    more = after(
        SIGNED, added(SIGNED, SESSION, "observed", "A good start.", spots=[spot_of(SESSION, 2)])
    )
    again = after(more, signed(more, "{}", ""))

    assert additions([more]) == ()
    assert additions([more], "mentor")[0].version is None
    assert (additions([again])[0].point.text, additions([again])[0].version) == (
        "A good start.", 2,
    )  # fmt: skip
