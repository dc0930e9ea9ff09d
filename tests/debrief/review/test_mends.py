"""What a mentor mends of a part alone: a better line, the words quoted, a point of their own."""

from collections.abc import Callable

import pytest

from simulator.debrief.review.points import unseen
from simulator.debrief.review.records import (
    LineRuled,
    PointWithdrawn,
    QuoteCorrected,
    RemarkWithdrawn,
)
from simulator.debrief.review.rulings import (
    added,
    commented,
    line_ruled,
    quote_corrected,
    remark_withdrawn,
    signed,
    spot_of,
    withdrawn,
)
from simulator.errors import UsageError
from tests.debrief.review.reviews import after, begun, finished, told

SESSION, DEBRIEF = told()
REVIEW = begun(SESSION, DEBRIEF)
TRIED = next(one for one in REVIEW.opened.draft if one.line)
BARE = next(one for one in REVIEW.opened.draft if not one.line and one.id not in unseen(REVIEW))
HIDDEN = next(one for one in REVIEW.opened.draft if one.id in unseen(REVIEW))
OWN = added(REVIEW, SESSION, "observed", "A start.", spots=[spot_of(SESSION, 2)])


def test_a_line_is_set_aside_and_its_point_stays() -> None:
    made = line_ruled(REVIEW, TRIED.id, "rejected", " Too\nsmooth. ")
    review = after(REVIEW, made)

    assert made == LineRuled(point=TRIED.id, ruling="rejected", reason="Too smooth.")
    assert review.lines[TRIED.id] == made
    assert TRIED.id not in review.rulings
    back = after(review, line_ruled(review, TRIED.id, "accepted"))
    assert back.lines[TRIED.id].ruling == "accepted"


def test_other_words_stand_beside_those_of_the_draft() -> None:
    made = quote_corrected(REVIEW, SESSION, TRIED.id, 6, "It is here.", "sounds HARD")
    review = after(REVIEW, made)

    assert made.spots == (spot_of(SESSION, 6, "sounds hard"),)
    assert review.corrected[TRIED.id] == made
    assert review.drafted(TRIED.id) == TRIED


def test_a_point_taken_back_leaves_its_number_taken() -> None:
    review = after(REVIEW, OWN, withdrawn(after(REVIEW, OWN), OWN.point, "Said twice."))
    again = added(review, SESSION, "observed", "Another.", spots=[spot_of(SESSION, 2)])

    assert review.added == ()
    assert [(one.point, one.reason) for one in review.withdrawn] == [(OWN, "Said twice.")]
    assert (OWN.point, again.point) == ("added.1", "added.2")


def test_only_what_was_signed_before_is_told_as_taken_back() -> None:
    gone = PointWithdrawn(point=OWN.point, reason="Said twice.")
    unread = after(REVIEW, OWN, gone)
    whole = finished(after(REVIEW, OWN))
    read = after(whole, signed(whole, "{}", ""), gone)

    assert unread.taken_back == ()
    assert [one.point for one in read.taken_back] == [OWN]


def test_what_is_mended_counts_for_the_mentee_once_it_is_signed() -> None:
    whole = finished(after(REVIEW, OWN))
    first = after(whole, signed(whole, "{}", ""))
    mended = after(
        first,
        line_ruled(first, TRIED.id, "rejected", "Too smooth."),
        quote_corrected(first, SESSION, TRIED.id, 6, "It is here."),
        withdrawn(first, OWN.point, "Said twice."),
    )
    again = after(mended, signed(mended, "{}", ""))

    assert mended.as_signed is not None
    assert again.as_signed is not None
    assert (dict(mended.as_signed.lines), mended.as_signed.added) == ({}, (OWN,))
    assert (set(again.as_signed.lines), again.as_signed.added) == ({TRIED.id}, ())
    assert set(again.as_signed.corrected) == {TRIED.id}


def test_a_remark_is_taken_back_and_the_others_stay() -> None:
    first, again = commented(SESSION, 2, "Good."), commented(SESSION, 2, "Good.")
    review = after(REVIEW, first, commented(SESSION, 4, "Good."), again)
    gone = after(review, remark_withdrawn(review, 2, "Good."))

    assert [(one.turn, one.text) for one in gone.comments] == [(2, "Good."), (4, "Good.")]


REFUSED: dict[str, tuple[str, Callable[[], LineRuled | QuoteCorrected | PointWithdrawn | RemarkWithdrawn]]] = {
    "a line where none is": (
        "point-without-line", lambda: line_ruled(REVIEW, BARE.id, "rejected", "So.")),
    "a line without a reason": (
        "ruling-needs-reason", lambda: line_ruled(REVIEW, TRIED.id, "rejected", " ")),
    "words of a point to be ruled on unseen": (
        "point-is-blind", lambda: quote_corrected(REVIEW, SESSION, HIDDEN.id, 6, "So.")),
    "words at no turn": (
        "turn-not-said", lambda: quote_corrected(REVIEW, SESSION, TRIED.id, 60, "So.")),
    "words without a reason": (
        "ruling-needs-reason", lambda: quote_corrected(REVIEW, SESSION, TRIED.id, 6, "")),
    "a remark never made": ("no-such-remark", lambda: remark_withdrawn(REVIEW, 2, "Good.")),
    "a point never added": ("no-such-point", lambda: withdrawn(REVIEW, "added.1", "So.")),
    "a point taken back for nothing": (
        "ruling-needs-reason", lambda: withdrawn(after(REVIEW, OWN), OWN.point, "\n")),
}  # fmt: skip


@pytest.mark.parametrize(("code", "deed"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_mended_is_refused_with_its_code(
    code: str, deed: Callable[[], LineRuled | QuoteCorrected | PointWithdrawn | RemarkWithdrawn]
) -> None:
    with pytest.raises(UsageError) as refused:
        deed()

    assert refused.value.code == code
