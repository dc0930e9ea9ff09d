"""What a mentor rules on, and what they rule on before they see the draft's verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.debrief.draft import draft
from simulator.debrief.review.points import blind, in_turn, opened, points, unseen
from simulator.debrief.review.records import Drafted
from simulator.errors import UsageError
from tests.debrief.review.reviews import after, begun, drafted, finished, told
from tests.debrief.talks import talk

ids = st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), unique=True, max_size=30)


def test_things_to_try_come_first_then_to_keep_then_the_findings() -> None:
    _, debrief = told()
    sources = [one.source for one in points(debrief)]

    assert sources == sorted(sources, key=["try", "keep", "rubric", "across"].index)
    assert {"try", "keep", "rubric"} <= set(sources)
    assert len(sources) == len(debrief.tries) + len(debrief.keep) + len(debrief.findings)


def test_every_point_has_an_id_of_its_own() -> None:
    found = [one.id for one in points(told()[1])]

    assert len(set(found)) == len(found)


def test_the_words_of_a_point_stand_where_it_says() -> None:
    session, debrief = told()
    said = {one.turn: one.text for one in session.utterances}
    blamed = next(one for one in points(debrief) if one.gap == "blame")

    assert [said[one.turn][one.start : one.end] for one in blamed.spots] == ["You never listen."]
    assert blamed.turn == 4
    assert blamed.line == next(
        one.alternative.text if one.alternative else ""
        for one in debrief.tries
        if one.id == blamed.id
    )


def test_a_review_holds_the_draft_and_the_place_in_the_session_it_was_drawn_from() -> None:
    session, debrief = told()
    first = opened(debrief, session, review="r1", reviewer=" Anna ", head="h", program_version="1")

    assert (first.session, first.session_seq, first.session_head) == ("s1", session.seq, "h")
    assert (first.scenario, first.reviewer, first.draft) == ("presence", "Anna", points(debrief))


def test_a_review_needs_a_name() -> None:
    session, debrief = told()

    with pytest.raises(UsageError, match="reviewer-missing"):
        opened(debrief, session, review="r1", reviewer=" ", head="h", program_version="1")


def test_a_stopped_scene_has_nothing_to_rule_on() -> None:
    assert points(draft(*talk(cause="stopped", stops=True), "mentor")) == ()


@given(ids, st.text(max_size=10))
def test_one_finding_in_five_is_ruled_on_unseen(names: list[str], session: str) -> None:
    found = blind(session, [drafted(one) for one in names])

    assert len(found) == -(-len(names) // 5)
    assert found <= set(names)


@given(ids, st.text(max_size=10))
def test_which_ones_depends_on_nothing_but_session_and_points(
    names: list[str], session: str
) -> None:
    one = [drafted(name) for name in names]
    other = [drafted(name, "not-observed") for name in reversed(names)]

    assert blind(session, one) == blind(session, other)


def test_which_ones_differs_from_session_to_session() -> None:
    found = [drafted(name) for name in "abcdefghij"]

    assert len({blind(f"s{number}", found) for number in range(20)}) > 5


def test_what_names_its_verdict_or_has_none_is_never_ruled_on_unseen() -> None:
    found = [
        Drafted(id="try.blame@4", source="try", verdict="observed"),
        Drafted(id="keep.reflection@6", source="keep", verdict="observed"),
        drafted("tone", "could-not-judge"),
    ]

    assert blind("s1", found) == frozenset()


def test_the_unseen_ones_come_first_until_they_are_ruled_on() -> None:
    review = begun(*told())
    first = in_turn(review)[0]

    assert unseen(review) == blind("s1", review.opened.draft)
    assert first.id in unseen(review)
    assert sorted(one.id for one in in_turn(review)) == sorted(
        one.id for one in review.opened.draft
    )
    assert unseen(finished(review)) == frozenset()
    assert in_turn(after(finished(review))) == in_turn(review)
