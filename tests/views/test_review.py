"""What a mentor sees: the queue, one point at a time, and nothing of what is to be ruled on unseen."""

import re
from dataclasses import replace

import pytest

from simulator.debrief.gaps import Gap
from simulator.debrief.keeping import KEEPABLE
from simulator.debrief.review.agenda import proposed
from simulator.debrief.review.inquiry import Inquiry, of_point
from simulator.debrief.review.points import unseen
from simulator.debrief.review.records import Drafted, Moment
from simulator.debrief.review.review import Review
from simulator.debrief.review.rulings import (
    LONGEST,
    agenda_set,
    commented,
    ruled,
    ruled_blind,
    signed,
)
from simulator.i18n import Translator
from simulator.practice.events import SessionShared, Spot, TurnMarked
from simulator.practice.session import Session
from simulator.views.review import (
    KEYS,
    VERDICT_KEYS,
    Card,
    agenda,
    asked,
    cards,
    item_name,
    moments,
    queue,
    state_of,
)
from tests.debrief.review.reviews import after, begun, finished, told

ENGLISH = Translator.of("en", strict=True)
FRENCH = Translator.of("fr", strict=True)
both = pytest.mark.parametrize("t", [ENGLISH, FRENCH], ids=["en", "fr"])
SESSION, DEBRIEF = told([TurnMarked(turn=6, by="mentee")])
REVIEW = begun(SESSION, DEBRIEF)
HIDDEN = next(one for one in REVIEW.opened.draft if one.id in unseen(REVIEW))


def card(point: str, review: Review = REVIEW, t: Translator = ENGLISH) -> Card:
    return next(one for one in cards(review, DEBRIEF, SESSION, t) if one.point == point)


def text(shown: Card) -> str:
    return "\n".join((shown.heading, *(line.text for line in shown.lines)))


def shared(session: Session = SESSION, name: str = "s1") -> Session:
    followup = replace(session.followup, shares=(SessionShared(with_whom="Anna"),))
    opened = session.opened.model_copy(update={"session": name})
    return replace(session, opened=opened, followup=followup)


def test_only_what_was_shared_is_in_the_queue() -> None:
    assert queue([SESSION], [], {}, ENGLISH) == ()
    assert [one.session for one in queue([shared()], [], {}, ENGLISH)] == ["s1"]


def test_a_session_in_the_queue_says_who_what_when_and_how_far() -> None:
    row = queue([shared()], [REVIEW], {"presence": "The rule"}, ENGLISH)[0]

    assert (row.who, row.scenario, row.state, row.review) == ("Sam", "presence", "begun", "r1")
    assert row.waiting == len(REVIEW.opened.draft)
    assert row.text.startswith("Sam, The rule, ")
    assert "2026" in row.text
    assert f"{row.waiting} points left to rule on" in row.text


def test_a_review_is_awaited_then_begun_then_signed_then_amended() -> None:
    whole = finished(REVIEW)
    frozen = after(whole, signed(whole, "{}", ""))

    assert [state_of(one) for one in (None, REVIEW, whole, frozen)] == [
        "awaiting", "begun", "begun", "signed",
    ]  # fmt: skip
    assert state_of(after(frozen, commented(SESSION, 2, "So."))) == "amended"


def test_what_is_signed_stands_after_what_waits() -> None:
    whole = finished(REVIEW)
    frozen = after(whole, signed(whole, "{}", ""))
    rows = queue([shared(), shared(name="s2")], [frozen], {}, ENGLISH)

    assert [one.session for one in rows] == ["s2", "s1"]


def test_another_mentors_review_is_not_the_reviewers_own() -> None:
    assert queue([shared()], [REVIEW], {}, ENGLISH, "Ben")[0].state == "awaiting"
    assert queue([shared()], [REVIEW], {}, ENGLISH, "Anna")[0].state == "begun"


def test_a_point_shows_its_evidence_its_question_and_its_keys() -> None:
    shown = card("try.blame@4")

    assert "I noticed that the fault was put on the other person." in text(shown)
    assert "Sam, turn 4: “You never listen.”" in text(shown)
    assert "How did you see it?" in text(shown)
    assert [(one.key, one.deed) for one in shown.keys] == [
        (key, deed) for deed, key in KEYS.items()
    ]


@both
def test_a_point_to_be_ruled_on_unseen_gives_nothing_away(t: Translator) -> None:
    shown = card(HIDDEN.id, t=t)
    said = [t(f"review.verdict.{one}") for one in VERDICT_KEYS]

    assert shown.is_blind
    assert shown.place == 1
    assert not any(verdict in text(shown) for verdict in said)
    assert not any(line.kind == "quote" for line in shown.lines)
    assert [one.key for one in shown.keys] == [*VERDICT_KEYS.values(), "+", "c", "s"]


def test_the_card_is_the_same_whatever_the_draft_found() -> None:
    def told_so(**changes: object) -> Card:
        changed = tuple(
            one.model_copy(update=changes) if one.id == HIDDEN.id else one
            for one in REVIEW.opened.draft
        )
        opened = REVIEW.opened.model_copy(update={"draft": changed})
        return card(HIDDEN.id, replace(REVIEW, opened=opened))

    other = told_so(verdict="no-chance", why="never-called-for", turn=None, spots=())
    assert other == told_so(verdict="observed", spots=(Spot(turn=2, start=0, end=4),))


def test_a_point_says_where_the_behaviour_is_one_to_leave_out() -> None:
    assert "Something to avoid" in text(card("no-blame"))
    assert "Something to avoid" not in text(card("ask-why"))


def test_once_ruled_on_the_drafts_verdict_shows_beside_ones_own() -> None:
    review = after(REVIEW, ruled_blind(REVIEW, HIDDEN.id, "could-not-judge"))
    shown = card(HIDDEN.id, review)

    assert not shown.is_blind
    assert shown.is_ruled
    assert "The draft says" in text(shown)
    assert "Your ruling: adjusted to “could not judge”." in text(shown)


def test_a_ruling_shows_with_its_reason() -> None:
    review = after(REVIEW, ruled(REVIEW, "try.blame@4", "rejected", reason="It was fair."))

    assert "Your ruling: rejected. It was fair." in text(card("try.blame@4", review))


@both
def test_every_card_has_words_in_both_languages(t: Translator) -> None:
    shown = cards(REVIEW, DEBRIEF, SESSION, t)

    assert len(shown) == len(REVIEW.opened.draft)
    assert [one.place for one in shown] == list(range(1, len(shown) + 1))
    assert not any(re.search(r"%\(|\bgap\.|\breview\.", text(one)) for one in shown)


def test_no_two_keys_do_different_things() -> None:
    assert len({*KEYS.values(), *VERDICT_KEYS.values()}) == len(KEYS) + len(VERDICT_KEYS)


@both
def test_every_kind_of_point_has_a_name(t: Translator) -> None:
    gaps = [item_name(f"try.{gap.value}@4", t) for gap in Gap]
    moves = [item_name(f"keep.{move.value}@4", t) for move in KEEPABLE]

    assert all(gaps)
    assert all(moves)
    assert item_name("across.closing", t) != "across.closing"
    assert item_name("ask-why", t) == "ask-why"


def question(spots: tuple[Spot, ...]) -> Inquiry:
    point = Drafted(id="x", source="rubric", verdict="not-observed", spots=spots)
    found = of_point(point, SESSION)
    assert found is not None
    return found


def test_a_question_says_what_was_noticed_what_one_wondered_and_asks() -> None:
    said = asked(question((Spot(turn=4, start=0, end=17),)), ENGLISH)

    assert said == (
        "At turn 4 you said: “You never listen.” I wondered what else could have been said at that"
        " point. How did you see it?"
    )


def test_words_that_are_cut_out_of_a_sentence_end_with_a_full_stop() -> None:
    assert "“You never”. I wondered" in asked(question((Spot(turn=4, start=0, end=9),)), ENGLISH)


def test_a_question_about_an_answer_says_what_was_heard() -> None:
    heard, mine = Spot(turn=3, start=0, end=30), Spot(turn=4, start=0, end=17)

    assert asked(question((heard, mine)), FRENCH).startswith(
        "Au tour 4, après «\u202fMy director counts the badges.\u202f», vous avez dit"
    )


@both
def test_the_proposed_agenda_may_be_set_as_it_is(t: Translator) -> None:
    held = moments(proposed(REVIEW, DEBRIEF, SESSION), t)

    assert 0 < len(held) <= 3
    assert agenda_set(SESSION, held).moments == held
    assert all(len(one.question) < LONGEST for one in held)
    assert len(list(agenda(held, t))) == len(held)


def test_an_agenda_is_listed_a_moment_a_line() -> None:
    assert [one.text for one in agenda([Moment(turn=4, question="Why there?")], ENGLISH)] == [
        "Turn 4. Why there?"
    ]
    assert next(agenda([], ENGLISH)).kind == "text"
