"""A review as a screen holds it: where to go on, what a point shows and what it keeps back."""

import pytest

from simulator.debrief.review.points import in_turn, unseen
from simulator.debrief.review.records import Moment, Verdict
from simulator.debrief.review.review import Review
from simulator.debrief.review.rulings import (
    added,
    agenda_set,
    commented,
    line_ruled,
    quote_corrected,
    ruled,
    ruled_blind,
    signed,
    spot_of,
)
from simulator.i18n import Translator
from simulator.practice.events import TurnMarked
from simulator.views.reviewing import (
    closing,
    is_settled,
    next_place,
    page,
    spoken,
    standing,
    turn_of,
)
from tests.debrief.review.reviews import after, begun, finished, told
from tests.practice.stage import PERSONA

ENGLISH = Translator.of("en", strict=True)
FRENCH = Translator.of("fr", strict=True)
SESSION, DEBRIEF = told([TurnMarked(turn=4, by="mentor", author="Anna", note="Here")])
REVIEW = begun(SESSION, DEBRIEF)
POINTS = in_turn(REVIEW)
HIDDEN = POINTS[0]
TRIED = next(one for one in POINTS if one.line)
OTHER: Verdict = "could-not-judge"


def on(review: Review, point: str, t: Translator = ENGLISH) -> str:
    """The page of a point, as text."""
    place = [one.id for one in POINTS].index(point)
    return "\n".join(one.text for one in page(review, place, DEBRIEF, SESSION, t))


def test_an_unseen_point_shows_nothing_of_the_draft_and_no_turn() -> None:
    shown = on(REVIEW, HIDDEN.id)

    assert HIDDEN.id in unseen(REVIEW)
    assert "Your verdict first" in shown
    assert "The draft says" not in shown
    assert turn_of(REVIEW, 0) is None
    seen = after(REVIEW, ruled_blind(REVIEW, HIDDEN.id, HIDDEN.verdict))
    assert turn_of(seen, 0) == HIDDEN.turn


def test_a_point_shows_its_words_its_line_and_what_was_mended() -> None:
    review = after(
        REVIEW,
        line_ruled(REVIEW, TRIED.id, "rejected", "Too smooth."),
        quote_corrected(REVIEW, SESSION, TRIED.id, 6, "It is here."),
        ruled(REVIEW, TRIED.id, "accepted"),
    )
    before, shown = on(REVIEW, TRIED.id), on(review, TRIED.id)

    assert "You never listen." in before
    assert "set this line aside" not in before
    for said in ("You set this line aside: Too smooth.", "It is here.", "Your ruling: accepted."):
        assert said in shown
    assert turn_of(review, POINTS.index(TRIED)) == 6


@pytest.mark.parametrize("t", [ENGLISH, FRENCH])
def test_every_point_has_its_words(t: Translator) -> None:
    review = finished(REVIEW)

    assert all(on(review, one.id, t) for one in POINTS)


def test_what_is_due_is_gone_through_and_then_gone_round_to() -> None:
    differing = after(REVIEW, ruled_blind(REVIEW, HIDDEN.id, OTHER))
    rest = finished(differing)

    assert next_place(REVIEW) == 0
    assert next_place(differing, 0) == 1
    assert not is_settled(differing, HIDDEN.id)
    assert next_place(rest, 3) == 0
    explained = after(rest, ruled(rest, HIDDEN.id, "adjusted", verdict=OTHER, reason="Noise."))
    assert next_place(explained) is None


def test_the_talk_says_turns_and_marks() -> None:
    said = spoken(SESSION, {"manager": PERSONA}, DEBRIEF.marks, ENGLISH)

    assert [one.turn for one in said][:3] == [1, 2, 3]
    assert said[3].who.startswith("4 · Sam")
    assert said[3].who.endswith("marked")
    assert "marked" not in said[1].who


def test_what_stands_beside_the_rulings_is_listed_with_its_id() -> None:
    own = added(REVIEW, SESSION, "observed", "A start.", spots=[spot_of(SESSION, 2)])
    proposed = (Moment(turn=2, question="Why?"),)
    review = after(REVIEW, own, commented(SESSION, 4, "Hm."))
    held = after(review, agenda_set(SESSION, [Moment(turn=4, question="How?")]))

    assert [(one.id, one.part) for one in closing(review, proposed, ENGLISH)] == [
        ("moment:0", "proposed"),
        ("added:added.1", "added"),
        ("remark:0", "remarks"),
    ]
    assert [one.text for one in closing(held, proposed, ENGLISH)] == [
        "Turn 4. How?",
        "A start. (observed)",
        "Turn 4. Hm.",
    ]


def test_the_head_says_how_far_it_is() -> None:
    whole = finished(REVIEW)
    once = after(whole, signed(whole, "{}", ""))

    assert standing(REVIEW, ENGLISH) == "0 ruled on"
    assert standing(once, ENGLISH) == "Signed, version 1"
    assert standing(after(once, commented(SESSION, 2, "So.")), ENGLISH).endswith("then changed")
