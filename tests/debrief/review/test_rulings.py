"""What a mentor may do, and what is refused with a reason."""

from collections.abc import Callable
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.review.points import in_turn, unseen
from simulator.debrief.review.records import (
    AgendaSet,
    LineRuled,
    Moment,
    PointAdded,
    PointWithdrawn,
    QuoteCorrected,
    ReviewEvent,
    ReviewSigned,
    Ruled,
    TurnCommented,
)
from simulator.debrief.review.review import Review
from simulator.debrief.review.rulings import (
    LONGEST,
    added,
    agenda_set,
    commented,
    ruled,
    ruled_blind,
    signed,
    spot_of,
)
from simulator.errors import UsageError
from simulator.practice.events import Spot
from tests.debrief.review.reviews import after, begun, finished, told

SESSION, DEBRIEF = told()
REVIEW = begun(SESSION, DEBRIEF)
SEEN = next(one for one in REVIEW.opened.draft if one.id not in unseen(REVIEW))
HIDDEN = next(one for one in REVIEW.opened.draft if one.id in unseen(REVIEW))
OTHER: Final = "no-chance"


def test_accepting_takes_one_word() -> None:
    assert ruled(REVIEW, SEEN.id, "accepted") == Ruled(point=SEEN.id, ruling="accepted")


def test_adjusting_takes_another_verdict_and_a_reason_on_one_line() -> None:
    made = ruled(REVIEW, SEEN.id, "adjusted", verdict=OTHER, reason=" It was\nnever  called for. ")

    assert (made.verdict, made.reason) == (OTHER, "It was never called for.")


def test_rejecting_takes_a_reason_and_leaves_no_verdict() -> None:
    made = ruled(REVIEW, SEEN.id, "rejected", verdict=OTHER, reason="Not what was meant.")

    assert (made.ruling, made.verdict) == ("rejected", None)


def test_a_later_ruling_takes_the_place_of_an_earlier_one_and_both_are_kept() -> None:
    review = after(
        REVIEW,
        ruled(REVIEW, SEEN.id, "accepted"),
        ruled(REVIEW, SEEN.id, "rejected", reason="On second thoughts."),
    )

    assert review.rulings[SEEN.id].ruling == "rejected"
    assert [one.ruling for _, one in review.history] == ["accepted", "rejected"]


def test_a_blind_verdict_that_is_the_drafts_accepts_it() -> None:
    made = ruled_blind(REVIEW, HIDDEN.id, HIDDEN.verdict)

    assert (made.ruling, made.verdict, made.is_blind) == ("accepted", HIDDEN.verdict, True)


def test_a_blind_verdict_that_is_another_adjusts_it_and_may_be_explained_afterwards() -> None:
    made = ruled_blind(REVIEW, HIDDEN.id, "could-not-judge")
    seen = after(REVIEW, made)
    explained = ruled(
        seen, HIDDEN.id, "adjusted", verdict="could-not-judge", reason="Too noisy to tell."
    )

    assert (made.ruling, made.verdict) == ("adjusted", "could-not-judge")
    assert after(seen, explained).rulings[HIDDEN.id].reason == "Too noisy to tell."


def test_what_a_mentor_adds_rests_on_words_of_the_mentees() -> None:
    spot = spot_of(SESSION, 4, "you never listen")
    made = added(REVIEW, SESSION, "observed", "A reproach\nin passing.", spots=[spot])

    assert made == PointAdded(
        point="added.1", verdict="observed", text="A reproach in passing.", spots=(spot,)
    )
    again = added(after(REVIEW, made), SESSION, "not-observed", "No thanks.", spots=[spot])
    assert again.point == "added.2"


def test_a_turn_may_be_quoted_whole_or_in_part() -> None:
    assert spot_of(SESSION, 6) == Spot(turn=6, start=0, end=17)
    assert spot_of(SESSION, 6, "sounds HARD") == Spot(turn=6, start=5, end=16)


def test_any_turn_may_be_commented_on() -> None:
    assert commented(SESSION, 3, "A lot\nin this.") == TurnCommented(turn=3, text="A lot in this.")


def test_an_agenda_holds_up_to_three_moments() -> None:
    moments = [Moment(turn=turn, question=f" {turn}? ") for turn in (2, 4, 6)]

    assert agenda_set(SESSION, moments) == AgendaSet(
        moments=tuple(Moment(turn=turn, question=f"{turn}?") for turn in (2, 4, 6))
    )
    assert agenda_set(SESSION, []).moments == ()


def test_a_long_reason_is_cut_and_cleaned() -> None:
    made = ruled(REVIEW, SEEN.id, "rejected", reason="\x1b[31m" + "long " * 1000)

    assert len(made.reason) <= LONGEST
    assert made.reason.startswith("long long")


def differing(review: Review) -> Review:
    """Every point ruled on, and the blind one otherwise than the draft, without a reason."""
    hidden = ruled_blind(review, HIDDEN.id, "could-not-judge")
    return finished(after(review, hidden))


SPOT = Spot(turn=4, start=0, end=5)
THEIRS = Spot(turn=3, start=0, end=5)
MOMENT = Moment(turn=2, question="How did you see it?")
REFUSED: dict[str, tuple[str, Callable[[], object]]] = {
    "an unknown point": ("no-such-point", lambda: ruled(REVIEW, "nothing", "accepted")),
    "an unknown point, blind": (
        "no-such-point", lambda: ruled_blind(REVIEW, "nothing", "observed")),
    "going along where it is to be blind": (
        "point-is-blind", lambda: ruled(REVIEW, HIDDEN.id, "accepted")),
    "blind where it was shown": (
        "point-not-blind", lambda: ruled_blind(REVIEW, SEEN.id, "observed")),
    "blind a second time": (
        "point-not-blind",
        lambda: ruled_blind(finished(REVIEW), HIDDEN.id, "observed")),
    "adjusting to nothing": (
        "ruling-needs-verdict", lambda: ruled(REVIEW, SEEN.id, "adjusted", reason="So.")),
    "adjusting to the same": (
        "ruling-same-verdict",
        lambda: ruled(REVIEW, SEEN.id, "adjusted", verdict=SEEN.verdict, reason="So.")),
    "adjusting without a reason": (
        "ruling-needs-reason", lambda: ruled(REVIEW, SEEN.id, "adjusted", verdict=OTHER)),
    "rejecting without a reason": (
        "ruling-needs-reason", lambda: ruled(REVIEW, SEEN.id, "rejected", reason=" \n ")),
    "a point without words": (
        "point-needs-words", lambda: added(REVIEW, SESSION, "observed", "So.", spots=[])),
    "a point on the other person's words": (
        "point-needs-words", lambda: added(REVIEW, SESSION, "observed", "So.", spots=[THEIRS])),
    "a point that says nothing": (
        "text-missing", lambda: added(REVIEW, SESSION, "observed", " ", spots=[SPOT])),
    "a point without a verdict": (
        "verdict-not-addable", lambda: added(REVIEW, SESSION, "no-chance", "So.", spots=[SPOT])),
    "a spot beyond the words": (
        "spot-not-said",
        lambda: added(REVIEW, SESSION, "observed", "So.", spots=[Spot(turn=4, start=0, end=99)])),
    "a spot of nothing": (
        "spot-not-said",
        lambda: added(REVIEW, SESSION, "observed", "So.", spots=[Spot(turn=4, start=3, end=4)])),
    "a spot turned round": (
        "spot-not-said",
        lambda: added(REVIEW, SESSION, "observed", "So.", spots=[Spot(turn=4, start=5, end=2)])),
    "a spot at no turn": (
        "turn-not-said",
        lambda: added(REVIEW, SESSION, "observed", "So.", spots=[Spot(turn=44, start=0, end=1)])),
    "a quote that was not said": ("quote-not-said", lambda: spot_of(SESSION, 4, "You listen.")),
    "a quote at no turn": ("turn-not-said", lambda: spot_of(SESSION, 0, "You listen.")),
    "a remark on no turn": ("turn-not-said", lambda: commented(SESSION, 99, "So.")),
    "an empty remark": ("text-missing", lambda: commented(SESSION, 4, "\t")),
    "four moments": ("agenda-too-long", lambda: agenda_set(SESSION, [MOMENT] * 4)),
    "a moment at no turn": (
        "turn-not-said", lambda: agenda_set(SESSION, [Moment(turn=50, question="?")])),
    "a moment without a question": (
        "text-missing", lambda: agenda_set(SESSION, [Moment(turn=2, question=" ")])),
    "signing what was not ruled on": ("review-unruled", lambda: signed(REVIEW, "{}", "")),
    "signing what has no reason": (
        "ruling-needs-reason", lambda: signed(differing(REVIEW), "{}", "")),
    "signing twice": (
        "review-unchanged",
        lambda: signed(after(finished(REVIEW), signed(finished(REVIEW), "{}", "")), "{}", "")),
}  # fmt: skip


@pytest.mark.parametrize(("code", "deed"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_is_refused_with_its_code(code: str, deed: Callable[[], object]) -> None:
    with pytest.raises(UsageError) as refused:
        deed()

    assert refused.value.code == code


def test_signing_counts_versions_and_an_amendment_is_signed_anew() -> None:
    first = after(finished(REVIEW), signed(finished(REVIEW), "{}", "one"))
    amended = after(first, commented(SESSION, 2, "See here."))
    second = after(amended, signed(amended, "{}", "two"))

    assert first.is_signed
    assert amended.is_amended
    assert [(one.version, one.page) for one in second.signatures] == [(1, "one"), (2, "two")]
    assert not second.is_amended


def test_what_came_after_a_signature_is_not_in_what_was_signed() -> None:
    first = after(finished(REVIEW), signed(finished(REVIEW), "{}", "one"))
    amended = after(
        first,
        commented(SESSION, 2, "See here."),
        ruled(first, SEEN.id, "rejected", reason="No."),
        AgendaSet(moments=(MOMENT,)),
    )
    shown = amended.as_signed

    assert REVIEW.as_signed is None
    assert shown is not None
    assert (shown.rulings, shown.comments, shown.agenda) == (first.rulings, (), ())
    assert amended.rulings[SEEN.id].ruling == "rejected"


POINTS = [one.id for one in in_turn(REVIEW)]
SOME = st.one_of(
    st.builds(
        Ruled,
        point=st.sampled_from(POINTS),
        ruling=st.sampled_from(["accepted", "rejected"]),
        reason=st.text(max_size=5),
    ),
    st.builds(PointAdded, point=st.just("added.1"), verdict=st.just("observed"), text=st.text()),
    st.builds(PointWithdrawn, point=st.just("added.1"), reason=st.text(max_size=5)),
    st.builds(
        LineRuled, point=st.sampled_from(POINTS), ruling=st.sampled_from(["accepted", "rejected"])
    ),
    st.builds(
        QuoteCorrected, point=st.sampled_from(POINTS), spots=st.just((SPOT,)), reason=st.text()
    ),
    st.builds(TurnCommented, turn=st.just(2), text=st.text(max_size=5)),
    st.builds(AgendaSet, moments=st.just((MOMENT,))),
    st.builds(
        ReviewSigned, version=st.integers(1, 9), data=st.text(max_size=5), page=st.text(max_size=5)
    ),
)


@given(st.lists(SOME, max_size=12), st.lists(SOME, max_size=12))
def test_whatever_follows_what_was_signed_never_changes(
    before: list[ReviewEvent], later: list[ReviewEvent]
) -> None:
    first = after(finished(REVIEW), *before, ReviewSigned(version=1, data="{}", page="page"))
    held = first.signatures
    review = after(first, *later)

    assert review.signatures[: len(held)] == held
    assert len(review.signatures) == len(held) + sum(isinstance(one, ReviewSigned) for one in later)
